#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Between neighbours on one ring, and between rings, at least.
inline constexpr double leastOnRing = 0.9;
inline constexpr double leastBetweenRings = 1.4;

/// Rings by the number of edges from the nearest of `centres` (those out of range do not count;
/// none: the vertex with the most neighbours). Each vertex has a sector of its own for what hangs
/// on it, as in radial trees (Wills 1999; Yee, Fisher, Dhamija & Hearst 2001), then barycentre
/// sweeps from ring to ring cut crossings; small graphs are improved vertex by vertex. What cannot
/// be reached stands on one more ring, or beside as rings of its own. O(n log n + m) a sweep.
std::vector<Point> concentricLayout(const LayoutGraph& graph,
                                    const std::vector<std::uint32_t>& centres,
                                    const Progress& progress);

} // namespace entente
