#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// The vertices of a graph on a circle, in an order that crosses few edges: greedy by the number of
/// neighbours already placed, then sifting (Baur & Brandes 2004) for graphs of a few hundred
/// vertices. O(n + m log n), sifting O(n m) a round.
std::vector<Point> circularLayout(const LayoutGraph& graph, const Progress& progress);

} // namespace entente
