#pragma once

#include "core/network/filter_failures.h"

#include <span>
#include <vector>

namespace entente {

/// The edges at each vertex of a dossier, both ways round.
class Incidence {
public:
    /// One edge as seen from one of its ends.
    struct Arc {
        VertexIndex other;
        EdgeIndex edge : 31;
        EdgeIndex isTie : 1; ///< kept here because looking it up in the table costs a cache miss
    };

    /// Leaves out removed and dangling edges. O(vertices + edges). For up to 2³¹ edges.
    explicit Incidence(const Dossier& dossier);

    [[nodiscard]] std::span<const Arc> at(VertexIndex row) const {
        return {arcs_.data() + offsets_[row], offsets_[row + 1] - offsets_[row]};
    }

private:
    std::vector<std::uint32_t> offsets_;
    std::vector<Arc> arcs_;
};

/// Where a neighbourhood begins and what it may pass through.
struct NeighbourhoodQuery {
    std::vector<VertexIndex> centres;
    /// Within reach too, but nothing beyond them.
    std::vector<VertexIndex> rim;
    unsigned hops = 1;
    /// One byte (0 or 1) a vertex: nothing else is entered. Empty: no such limit.
    RowBytes within;
};

/// One byte (0 or 1) a vertex: within `hops` of a centre through rows that fail nothing but
/// `pardoned`. A tie is one hop; so is the way from an actor through an agreement or event to
/// another actor (the agreement lies half-way, and is reached by half a hop); from a centre that
/// is itself an agreement or event, its participants and its lineage are one hop away. Breadth
/// first in half hops, in parallel: O(what is reached and its edges).
RowBytes neighbourhood(const Dossier& dossier, const Incidence& incidence,
                       const FilterFailures& failures, std::uint8_t pardoned,
                       const NeighbourhoodQuery& query);

} // namespace entente
