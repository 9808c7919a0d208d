#include "core/layout/concentric.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <set>

namespace entente {

namespace {

double nearest(const std::vector<Point>& positions) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            least = std::min(least, length(minus(positions[i], positions[j])));
        }
    }
    return least;
}

std::vector<int> hopsFrom(const LayoutGraph& graph, std::vector<std::uint32_t> found) {
    std::vector<int> hops(graph.vertexCount(), -1);
    for (const std::uint32_t v : found) {
        hops[v] = 0;
    }
    for (std::size_t next = 0; next < found.size(); ++next) {
        const std::uint32_t v = found[next];
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (hops[graph.neighbours[arc]] < 0) {
                hops[graph.neighbours[arc]] = hops[v] + 1;
                found.push_back(graph.neighbours[arc]);
            }
        }
    }
    return hops;
}

TEST(Concentric, hasARingForEachDistance) {
    const LayoutGraph graph = scatteredGraph(200, 2);
    for (const std::vector<std::uint32_t>& centres :
         {std::vector<std::uint32_t>{7}, {3, 90}, {3, 90, 150, 11, 12}}) {
        const std::vector<Point> positions = concentricLayout(graph, centres, {});
        const std::vector<int> hops = hopsFrom(graph, centres);
        std::map<int, double> radii;
        for (std::size_t v = 0; v < 200; ++v) {
            const double radius = length(positions[v]);
            EXPECT_NEAR(radii.emplace(hops[v], radius).first->second, radius, 1e-9) << v;
        }
        for (auto ring = std::next(radii.begin()); ring != radii.end(); ++ring) {
            EXPECT_GE(ring->second, std::prev(ring)->second + leastBetweenRings - 1e-9);
        }
        if (centres.size() == 1) {
            EXPECT_EQ(positions[7], Point{});
        } else {
            EXPECT_LT(radii[0], radii[1]);
        }
        EXPECT_GT(nearest(positions), leastOnRing - 1e-6);
    }
}

TEST(Concentric, takesTheVertexWithTheMostNeighboursAndForgetsWrongCentres) {
    const LayoutGraph star = starGraph(12);
    EXPECT_EQ(concentricLayout(star, {}, {})[0], Point{});
    const LayoutGraph path = pathGraph(5);
    const std::vector<Point> positions = concentricLayout(path, {99, 2, 4'000'000'000U, 2}, {});
    EXPECT_EQ(positions[2], Point{});
    EXPECT_EQ(concentricLayout(path, {77}, {}), concentricLayout(path, {}, {}));
}

TEST(Concentric, crossesNoEdgesOfATree) {
    EdgeEnds edges;
    for (std::uint32_t v = 1; v < 85; ++v) {
        edges.emplace_back(v, (v - 1) / 4);
    }
    const LayoutGraph tree = graphOf(85, edges);
    EXPECT_EQ(edgeCrossings(tree, concentricLayout(tree, {0}, {})), 0U);
}

TEST(Concentric, crossesFarFewerEdgesThanRingsInTheGivenOrder) {
    const LayoutGraph graph = gridGraph(8);
    const std::vector<Point> positions = concentricLayout(graph, {27}, {});
    const std::vector<int> hops = hopsFrom(graph, {27});
    std::map<int, std::vector<std::size_t>> rings;
    for (std::size_t v = 0; v < 64; ++v) {
        rings[hops[v]].push_back(v);
    }
    std::vector<Point> given(64);
    for (const auto& [hop, ring] : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const double angle = 6.283 * static_cast<double>(i) / static_cast<double>(ring.size());
            given[ring[i]] = {2.0 * hop * std::cos(angle), 2.0 * hop * std::sin(angle)};
        }
    }
    EXPECT_LT(4 * edgeCrossings(graph, positions), edgeCrossings(graph, given));
}

TEST(Concentric, putsAFewUnreachableOnALastRingAndManyBeside) {
    EdgeEnds edges;
    for (std::uint32_t v = 1; v < 10; ++v) {
        edges.emplace_back(0, v);
    }
    edges.emplace_back(10, 11);
    const std::vector<Point> few = concentricLayout(graphOf(14, edges), {0}, {});
    for (std::size_t v = 10; v < 14; ++v) {
        EXPECT_NEAR(length(few[v]), length(few[13]), 1e-9);
        EXPECT_GT(length(few[v]), length(few[1]) + leastBetweenRings);
    }
    const std::vector<Point> many = concentricLayout(graphOf(500, edges), {0}, {});
    EXPECT_GT(nearest(many), leastOnRing - 1e-6);
    const Bounds bounds = boundsOf(many);
    EXPECT_LT(bounds.width(), 60);
    EXPECT_LT(bounds.height(), 60);
}

TEST(Concentric, bearsAHugeStarAndADeepPath) {
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Point> star = concentricLayout(starGraph(100'000), {}, {});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken.count(), 5); // a second on a free machine
    EXPECT_EQ(star[0], Point{});
    std::set<std::pair<double, double>> different;
    for (const Point& point : star) {
        different.emplace(point.x, point.y);
    }
    EXPECT_EQ(different.size(), 100'001U);
    EXPECT_TRUE(isPlaced(concentricLayout(pathGraph(100'000), {}, {}).back()));
}

TEST(Concentric, bearsNothingAndOneAndStops) {
    EXPECT_TRUE(concentricLayout(graphOf(0, {}), {0}, {}).empty());
    EXPECT_EQ(concentricLayout(graphOf(1, {}), {5}, {}), std::vector<Point>{Point{}});
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(concentricLayout(gridGraph(9), {}, {{}, source.get_token()}), Cancelled);
}

} // namespace

} // namespace entente
