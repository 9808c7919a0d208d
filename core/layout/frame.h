#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Width over height of the views and pages that pictures are made for.
inline constexpr double frameAspect = 16.0 / 9.0;

/// How large a rectangle can be drawn in a frame of that aspect; with a margin for marks.
double frameScale(double width, double height);

/// The corners of the convex hull, in order around it (Andrew 1979). O(n log n).
std::vector<Point> convexHull(std::vector<Point> points);

/// Turns the picture about its centre so that it fills a frame best. O(n log n).
void turnToFit(std::vector<Point>& positions);

/// Moves and turns `positions`, and mirrors them where that fits better, so that the vertices with
/// 1 in `chosen` come as near as they can to where `targets` has them (least squares). O(n).
void alignTo(const std::vector<Point>& targets, const std::vector<std::uint8_t>& chosen,
             std::vector<Point>& positions);

} // namespace entente
