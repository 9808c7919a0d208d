#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Vertices where a file has them (`places`, in any unit, y growing downwards as on the screen; not
/// finite: nowhere), the whole picture moved and made larger or smaller, but nothing else: so that
/// marks have about as much room as in other layouts. Those without a place stand around the mean
/// of their neighbours', and those that this does not reach in rows below.
/// O(n log n + m).
std::vector<Point> layoutAsInFile(const LayoutGraph& graph, const std::vector<Point>& places,
                                  const Progress& progress);

/// Whether there are two different places at least, which is what the layout needs.
bool arePlacesOfFile(const std::vector<Point>& places);

} // namespace entente
