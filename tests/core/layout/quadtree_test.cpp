#include "core/layout/quadtree.h"

#include "core/layout/random.h"
#include "core/model/element.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

Bodies scattered(std::size_t n) {
    Random random(9);
    Bodies bodies;
    for (std::size_t i = 0; i < n; ++i) {
        bodies.x.push_back(static_cast<float>(random.uniform()));
        bodies.y.push_back(static_cast<float>(random.uniform()));
        bodies.mass.push_back(1);
    }
    return bodies;
}

TEST(Quadtree, hasEachPointInOneSlotOfOneLeaf) {
    const Quadtree tree(scattered(5000));
    std::vector<int> seen(5000, 0);
    for (const Quadtree::Cell& cell : tree.cells()) {
        if (!cell.leaf) {
            continue;
        }
        EXPECT_LE(cell.count, Quadtree::mostInLeaf);
        EXPECT_EQ(cell.begin % Quadtree::groupSize, 0U);
        for (std::uint32_t slot = cell.begin; slot < cell.begin + cell.count; ++slot) {
            ++seen[tree.slots()[slot]];
        }
        for (std::uint32_t slot = cell.begin + cell.count; slot < cell.end; ++slot) {
            EXPECT_EQ(tree.slots()[slot], noIndex);
        }
    }
    EXPECT_EQ(std::ranges::count(seen, 1), 5000);
}

TEST(Quadtree, hasCellsThatHoldWhatIsWithinThem) {
    const Quadtree tree(scattered(5000));
    const std::vector<Quadtree::Cell>& cells = tree.cells();
    ASSERT_FALSE(cells.empty());
    EXPECT_EQ(cells[0].count, 5000U);
    EXPECT_EQ(cells[0].next, cells.size());
    for (std::uint32_t number = 0; number < cells.size(); ++number) {
        const Quadtree::Cell& cell = cells[number];
        if (cell.leaf) {
            EXPECT_EQ(cell.next, number + 1);
            continue;
        }
        std::uint32_t count = 0;
        std::uint32_t begin = cell.begin;
        for (std::uint32_t child = number + 1; child < cell.next; child = cells[child].next) {
            EXPECT_EQ(cells[child].begin, begin);
            begin = cells[child].end;
            count += cells[child].count;
        }
        EXPECT_EQ(count, cell.count);
        EXPECT_EQ(begin, cell.end);
    }
}

TEST(Quadtree, hasPartsThatAreTogetherTheWhole) {
    const Quadtree tree(scattered(20'000));
    std::uint32_t count = 0;
    for (const std::uint32_t part : tree.parts()) {
        EXPECT_LE(tree.cells()[part].count, 20'000U / 64);
        count += tree.cells()[part].count;
    }
    EXPECT_EQ(count, 20'000U);
    EXPECT_GE(tree.parts().size(), 64U);
}

TEST(Quadtree, putsNeighboursInThePlaneSideBySide) {
    const Bodies bodies = scattered(5000);
    const Quadtree tree(bodies);
    for (const Quadtree::Cell& cell : tree.cells()) {
        if (!cell.leaf) {
            continue;
        }
        const auto [left, right] =
            std::ranges::minmax(std::vector(tree.slots().begin() + cell.begin,
                                            tree.slots().begin() + cell.begin + cell.count),
                                {}, [&](std::uint32_t point) { return bodies.x[point]; });
        // No leaf of 5000 evenly spread points is wider than an eighth of the whole.
        EXPECT_LT(bodies.x[right] - bodies.x[left], 0.125F);
    }
}

TEST(Quadtree, bearsManyPointsOnOnePlace) {
    const Quadtree tree(
        {std::vector<float>(1000, 3), std::vector<float>(1000, 3), std::vector<float>(1000, 1)});
    for (const Quadtree::Cell& cell : tree.cells()) {
        EXPECT_TRUE(!cell.leaf || cell.count <= Quadtree::mostInLeaf);
    }
    EXPECT_EQ(tree.cells()[0].count, 1000U);
}

TEST(Quadtree, bearsNoPoints) {
    const Quadtree tree(Bodies{});
    EXPECT_TRUE(tree.cells().empty());
    EXPECT_TRUE(tree.parts().empty());
}

} // namespace

} // namespace entente
