#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// The wanted length of each arc: longer where it runs between hubs or is conflictual, a little
/// shorter where it is heavy. About 1.
std::vector<float> wantedLengths(const LayoutGraph& graph);

/// Minimises stress, the sum over pairs of ((|x_i − x_j| − d_ij) / d_ij)², for a connected graph, by
/// stochastic gradient descent over all pairs (Zheng, Pawar & Goodman 2019), d_ij being the length
/// of the shortest path. `positions` are the start; pinned vertices (1 in `pinned`, which may be
/// empty) stay. O(n² · sweeps) time, 4 n² bytes.
void minimiseStress(const LayoutGraph& graph, const std::vector<float>& lengths,
                    std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned,
                    std::uint64_t seed, bool fromScratch, const Progress& progress);

/// A start for `minimiseStress`: classical scaling over a few pivots (Brandes & Pich 2007).
std::vector<Point> pivotScaling(const LayoutGraph& graph, const std::vector<float>& lengths,
                                std::uint64_t seed);

} // namespace entente
