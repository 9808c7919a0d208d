#pragma once

#include "core/network/neighbourhood.h"
#include "core/network/text_index.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace entente {

/// One byte (0 or 1) a vertex: an actor that needs an edge that passes and has none. An edge counts
/// that fails nothing but `pardoned`. Empty where no actor needs one.
RowBytes untiedActors(const Dossier& dossier, const Filter& filter, const AttributeTests& tests,
                      const FilterFailures& failures, std::uint8_t pardoned);

/// Vertices and ties in which a text is found.
struct TextMatches {
    std::vector<VertexIndex> vertices;
    std::vector<EdgeIndex> ties;
};

/// Text, neighbourhood and attributes, with what they need, made when they first need it.
class FilterScope {
public:
    explicit FilterScope(const Dossier& dossier) : dossier_(dossier) {}

    [[nodiscard]] const Dossier& dossier() const { return dossier_; }

    /// What the filter's text is found in; nothing where it has none.
    [[nodiscard]] TextMatches textMatches(const Filter& filter) const;

    /// One byte (0 or 1) a vertex: within reach of text and centres through rows that fail nothing
    /// but `pardoned`. Empty where the filter has neither.
    [[nodiscard]] RowBytes reach(const Filter& filter, const TextMatches& matches,
                                 const FilterFailures& failures, std::uint8_t pardoned) const;

    [[nodiscard]] std::shared_ptr<const AttributeIndex> attribute(ElementKind of,
                                                                  StringId name) const;
    /// Of the filter's criteria about attributes that restrict.
    [[nodiscard]] AttributeTests tests(const Filter& filter) const;

private:
    [[nodiscard]] const Incidence& incidence() const;
    [[nodiscard]] const TextIndex& texts() const;
    [[nodiscard]] RowBytes textReach(const TextMatches& matches, const FilterFailures& failures,
                                     std::uint8_t pardoned) const;

    const Dossier& dossier_;
    mutable std::once_flag incidenceMade_;
    mutable std::optional<Incidence> incidence_;
    mutable std::once_flag textsMade_;
    mutable std::optional<TextIndex> texts_;
    mutable std::mutex attributesMutex_;
    mutable std::map<std::pair<ElementKind, StringId>, std::shared_ptr<const AttributeIndex>>
        attributes_;
};

struct FilterEvaluator::Cache : FilterScope {
    using FilterScope::FilterScope;
};

} // namespace entente
