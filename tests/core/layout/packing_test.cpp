#include "core/layout/packing.h"

#include "core/layout/picture.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace entente {

namespace {

double farthestFrom(const Point& middle, const std::vector<Point>& positions) {
    double farthest = 0;
    for (const Point& point : positions) {
        farthest = std::max(farthest, length(minus(point, middle)));
    }
    return farthest;
}

TEST(Packing, packsIsolatedVerticesIntoADisc) {
    const std::vector<Point> positions = packedPicture(graphOf(5000, {}), {}, {}, {});
    const Bounds bounds = boundsOf(positions);
    const Point middle{(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
    // A disc of 5000 cells one unit wide has this radius; a square's corners are 1.25 times as far.
    const double radius = std::sqrt(5000 / std::numbers::pi);
    EXPECT_LT(farthestFrom(middle, positions), 1.05 * radius);
    EXPECT_GT(farthestFrom(middle, positions), 0.95 * radius);
}

TEST(Packing, keepsPartsApartAndTogether) {
    // A grid, 60 triangles, 60 pairs and 60 single vertices.
    EdgeEnds edges;
    const LayoutGraph grid = gridGraph(12);
    for (const Segment& edge : segmentsOf(grid)) {
        edges.emplace_back(edge.a, edge.b);
    }
    for (std::uint32_t i = 0; i < 60; ++i) {
        const std::uint32_t first = 144 + 3 * i;
        edges.insert(edges.end(), {{first, first + 1}, {first + 1, first + 2}, {first, first + 2}});
        edges.emplace_back(324 + 2 * i, 325 + 2 * i);
    }
    const LayoutGraph graph = graphOf(504, edges);
    const std::vector<Point> positions = packedPicture(graph, {}, {}, {});
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 144; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            nearest = std::min(nearest, length(minus(positions[i], positions[j])));
        }
    }
    EXPECT_GT(nearest, 0.5);
    const Bounds bounds = boundsOf(positions);
    EXPECT_LT(bounds.width() * bounds.height(), 4 * 504);
    EXPECT_LT(std::max(bounds.width(), bounds.height()),
              1.5 * std::min(bounds.width(), bounds.height()));
}

TEST(Packing, isQuickForVeryManySingleVertices) {
    const std::vector<Point> positions = packedPicture(graphOf(100'000, {}), {}, {}, {});
    std::vector<std::pair<double, double>> places;
    for (const Point& point : positions) {
        places.emplace_back(point.x, point.y);
    }
    std::ranges::sort(places);
    EXPECT_EQ(std::ranges::adjacent_find(places), places.end());
}

} // namespace

} // namespace entente
