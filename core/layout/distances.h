#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// The wanted length of each arc, about 1: longer between hubs and where it is conflictual, a
/// little shorter where it is heavy, by `share` (0 to 1). The leaves of a hub that has more of them
/// than fit on a circle around it are wanted on several.
std::vector<float> wantedLengths(const LayoutGraph& graph, double share = 0.5);

/// The wanted length of each arc by weight and sign alone, for graphs too large for more: heavy
/// edges are shorter, by `share` (0 to 1), conflictual ones longer. Empty where all are 1.
std::vector<float> lengthsByWeight(const LayoutGraph& graph, double share);

/// Lengths of the shortest paths from `source`, infinite where there is none: Dijkstra 1959, or
/// breadth first where `lengths` is empty and all edges are 1 long. `distances` has room for all
/// vertices. O(m log n), or O(m).
void distancesFrom(const LayoutGraph& graph, const std::vector<float>& lengths,
                   std::uint32_t source, float* distances);

/// The distances between all pairs of vertices, as a square matrix. 4 n² bytes.
struct DistanceMatrix {
    std::size_t size = 0;
    std::vector<float> values;

    [[nodiscard]] float operator()(std::size_t i, std::size_t j) const {
        return values[i * size + j];
    }
};

/// O(n m log n), in parallel.
DistanceMatrix allDistances(const LayoutGraph& graph, const std::vector<float>& lengths);

/// Coordinates that keep the distances roughly: classical scaling over a few pivots (Brandes & Pich
/// 2007). For a connected graph. O(m log n + n).
std::vector<Point> pivotScaling(const LayoutGraph& graph, const std::vector<float>& lengths,
                                std::uint64_t seed);

} // namespace entente
