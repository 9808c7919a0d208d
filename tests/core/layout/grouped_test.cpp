#include "core/layout/grouped.h"

#include "core/layout/geometry.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <limits>
#include <numbers>

namespace entente {

namespace {

Point centreOf(const std::vector<Point>& positions, const std::vector<std::uint32_t>& groups,
               std::uint32_t group) {
    Point centre;
    double count = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (groups[v] == group) {
            centre = {centre.x + positions[v].x, centre.y + positions[v].y};
            ++count;
        }
    }
    return {centre.x / count, centre.y / count};
}

/// The widest straight strip, over many directions, between two groups; negative: they mingle.
double stripBetween(const std::vector<Point>& positions, const std::vector<std::uint32_t>& groups,
                    std::uint32_t one, std::uint32_t two) {
    double widest = -std::numeric_limits<double>::infinity();
    for (int degree = 0; degree < 360; ++degree) {
        const double angle = degree * std::numbers::pi / 180;
        double end = -std::numeric_limits<double>::infinity();
        double begin = -end;
        for (std::size_t v = 0; v < positions.size(); ++v) {
            const double along = dot(positions[v], {std::cos(angle), std::sin(angle)});
            if (groups[v] == one) {
                end = std::max(end, along);
            } else if (groups[v] == two) {
                begin = std::min(begin, along);
            }
        }
        widest = std::max(widest, begin - end);
    }
    return widest;
}

TEST(Grouped, keepsGroupsApart) {
    const LayoutGraph graph = scatteredGraph(60, 3);
    for (const std::uint32_t count : {2U, 4U, 7U}) {
        std::vector<std::uint32_t> groups;
        for (std::uint32_t v = 0; v < 60; ++v) {
            // Of different sizes: the first takes about half.
            groups.push_back(v % 2 == 0 ? 0 : v % count);
        }
        const std::vector<Point> positions = groupedLayout(graph, groups, 1, {});
        for (std::uint32_t one = 0; one < count; ++one) {
            for (std::uint32_t two = 0; two < one; ++two) {
                EXPECT_GT(stripBetween(positions, groups, one, two), 1)
                    << one << " and " << two << " of " << count;
            }
        }
    }
}

TEST(Grouped, putsTiedGroupsNearerThanOthers) {
    // Groups of five in a row: 0 – 1 – 2.
    EdgeEnds edges;
    for (std::uint32_t i = 0; i < 5; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            for (const std::uint32_t base : {0U, 5U, 10U}) {
                edges.emplace_back(base + i, base + j);
            }
        }
        edges.emplace_back(i, 5 + i);
        edges.emplace_back(5 + i, 10 + i);
    }
    std::vector<std::uint32_t> groups(15, 7);
    std::fill_n(groups.begin() + 5, 5, 9);
    std::fill_n(groups.begin() + 10, 5, 4'000'000'000U); // numbers need not be dense
    const std::vector<Point> positions = groupedLayout(graphOf(15, edges), groups, 1, {});
    const Point a = centreOf(positions, groups, 7);
    const Point b = centreOf(positions, groups, 9);
    const Point c = centreOf(positions, groups, 4'000'000'000U);
    EXPECT_LT(length(minus(a, b)), length(minus(a, c)));
    EXPECT_LT(length(minus(b, c)), length(minus(a, c)));
}

TEST(Grouped, bearsAGroupForEachVertexAndTooFewNumbers) {
    std::vector<std::uint32_t> own(500);
    for (std::uint32_t v = 0; v < 500; ++v) {
        own[v] = v;
    }
    for (const Point& point : groupedLayout(pathGraph(500), own, 1, {})) {
        EXPECT_TRUE(isPlaced(point));
    }
    EXPECT_EQ(groupedLayout(pathGraph(5), {1}, 1, {}).size(), 5U);
}

} // namespace

} // namespace entente
