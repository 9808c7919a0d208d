#include "core/network/attribute_index.h"

#include "tests/core/network/small_dossier.h"

#include <gtest/gtest.h>

#include <cmath>

namespace entente {

TEST(AttributeIndex, NumbersValuesTheMostFrequentFirst) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex b = small.actor("B");
    const VertexIndex c = small.actor("C");
    const VertexIndex d = small.actor("D");
    small.actor("E");
    small.setAttribute(a, "bloc", "west");
    small.setAttribute(b, "bloc", "east");
    small.setAttribute(c, "bloc", "east");
    small.setAttribute(d, "bloc", "south");

    const AttributeIndex index = indexAttribute(small.dossier, ElementKind::Vertex, "bloc");
    ASSERT_EQ(index.values.size(), 3U);
    EXPECT_EQ(small.dossier.text(index.values[0]), "east");
    EXPECT_EQ(small.dossier.text(index.values[1]), "south") << "equally frequent ones by text";
    EXPECT_EQ(small.dossier.text(index.values[2]), "west");
    EXPECT_EQ(index.counts, (std::vector<std::uint32_t>{2, 1, 1}));
    EXPECT_EQ(index.codes, (std::vector<std::uint32_t>{3, 1, 1, 2, 0}));
    EXPECT_EQ(index.absent, 1U);
    EXPECT_FALSE(index.numeric);
    EXPECT_TRUE(std::isnan(index.least));
}

TEST(AttributeIndex, KnowsNumbersAndTheirRange) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    const VertexIndex b = small.actor("B");
    const VertexIndex c = small.actor("C");
    small.setAttribute(a, "gdp", "10");
    small.setAttribute(b, "gdp", "-2.5");
    AttributeIndex index = indexAttribute(small.dossier, ElementKind::Vertex, "gdp");
    EXPECT_TRUE(index.numeric);
    EXPECT_EQ(index.least, -2.5);
    EXPECT_EQ(index.most, 10);
    EXPECT_EQ(index.number(b), -2.5);
    EXPECT_TRUE(std::isnan(index.number(c)));

    small.setAttribute(c, "gdp", "n/a");
    index = indexAttribute(small.dossier, ElementKind::Vertex, "gdp");
    EXPECT_FALSE(index.numeric);
    EXPECT_EQ(index.most, 10) << "the numbers among texts still have a range";
}

TEST(AttributeIndex, LeavesOutWhatIsRemoved) {
    SmallDossier small;
    const VertexIndex a = small.actor("A");
    small.setAttribute(a, "bloc", "west");
    EXPECT_EQ(attributeNames(small.dossier, ElementKind::Vertex).size(), 1U);
    small.dossier.setRemoved({ElementKind::Vertex, a}, true);
    EXPECT_TRUE(indexAttribute(small.dossier, ElementKind::Vertex, "bloc").empty());
    EXPECT_TRUE(attributeNames(small.dossier, ElementKind::Vertex).empty());
}

TEST(AttributeIndex, OfWhatNothingHasIsEmpty) {
    SmallDossier small;
    small.actor("A");
    EXPECT_TRUE(indexAttribute(small.dossier, ElementKind::Vertex, "no such").empty());
    EXPECT_TRUE(indexAttribute(small.dossier, ElementKind::Edge, "no such").empty());
}

} // namespace entente
