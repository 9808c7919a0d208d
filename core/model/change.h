#pragma once

#include "core/model/dossier.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente {

/// A row of one of the dossier's tables, as a value.
using Row = std::variant<Vertex, Edge, Claim, Source>;

/// Puts `after` in the place of `before`.
struct ReplaceRow {
    std::uint32_t index = noIndex;
    Row before;
    Row after;
};

/// Appends `row`, or brings it back where it was removed; its inverse removes it.
struct InsertRow {
    std::uint32_t index = noIndex; ///< where it will stand: the table's size, or a removed row
    Row row;
};

/// Marks a row as removed; its inverse brings it back.
struct RemoveRow {
    std::uint32_t index = noIndex;
    Row row;
};

/// Rows of all four tables.
struct Rows {
    std::vector<Vertex> vertices;
    std::vector<Edge> edges;
    std::vector<Claim> claims;
    std::vector<Source> sources;
};

/// Appends many rows at once, or brings them back where they were removed; its inverse removes them.
/// The rows are shared with the inverse: a million of them are held once.
struct InsertRows {
    /// Where the first of each table will stand: the table's size, or a removed row.
    VertexIndex firstVertex = 0;
    EdgeIndex firstEdge = 0;
    ClaimIndex firstClaim = 0;
    SourceIndex firstSource = 0;
    std::shared_ptr<const Rows> rows;
};

/// Marks many rows as removed; its inverse brings them back.
struct RemoveRows {
    InsertRows inserted;
};

struct ReplaceCover {
    Cover before;
    Cover after;
};

struct ReplaceSectors {
    std::vector<Sector> before;
    std::vector<Sector> after;
};

/// Declares how an attribute of vertices, or of edges, is meant; nothing: it is not declared.
struct DeclareAttribute {
    ElementKind owner = ElementKind::Vertex;
    StringId name = noString;
    std::optional<AttributeType> before;
    std::optional<AttributeType> after;
};

using Step = std::variant<ReplaceRow, InsertRow, RemoveRow, InsertRows, RemoveRows, ReplaceCover,
                          ReplaceSectors, DeclareAttribute>;

/// An edit as a value: steps that happen together, with the words that the user reads ("Change
/// title of Bushehr units 2 and 3"). Its strings are those of the dossier that it is for.
struct Change {
    std::string description;
    std::vector<Step> steps;
};

/// What undoes `change`.
Change inverse(const Change& change);

/// Carries the change out. Throws `std::logic_error`, and leaves the dossier as it was, where a
/// step does not fit the dossier (its `before` is not what is there).
void apply(Dossier& dossier, const Change& change);

/// A change that replaces one row.
Change replaceVertex(const Dossier& dossier, VertexIndex row, Vertex after, std::string description);
Change replaceEdge(const Dossier& dossier, EdgeIndex row, Edge after, std::string description);

/// A change that removes a vertex with its edges and the claims about all of them, or one edge,
/// claim or source.
Change removeElement(const Dossier& dossier, ElementRef element, std::string description);

/// The changes made to a dossier, for undo and redo without limit.
class History {
public:
    /// Applies the change and remembers it; what was undone before can no longer be redone.
    void perform(Dossier& dossier, Change change);
    /// Remembers a change that the dossier has already.
    void record(Change change);
    void undo(Dossier& dossier);
    void redo(Dossier& dossier);

    [[nodiscard]] bool canUndo() const { return done_ > 0; }
    [[nodiscard]] bool canRedo() const { return done_ < changes_.size(); }
    /// The changes in order; the first `done()` of them are in force.
    [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }
    [[nodiscard]] std::size_t done() const { return done_; }

    /// The dossier as it is now is what was saved.
    void markSaved() { saved_ = done_; }
    [[nodiscard]] bool changedSinceSaved() const { return saved_ != done_; }

private:
    static constexpr std::size_t unreachable = SIZE_MAX;

    std::vector<Change> changes_;
    std::size_t done_ = 0;
    std::size_t saved_ = 0;
};

} // namespace entente
