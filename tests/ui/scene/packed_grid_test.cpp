#include "ui/scene/packed_grid.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace entente::ui {

namespace {

constexpr QRectF extent(-50, 20, 100, 60);

struct PackedGridTest : testing::Test {
    PackedGrid grid;
    std::vector<std::set<std::uint32_t>> expected;

    /// Lists some numbers of `count` in each cell, from every one to few.
    void fill(std::uint32_t count) {
        grid.cover(extent, 10, 1000);
        expected.assign(grid.cellCount(), {});
        std::mt19937 random(11);
        for (std::size_t cell = 0; cell < expected.size(); ++cell) {
            const std::size_t every = cell == 0 ? 1 : 1U << (cell % 18);
            for (std::uint32_t i = 0; i < count;
                 i += static_cast<std::uint32_t>(1 + random() % (2 * every))) {
                expected[cell].insert(i);
            }
        }
        grid.fill(count, [&](std::uint32_t i, const auto& take) {
            for (std::size_t cell = 0; cell < expected.size(); ++cell) {
                if (expected[cell].contains(i)) {
                    take(cell);
                }
            }
        });
    }
};

TEST_F(PackedGridTest, CellsListWhatWasPutIntoThem) {
    fill(70'000);
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 10; ++column) {
            const QRectF middle(extent.x() + 10 * column + 4, extent.y() + 10 * row + 4, 1, 1);
            std::vector<std::uint32_t> found;
            EXPECT_TRUE(grid.visit(middle, [&](std::uint32_t i) {
                found.push_back(i);
                return true;
            }));
            EXPECT_TRUE(std::ranges::equal(found, expected[grid.at(column, row)]))
                << column << " " << row;
        }
    }
}

TEST_F(PackedGridTest, APartOfSeveralCellsHasAllTheirs) {
    fill(2000);
    std::set<std::uint32_t> found;
    grid.visit({-45, 25, 10, 10}, [&](std::uint32_t i) {
        found.insert(i);
        return true;
    });
    std::set<std::uint32_t> wanted;
    for (const std::size_t cell : {grid.at(0, 0), grid.at(1, 0), grid.at(0, 1), grid.at(1, 1)}) {
        wanted.insert(expected[cell].begin(), expected[cell].end());
    }
    EXPECT_EQ(found, wanted);
}

TEST_F(PackedGridTest, StopsAndKnowsWhatLiesOutside) {
    fill(2000);
    int visited = 0;
    EXPECT_FALSE(grid.visit(extent, [&](std::uint32_t) { return ++visited < 3; }));
    EXPECT_EQ(visited, 3);
    const auto never = [](std::uint32_t) -> bool { throw std::logic_error("visited"); };
    EXPECT_TRUE(grid.visit({200, 20, 5, 5}, never));
    EXPECT_TRUE(PackedGrid().visit(extent, never));
}

TEST_F(PackedGridTest, FullCellsTakeAByteANumber) {
    grid.cover(extent, 10, 1000);
    grid.fill(100'000, [](std::uint32_t i, const auto& take) { take(i % 40); });
    EXPECT_LT(grid.bytes(), 100'000 + 4 * (grid.cellCount() + 1) + 200);
}

} // namespace

} // namespace entente::ui
