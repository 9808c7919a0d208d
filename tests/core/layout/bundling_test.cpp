#include "core/layout/bundling.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <cmath>
#include <random>

namespace entente {

namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Two clouds far apart, joined by many edges.
struct TwoClouds {
    std::vector<Point> places;
    Edges edges;

    explicit TwoClouds(std::uint32_t each = 60) {
        std::mt19937 random(3);
        std::normal_distribution<double> place(0, 1);
        for (std::uint32_t i = 0; i < 2 * each; ++i) {
            places.push_back({place(random) + (i < each ? 0 : 30), place(random)});
        }
        for (std::uint32_t i = 0; i < 3 * each; ++i) {
            edges.emplace_back(static_cast<std::uint32_t>(random() % each),
                               static_cast<std::uint32_t>(each + random() % each));
        }
    }
};

Point halfWay(const std::vector<Point>& places, const std::pair<std::uint32_t, std::uint32_t>& edge,
              const Point& control) {
    return {(places[edge.first].x + places[edge.second].x) / 4 + control.x / 2,
            (places[edge.first].y + places[edge.second].y) / 4 + control.y / 2};
}

double spread(const std::vector<double>& values) {
    double mean = 0;
    for (const double value : values) {
        mean += value / static_cast<double>(values.size());
    }
    double sum = 0;
    for (const double value : values) {
        sum += (value - mean) * (value - mean);
    }
    return std::sqrt(sum / static_cast<double>(values.size()));
}

TEST(BundlingTest, EdgesBetweenTheSameTwoRegionsRunTogether) {
    const TwoClouds clouds;
    const std::vector<Point> controls = bundleEdges(clouds.places, clouds.edges, 1);
    std::vector<double> straight;
    std::vector<double> bundled;
    for (std::size_t i = 0; i < clouds.edges.size(); ++i) {
        const auto& [a, b] = clouds.edges[i];
        straight.push_back((clouds.places[a].y + clouds.places[b].y) / 2);
        bundled.push_back(halfWay(clouds.places, clouds.edges[i], controls[i]).y);
    }
    EXPECT_LT(spread(bundled), spread(straight) / 2);
}

TEST(BundlingTest, WithoutStrengthAndAloneEdgesAreStraight) {
    const TwoClouds clouds;
    const std::vector<Point> controls = bundleEdges(clouds.places, clouds.edges, 0);
    for (std::size_t i = 0; i < clouds.edges.size(); ++i) {
        const auto& [a, b] = clouds.edges[i];
        EXPECT_DOUBLE_EQ(controls[i].x, (clouds.places[a].x + clouds.places[b].x) / 2);
        EXPECT_DOUBLE_EQ(controls[i].y, (clouds.places[a].y + clouds.places[b].y) / 2);
    }
    const std::vector<Point> places{{0, 0}, {10, 2}, {0, 9}, {1, 9}};
    const Edges edges{{0, 1}, {2, 3}};
    const std::vector<Point> alone = bundleEdges(places, edges, 1);
    EXPECT_DOUBLE_EQ(alone[0].x, 5);
    EXPECT_DOUBLE_EQ(alone[0].y, 1);
}

TEST(BundlingTest, NoEdgeBendsByMoreThanAThirdOfItsLength) {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> place(0, 100);
    std::vector<Point> places;
    Edges edges;
    for (int i = 0; i < 400; ++i) {
        places.push_back({place(random), place(random)});
    }
    for (int i = 0; i < 4000; ++i) {
        edges.emplace_back(random() % 400, random() % 400);
    }
    const std::vector<Point> controls = bundleEdges(places, edges, 1);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Point& a = places[edges[i].first];
        const Point& b = places[edges[i].second];
        const Point half = halfWay(places, edges[i], controls[i]);
        EXPECT_LE(std::hypot(half.x - (a.x + b.x) / 2, half.y - (a.y + b.y) / 2),
                  std::hypot(a.x - b.x, a.y - b.y) * 0.331 + 1e-9);
    }
}

TEST(BundlingTest, TheNumberOfThreadsChangesNoBit) {
    const TwoClouds clouds(3000);
    const std::vector<Point> many = bundleEdges(clouds.places, clouds.edges, 0.8);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const std::vector<Point> single = bundleEdges(clouds.places, clouds.edges, 0.8);
    for (std::size_t i = 0; i < many.size(); ++i) {
        ASSERT_EQ(many[i].x, single[i].x);
        ASSERT_EQ(many[i].y, single[i].y);
    }
}

TEST(BundlingTest, OddNetworksAreHarmlessAndItStopsWhenAsked) {
    EXPECT_TRUE(bundleEdges({}, {}, 1).empty());
    const std::vector<Point> places{{std::nan(""), 0}, {1, 1}, {1, 1}};
    const Edges edges{{0, 1}, {1, 2}, {2, 2}};
    const std::vector<Point> controls = bundleEdges(places, edges, 1);
    EXPECT_DOUBLE_EQ(controls[1].x, 1);
    EXPECT_DOUBLE_EQ(controls[2].y, 1);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(bundleEdges(places, edges, 1, {{}, stop.get_token()}), Cancelled);
}

} // namespace

} // namespace entente
