#pragma once

#include "core/layout/layout.h"
#include "core/model/progress.h"

#include <span>
#include <utility>
#include <vector>

namespace entente {

/// Bundles the edges of a laid-out network by a hierarchy of space, as Holten (2006, "Hierarchical
/// edge bundles", IEEE TVCG 12(5)) does by one that is given: edges of about the same length that
/// join the same two regions run together half way. The regions are the squares of a grid whose
/// mesh grows with the edge's length, seen from two grids so that no border shows.
///
/// Gives one control point of a quadratic curve for each edge; a straight edge has its middle. An
/// edge alone stays straight, and none bends by more than a third of its length. `strength`: 0
/// straight, 1 all of a bundle through one point. Places that are not numbers leave their edges
/// straight. O(m log m); the same whatever the number of threads. Throws Cancelled.
std::vector<Point> bundleEdges(std::span<const Point> places,
                               std::span<const std::pair<std::uint32_t, std::uint32_t>> edges,
                               double strength, const Progress& progress = {});

} // namespace entente
