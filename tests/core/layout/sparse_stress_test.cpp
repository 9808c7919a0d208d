#include "core/layout/sparse_stress.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "core/layout/random.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <numeric>

namespace entente {

namespace {

std::vector<Point> scattered(std::size_t n) {
    Random random(3);
    std::vector<Point> positions(n);
    for (Point& point : positions) {
        point = {random.uniform() * 10, random.uniform() * 10};
    }
    return positions;
}

double stressOf(const LayoutGraph& graph, const std::vector<Point>& positions) {
    std::vector<std::uint32_t> all(graph.vertexCount());
    std::iota(all.begin(), all.end(), 0U);
    return normalisedStress(graph, positions, all);
}

TEST(SparseStress, bringsATriangleToItsSides) {
    const LayoutGraph graph = graphOf(3, {{0, 1}, {1, 2}, {2, 0}});
    std::vector<Point> positions{{0, 0}, {3, 0}, {0, 0.5}};
    SparseStress(graph, {}, {3, 4}, 1, {}).minimise(positions, {}, 300, {});
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(length(minus(positions[i], positions[(i + 1) % 3])), 1, 1e-2);
    }
}

TEST(SparseStress, fitsThePicturesSizeToTheDistances) {
    const LayoutGraph graph = pathGraph(4);
    std::vector<Point> positions{{0, 0}, {5, 0}, {10, 0}, {15, 0}};
    EXPECT_NEAR(SparseStress(graph, {}, {4, 4}, 1, {}).fit(positions), 0, 1e-6);
    EXPECT_NEAR(positions[3].x, 3, 1e-5);
    // All on one point is as wrong as can be.
    std::vector<Point> heap(4, {1, 1});
    EXPECT_EQ(SparseStress(graph, {}, {4, 4}, 1, {}).fit(heap), 1);
}

TEST(SparseStress, ofAllPairsComesToTheLeastStress) {
    const LayoutGraph graph = scatteredGraph(300, 2);
    std::vector<Point> some = scattered(300);
    std::vector<Point> converged = some;
    const SparseStress stress(graph, {}, {300, 4}, 1, {});
    stress.fit(some);
    stress.minimise(some, {}, 100, {});
    stress.fit(converged);
    stress.minimise(converged, {}, 5000, {});
    EXPECT_LT(stressOf(graph, some), 1.03 * stressOf(graph, converged));
    EXPECT_LT(stressOf(graph, converged), 0.2);
}

TEST(SparseStress, ofSomePivotsComesNearThatOfAllPairs) {
    const LayoutGraph graph = gridGraph(30);
    std::vector<Point> sparse = scattered(900);
    std::vector<Point> whole = sparse;
    SparseStress(graph, {}, {60, 4}, 1, {}).minimise(sparse, {}, 500, {});
    SparseStress(graph, {}, {900, 4}, 1, {}).minimise(whole, {}, 500, {});
    EXPECT_LT(stressOf(graph, sparse), 1.1 * stressOf(graph, whole) + 0.01);
}

TEST(SparseStress, usesTheLengthsGiven) {
    const LayoutGraph graph = graphOf(2, {{0, 1}});
    std::vector<Point> positions{{0, 0}, {1, 0}};
    SparseStress(graph, {3, 3}, {2, 4}, 1, {}).minimise(positions, {}, 200, {});
    EXPECT_NEAR(length(minus(positions[0], positions[1])), 3, 0.05);
}

TEST(SparseStress, leavesPinnedVerticesExactlyWhereTheyAre) {
    const LayoutGraph graph = pathGraph(20);
    std::vector<Point> positions = scattered(20);
    const Point before = positions[7];
    std::vector<std::uint8_t> pinned(20, 0);
    pinned[7] = 1;
    SparseStress(graph, {}, {20, 4}, 1, {}).minimise(positions, pinned, 50, {});
    EXPECT_EQ(positions[7], before);
    EXPECT_LT(stressOf(graph, positions), 0.05);
}

TEST(SparseStress, isTheSameToTheLastBitWithAnyNumberOfThreads) {
    const LayoutGraph graph = scatteredGraph(3000, 3);
    const auto run = [&] {
        std::vector<Point> positions = scattered(3000);
        SparseStress(graph, {}, {50, 4}, 1, {}).minimise(positions, {}, 30, {});
        return positions;
    };
    const std::vector<Point> many = run();
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    EXPECT_EQ(run(), many);
}

} // namespace

} // namespace entente
