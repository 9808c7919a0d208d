#include "core/layout/geographic.h"

#include "core/layout/geometry.h"
#include "core/layout/random.h"
#include "core/layout/refinement.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <numbers>

namespace entente {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Point nowhere{nan, nan};

void expectNoOverlap(const std::vector<Point>& positions) {
    for (std::size_t i = 0; i < positions.size(); ++i) {
        ASSERT_TRUE(isPlaced(positions[i]));
        for (std::size_t j = 0; j < i; ++j) {
            const Point apart = minus(positions[i], positions[j]);
            EXPECT_GT(length({apart.x / leastWidthBetween, apart.y / leastHeightBetween}), 0.95)
                << i << " and " << j;
        }
    }
}

TEST(NaturalEarth, isAsPublished) {
    // The width of the equator and the height of the pole, and the length of the pole line.
    EXPECT_NEAR(naturalEarth({180, 0}).x, 0.8707 * std::numbers::pi, 1e-12);
    EXPECT_NEAR(naturalEarth({0, 90}).y, -0.52 * 0.8707 * std::numbers::pi, 2e-3);
    EXPECT_NEAR(naturalEarth({180, 90}).x / naturalEarth({180, 0}).x, 0.55, 0.01);
    EXPECT_EQ(naturalEarth({0, 0}), (Point{0, -0.0}));
    EXPECT_NEAR(naturalEarth({30, -40}).y, -naturalEarth({30, 40}).y, 1e-12);
}

TEST(Geographic, keepsNorthUpAndEastRight) {
    // Reykjavik, Cape Town, Tehran, Beijing, Canberra.
    const std::vector<Point> places = {
        {-21.9, 64.1}, {18.4, -33.9}, {51.4, 35.7}, {116.4, 39.9}, {149.1, -35.3}};
    const std::vector<Point> positions = geographicLayout(graphOf(5, {{0, 1}}), places, {});
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = 0; b < 5; ++b) {
            if (places[a].y > places[b].y + 3) {
                EXPECT_LT(positions[a].y, positions[b].y) << a << ' ' << b;
            }
            if (places[a].x > places[b].x + 3) {
                EXPECT_GT(positions[a].x, positions[b].x) << a << ' ' << b;
            }
        }
    }
    expectNoOverlap(positions);
}

TEST(Geographic, doesNotTearThePacificApart) {
    // Fiji, Samoa, Auckland: neighbours across the date line; 542° is 182°.
    const std::vector<Point> positions =
        geographicLayout(graphOf(3, {}), {{178.4, -18.1}, {-171.8, -13.8}, {542, -36.8}}, {});
    EXPECT_LT(positions[0].x, positions[1].x);
    EXPECT_GT(positions[2].x, positions[0].x);
    EXPECT_LT(positions[2].x, positions[1].x);
}

TEST(Geographic, makesASunflowerOfManyOnOneSpot) {
    std::vector<Point> places(100, {2.35, 48.85});
    places.push_back({13.4, 52.5});
    const std::vector<Point> positions = geographicLayout(graphOf(101, {}), places, {});
    expectNoOverlap(positions);
    Bounds bounds;
    for (std::size_t v = 0; v < 100; ++v) {
        bounds.add(positions[v]);
    }
    EXPECT_LT(bounds.width(), 14);
    EXPECT_LT(bounds.height(), 12);
    EXPECT_GT(positions[100].x, positions[0].x);
    EXPECT_LT(positions[100].y, positions[0].y);
}

TEST(Geographic, putsOthersAmidTheirNeighboursAndTheRestBelow) {
    // 3 between 0, 1 and 2; 4 beyond it; 5 – 6 and 7 tied to none of them.
    const LayoutGraph graph = graphOf(8, {{0, 3}, {1, 3}, {2, 3}, {3, 4}, {5, 6}});
    const std::vector<Point> positions =
        geographicLayout(graph, {{0, 0}, {60, 0}, {30, 50}, nowhere, nowhere, {nan, 3}}, {});
    EXPECT_GT(positions[3].x, positions[0].x);
    EXPECT_LT(positions[3].x, positions[1].x);
    EXPECT_GT(positions[3].y, positions[2].y);
    EXPECT_LT(positions[3].y, positions[0].y);
    EXPECT_LT(length(minus(positions[4], positions[3])), 2);
    for (std::size_t v = 5; v < 8; ++v) {
        for (std::size_t u = 0; u < 5; ++u) {
            EXPECT_GT(positions[v].y, positions[u].y + 1);
        }
    }
    expectNoOverlap(positions);
}

TEST(Geographic, separatesACrowdWithoutTurningItRound) {
    Random random(2);
    std::vector<Point> places;
    for (int v = 0; v < 300; ++v) {
        const bool europe = v % 3 != 0;
        places.push_back({europe ? 20 * random.uniform() : 300 * random.uniform() - 150,
                          europe ? 40 + 15 * random.uniform() : 130 * random.uniform() - 60});
    }
    const std::vector<Point> positions = geographicLayout(graphOf(300, {}), places, {});
    expectNoOverlap(positions);
    int right = 0;
    int wrong = 0;
    for (std::size_t a = 0; a < 300; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            if (std::abs(places[a].y - places[b].y) > 2) {
                const bool north = places[a].y > places[b].y;
                ++(north == (positions[a].y < positions[b].y) ? right : wrong);
            }
        }
    }
    EXPECT_GT(right, 20 * wrong);
}

TEST(Geographic, bearsSenselessPlaces) {
    const LayoutGraph graph = scatteredGraph(5, 2);
    const double infinite = std::numeric_limits<double>::infinity();
    for (const std::vector<Point>& places :
         {std::vector<Point>{},
          {{1, 2}},
          {nowhere, nowhere, nowhere, nowhere, nowhere},
          {{infinite, 0}, {0, -infinite}, {1e308, 12}, {-1e308, 91}, {0, -90}, {4, 5}, {6, 7}},
          std::vector<Point>(5, {7, 7})}) {
        expectNoOverlap(geographicLayout(graph, places, {}));
    }
    EXPECT_TRUE(geographicLayout(graphOf(0, {}), {{1, 1}}, {}).empty());
    EXPECT_EQ(geographicLayout(graphOf(1, {}), {}, {}).size(), 1U);
}

TEST(Geographic, bearsAHundredThousand) {
    Random random(9);
    std::vector<Point> places(100'000, nowhere);
    for (std::size_t v = 0; v < 60'000; ++v) {
        places[v] = v % 3 == 0 ? Point{10, 50}
                               : Point{360 * random.uniform() - 180, 140 * random.uniform() - 60};
    }
    for (const Point& point : geographicLayout(scatteredGraph(100'000, 2), places, {})) {
        ASSERT_TRUE(isPlaced(point));
    }
}

} // namespace

} // namespace entente
