#pragma once

#include "core/model/dossier.h"

#include <array>
#include <cstdint>
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
    std::string text;                ///< found in a label, a name, an alias, a code or a type
    std::vector<VertexIndex> centres; ///< with `hops`: only their neighbourhood
    unsigned hops = 1;
    std::vector<VertexIndex> hidden;

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
/// statuses count agreements.
struct FacetCounts {
    std::array<std::size_t, mostSectors> sectors{};
    std::array<std::size_t, vertexKindCount> vertexKinds{};
    std::array<std::size_t, statusCount> statuses{};
    std::array<std::size_t, confidenceCount> confidences{};
    std::array<std::size_t, polarityCount> polarities{};
};

/// Evaluates filters over one dossier; keeps what is worth keeping between two evaluations
/// (adjacency, folded texts) and notices nothing of later edits: make a new one after a change.
///
/// Agreements, events and ties must pass the criteria themselves. A participation passes with its
/// agreement or event (and inherits its sectors and polarity where it has none), if its own period
/// and its actor pass; a lineage passes with both its agreements. An actor passes if its kind and
/// its period do and, where the filter restricts sectors, statuses, confidences or polarities, some
/// edge of its passes. Text keeps what matches and its direct neighbours.
class FilterEvaluator {
public:
    explicit FilterEvaluator(const Dossier& dossier);
    ~FilterEvaluator();
    FilterEvaluator(FilterEvaluator&&) noexcept;
    FilterEvaluator& operator=(FilterEvaluator&&) noexcept;

    /// O(vertices + edges), in parallel.
    [[nodiscard]] Visibility evaluate(const Filter& filter) const;
    [[nodiscard]] FacetCounts facets(const Filter& filter) const;

private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

/// "Defence and energy relations, confirmed or reported, 2001 – 2025, within 2 steps of Iran."
/// English; the program translates it from the same parts.
std::string describe(const Filter& filter, const Dossier& dossier);

} // namespace entente
