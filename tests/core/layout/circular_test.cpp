#include "core/layout/circular.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

TEST(Circular, putsAllOnACircle) {
    const std::vector<Point> positions = circularLayout(twoCliques(6), {});
    const double radius = length(positions[0]);
    for (const Point& point : positions) {
        EXPECT_NEAR(length(point), radius, 1e-9);
    }
    EXPECT_GT(length(minus(positions[0], positions[1])), 0.5);
}

TEST(Circular, crossesNoEdgesOfARingOrATree) {
    EdgeEnds ring;
    for (std::uint32_t i = 0; i < 30; ++i) {
        // Numbered so that the order of the vertices is not that of the ring.
        ring.emplace_back(i * 7 % 30, (i + 1) * 7 % 30);
    }
    const LayoutGraph graph = graphOf(30, ring);
    EXPECT_EQ(edgeCrossings(graph, circularLayout(graph, {})), 0U);
    const LayoutGraph star = starGraph(9);
    EXPECT_EQ(edgeCrossings(star, circularLayout(star, {})), 0U);
}

TEST(Circular, crossesFewerEdgesThanTheGivenOrder) {
    const LayoutGraph graph = gridGraph(5);
    std::vector<Point> given;
    for (int i = 0; i < 25; ++i) {
        given.push_back({std::cos(i * 0.2513), std::sin(i * 0.2513)});
    }
    EXPECT_LT(edgeCrossings(graph, circularLayout(graph, {})), edgeCrossings(graph, given) / 2);
}

TEST(Circular, keepsCliquesTogether) {
    const LayoutGraph graph = twoCliques(8);
    const std::vector<Point> positions = circularLayout(graph, {});
    double inside = 0;
    double across = 0;
    for (std::size_t i = 1; i < 8; ++i) {
        inside += length(minus(positions[i], positions[(i + 1) % 8]));
        across += length(minus(positions[i], positions[8 + i]));
    }
    EXPECT_LT(inside, across);
}

TEST(Circular, bearsNothingAndOne) {
    EXPECT_TRUE(circularLayout(graphOf(0, {}), {}).empty());
    EXPECT_EQ(circularLayout(graphOf(1, {}), {}).size(), 1U);
}

} // namespace

} // namespace entente
