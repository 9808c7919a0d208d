#pragma once

#include "core/layout/distances.h"
#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// How far a minimisation may move things.
enum class StressStart : std::uint8_t {
    Rough, ///< the start is only a hint: the first steps carry vertices all the way
    Near,  ///< the start is a picture to keep: steps are short from the beginning
};

/// Minimises stress, the sum over pairs of ((|x_i − x_j| − d_ij) / d_ij)², by stochastic gradient
/// descent over all pairs (Zheng, Pawar & Goodman 2019). `positions` are the start; pinned vertices
/// (1 in `pinned`, which may be empty) stay. Vertices go in blocks, and pairs of blocks that share
/// none run at once, in an order that depends only on the seed. O(n²) a sweep.
void minimiseStress(const DistanceMatrix& distances, std::vector<Point>& positions,
                    const std::vector<std::uint8_t>& pinned, StressStart start, std::uint64_t seed,
                    const Progress& progress);

} // namespace entente
