#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Moves points away from `centre` as little as frees a disc of that radius there: each keeps its
/// direction, and areas outside keep theirs. Points in the very centre and those with 1 in `stay`
/// (one a point) do not move. O(n).
void clearDisc(std::vector<Point>& points, const Point& centre, double radius,
               const std::vector<std::uint8_t>& stay);

/// The same points spread evenly over a disc: each in the direction from their middle where it is
/// now, and as far out among them, but no two nearer than `distance` as far as there is room; none
/// so near to the centre of the disc, where another stands. O(n log n).
std::vector<Point> spreadOverDisc(const std::vector<Point>& points, const Point& centre,
                                  double radius, double distance);

} // namespace entente
