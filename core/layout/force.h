#pragma once

#include "core/layout/force_descent.h"
#include "core/layout/layout.h"
#include "core/layout/preview.h"

#include <vector>

namespace entente {

/// What a force layout depends on beside the graph.
struct ForceOptions {
    ForceField field;
    /// On the coarser levels, which settle what is far apart: springs that never give way.
    Spring coarseSpring = Spring::Linear;
    double lengthByWeight = 0.5; ///< as in `LayoutOptions`
    double patience = 1;         ///< how many times the usual rounds
    std::uint64_t seed = 1;
};

/// A multilevel force-directed layout of a connected graph (Walshaw 2003; Hachul & Jünger 2004; Hu
/// 2005): the graph is coarsened until it is small, that is laid out from its distances, and each
/// finer one starts from the coarser and is relaxed. Edges are one unit long on average. O(n log n
/// + m) a round.
std::vector<Point> forceLayout(const LayoutGraph& graph, const ForceOptions& options,
                               const Preview& preview, const Progress& progress);

/// Relaxes a given picture, which keeps its size; `heat` as in `ForceDescent::run`. Pinned vertices
/// (1 in `pinned`, which may be empty) stay.
void relax(const LayoutGraph& graph, const ForceOptions& options, std::vector<Point>& positions,
           const std::vector<std::uint8_t>& pinned, double heat, int rounds, const Preview& preview,
           const Progress& progress);

} // namespace entente
