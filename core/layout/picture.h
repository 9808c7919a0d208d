#pragma once

#include "core/layout/layout.h"
#include "core/layout/preview.h"

#include <span>
#include <vector>

namespace entente {

/// A connected graph laid out from nothing: by stress or force, small ones refined and the fairest
/// of several kept; without overlaps, turned to fill a frame. `room`: as in the options, one a
/// vertex of this graph, or none.
std::vector<Point> connectedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                    std::span<const double> room, const Preview& preview,
                                    const Progress& progress);

/// Any graph laid out from nothing, its connected parts packed.
std::vector<Point> packedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                 const Preview& preview, const Progress& progress);

/// Any graph laid out from `initial`, where not placed ones are NaN and those with 1 in `pinned`
/// are placed and stay. What was placed moves little; what is new comes beside its neighbours.
std::vector<Point> continuedPicture(const LayoutGraph& graph, const std::vector<Point>& initial,
                                    const std::vector<std::uint8_t>& pinned,
                                    const LayoutOptions& options, const Preview& preview,
                                    const Progress& progress);

/// Lays the picture over the pinned vertices' places as well as it can, puts these exactly there,
/// and frees what they cover.
void pin(const std::vector<Point>& initial, const std::vector<std::uint8_t>& pinned,
         std::vector<Point>& positions);

} // namespace entente
