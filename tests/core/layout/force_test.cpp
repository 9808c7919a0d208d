#include "core/layout/force.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

ForceOptions with(Spring spring) {
    ForceOptions options;
    options.field.spring = spring;
    return options;
}

/// Communities of 50, five ties a vertex inside, two to anywhere.
LayoutGraph communities(std::uint32_t count) {
    EdgeEnds edges;
    std::uint64_t state = 88172645463325252ULL;
    const auto next = [&state] {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return state;
    };
    const std::uint32_t n = 50 * count;
    for (std::uint32_t v = 0; v < n; ++v) {
        for (int i = 0; i < 5; ++i) {
            edges.emplace_back(v, v / 50 * 50 + static_cast<std::uint32_t>(next() % 50));
        }
        for (int i = 0; i < 2; ++i) {
            edges.emplace_back(v, static_cast<std::uint32_t>(next() % n));
        }
    }
    return graphOf(n, edges);
}

TEST(ForceLayout, makesEdgesOneLongOnAverage) {
    const LayoutGraph graph = scatteredGraph(800, 2);
    const std::vector<Point> positions = forceLayout(graph, {}, {}, {});
    double sum = 0;
    for (const Segment& segment : segmentsOf(graph)) {
        sum += length(minus(positions[segment.a], positions[segment.b]));
    }
    EXPECT_NEAR(sum / (static_cast<double>(graph.neighbours.size()) / 2), 1, 1e-6);
}

TEST(ForceLayout, keepsCommunitiesTheBetterTheSofterItsSprings) {
    const LayoutGraph graph = communities(60);
    const auto preserved = [&](Spring spring) {
        return quality(graph, forceLayout(graph, with(spring), {}, {})).neighbourhood;
    };
    const double linear = preserved(Spring::Linear);
    const double yielding = preserved(Spring::Yielding);
    EXPECT_GT(linear, 0.1);
    EXPECT_GT(yielding, 1.2 * linear);
}

TEST(ForceLayout, drawsAdversariesFurtherApartThanAllies) {
    // Two blocs of ten, all allied inside; five ties between them, of one or the other kind.
    const auto distanceBetween = [](std::int8_t sign) {
        std::vector<std::uint32_t> sources;
        std::vector<std::uint32_t> targets;
        std::vector<std::int8_t> signs;
        for (std::uint32_t i = 0; i < 10; ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                for (const std::uint32_t bloc : {0U, 10U}) {
                    sources.push_back(bloc + i);
                    targets.push_back(bloc + j);
                    signs.push_back(1);
                }
            }
        }
        for (std::uint32_t i = 0; i < 6; ++i) {
            sources.push_back(i);
            targets.push_back(10 + i);
            signs.push_back(i == 5 ? std::int8_t{1} : sign);
        }
        const std::vector<Point> positions =
            forceLayout(makeLayoutGraph(20, sources, targets, {}, signs), {}, {}, {});
        double between = 0;
        double inside = 0;
        for (std::size_t i = 0; i < 10; ++i) {
            between += length(minus(positions[i], positions[10 + i]));
            inside += length(minus(positions[i], positions[(i + 1) % 10]));
        }
        return between / inside;
    };
    EXPECT_GT(distanceBetween(-1), 1.5 * distanceBetween(1));
}

TEST(ForceLayout, holdsTogetherWhatOnlyConflictTies) {
    const std::vector<Point> positions =
        forceLayout(makeLayoutGraph(3, {0, 1}, {1, 2}, {}, {-1, -1}), {}, {}, {});
    const Bounds bounds = boundsOf(positions);
    EXPECT_LT(bounds.width() + bounds.height(), 10);
    EXPECT_GT(length(minus(positions[0], positions[1])), 0.1);
}

TEST(ForceLayout, gravityDrawsTogether) {
    // A long path spreads less, measured in its edges, when it is drawn to the middle.
    const LayoutGraph graph = pathGraph(400);
    ForceOptions heavy;
    heavy.field.gravity = 1;
    const Bounds free = boundsOf(forceLayout(graph, {}, {}, {}));
    const Bounds drawn = boundsOf(forceLayout(graph, heavy, {}, {}));
    EXPECT_LT(drawn.width() * drawn.height(), 0.7 * free.width() * free.height());
}

TEST(ForceLayout, showsWholePicturesOnTheWay) {
    const LayoutGraph graph = scatteredGraph(20'000, 3);
    int shown = 0;
    const Preview preview([&](const std::vector<Point>& positions) {
        ++shown;
        ASSERT_EQ(positions.size(), graph.vertexCount());
        EXPECT_TRUE(std::ranges::all_of(positions, isPlaced));
    });
    const std::vector<Point> watched = forceLayout(graph, {}, preview, {});
    EXPECT_GT(shown, 0);
    EXPECT_EQ(watched, forceLayout(graph, {}, {}, {})) << "watching changed the result";
}

TEST(Relax, movesASettledPictureLittleAndKeepsItsSize) {
    const LayoutGraph graph = scatteredGraph(3000, 3);
    const std::vector<Point> before = forceLayout(graph, {}, {}, {});
    std::vector<Point> positions = before;
    relax(graph, {}, positions, {}, 0.5, 15, {}, {});
    double moved = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        moved += length(minus(positions[v], before[v])) / static_cast<double>(positions.size());
    }
    EXPECT_LT(moved, 0.25);
    EXPECT_NEAR(boundsOf(positions).width(), boundsOf(before).width(),
                0.15 * boundsOf(before).width());
}

TEST(Relax, leavesPinnedVerticesExactlyWhereTheyAre) {
    const LayoutGraph graph = scatteredGraph(3000, 3);
    std::vector<Point> positions = forceLayout(graph, {}, {}, {});
    positions[100] = {0.123456789012345, 7};
    std::vector<std::uint8_t> pinned(3000, 0);
    pinned[100] = 1;
    relax(graph, {}, positions, pinned, 0.5, 10, {}, {});
    EXPECT_EQ(positions[100], (Point{0.123456789012345, 7}));
}

TEST(NaturalScale, isWhereForcesBalanceOnTheWhole) {
    // Two of mass 2, an edge of pull 4 between them at distance 1: 4 s² = 2 · 2, so s = 1.
    LayoutGraph pair = graphOf(2, {{0, 1}});
    pair.weights = {4, 4};
    const Bodies bodies{{0, 1}, {0, 0}, {2, 2}};
    EXPECT_NEAR(naturalScale(pair, {}, bodies), 1, 1e-6);
    pair.weights = {1, 1};
    EXPECT_NEAR(naturalScale(pair, {}, bodies), 2, 1e-6);
    EXPECT_EQ(naturalScale(pair, {}, {{1, 1}, {1, 1}, {2, 2}}), 1);
}

} // namespace

} // namespace entente
