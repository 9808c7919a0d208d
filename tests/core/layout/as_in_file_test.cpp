#include "core/layout/as_in_file.h"

#include "core/layout/geometry.h"
#include "core/layout/refinement.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Point nowhere{nan, nan};

double distance(const Point& a, const Point& b) {
    return length(minus(a, b));
}

TEST(AsInFile, keepsTheShapeAndWhichWayIsUp) {
    // A house, in some program's pixels; y grows downwards.
    const std::vector<Point> places = {
        {1000, 500}, {1400, 500}, {1400, 800}, {1000, 800}, {1200, 300}};
    const std::vector<Point> positions =
        layoutAsInFile(graphOf(5, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}), places, {});
    const double scale = distance(positions[0], positions[1]) / 400;
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            EXPECT_NEAR(positions[a].x - positions[b].x, scale * (places[a].x - places[b].x), 1e-9);
            EXPECT_NEAR(positions[a].y - positions[b].y, scale * (places[a].y - places[b].y), 1e-9);
        }
    }
    EXPECT_LT(positions[4].y, positions[0].y) << "the roof stays on top";
    EXPECT_NEAR(boundsOf(positions).left, -boundsOf(positions).right, 1e-9) << "centred";
}

TEST(AsInFile, makesAsMuchRoomAsOtherLayoutsDo) {
    for (const double unit : {1e-6, 1.0, 1e6}) {
        std::vector<Point> places;
        for (int i = 0; i < 400; ++i) {
            places.push_back({unit * (i % 20), unit * (i / 20)});
        }
        const std::vector<Point> positions = layoutAsInFile(gridGraph(20), places, {});
        const double apart = distance(positions[0], positions[1]);
        EXPECT_GT(apart, leastWidthBetween * 0.9);
        EXPECT_LT(apart, 4);
    }
}

TEST(AsInFile, putsWhatHasNoPlaceNearItsNeighbours) {
    std::vector<Point> places = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    places.resize(12, nowhere);
    EdgeEnds edges;
    for (std::uint32_t v = 4; v < 10; ++v) {
        edges.emplace_back(2, v);
    }
    const std::vector<Point> positions = layoutAsInFile(graphOf(12, edges), places, {});
    for (std::size_t v = 4; v < 10; ++v) {
        ASSERT_TRUE(isPlaced(positions[v]));
        EXPECT_LT(distance(positions[v], positions[2]), distance(positions[v], positions[0]));
        EXPECT_LT(distance(positions[v], positions[2]), 3);
        for (std::size_t other = 0; other < v; ++other) {
            EXPECT_GT(distance(positions[v], positions[other]), 0.5) << v << ' ' << other;
        }
    }
    for (std::size_t v = 10; v < 12; ++v) {
        EXPECT_GT(positions[v].y, positions[2].y) << "what has neither stands below";
    }
    const double side = distance(positions[0], positions[1]);
    EXPECT_NEAR(distance(positions[1], positions[2]), side, 1e-9) << "and moves nobody";
}

TEST(AsInFile, takesNoNumberThatIsNoCoordinate) {
    const std::vector<Point> places = {
        {0, 0}, {1, 1}, {1e300, 4}, {nan, 2}, {std::numeric_limits<double>::infinity(), 0}};
    for (const Point& point : layoutAsInFile(graphOf(5, {}), places, {})) {
        EXPECT_TRUE(isPlaced(point));
        EXPECT_LT(std::abs(point.x), 100);
    }
    EXPECT_TRUE(arePlacesOfFile(places));
    EXPECT_FALSE(arePlacesOfFile({{3, 4}, nowhere, {3, 4}}));
    EXPECT_FALSE(arePlacesOfFile({}));
}

TEST(AsInFile, withoutPlacesGivesWayToStress) {
    const LayoutGraph graph = gridGraph(5);
    LayoutOptions options;
    options.algorithm = LayoutAlgorithm::File;
    options.places.assign(25, {3, 3});
    const std::vector<Point> positions = layout(graph, options);
    options.algorithm = LayoutAlgorithm::Stress;
    EXPECT_EQ(positions, layout(graph, options));
}

TEST(AsInFile, movesNothingForTheSakeOfAPin) {
    LayoutOptions options;
    options.algorithm = LayoutAlgorithm::File;
    options.places = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const std::vector<Point> plain = layout(graphOf(4, {{0, 1}}), options);
    options.initial.assign(4, nowhere);
    options.initial[1] = {40, 40};
    options.pinned = {0, 1, 0, 0};
    const std::vector<Point> pinned = layout(graphOf(4, {{0, 1}}), options);
    EXPECT_EQ(pinned[1], (Point{40, 40}));
    EXPECT_EQ(pinned[0], plain[0]);
    EXPECT_EQ(pinned[2], plain[2]);
}

} // namespace

} // namespace entente
