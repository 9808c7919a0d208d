#include "core/layout/quadtree.h"

#include "core/layout/geometry.h"
#include "core/layout/random.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

std::vector<Point> scattered(std::size_t n) {
    Random random(5);
    std::vector<Point> points(n);
    for (Point& point : points) {
        point = {random.uniform() * 40 - 20, random.uniform() * 30 + 5};
    }
    return points;
}

std::vector<Point> repulsionByPairs(const std::vector<Point>& points) {
    std::vector<Point> forces(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < points.size(); ++j) {
            if (i != j) {
                const Point offset = minus(points[i], points[j]);
                const double square = dot(offset, offset);
                forces[i] = {forces[i].x + offset.x / square, forces[i].y + offset.y / square};
            }
        }
    }
    return forces;
}

TEST(Quadtree, isExactWhereNothingIsTakenTogether) {
    const std::vector<Point> points{{0, 0}, {1, 0}, {0, 2}};
    std::vector<Point> forces(3);
    Quadtree(points).repulsion(0, forces);
    // On the first: −1 from the second along x, −2/4 from the third along y.
    EXPECT_NEAR(forces[0].x, -1, 1e-4);
    EXPECT_NEAR(forces[0].y, -0.5, 1e-4);
}

TEST(Quadtree, comesNearTheSumOverPairs) {
    const std::vector<Point> points = scattered(3000);
    const std::vector<Point> exact = repulsionByPairs(points);
    std::vector<Point> forces(points.size());
    Quadtree(points).repulsion(0.9, forces);
    double off = 0;
    double size = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        off += length(minus(forces[i], exact[i]));
        size += length(exact[i]);
    }
    EXPECT_LT(off / size, 0.03);
    EXPECT_GT(off, 0) << "nothing was taken together";
}

TEST(Quadtree, bearsPointsOnOnePlace) {
    std::vector<Point> points(100, {3, 3});
    points.push_back({4, 3});
    std::vector<Point> forces(points.size());
    Quadtree(points).repulsion(0.9, forces);
    EXPECT_NEAR(forces[100].x, 100, 0.1);
    EXPECT_TRUE(isPlaced(forces[0]));
}

TEST(Quadtree, bearsNoPoints) {
    std::vector<Point> forces;
    Quadtree(std::vector<Point>{}).repulsion(0.9, forces);
    EXPECT_TRUE(forces.empty());
}

} // namespace

} // namespace entente
