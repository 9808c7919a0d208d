#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// A place in degrees (longitude from the middle of the map, latitude) in the Natural Earth
/// projection (Patterson 2008; polynomial by Šavrič, Jenny, Patterson, Petrovič & Hurni 2011), for
/// the unit sphere; y grows southwards.
Point naturalEarth(const Point& degrees);

/// Vertices where `places` (degrees east and north; not finite or beyond the poles: unknown) says,
/// around the meridian in the middle of what there is, north up. Those without a place stand by the
/// mean of their neighbours', found breadth first, and those that this does not reach in rows
/// below. Many on one spot are a sunflower (Vogel 1979). O(n log n + m).
std::vector<Point> geographicLayout(const LayoutGraph& graph, const std::vector<Point>& places,
                                    const Progress& progress);

} // namespace entente
