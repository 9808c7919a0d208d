#include "core/layout/quality.h"

#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {

namespace {

const std::vector<std::uint32_t> allOfThree{0, 1, 2};

TEST(Quality, stressOfAStraightPathIsZeroAtAnyScale) {
    const std::vector<Point> positions{{0, 0}, {7, 0}, {14, 0}};
    EXPECT_NEAR(normalisedStress(pathGraph(3), positions, allOfThree), 0, 1e-12);
}

TEST(Quality, stressOfABentPath) {
    // Right angle: ratios 1, 1 and √2/2. s = (2 + √2/2) / 2.5, stress = 1 − (2 + √2/2)² / (2.5 ·
    // 3).
    const std::vector<Point> positions{{1, 0}, {0, 0}, {0, 1}};
    const double sum = 2 + std::sqrt(2.0) / 2;
    EXPECT_NEAR(normalisedStress(pathGraph(3), positions, allOfThree), 1 - sum * sum / 7.5, 1e-12);
}

TEST(Quality, stressOfOnePointIsOne) {
    EXPECT_EQ(normalisedStress(pathGraph(3), std::vector<Point>(3), allOfThree), 1);
}

TEST(Quality, stressLeavesOutPairsThatNothingJoins) {
    const LayoutGraph graph = graphOf(4, {{0, 1}, {2, 3}});
    const std::vector<Point> positions{{0, 0}, {2, 0}, {500, 3}, {500, 5}};
    EXPECT_NEAR(normalisedStress(graph, positions, {0, 1, 2, 3}), 0, 1e-12);
    EXPECT_EQ(normalisedStress(graphOf(2, {}), {{0, 0}, {1, 1}}, {0, 1}), 0);
}

TEST(Quality, neighbourhoodOfAStraightPathIsKept) {
    // Of vertex 0 the ball is {1, 2}, of 2 it is {0, 1, 3, 4}: just the nearest ones.
    const LayoutGraph graph = pathGraph(6);
    std::vector<Point> positions;
    for (int i = 0; i < 6; ++i) {
        positions.push_back({static_cast<double>(i), 0});
    }
    EXPECT_EQ(neighbourhoodPreservation(graph, positions, {0, 2}), 1);
}

TEST(Quality, neighbourhoodOfAFoldedPath) {
    // Vertex 0 has the ball {1, 2}; nearest to it are 5 and 1: one of three is common.
    const std::vector<Point> positions{{0, 0}, {1, 0}, {2, 0}, {2, 0.5}, {1, 0.5}, {0, 0.5}};
    EXPECT_NEAR(neighbourhoodPreservation(pathGraph(6), positions, {0}), 1.0 / 3, 1e-12);
}

TEST(Quality, edgeLengthVariation) {
    EXPECT_NEAR(edgeLengthVariation(pathGraph(3), {{0, 0}, {2, 0}, {2, 2}}), 0, 1e-12);
    // Lengths 1 and 3: mean 2, deviation 1.
    EXPECT_NEAR(edgeLengthVariation(pathGraph(3), {{0, 0}, {1, 0}, {4, 0}}), 0.5, 1e-12);
    EXPECT_EQ(edgeLengthVariation(graphOf(2, {}), {{0, 0}, {1, 0}}), 0);
}

TEST(Quality, countsCrossings) {
    const LayoutGraph square = graphOf(4, {{0, 2}, {1, 3}, {0, 1}});
    EXPECT_EQ(edgeCrossings(square, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}), 1U);
    EXPECT_EQ(edgeCrossings(square, {{0, 0}, {1, 0}, {0, 1}, {1, 1}}), 0U);
}

TEST(Quality, samplesWhatItIsAskedFor) {
    const LayoutGraph graph = gridGraph(20);
    std::vector<Point> positions;
    for (int i = 0; i < 400; ++i) {
        positions.push_back({static_cast<double>(i % 20), static_cast<double>(i / 20)});
    }
    const LayoutQuality all = quality(graph, positions, 400);
    const LayoutQuality some = quality(graph, positions, 60);
    EXPECT_NEAR(some.stress, all.stress, 0.01);
    EXPECT_NEAR(some.neighbourhood, all.neighbourhood, 0.05);
    EXPECT_EQ(some.edgeLengthVariation, 0);
}

} // namespace

} // namespace entente
