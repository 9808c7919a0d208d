#include "core/layout/coarsening.h"

#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

Coarsening coarsened(const LayoutGraph& graph, std::uint64_t seed = 1) {
    Random random(seed);
    const std::size_t n = graph.vertexCount();
    return coarsen(graph, std::vector<float>(n, 1), std::vector<std::uint32_t>(n, 1), random);
}

TEST(Coarsening, keepsMassesCountsAndTiesBetweenGroups) {
    const LayoutGraph graph = scatteredGraph(500, 3);
    const Coarsening coarse = coarsened(graph);
    EXPECT_LT(coarse.graph.vertexCount(), 300U);
    EXPECT_EQ(std::accumulate(coarse.masses.begin(), coarse.masses.end(), 0.0F), 500);
    EXPECT_EQ(std::accumulate(coarse.counts.begin(), coarse.counts.end(), 0U), 500U);
    float between = 0;
    for (std::uint32_t v = 0; v < 500; ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (coarse.parent[v] != coarse.parent[graph.neighbours[arc]]) {
                between += graph.weights[arc];
            }
        }
    }
    EXPECT_FLOAT_EQ(std::accumulate(coarse.graph.weights.begin(), coarse.graph.weights.end(), 0.0F),
                    between);
}

TEST(Coarsening, makesNoGroupOfMoreThanFour) {
    const Coarsening coarse = coarsened(scatteredGraph(2000, 4));
    EXPECT_LE(std::ranges::max(coarse.counts), 4U);
}

TEST(Coarsening, gathersTheLeavesOfAStarAndSparesItsHub) {
    const Coarsening coarse = coarsened(starGraph(1000));
    EXPECT_LT(coarse.graph.vertexCount(), 400U);
    EXPECT_LE(coarse.counts[coarse.parent[0]], 4U) << "the hub is collapsed";
}

TEST(Coarsening, neverMergesAdversaries) {
    // A square with two conflictual sides.
    const LayoutGraph graph = makeLayoutGraph(4, {0, 1, 2, 3}, {1, 2, 3, 0}, {}, {1, -1, 1, -1});
    for (std::uint64_t seed = 1; seed < 10; ++seed) {
        const Coarsening coarse = coarsened(graph, seed);
        EXPECT_NE(coarse.parent[1], coarse.parent[2]);
        EXPECT_NE(coarse.parent[3], coarse.parent[0]);
        ASSERT_EQ(coarse.graph.signs.size(), 2U);
        EXPECT_EQ(coarse.graph.signs[0], -1);
        EXPECT_EQ(coarse.graph.weights[0], 2);
    }
}

TEST(Coarsening, leavesIsolatedVerticesAlone) {
    const Coarsening coarse = coarsened(graphOf(5, {}));
    EXPECT_EQ(coarse.graph.vertexCount(), 5U);
}

} // namespace

} // namespace entente
