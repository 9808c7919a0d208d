#include "core/layout/layout.h"

#include "core/network/network.h"

#include <gtest/gtest.h>

#include <limits>

namespace entente {

namespace {

TEST(LayoutGraph, holdsBothArcsOfAnEdge) {
    const LayoutGraph graph = makeLayoutGraph(3, {2}, {0}, {1.5F}, {1});
    EXPECT_EQ(graph.vertexCount(), 3U);
    EXPECT_EQ(graph.offsets, (std::vector<std::uint32_t>{0, 1, 1, 2}));
    EXPECT_EQ(graph.neighbours, (std::vector<std::uint32_t>{2, 0}));
    EXPECT_EQ(graph.weights, (std::vector<float>{1.5F, 1.5F}));
}

TEST(LayoutGraph, mergesParallelEdgesAndDropsLoops) {
    const LayoutGraph graph = makeLayoutGraph(2, {0, 1, 1}, {1, 0, 1}, {1, 2, 9}, {});
    EXPECT_EQ(graph.neighbours, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(graph.weights, (std::vector<float>{3, 3}));
}

TEST(LayoutGraph, takesTheHeavierSign) {
    const LayoutGraph graph =
        makeLayoutGraph(3, {0, 1, 1, 2}, {1, 0, 2, 1}, {1, 2, 3, 1}, {1, -1, 1, -1});
    EXPECT_EQ(graph.signs, (std::vector<std::int8_t>{-1, -1, 1, 1}));
}

TEST(LayoutGraph, countsUnsoundWeightsAsOne) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    const LayoutGraph graph =
        makeLayoutGraph(5, {0, 1, 2, 3}, {1, 2, 3, 4}, {nan, -2, 0, infinity}, {});
    EXPECT_EQ(graph.weights, (std::vector<float>(8, 1)));
}

TEST(LayoutGraph, isMadeFromANetwork) {
    NetworkEdge edge;
    edge.source = 0;
    edge.target = 1;
    edge.weight = 2;
    edge.sign = -1;
    const Network network({}, {4, 7}, 8, {edge}, {{}});
    const LayoutGraph graph = makeLayoutGraph(network);
    EXPECT_EQ(graph.vertexCount(), 2U);
    EXPECT_EQ(graph.weights, (std::vector<float>{2, 2}));
    EXPECT_EQ(graph.signs, (std::vector<std::int8_t>{-1, -1}));
}

} // namespace

} // namespace entente
