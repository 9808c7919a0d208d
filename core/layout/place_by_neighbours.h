#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Where the placed neighbours of a vertex are on average.
struct NeighboursMean {
    Point place;
    std::size_t count = 0; ///< of placed neighbours; 0: there is no mean
};
NeighboursMean meanOfNeighbours(const LayoutGraph& graph, const std::vector<Point>& positions,
                                std::uint32_t vertex);

/// Gives vertices without a position (not finite) the mean of their neighbours', those nearest to a
/// placed one first; what no placed one is connected with stays without. O(n log n + m).
void placeByNeighbours(const LayoutGraph& graph, std::vector<Point>& positions);

} // namespace entente
