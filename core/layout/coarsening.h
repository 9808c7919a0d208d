#pragma once

#include "core/layout/layout.h"
#include "core/layout/random.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A graph with fewer vertices that stands for a finer one.
struct Coarsening {
    LayoutGraph graph;
    std::vector<double> masses;        ///< vertices of the finest graph in each
    std::vector<std::uint32_t> parent; ///< of each finer vertex
};

/// Merges vertices of a graph: leaves and what hangs on them alone into their hubs, other vertices
/// in pairs along heavy edges to light neighbours (Walshaw 2003; Hu 2005). `masses` are the
/// vertices' own. The result has as many vertices as the graph where nothing can be merged.
/// O(n + m log m).
Coarsening coarsen(const LayoutGraph& graph, const std::vector<double>& masses, Random& random);

} // namespace entente
