#pragma once

#include "core/layout/layout.h"
#include "core/layout/random.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A graph with fewer vertices that stands for a finer one.
struct Coarsening {
    LayoutGraph graph;                 ///< weights are sums; without signs where all are positive
    std::vector<float> masses;         ///< sums
    std::vector<std::uint32_t> counts; ///< vertices of the finest graph in each
    std::vector<std::uint32_t> parent; ///< of each finer vertex
};

/// Merges vertices into groups of a few: each joins the neighbouring group that it is tied to most
/// for its size, as long as that stays small (Meyerhenke, Sanders & Schulz 2014); those left alone,
/// as the leaves of a hub are, join others with the same strongest neighbour, so that hubs are not
/// collapsed. Conflictual ties merge nothing. `masses` and `counts` are the vertices' own. O(n +
/// m).
Coarsening coarsen(const LayoutGraph& graph, const std::vector<float>& masses,
                   const std::vector<std::uint32_t>& counts, Random& random);

} // namespace entente
