#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Gives vertices without a position (not finite) the mean of their neighbours', those nearest to a
/// placed one first; what no placed one is connected with stays without. O(n log n + m).
void placeByNeighbours(const LayoutGraph& graph, std::vector<Point>& positions);

} // namespace entente
