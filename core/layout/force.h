#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// A multilevel force-directed layout of a connected graph (Walshaw 2003; Hu 2005): the graph is
/// coarsened by matching until it is small, the coarsest is laid out by stress, and each finer one
/// starts from the coarser and is relaxed by springs and Barnes–Hut repulsion. O(n log n) a round.
std::vector<Point> forceLayout(const LayoutGraph& graph, std::uint64_t seed,
                               const Progress& progress);

/// Relaxes given positions by springs and repulsion; `heat` is the first step's length in edge
/// lengths. Pinned vertices (1 in `pinned`, which may be empty) stay.
void relax(const LayoutGraph& graph, std::vector<Point>& positions,
           const std::vector<std::uint8_t>& pinned, double heat, int rounds,
           const Progress& progress);

} // namespace entente
