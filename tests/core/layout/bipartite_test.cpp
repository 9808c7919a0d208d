#include "core/layout/bipartite.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "core/layout/random.h"
#include "core/layout/two_layers.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

/// `left` vertices, then `right` ones, each of these tied to a few of the left, in disorder.
LayoutGraph affiliations(std::uint32_t left, std::uint32_t right, std::uint32_t each = 2) {
    Random random(11);
    EdgeEnds edges;
    for (std::uint32_t v = 0; v < right; ++v) {
        const auto home = static_cast<std::uint32_t>(random.below(left));
        for (std::uint32_t i = 0; i < each; ++i) {
            edges.emplace_back((home + i) * 7 % left, left + v);
        }
    }
    return graphOf(left + right, edges);
}

std::vector<std::uint8_t> sidesOf(std::uint32_t left, std::uint32_t right) {
    std::vector<std::uint8_t> sides(left + right, 1);
    std::fill_n(sides.begin(), left, 0);
    return sides;
}

std::uint64_t slowCrossings(const LayoutGraph& graph, const TwoLayers& layers) {
    std::vector<Point> positions(graph.vertexCount());
    for (std::size_t i = 0; i < layers.left.size(); ++i) {
        positions[layers.left[i]] = {0, static_cast<double>(i)};
    }
    for (std::size_t i = 0; i < layers.right.size(); ++i) {
        positions[layers.right[i]] = {1, static_cast<double>(i)};
    }
    return edgeCrossings(graph, positions);
}

TEST(TwoLayers, countsCrossings) {
    const LayoutGraph graph = affiliations(20, 40, 3);
    TwoLayers layers;
    for (std::uint32_t v = 0; v < 60; ++v) {
        (v < 20 ? layers.left : layers.right).push_back(v);
    }
    EXPECT_EQ(crossingsBetween(graph, layers), slowCrossings(graph, layers));
    EXPECT_GT(crossingsBetween(graph, layers), 0U);
}

TEST(TwoLayers, cutsCrossings) {
    for (const std::uint32_t size : {30U, 500U}) {
        const LayoutGraph graph = affiliations(size, 2 * size);
        TwoLayers layers;
        for (std::uint32_t v = 0; v < 3 * size; ++v) {
            (v < size ? layers.left : layers.right).push_back(v);
        }
        const std::uint64_t before = crossingsBetween(graph, layers);
        cutCrossings(graph, layers, {});
        EXPECT_LT(10 * crossingsBetween(graph, layers), before) << size;
        EXPECT_EQ(layers.left.size(), size);
        std::vector<std::uint32_t> all = layers.left;
        all.insert(all.end(), layers.right.begin(), layers.right.end());
        std::ranges::sort(all);
        EXPECT_EQ(std::ranges::unique(all).begin(), all.end());
    }
}

TEST(TwoLayers, findsAnOrderWithoutCrossingsForALadder) {
    EdgeEnds edges;
    for (std::uint32_t i = 0; i < 40; ++i) {
        edges.emplace_back(i * 13 % 40, 40 + i * 27 % 40);
        edges.emplace_back(i * 13 % 40, 40 + (i + 1) % 40 * 27 % 40);
    }
    edges.pop_back(); // else a ring, which must cross
    TwoLayers layers;
    for (std::uint32_t v = 0; v < 80; ++v) {
        (v < 40 ? layers.left : layers.right).push_back(v);
    }
    const LayoutGraph graph = graphOf(80, edges);
    cutCrossings(graph, layers, {});
    EXPECT_EQ(crossingsBetween(graph, layers), 0U);
}

TEST(Bipartite, findsTheSidesWhereThereAreTwo) {
    const LayoutGraph graph = gridGraph(7);
    const std::vector<std::uint8_t> sides = sidesFromEdges(graph);
    for (const Segment& segment : segmentsOf(graph)) {
        EXPECT_NE(sides[segment.a], sides[segment.b]);
    }
    // The hub alone on the left.
    EXPECT_EQ(sidesFromEdges(starGraph(5)), (std::vector<std::uint8_t>{0, 1, 1, 1, 1, 1}));
    // In a complete graph at least a third of the edges stay inside.
    const LayoutGraph cliques = twoCliques(6);
    const std::vector<std::uint8_t> mixed = sidesFromEdges(cliques);
    int inside = 0;
    for (const Segment& segment : segmentsOf(cliques)) {
        inside += mixed[segment.a] == mixed[segment.b] ? 1 : 0;
    }
    EXPECT_EQ(inside, 12);
}

