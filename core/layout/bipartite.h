#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// The two sides of a graph, 0 and 1 a vertex, with no edge inside a side where that can be, else
/// few: breadth first, then by single changes that help. In each connected part the smaller side
/// is 0, and what stands alone is on that. O(n + m) a round.
std::vector<std::uint8_t> sidesFromEdges(const LayoutGraph& graph);

/// Two columns by `sides` (one a vertex; else as `sidesFromEdges` finds them), in an order that
/// crosses few edges, the shorter column's vertices beside their neighbours. Columns of very many
/// are folded into several; where there are edges inside a column, both are bent so that these
/// show. Without `sides`, what has no edges stands below. O(m log n) a sweep.
std::vector<Point> bipartiteLayout(const LayoutGraph& graph, const std::vector<std::uint8_t>& sides,
                                   const Progress& progress);

} // namespace entente
