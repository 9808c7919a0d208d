#pragma once

#include "core/network/attribute_index.h"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// A set of values of a small enumeration: bit i stands for the i-th value.
using KindSet = std::uint16_t;
inline constexpr KindSet everyKind = 0xFFFF;

template <typename Enumeration>
constexpr KindSet kindBit(Enumeration value) {
    return static_cast<KindSet>(1U << static_cast<unsigned>(value));
}

/// What an attribute of vertices or of edges must say. Asks only vertices (edges) of kinds in which
/// the attribute occurs.
struct AttributeCriterion {
    enum class Test : std::uint8_t {
        OneOf,    ///< one of `values`
        Contains, ///< `text`; case and diacritics do not matter
        Range,    ///< a number from `least` to `most`; what is no number counts as absent
    };

    ElementKind of = ElementKind::Vertex;
    StringId name = noString;
    Test test = Test::OneOf;
    std::optional<std::vector<StringId>> values; ///< nothing: whichever
    std::string text;
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    bool absent = true; ///< lets through what does not have the attribute

    /// Whether it may hide anything of some dossier.
    [[nodiscard]] bool restricts() const;
    friend bool operator==(const AttributeCriterion&, const AttributeCriterion&) = default;
};

/// What of a dossier is shown. Criteria combine by "and"; a default filter lets everything through.
struct Filter {
    enum class SectorMode : std::uint8_t { Any, All };

    SectorSet sectors = allSectors; ///< `allSectors`: sectors do not matter
    SectorMode sectorMode = SectorMode::Any;
    std::optional<DaySpan> window; ///< inclusive; an instant where first == last
    KindSet vertexKinds = everyKind;
    KindSet edgeKinds = everyKind;
    KindSet statuses = everyKind;    ///< of agreements
    KindSet confidences = everyKind; ///< of agreements, events and edges
    KindSet polarities = everyKind;  ///< of agreements, events and ties
    /// Words, each found in a label, a name, an alias, a code or a type; case and diacritics of
    /// Latin, Greek and Cyrillic do not matter.
    std::string text;
    std::vector<VertexIndex> centres; ///< with `hops`: only their neighbourhood
    unsigned hops = 1;
    std::vector<VertexIndex> hidden;
    std::vector<AttributeCriterion> attributes;

    /// Whether it may hide anything of some dossier.
    [[nodiscard]] bool restricts() const;
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// What a filter lets through, one byte (0 or 1) a row of the dossier's tables.
struct Visibility {
    std::vector<std::uint8_t> vertices;
    std::vector<std::uint8_t> edges;

    friend bool operator==(const Visibility&, const Visibility&) = default;
};

/// How many elements each value of each criterion would show, all other criteria being as they are.
/// Sectors, confidences and polarities count agreements, events and ties; kinds count vertices;
/// statuses count agreements. Text and neighbourhood are taken over what is let through when the
/// facet's own criterion lets everything through. Attributes count vertices or edges of every kind.
struct FacetCounts {
    /// Of one criterion: the values of its `AttributeIndex`, and what has none.
    struct Attribute {
        std::vector<std::size_t> values;
        std::size_t absent = 0;
    };

    std::array<std::size_t, mostSectors> sectors{};
    std::array<std::size_t, vertexKindCount> vertexKinds{};
    std::array<std::size_t, statusCount> statuses{};
    std::array<std::size_t, confidenceCount> confidences{};
    std::array<std::size_t, polarityCount> polarities{};
    std::vector<Attribute> attributes; ///< one a criterion of the filter
};

/// Evaluates filters over one dossier; keeps what is worth keeping between two evaluations
/// (adjacency, folded texts) and notices nothing of later edits: make a new one after a change.
/// The dossier must outlive it. Results do not depend on the number of threads.
///
/// Agreements, events and ties must pass the criteria themselves. A participation passes with its
/// agreement or event (and inherits its sectors and polarity where it has none), if its own period
/// and its actor pass; one that has sectors passes if any of them is wanted, also where the filter
/// asks for all. A lineage passes with both its agreements. Neither is surer than what it belongs
/// to: its confidence is the lesser of its own and theirs.
///
/// An actor passes if its kind, its period and its attributes do and, where the filter restricts
/// sectors, statuses, confidences, polarities or attributes of edges, agreements or events, some
/// edge of its passes. With a time window, an actor whose own
/// period is not known must have such an edge too; one whose period is known and overlaps the
/// window stays. Elements without a date are in every window.
///
/// Text keeps what matches (every word is found in some text of the element) and its direct
/// neighbours; a tie whose type matches keeps both its ends. The neighbourhood of the centres is
/// then taken over what all else lets through: a tie is one hop, and so is the way from an actor
/// through an agreement or event to another actor, what lies between being shown; from an agreement
/// or event its participants are one hop away; a lineage takes half a hop from one agreement to the
/// other. Text's direct neighbours are those within one such hop. All edges between vertices that
/// stay are shown.
class FilterEvaluator {
public:
    explicit FilterEvaluator(const Dossier& dossier);
    ~FilterEvaluator();
    FilterEvaluator(FilterEvaluator&&) noexcept;
    FilterEvaluator& operator=(FilterEvaluator&&) noexcept;

    /// O(vertices + edges), in parallel; the first filter with a text or with centres also folds
    /// the texts or builds the adjacency.
    [[nodiscard]] Visibility evaluate(const Filter& filter) const;
    /// As `evaluate`, and once more for each restricted criterion where there is a text or a
    /// neighbourhood, or where the criterion is about an attribute.
    [[nodiscard]] FacetCounts facets(const Filter& filter) const;
    /// An attribute's values, kept for the next time: the first call for each is O(rows).
    [[nodiscard]] std::shared_ptr<const AttributeIndex> attribute(ElementKind of,
                                                                  StringId name) const;

private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

/// "Defence and energy relations, confirmed or reported, 2001 – 2025, within 2 steps of Iran."
/// English; one sentence; names whatever the filter restricts.
std::string describe(const Filter& filter, const Dossier& dossier);

} // namespace entente
