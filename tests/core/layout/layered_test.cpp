#include "core/layout/layered.h"

#include "core/layout/geometry.h"
#include "core/layout/heights.h"
#include "core/layout/quality.h"
#include "core/layout/random.h"
#include "core/layout/refinement.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

constexpr double noTime = std::numeric_limits<double>::quiet_NaN();

void expectNoOverlap(const std::vector<Point>& positions) {
    for (std::size_t i = 0; i < positions.size(); ++i) {
        ASSERT_TRUE(isPlaced(positions[i]));
        for (std::size_t j = 0; j < i; ++j) {
            const Point apart = minus(positions[i], positions[j]);
            EXPECT_TRUE(std::abs(apart.x) > leastWidthBetween - 1e-6 ||
                        std::abs(apart.y) > leastHeightBetween - 1e-6)
                << i << " and " << j;
        }
    }
}

void expectMonotone(const std::vector<double>& times, const std::vector<Point>& positions) {
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (std::isfinite(times[v])) {
            order.push_back(v);
        }
    }
    std::ranges::sort(order, {}, [&](std::size_t v) { return times[v]; });
    double before = -std::numeric_limits<double>::infinity();
    for (std::size_t first = 0; first < order.size();) {
        double last = before;
        std::size_t next = first;
        for (; next < order.size() && times[order[next]] == times[order[first]]; ++next) {
            EXPECT_GE(positions[order[next]].x, before - 1e-9);
            last = std::max(last, positions[order[next]].x);
        }
        before = last;
        first = next;
    }
}

/// A year for most vertices, many of them the same.
std::vector<double> someTimes(std::size_t n) {
    Random random(5);
    std::vector<double> times;
    for (std::size_t v = 0; v < n; ++v) {
        const double part = random.uniform();
        times.push_back(v % 4 == 3 ? noTime : std::floor(2025 - 75 * part * part));
    }
    return times;
}

TEST(Layered, isMonotoneInTimeWithoutOverlaps) {
    for (const std::uint32_t n : {2U, 40U, 60U, 400U}) {
        const std::vector<double> times = someTimes(n);
        const std::vector<Point> positions = layeredLayout(scatteredGraph(n, 2), times, 1, {});
        expectMonotone(times, positions);
        expectNoOverlap(positions);
    }
}

TEST(Layered, isInProportionToTimeWhereThereIsRoom) {
    const std::vector<Point> positions =
        layeredLayout(pathGraph(5), {1900, 1910, 1950, 1990, 2000}, 1, {});
    const double width = positions[4].x - positions[0].x;
    EXPECT_NEAR((positions[1].x - positions[0].x) / width, 0.1, 0.01);
    EXPECT_NEAR((positions[2].x - positions[0].x) / width, 0.5, 0.01);
    // Any unit: days, or seconds before now.
    std::vector<double> seconds;
    for (const double year : {1900, 1910, 1950, 1990, 2000}) {
        seconds.push_back((year - 2020) * 31'556'952.0);
    }
    const std::vector<Point> same = layeredLayout(pathGraph(5), seconds, 1, {});
    EXPECT_NEAR(same[2].x, positions[2].x, 1e-6);
}

TEST(Layered, bearsThatAllHappensAtOnce) {
    const std::vector<Point> positions =
        layeredLayout(scatteredGraph(300, 2), std::vector<double>(300, 1989), 1, {});
    expectNoOverlap(positions);
    const Bounds bounds = boundsOf(positions);
    EXPECT_LT(bounds.height(), 3 * bounds.width());
}

TEST(Layered, putsWhatHasNoTimeAmidItsNeighbours) {
    // 0 … 4 are dated, 5 is tied to the last three, 6 to 5, 7 to nothing.
    const LayoutGraph graph = graphOf(8, {{0, 1}, {1, 2}, {2, 5}, {3, 5}, {4, 5}, {5, 6}});
    const std::vector<double> times = {0, 25, 50, 75, 100, noTime, noTime, noTime};
    const std::vector<Point> positions = layeredLayout(graph, times, 1, {});
    EXPECT_NEAR(positions[5].x, positions[3].x, 1.0);
    EXPECT_NEAR(positions[6].x, positions[3].x, 1.0);
    for (std::size_t v = 0; v < 7; ++v) {
        EXPECT_GT(positions[7].y, positions[v].y + 1);
    }
}

TEST(Layered, hasShorterEdgesAndFewerCrossingsThanAnyOrder) {
    const LayoutGraph graph = scatteredGraph(60, 1);
    const std::vector<double> times = someTimes(60);
    const std::vector<Point> positions = layeredLayout(graph, times, 1, {});
    std::vector<Point> shuffled = positions;
    Random random(3);
    for (std::size_t i = 60; i-- > 1;) {
        std::swap(shuffled[i].y, shuffled[random.below(i + 1)].y);
    }
    EXPECT_LT(5 * edgeCrossings(graph, positions), edgeCrossings(graph, shuffled));
}

TEST(Layered, keepsParallelStoriesApart) {
    // Two chains, numbered in turn: none need cross.
    EdgeEnds edges;
    std::vector<double> times;
    for (std::uint32_t v = 0; v < 24; ++v) {
        times.push_back(v / 2);
        if (v >= 2) {
            edges.emplace_back(v - 2, v);
        }
    }
    const LayoutGraph graph = graphOf(24, edges);
    EXPECT_EQ(edgeCrossings(graph, layeredLayout(graph, times, 1, {})), 0U);
}

TEST(Layered, bearsSenselessTimes) {
    const LayoutGraph graph = scatteredGraph(6, 2);
    const double most = std::numeric_limits<double>::max();
    const double infinite = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& times : {std::vector<double>{},
                                             {1},
                                             {noTime, noTime, noTime, noTime, noTime, noTime},
                                             {-most, most, 0, infinite, -infinite, 1},
                                             {1, 2, 3, 4, 5, 6, 7, 8, 9},
                                             {5e-324, 0, 5e-324, 0, 1e-323, 0}}) {
        const std::vector<Point> positions = layeredLayout(graph, times, 1, {});
        ASSERT_EQ(positions.size(), 6U);
        expectNoOverlap(positions);
    }
    EXPECT_TRUE(layeredLayout(graphOf(0, {}), {1, 2}, 1, {}).empty());
    EXPECT_EQ(layeredLayout(graphOf(1, {}), {3}, 1, {}).size(), 1U);
    expectNoOverlap(layeredLayout(graphOf(50, {}), someTimes(50), 1, {}));
}

TEST(Layered, bearsAHundredThousand) {
    const std::vector<double> times = someTimes(100'000);
    const std::vector<Point> positions = layeredLayout(scatteredGraph(100'000, 1), times, 1, {});
    expectMonotone(times, positions);
    const Bounds bounds = boundsOf(positions);
    EXPECT_GT(bounds.width(), 0.7 * bounds.height());
    EXPECT_LT(bounds.width(), 4 * bounds.height());
}

TEST(Heights, keepOverlappingOnesApart) {
    const std::vector<double> heights =
        heightsFor(starGraph(9), {0, 0, 0.3, 0.5, 0.2, 2, 2, 2.5, 9, 0.1}, 5, 1, {});
    std::vector<Point> positions;
    for (std::size_t v = 0; v < 10; ++v) {
        positions.push_back(
            {std::vector<double>{0, 0, 0.3, 0.5, 0.2, 2, 2, 2.5, 9, 0.1}[v], heights[v]});
    }
    expectNoOverlap(positions);
}

} // namespace

} // namespace entente
