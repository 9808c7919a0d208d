#include "core/layout/disc.h"

#include "core/layout/geometry.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {

namespace {

std::vector<Point> crowd(std::size_t count) {
    std::mt19937 random(5);
    std::normal_distribution<double> place(0, 4);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
        points.push_back({3 + place(random), place(random) - 1});
    }
    return points;
}

TEST(ClearDisc, FreesTheDiscAndKeepsDirectionsAndWhoIsFarther) {
    const Point centre{3, -1};
    const std::vector<Point> before = crowd(200);
    std::vector<Point> points = before;
    points.push_back(centre);
    std::vector<std::uint8_t> stay(points.size(), 0);
    stay[7] = 1;
    clearDisc(points, centre, 6, stay);
    EXPECT_EQ(points[7], before[7]);
    EXPECT_EQ(points.back(), centre);
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Point was = minus(before[i], centre);
        const Point is = minus(points[i], centre);
        EXPECT_NEAR(std::atan2(was.y, was.x), std::atan2(is.y, is.x), 1e-9);
        if (i != 7) {
            EXPECT_GE(length(is), 6);
            EXPECT_NEAR(dot(is, is) - dot(was, was), 36, 1e-6);
        }
    }
}

TEST(SpreadOverDisc, FillsTheDiscWithoutOverlap) {
    const Point centre{10, 20};
    for (const std::size_t count : {1U, 2U, 30U, 400U}) {
        const double radius = 0.45 * std::sqrt(static_cast<double>(count) + 1);
        const std::vector<Point> points = spreadOverDisc(crowd(count), centre, radius, 0.6);
        ASSERT_EQ(points.size(), count);
        std::size_t near = 0;
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_LT(length(minus(points[i], centre)), radius * 1.3 + 0.3);
            near += length(minus(points[i], centre)) < 0.5 ? 1 : 0;
            for (std::size_t j = 0; j < i; ++j) {
                near += length(minus(points[i], points[j])) < 0.5 ? 1 : 0;
            }
        }
        EXPECT_LE(near, count / 20);
    }
}

TEST(SpreadOverDisc, ManyOnOnePointAndNoneAtAllAreBorne) {
    EXPECT_TRUE(spreadOverDisc({}, {0, 0}, 1, 0.5).empty());
    const std::vector<Point> points =
        spreadOverDisc(std::vector<Point>(20, {7, 7}), {0, 0}, 2, 0.5);
    for (std::size_t i = 0; i < points.size(); ++i) {
        ASSERT_TRUE(isPlaced(points[i]));
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_NE(points[i], points[j]);
        }
    }
}

} // namespace

} // namespace entente
