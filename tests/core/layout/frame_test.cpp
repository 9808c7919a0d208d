#include "core/layout/frame.h"

#include "core/layout/geometry.h"

#include <gtest/gtest.h>

#include <numbers>

namespace entente {

namespace {

std::vector<Point> turned(std::vector<Point> points, double angle) {
    for (Point& p : points) {
        p = {p.x * std::cos(angle) - p.y * std::sin(angle),
             p.x * std::sin(angle) + p.y * std::cos(angle)};
    }
    return points;
}

TEST(ConvexHull, leavesOutWhatIsInside) {
    EXPECT_EQ(convexHull({{0, 0}, {2, 0}, {1, 0}, {1, 1}, {2, 2}, {0, 2}}),
              (std::vector<Point>{{0, 0}, {2, 0}, {2, 2}, {0, 2}}));
    EXPECT_EQ(convexHull({{3, 1}}), (std::vector<Point>{{3, 1}}));
}

TEST(TurnToFit, laysALineFlat) {
    std::vector<Point> line = turned({{0, 0}, {1, 0}, {2, 0}, {3, 0}}, 1.1);
    turnToFit(line);
    EXPECT_NEAR(boundsOf(line).width(), 3, 0.01);
    EXPECT_NEAR(boundsOf(line).height(), 0, 0.05);
}

TEST(TurnToFit, setsASquareUpright) {
    std::vector<Point> square = turned({{0, 0}, {4, 0}, {4, 4}, {0, 4}}, 0.6);
    turnToFit(square);
    EXPECT_NEAR(boundsOf(square).height(), 4, 0.05);
}

TEST(TurnToFit, makesAHighRectangleWide) {
    std::vector<Point> rectangle{{0, 0}, {2, 0}, {2, 9}, {0, 9}};
    turnToFit(rectangle);
    EXPECT_NEAR(boundsOf(rectangle).width(), 9, 0.05);
    EXPECT_NEAR(boundsOf(rectangle).height(), 2, 0.3);
}

TEST(AlignTo, findsTurnMirrorAndShift) {
    const std::vector<Point> shape{{0, 0}, {3, 0}, {3, 1}, {-1, 5}};
    std::vector<Point> moved = turned(shape, 2);
    for (Point& point : moved) {
        point = {point.x + 10, -point.y - 4};
    }
    alignTo(shape, {1, 1, 1, 0}, moved);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        EXPECT_NEAR(moved[i].x, shape[i].x, 1e-9);
        EXPECT_NEAR(moved[i].y, shape[i].y, 1e-9);
    }
}

TEST(AlignTo, shiftsWhereOneIsGiven) {
    std::vector<Point> points{{0, 0}, {1, 2}};
    alignTo({{5, 5}, {0, 0}}, {1, 0}, points);
    EXPECT_EQ(points[0], (Point{5, 5}));
    EXPECT_NEAR(length(minus(points[1], points[0])), std::sqrt(5.0), 1e-12);
}

} // namespace

} // namespace entente
