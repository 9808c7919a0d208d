#include "core/model/attributes.h"

#include <gtest/gtest.h>

namespace entente {

TEST(Attributes, GiveWholeColumns) {
    AttributeColumns columns;
    const Attribute red{StringId{1}, StringId{5}};
    columns.set(2, std::vector{red});
    ASSERT_EQ(columns.values(StringId{1}).size(), 3U);
    EXPECT_EQ(columns.values(StringId{1})[0], noString);
    EXPECT_EQ(columns.values(StringId{1})[2], StringId{5});
    EXPECT_TRUE(columns.values(StringId{2}).empty());
}

TEST(Attributes, AreNumbersOnlyWhereAllOfTheTextIs) {
    EXPECT_EQ(numberIn("12"), 12);
    EXPECT_EQ(numberIn(" -0.5\t"), -0.5);
    EXPECT_EQ(numberIn("+3"), 3);
    EXPECT_EQ(numberIn("1e3"), 1000);
    EXPECT_EQ(numberIn(""), std::nullopt);
    EXPECT_EQ(numberIn("  "), std::nullopt);
    EXPECT_EQ(numberIn("+-3"), std::nullopt);
    EXPECT_EQ(numberIn("12 km"), std::nullopt);
    EXPECT_EQ(numberIn("nan"), std::nullopt);
    EXPECT_EQ(numberIn("inf"), std::nullopt);
    EXPECT_EQ(numberIn("1e999"), std::nullopt);
}

} // namespace entente
