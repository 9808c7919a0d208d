#include "core/layout/components.h"

#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

Bounds boundsOf(const std::vector<PackedRectangle>& rectangles) {
    Bounds bounds;
    for (const PackedRectangle& r : rectangles) {
        bounds.add({r.left, r.top});
        bounds.add({r.left + r.width, r.top + r.height});
    }
    return bounds;
}

bool anyOverlap(const std::vector<PackedRectangle>& rectangles) {
    for (std::size_t i = 0; i < rectangles.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const PackedRectangle& a = rectangles[i];
            const PackedRectangle& b = rectangles[j];
            constexpr double room = 0.5;
            if (a.left < b.left + b.width + room && b.left < a.left + a.width + room &&
                a.top < b.top + b.height + room && b.top < a.top + a.height + room) {
                return true;
            }
        }
    }
    return false;
}

TEST(Components, comeBiggestFirst) {
    const std::vector<Component> parts = components(graphOf(6, {{4, 1}, {5, 4}, {0, 3}}));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].vertices, (std::vector<std::uint32_t>{1, 4, 5}));
    EXPECT_EQ(parts[0].graph.neighbours, (std::vector<std::uint32_t>{1, 0, 2, 1}));
    EXPECT_EQ(parts[1].vertices, (std::vector<std::uint32_t>{0, 3}));
    EXPECT_EQ(parts[2].vertices, (std::vector<std::uint32_t>{2}));
}

TEST(Subgraph, keepsEdgesAmongTheChosen) {
    const LayoutGraph part = subgraph(pathGraph(5), {4, 3, 0});
    EXPECT_EQ(part.vertexCount(), 3U);
    EXPECT_EQ(part.neighbours, (std::vector<std::uint32_t>{1, 0}));
}

TEST(PackRectangles, putsRowsBelowAWideOne) {
    std::vector<PackedRectangle> rectangles{{16, 5, 0, 0}};
    rectangles.resize(9, {0, 0, 0, 0});
    packRectangles(rectangles);
    EXPECT_EQ(rectangles[0].left, 0);
    for (std::size_t i = 1; i < rectangles.size(); ++i) {
        EXPECT_GT(rectangles[i].top, 5.5);
        EXPECT_EQ(rectangles[i].top, rectangles[1].top);
    }
    EXPECT_FALSE(anyOverlap(rectangles));
}

TEST(PackRectangles, putsColumnsBesideAHighOne) {
    std::vector<PackedRectangle> rectangles{{6, 8, 0, 0}};
    rectangles.resize(5, {0, 0, 0, 0});
    packRectangles(rectangles);
    for (std::size_t i = 1; i < rectangles.size(); ++i) {
        EXPECT_GT(rectangles[i].left, 6.5);
    }
    EXPECT_LE(boundsOf(rectangles).height(), 8);
    EXPECT_FALSE(anyOverlap(rectangles));
}

TEST(PackRectangles, makesManyAlikeABlockOfTheFramesShape) {
    std::vector<PackedRectangle> rectangles(5000, {0, 0, 0, 0});
    packRectangles(rectangles);
    const Bounds bounds = boundsOf(rectangles);
    EXPECT_NEAR(bounds.width() / bounds.height(), frameAspect, 0.5);
}

TEST(PackRectangles, neverOverlaps) {
    std::vector<PackedRectangle> rectangles;
    for (int i = 60; i > 0; --i) {
        rectangles.push_back({0.37 * (i % 11) + 0.11 * i, 0.21 * (i % 7) + 0.08 * i, 0, 0});
    }
    packRectangles(rectangles);
    EXPECT_FALSE(anyOverlap(rectangles));
}

} // namespace

} // namespace entente
