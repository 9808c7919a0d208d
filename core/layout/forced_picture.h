#pragma once

#include "core/layout/layout.h"
#include "core/layout/preview.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Up to this many vertices a connected part is laid out by stress over all pairs.
inline constexpr std::size_t mostForStress = 2000;

/// Whether the options ask for a picture that true distances would spoil.
bool restsOnForces(const LayoutOptions& options);

/// A connected graph laid out from nothing by forces and, where that pays, brought to true
/// distances afterwards, as the options' effort and emphasis ask for. Overlaps are left in.
std::vector<Point> forcedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                 const Preview& preview, const Progress& progress);

/// Lets all but the held vertices (1 in `held`) of any graph move a little under the same forces;
/// `heat` as in `ForceDescent::run`. Each connected part moves on its own: between parts nothing
/// pulls, and they would drift apart.
void settleByForces(const LayoutGraph& graph, std::vector<Point>& positions,
                    const std::vector<std::uint8_t>& held, double heat,
                    const LayoutOptions& options, const Preview& preview, const Progress& progress);

} // namespace entente
