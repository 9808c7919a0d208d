#pragma once

#include "core/model/edges.h"
#include "core/model/element.h"
#include "core/model/vertices.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What stands on a dossier's cover.
struct Cover {
    std::string title;
    std::string description;
    Period asOf;          ///< the day up to which it was kept
    std::string language; ///< BCP 47, of labels and notes

    friend bool operator==(const Cover&, const Cover&) = default;
};

/// One document: all actors, agreements, events, ties, claims and sources. Plain data in columns;
/// it takes what it is given, `validate` says what is wrong with it. Copies are deep.
class Dossier {
public:
    Dossier();

    [[nodiscard]] const Cover& cover() const { return cover_; }
    void setCover(Cover cover) { cover_ = std::move(cover); }

    StringId intern(std::string_view text) { return strings_.intern(text); }
    /// As `StringPool::intern` of many texts.
    std::vector<StringId> intern(std::span<const std::string_view> texts) {
        return strings_.intern(texts);
    }
    [[nodiscard]] std::string_view text(StringId id) const { return strings_.view(id); }
    [[nodiscard]] const StringPool& strings() const { return strings_; }

    [[nodiscard]] const std::vector<Sector>& sectors() const { return sectors_; }
    void setSectors(std::vector<Sector> sectors) { sectors_ = std::move(sectors); }
    /// The bit of the sector with that id or name (case does not matter); a new sector is added
    /// where there is none. 0 where the text is empty or all 64 are taken.
    SectorSet sectorNamed(std::string_view text);
    /// As `sectorNamed`, but never adds: 0 where there is none.
    [[nodiscard]] SectorSet findSector(std::string_view text) const;

    [[nodiscard]] const VertexTable& vertices() const { return vertices_; }
    [[nodiscard]] const EdgeTable& edges() const { return edges_; }
    /// Of vertices or of edges.
    [[nodiscard]] const AttributeColumns& attributes(ElementKind of) const {
        return of == ElementKind::Vertex ? vertices_.attributes() : edges_.attributes();
    }
    [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }
    [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }
    [[nodiscard]] bool claimRemoved(ClaimIndex claim) const { return claimRemoved_[claim] != 0; }
    [[nodiscard]] bool sourceRemoved(SourceIndex source) const {
        return sourceRemoved_[source] != 0;
    }

    VertexIndex add(const Vertex& vertex);
    EdgeIndex add(const Edge& edge) { return edges_.append(edge); }
    ClaimIndex add(const Claim& claim);
    SourceIndex add(const Source& source);

    void replaceVertex(VertexIndex row, const Vertex& vertex);
    void replaceEdge(EdgeIndex row, const Edge& edge) { edges_.replace(row, edge); }
    void replaceClaim(ClaimIndex row, const Claim& claim) { claims_[row] = claim; }
    void replaceSource(SourceIndex row, const Source& source) { sources_[row] = source; }
    void setRemoved(ElementRef element, bool removed);
    /// Keeps how the attribute of vertices, or of edges, with that name is meant.
    void declareAttribute(ElementKind owner, StringId name, AttributeType type);
    void undeclareAttribute(ElementKind owner, StringId name);
    [[nodiscard]] bool removed(ElementRef element) const;

    void reserve(std::size_t vertices, std::size_t edges, std::size_t claims = 0);

    /// The first vertex (not removed) with that id, or `noIndex`. O(1).
    [[nodiscard]] VertexIndex findVertex(std::string_view id) const;
    [[nodiscard]] VertexIndex findVertex(StringId id) const;
    /// The first source with that id, or `noIndex`.
    [[nodiscard]] SourceIndex findSource(std::string_view id) const;

    /// Claims about one element, in the order they were added. O(claims).
    [[nodiscard]] std::vector<ClaimIndex> claimsAbout(ElementRef element) const;

    [[nodiscard]] std::string_view label(VertexIndex row) const {
        return text(vertices_.label(row));
    }
    /// A name for messages and lists: a vertex's label (or id), an edge as "Russia → Iran (ally)",
    /// a claim's statement, a source's title.
    [[nodiscard]] std::string describe(ElementRef element) const;

private:
    Cover cover_;
    StringPool strings_;
    std::vector<Sector> sectors_;
    VertexTable vertices_;
    EdgeTable edges_;
    std::vector<Claim> claims_;
    std::vector<Source> sources_;
    std::vector<std::uint8_t> claimRemoved_;
    std::vector<std::uint8_t> sourceRemoved_;
    std::vector<VertexIndex> vertexOfString_;
};

} // namespace entente