TEST(Bipartite, putsTheSidesInTwoColumns) {
    const LayoutGraph graph = affiliations(10, 30);
    const std::vector<Point> positions = bipartiteLayout(graph, sidesOf(10, 30), {});
    for (std::size_t v = 1; v < 40; ++v) {
        EXPECT_EQ(positions[v].x, positions[v < 10 ? 0 : 10].x);
        for (std::size_t u = v < 10 ? 0 : 10; u < v; ++u) {
            EXPECT_GT(std::abs(positions[u].y - positions[v].y), 0.7);
        }
    }
    EXPECT_LT(positions[0].x + 4, positions[10].x);
    std::vector<Point> given;
    for (std::uint32_t v = 0; v < 40; ++v) {
        given.push_back({v < 10 ? 0.0 : 1.0, static_cast<double>(v < 10 ? v : v - 10)});
    }
    EXPECT_LT(3 * edgeCrossings(graph, positions), edgeCrossings(graph, given));
}

TEST(Bipartite, foldsLongColumns) {
    for (const std::uint32_t size : {45U, 60U, 100U, 1000U, 30'000U}) {
        const std::vector<Point> positions = bipartiteLayout(affiliations(size / 3, size), {}, {});
        const Bounds bounds = boundsOf(positions);
        EXPECT_LT(bounds.height(), 2.5 * bounds.width()) << size;
        EXPECT_LT(bounds.width(), 2.5 * bounds.height()) << size;
        for (std::size_t i = 0; i < std::min<std::size_t>(positions.size(), 1000); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                EXPECT_GT(length(minus(positions[i], positions[j])), 0.75);
            }
        }
    }
}

TEST(Bipartite, bendsColumnsThatHaveEdgesInside) {
    EdgeEnds edges{{0, 2}, {0, 3}, {1, 4}, {1, 5}, {2, 5}};
    const std::vector<Point> positions = bipartiteLayout(graphOf(6, edges), {0, 0, 1, 1, 1, 1}, {});
    EXPECT_NE(positions[2].x, positions[3].x);
    for (std::size_t v = 2; v < 6; ++v) {
        EXPECT_GT(positions[v].x, positions[0].x);
    }
}

TEST(Bipartite, bearsSenselessSides) {
    const LayoutGraph graph = scatteredGraph(9, 2);
    const std::vector<Point> found = bipartiteLayout(graph, {}, {});
    EXPECT_EQ(bipartiteLayout(graph, {1}, {}), found);
    EXPECT_EQ(bipartiteLayout(graph, std::vector<std::uint8_t>(20, 1), {}), found);
    EXPECT_EQ(bipartiteLayout(graph, {0, 1, 0, 1, 0, 1, 0, 1, 255}, {}),
              bipartiteLayout(graph, {0, 1, 0, 1, 0, 1, 0, 1, 1}, {}));
    for (const std::uint8_t side : std::vector<std::uint8_t>{0, 1}) {
        for (const Point& point : bipartiteLayout(graph, std::vector<std::uint8_t>(9, side), {})) {
            EXPECT_TRUE(isPlaced(point));
        }
    }
    EXPECT_TRUE(bipartiteLayout(graphOf(0, {}), {1}, {}).empty());
    EXPECT_EQ(bipartiteLayout(graphOf(1, {}), {}, {}).size(), 1U);
    const std::vector<Point> alone = bipartiteLayout(graphOf(100'000, {}), {}, {});
    EXPECT_NE(alone.front(), alone.back());
}

TEST(Bipartite, bearsAHundredThousand) {
    const std::vector<Point> positions = bipartiteLayout(affiliations(20'000, 80'000), {}, {});
    EXPECT_TRUE(std::ranges::all_of(positions, isPlaced));
}

} // namespace

} // namespace entente
