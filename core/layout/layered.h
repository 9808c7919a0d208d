#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// From left to right by `times` (one a vertex, in any unit; not finite: none): later is never
/// further left, and x is in proportion to time as far as crowded times leave room. Vertices
/// without a time stand at the median of their neighbours, found breadth first, and those that this
/// does not reach below; y as `heightsFor` chooses it. Without any times, as `concentricLayout`.
std::vector<Point> layeredLayout(const LayoutGraph& graph, const std::vector<double>& times,
                                 std::uint64_t seed, const Progress& progress);

} // namespace entente
