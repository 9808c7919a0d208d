#include "core/layout/stress.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

std::vector<std::uint32_t> everyVertex(const LayoutGraph& graph) {
    std::vector<std::uint32_t> vertices;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        vertices.push_back(v);
    }
    return vertices;
}

TEST(Distances, areShortestPaths) {
    // 0 –1– 1 –1– 2 and a long way 0 –5– 2; 3 is apart.
    const LayoutGraph graph = graphOf(4, {{0, 1}, {1, 2}, {0, 2}});
    std::vector<float> lengths(graph.neighbours.size(), 1);
    lengths[1] = 5; // 0 → 2
    lengths[4] = 5; // 2 → 0
    const DistanceMatrix distances = allDistances(graph, lengths);
    EXPECT_EQ(distances(0, 2), 2);
    EXPECT_EQ(distances(2, 1), 1);
    EXPECT_TRUE(std::isinf(distances(0, 3)));
}

TEST(WantedLengths, heavierIsShorterAndConflictLonger) {
    const LayoutGraph graph =
        makeLayoutGraph(5, {0, 1, 2, 3}, {1, 2, 3, 4}, {1, 8, 1, 1}, {1, 1, 1, -1});
    const std::vector<float> lengths = wantedLengths(graph);
    const auto lengthOf = [&](std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t arc = graph.offsets[from]; arc < graph.offsets[from + 1]; ++arc) {
            if (graph.neighbours[arc] == to) {
                return lengths[arc];
            }
        }
        return 0.0F;
    };
    EXPECT_LT(lengthOf(1, 2), lengthOf(2, 3));
    EXPECT_GT(lengthOf(1, 2), 0.5F * lengthOf(2, 3));
    EXPECT_GT(lengthOf(3, 4), lengthOf(0, 1));
    EXPECT_EQ(lengthOf(1, 2), lengthOf(2, 1));
}

TEST(WantedLengths, leavesOfAHubStandOnCircles) {
    const std::vector<float> few = wantedLengths(starGraph(12));
    EXPECT_EQ(*std::ranges::min_element(few), *std::ranges::max_element(few));
    const std::vector<float> many = wantedLengths(starGraph(200));
    EXPECT_GT(*std::ranges::max_element(many), *std::ranges::min_element(many) + 3);
}

TEST(Stress, straightensAPath) {
    const LayoutGraph graph = pathGraph(30);
    const std::vector<float> lengths(graph.neighbours.size(), 1);
    std::vector<Point> positions = pivotScaling(graph, lengths, 3);
    minimiseStress(allDistances(graph, lengths), positions, {}, StressStart::Rough, 3, {});
    EXPECT_LT(normalisedStress(graph, positions, everyVertex(graph)), 1e-4);
    EXPECT_NEAR(length(minus(positions[0], positions[29])), 29, 0.5);
}

TEST(Stress, unfoldsAGridInBlocks) {
    const LayoutGraph graph = gridGraph(20); // enough vertices for blocks
    const std::vector<float> lengths(graph.neighbours.size(), 1);
    std::vector<Point> positions = pivotScaling(graph, lengths, 1);
    minimiseStress(allDistances(graph, lengths), positions, {}, StressStart::Rough, 1, {});
    // Distances in a grid are longer than the straight ways: about 0.013 is the least.
    EXPECT_LT(normalisedStress(graph, positions, everyVertex(graph)), 0.016);
    EXPECT_EQ(edgeCrossings(graph, positions), 0U);
}

TEST(Stress, leavesPinnedVerticesExactly) {
    const LayoutGraph graph = pathGraph(5);
    const std::vector<float> lengths(graph.neighbours.size(), 1);
    std::vector<Point> positions{{0, 0}, {9, 9}, {3, 1}, {0.1, 0.2}, {5, 5}};
    const std::vector<Point> before = positions;
    minimiseStress(allDistances(graph, lengths), positions, {1, 0, 0, 1, 0}, StressStart::Rough, 1,
                   {});
    EXPECT_EQ(positions[0], before[0]);
    EXPECT_EQ(positions[3], before[3]);
    EXPECT_NE(positions[1], before[1]);
}

TEST(Stress, stopsWhenAsked) {
    const LayoutGraph graph = gridGraph(10);
    const std::vector<float> lengths(graph.neighbours.size(), 1);
    std::vector<Point> positions(100);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(minimiseStress(allDistances(graph, lengths), positions, {}, StressStart::Rough, 1,
                                {{}, source.get_token()}),
                 Cancelled);
}

} // namespace

} // namespace entente
