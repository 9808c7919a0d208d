#include "core/layout/overlap.h"

#include "core/layout/geometry.h"

#include <gtest/gtest.h>

#include <set>

namespace entente {

namespace {

double leastGap(const std::vector<Point>& points) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            least = std::min(least, length(minus(points[i], points[j])));
        }
    }
    return least;
}

TEST(Separate, partsWhatIsTooNear) {
    std::vector<Point> points;
    for (int i = 0; i < 50; ++i) {
        points.push_back({0.1 * (i % 7), 0.13 * (i / 7)});
    }
    separate(points, 1, 1, {}, 500);
    EXPECT_GE(leastGap(points), 0.99);
}

TEST(Separate, leavesWhatIsFarApartAlone) {
    std::vector<Point> points{{0, 0}, {1.5, 0}, {0, 1.5}};
    const std::vector<Point> before = points;
    separate(points, 1, 1, {}, 10);
    EXPECT_EQ(points, before);
}

TEST(Separate, movesOnlyTheOneThatIsNotPinned) {
    std::vector<Point> points{{0, 0}, {0.5, 0}};
    separate(points, 1, 1, {1, 0}, 10);
    EXPECT_EQ(points[0], (Point{0, 0}));
    EXPECT_NEAR(points[1].x, 1, 1e-6);
}

TEST(Separate, givesMoreRoomInWidth) {
    std::vector<Point> points{{0, 0}, {0.1, 0}, {5, 5}, {5, 5.1}};
    separate(points, 2, 1, {}, 10);
    EXPECT_NEAR(points[1].x - points[0].x, 2, 0.01);
    EXPECT_NEAR(points[3].y - points[2].y, 1, 0.01);
}

TEST(GiveRoom, partsDiscsOfDifferentWidthsAndPushesTheSmallAside) {
    std::vector<Point> points;
    std::vector<double> widths;
    for (int i = 0; i < 60; ++i) {
        points.push_back({0.31 * (i % 8), 0.29 * (i / 8)});
        widths.push_back(i % 5 == 0 ? 1 + 0.1 * i : 0);
    }
    giveRoom(points, widths, {}, 500);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (widths[i] > 0 || widths[j] > 0) {
                EXPECT_GE(length(minus(points[i], points[j])), 0.49 * (widths[i] + widths[j]))
                    << i << " " << j;
            }
        }
    }
}

TEST(GiveRoom, leavesPinsAndWhatNeedsNoRoom) {
    std::vector<Point> points{{0, 0}, {0.5, 0}, {9, 9}, {9.1, 9}};
    giveRoom(points, std::vector<double>{2, 0, 0, 0}, {0, 1, 0, 0}, 10);
    EXPECT_NEAR(points[0].x, -0.5, 1e-3);
    EXPECT_EQ(points[1], (Point{0.5, 0}));
    EXPECT_EQ(points[3], (Point{9.1, 9}));
}

TEST(MakeRoom, leavesOutThoseThatGetRoomOfTheirOwn) {
    std::vector<Point> points;
    std::vector<double> widths;
    for (int i = 0; i < 100; ++i) {
        points.push_back(i < 50 ? Point{0.01 * i, 0} : Point{i - 40.0, i % 7 * 1.0});
        widths.push_back(i < 50 ? 2 : 0);
    }
    const std::vector<Point> before = points;
    makeRoom(points, 0.7, widths);
    EXPECT_EQ(points, before);
    makeRoom(points, 0.7);
    EXPECT_NE(points, before);
}

TEST(MakeRoom, enlargesACrowdAndKeepsItsShape) {
    std::vector<Point> points;
    for (int i = 0; i < 100; ++i) {
        points.push_back({0.2 * (i % 10), 0.2 * (i / 10)});
    }
    makeRoom(points, 0.7);
    const double scale = points[1].x / 0.2;
    EXPECT_GT(scale, 2);
    EXPECT_LT(scale, 6);
    EXPECT_NEAR(points[99].y, 1.8 * scale, 1e-9);
}

TEST(MakeDistinct, partsEqualsAndKeepsPins) {
    std::vector<Point> points(1000, {4, 2});
    std::vector<std::uint8_t> pinned(1000, 0);
    pinned[77] = 1;
    makeDistinct(points, pinned);
    EXPECT_EQ(points[77], (Point{4, 2}));
    std::set<std::pair<double, double>> different;
    for (const Point& point : points) {
        different.emplace(point.x, point.y);
        EXPECT_LT(length(minus(point, {4, 2})), 0.1);
    }
    EXPECT_EQ(different.size(), 1000U);
}

TEST(MakeDistinct, endsThoughPinsAreOnOnePlace) {
    std::vector<Point> points(3, {1, 1});
    makeDistinct(points, {1, 1, 0});
    EXPECT_EQ(points[0], points[1]);
    EXPECT_NE(points[2], points[1]);
}

} // namespace

} // namespace entente
