#include "core/layout/picture.h"

#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "core/layout/refinement.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

#include <limits>

namespace entente {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool noOverlap(const std::vector<Point>& positions) {
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (length(minus(positions[i], positions[j])) < leastHeightBetween * 0.9) {
                return false;
            }
        }
    }
    return true;
}

std::vector<Point> pictureOf(const LayoutGraph& graph) {
    return packedPicture(graph, {}, {}, {});
}

TEST(Picture, crossesNoEdgesOfSmallPlanarGraphs) {
    EdgeEnds tree;
    for (std::uint32_t v = 1; v < 31; ++v) {
        tree.emplace_back(v, (v - 1) / 2);
    }
    EdgeEnds ladder;
    for (std::uint32_t v = 0; v < 8; ++v) {
        ladder.emplace_back(v, v + 8);
        if (v > 0) {
            ladder.emplace_back(v - 1, v);
            ladder.emplace_back(v + 7, v + 8);
        }
    }
    for (const LayoutGraph& graph :
         {graphOf(31, tree), graphOf(16, ladder), gridGraph(5), starGraph(15)}) {
        const std::vector<Point> positions = pictureOf(graph);
        EXPECT_EQ(edgeCrossings(graph, positions), 0U) << graph.vertexCount() << " vertices";
        EXPECT_TRUE(noOverlap(positions));
    }
}

TEST(Picture, partsTwoCliquesSideBySide) {
    const std::vector<Point> positions = pictureOf(twoCliques(8));
    EXPECT_TRUE(noOverlap(positions));
    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        left += positions[i].x / 8;
        right += positions[8 + i].x / 8;
    }
    EXPECT_GT(std::abs(left - right), 2.5);
    const Bounds bounds = boundsOf(positions);
    EXPECT_GT(bounds.width(), bounds.height());
}

TEST(Picture, keepsVerticesOffForeignEdges) {
    const LayoutGraph graph = scatteredGraph(25, 2);
    const std::vector<Point> positions = pictureOf(graph);
    std::size_t covered = 0;
    for (const Segment& segment : segmentsOf(graph)) {
        const Point along = minus(positions[segment.b], positions[segment.a]);
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            const Point offset = minus(positions[v], positions[segment.a]);
            const double share = dot(offset, along) / dot(along, along);
            if (v != segment.a && v != segment.b && share > 0 && share < 1 &&
                std::abs(cross(along, offset)) / length(along) < 0.1) {
                ++covered;
            }
        }
    }
    EXPECT_EQ(covered, 0U);
}

TEST(Picture, fillsAWideFrame) {
    const Bounds bounds = boundsOf(pictureOf(scatteredGraph(40, 2)));
    EXPECT_GT(bounds.width() / bounds.height(), 1.2);
    EXPECT_LT(bounds.width() / bounds.height(), 2.6);
}

TEST(Picture, putsStrayVerticesBesideTheMainPart) {
    LayoutGraph graph = scatteredGraph(20, 2);
    graph.offsets.resize(26, graph.offsets.back()); // five more, without edges
    const std::vector<Point> positions = pictureOf(graph);
    const Bounds main = boundsOf({positions.begin(), positions.begin() + 20});
    const Bounds all = boundsOf(positions);
    EXPECT_TRUE(noOverlap(positions));
    EXPECT_LT(all.width() * all.height(), 1.8 * main.width() * main.height());
    for (std::size_t v = 20; v < 25; ++v) {
        const bool apart = positions[v].x > main.right + 0.5 || positions[v].y > main.bottom + 0.5;
        EXPECT_TRUE(apart);
    }
}

TEST(PictureCost, ofAVertexIsWhatChangesWhenItMoves) {
    const LayoutGraph graph = scatteredGraph(14, 2);
    const DistanceMatrix distances = allDistances(graph, wantedLengths(graph));
    PictureCost cost(graph, distances, {1.2, 0.9, 3});
    std::vector<Point> positions = pivotScaling(graph, wantedLengths(graph), 1);
    const double before = cost.total(positions);
    const double partBefore = cost.ofVertex(5, positions[5], positions);
    const Point moved{positions[5].x + 0.8, positions[5].y - 1.7};
    const double partAfter = cost.ofVertex(5, moved, positions);
    positions[5] = moved;
    const double beyond = std::max(0.0, std::abs(moved.y) - 1.5);
    const double beyondBefore = std::max(0.0, std::abs(moved.y + 1.7) - 1.5);
    // What lies beyond the height counts twice in the part.
    const double twice = 4 * (beyond * beyond - beyondBefore * beyondBefore);
    EXPECT_NEAR(cost.total(positions) - before, partAfter - partBefore - twice, 1e-5);
}

TEST(PictureCost, countsACrossing) {
    const LayoutGraph graph = graphOf(4, {{0, 2}, {1, 3}});
    const DistanceMatrix apart{4, std::vector<float>(16, std::numeric_limits<float>::infinity())};
    PictureCost cost(graph, apart);
    EXPECT_NEAR(cost.total({{0, 0}, {4, 0}, {4, 4}, {0, 4}}), 0.8, 1e-9) << "at right angles";
    EXPECT_NEAR(cost.total({{0, 0}, {4, 4}, {4, 0}, {0, 4}}), 0, 1e-9) << "side by side";
}

TEST(Continued, movesLittleAndPlacesTheNewBesideNeighbours) {
    const LayoutGraph whole = scatteredGraph(40, 2);
    std::vector<Point> initial = pictureOf(graphOf(36, [] {
        EdgeEnds edges;
        for (const Segment& segment : segmentsOf(scatteredGraph(36, 2))) {
            edges.emplace_back(segment.a, segment.b);
        }
        return edges;
    }()));
    initial.resize(40, {nan, nan});
    std::vector<std::uint8_t> pinned(40, 0);
    pinned[3] = 1;
    const std::vector<Point> after = continuedPicture(whole, initial, pinned, {}, {}, {});
    EXPECT_EQ(after[3], initial[3]);
    double mean = 0;
    for (std::size_t v = 0; v < 36; ++v) {
        mean += length(minus(after[v], initial[v])) / 36;
    }
    EXPECT_LT(mean, 0.6);
    EXPECT_TRUE(noOverlap(after));
    for (std::uint32_t v = 36; v < 40; ++v) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::uint32_t arc = whole.offsets[v]; arc < whole.offsets[v + 1]; ++arc) {
            nearest = std::min(nearest, length(minus(after[v], after[whole.neighbours[arc]])));
        }
        EXPECT_LT(nearest, 3);
    }
}

TEST(Continued, laysOutAfreshAroundPins) {
    const LayoutGraph graph = gridGraph(5);
    std::vector<Point> initial(25, {nan, nan});
    std::vector<std::uint8_t> pinned(25, 0);
    initial[0] = {100, 50};
    initial[4] = {104, 50.5};
    pinned[0] = 1;
    pinned[4] = 1;
    const std::vector<Point> positions = continuedPicture(graph, initial, pinned, {}, {}, {});
    EXPECT_EQ(positions[0], initial[0]);
    EXPECT_EQ(positions[4], initial[4]);
    EXPECT_LE(edgeCrossings(graph, positions), 2U);
    EXPECT_TRUE(noOverlap(positions));
    EXPECT_LT(length(minus(positions[1], positions[0])), 4);
}

} // namespace

} // namespace entente
