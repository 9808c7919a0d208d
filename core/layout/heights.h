#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Between two vertices above one another in a layered picture.
inline constexpr double heightBetween = 0.8;

/// The y of vertices whose x is given, so that edges are short and no two vertices overlap: order
/// by a Laplacian eigenvector that owes nothing to x (as Koren & Harel 2004), then barycentre
/// sweeps under least distances (after Dwyer, Marriott & Stuckey 2005); small graphs are improved
/// vertex by vertex. About `height` from top to bottom, more where x leaves no other room. O((n +
/// m) log n) a sweep.
std::vector<double> heightsFor(const LayoutGraph& graph, const std::vector<double>& x,
                               double height, std::uint64_t seed, const Progress& progress);

} // namespace entente
