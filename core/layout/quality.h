#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// How true a picture is to its graph. Distances in the graph are counted in edges.
struct LayoutQuality {
    double stress = 0;
    double neighbourhood = 0;
    double edgeLengthVariation = 0;
};

/// The measures below; from `samples` vertices drawn with `seed`, or all where there are no more.
LayoutQuality quality(const LayoutGraph& graph, const std::vector<Point>& positions,
                      std::size_t samples = 500, std::uint64_t seed = 1);

/// The mean over pairs of ((s |x_i − x_j| − d_ij) / d_ij)², at the scale s that makes it least: 0
/// is perfect, 1 is everything on one point. From each of `sources` to all that it reaches. O(n +
/// m) a source.
double normalisedStress(const LayoutGraph& graph, const std::vector<Point>& positions,
                        const std::vector<std::uint32_t>& sources);

/// "np2": the mean Jaccard index of what lies within two edges of a vertex and as many vertices
/// nearest to it in the picture; 1 is perfect. Vertices without neighbours do not count. O(n) a
/// vertex.
double neighbourhoodPreservation(const LayoutGraph& graph, const std::vector<Point>& positions,
                                 const std::vector<std::uint32_t>& vertices);

/// The standard deviation of the edges' lengths over their mean; 0: all are equally long. O(m).
double edgeLengthVariation(const LayoutGraph& graph, const std::vector<Point>& positions);

/// Pairs of edges that cross; those that share an end never do. O(m²).
std::size_t edgeCrossings(const LayoutGraph& graph, const std::vector<Point>& positions);

} // namespace entente
