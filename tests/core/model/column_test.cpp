#include "core/model/column.h"
#include "core/model/dossier.h"

#include <gtest/gtest.h>

namespace entente {

TEST(Column, TakesNoMemoryWhileAllRowsAreAlike) {
    Column<int> column;
    column.reserve(1000);
    for (int i = 0; i < 1000; ++i) {
        column.push_back(7);
    }
    EXPECT_EQ(column.size(), 1000U);
    EXPECT_EQ(column.memory(), 0U);
    EXPECT_EQ(column[0], 7);
    EXPECT_EQ(column[999], 7);
    column.set(5, 7);
    EXPECT_EQ(column.memory(), 0U);
}

TEST(Column, KeepsEveryRowOnceTheyDiffer) {
    Column<int> column;
    for (int i = 0; i < 10; ++i) {
        column.push_back(1);
    }
    column.push_back(2);
    column.push_back(1);
    ASSERT_EQ(column.size(), 12U);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(column[i], i == 10 ? 2 : 1) << i;
    }

    Column<int> changed;
    changed.push_back(1);
    changed.push_back(1);
    changed.set(1, 3);
    changed.push_back(4);
    EXPECT_EQ(changed[0], 1);
    EXPECT_EQ(changed[1], 3);
    EXPECT_EQ(changed[2], 4);
    const Column<int> copy = changed;
    changed.set(0, 9);
    EXPECT_EQ(copy[0], 1);
}

TEST(Column, EdgesTakeMemoryOnlyForWhatIsSaidOfThem) {
    Dossier dossier;
    dossier.add(Vertex{});
    dossier.add(Vertex{});
    Edge edge;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        edge.source = i % 2;
        edge.target = 1 - edge.source;
        dossier.add(edge);
    }
    const std::size_t plain = dossier.edges().memory();
    EXPECT_LT(plain, 20'000U) << "two ends of four bytes";
    edge.period = Period::at({.year = 2001});
    dossier.replaceEdge(500, edge);
    EXPECT_GT(dossier.edges().memory(), plain);
    EXPECT_EQ(toEdtf(dossier.edges().period(500)), "2001");
    EXPECT_TRUE(dossier.edges().period(499).empty());
    EXPECT_EQ(dossier.edges().row(500), edge);
}

} // namespace entente
