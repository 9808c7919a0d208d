#pragma once

#include "core/model/period.h"
#include "core/model/sector.h"
#include "core/model/strings.h"
#include "core/model/vocabulary.h"

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Row of an actor, agreement or event in `Dossier::vertices()`. Rows are never renumbered while a
/// dossier is open: a removed row is marked, not erased.
using VertexIndex = std::uint32_t;
/// Row of a tie, participation or lineage in `Dossier::edges()`.
using EdgeIndex = std::uint32_t;
using ClaimIndex = std::uint32_t;
using SourceIndex = std::uint32_t;

inline constexpr std::uint32_t noIndex = UINT32_MAX;

enum class ElementKind : std::uint8_t { Vertex, Edge, Claim, Source };

/// Names one row of one of a dossier's tables.
struct ElementRef {
    ElementKind kind = ElementKind::Vertex;
    std::uint32_t index = noIndex;

    friend auto operator<=>(const ElementRef&, const ElementRef&) = default;
};

/// A further name of an element: another language, script or spelling.
struct Name {
    std::string language; ///< BCP 47, may be empty
    std::string text;
    bool alias = false; ///< known by it too, but not its name in that language

    friend bool operator==(const Name&, const Name&) = default;
};

/// An identifier in another system: "iso3" RUS, "cow" 365, "wikidata" Q159.
struct Code {
    std::string system;
    std::string value;

    friend bool operator==(const Code&, const Code&) = default;
};

/// WGS 84, degrees.
struct Location {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const Location&, const Location&) = default;
};

/// 55 "billion m³" per "year".
struct Quantity {
    double number = 0;
    std::string unit;
    std::string per; ///< may be empty

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// What few vertices have: kept apart from the columns, shared and never changed in place.
struct VertexDetails {
    std::vector<Name> names;
    std::vector<Code> codes;
    std::optional<Location> location;
    std::vector<std::string> terms; ///< what an agreement provides for
    std::vector<Date> renewals;
    std::vector<Quantity> quantities;

    [[nodiscard]] bool empty() const;
    friend bool operator==(const VertexDetails&, const VertexDetails&) = default;
};

/// What a file says of an element and Entente has no word for; kept as it was written.
struct Attribute {
    StringId name = noString;
    StringId value = noString;

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// One actor, agreement or event. Strings are those of the dossier's pool.
struct Vertex {
    StringId id = noString;    ///< unique among vertices
    StringId label = noString; ///< its English (or only) name or title
    StringId type = noString;  ///< finer than the kind: "treaty", "supply", "visit"
    StringId note = noString;
    VertexKind kind = VertexKind::Other;
    Confidence confidence = Confidence::Confirmed;
    Polarity polarity = Polarity::Neutral;
    Status status = Status::Unstated;
    SectorSet sectors = 0;
    Period period;
    std::shared_ptr<const VertexDetails> details; ///< null where there are none
    std::vector<Attribute> attributes;

    friend bool operator==(const Vertex& a, const Vertex& b);
};

/// One tie, participation or lineage. A participation runs from the actor to the agreement or
/// event, a lineage from the later agreement to the earlier one.
struct Edge {
    StringId id = noString;   ///< may be empty
    StringId type = noString; ///< "ally", "leads"; a participant's role; "builds on"
    StringId note = noString;
    VertexIndex source = noIndex;
    VertexIndex target = noIndex;
    float weight = 1;
    EdgeKind kind = EdgeKind::Tie;
    Confidence confidence = Confidence::Confirmed;
    Polarity polarity = Polarity::Neutral;
    bool directed = true;
    SectorSet sectors = 0;
    Period period;
    std::vector<Attribute> attributes;

    friend bool operator==(const Edge&, const Edge&) = default;
};

/// A statement about one element, and who makes it.
struct Claim {
    ElementRef about; ///< a vertex or an edge
    StringId statement = noString;
    SourceIndex source = noIndex;
    StringId locator = noString;     ///< where in the source: "¶3", "art. 46"
    StringId attribution = noString; ///< who says so, as the source has it; may be empty
    Confidence confidence = Confidence::Confirmed;
    Period date; ///< when it was said; may be empty

    friend bool operator==(const Claim&, const Claim&) = default;
};

struct Source {
    StringId id = noString;
    StringId title = noString;
    StringId publisher = noString;
    StringId address = noString;
    StringId note = noString;
    Period date;

    friend bool operator==(const Source&, const Source&) = default;
};

} // namespace entente
