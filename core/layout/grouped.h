#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Groups apart, and inside each a layout by its own edges: the groups are arranged by the edges
/// between them, and turned so that what is tied outside faces outwards as the edges ask.
std::vector<Point> groupedLayout(const LayoutGraph& graph, const std::vector<std::uint32_t>& groups,
                                 std::uint64_t seed, const Progress& progress);

} // namespace entente
