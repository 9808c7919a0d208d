#include "core/model/date.h"

#include <gtest/gtest.h>

namespace entente {

TEST(DayNumber, AgreesWithKnownDays) {
    EXPECT_EQ(dayNumber(1970, 1, 1), 0);
    EXPECT_EQ(dayNumber(1969, 12, 31), -1);
    EXPECT_EQ(dayNumber(2000, 2, 29), 11016);
    EXPECT_EQ(dayNumber(2025, 1, 17), 20105);
}

TEST(DayNumber, IsInvertedByCivilDate) {
    for (Day day = -1'000'000; day <= 1'000'000; day += 997) {
        const CivilDate date = civilDate(day);
        EXPECT_EQ(dayNumber(date.year, date.month, date.day), day);
        EXPECT_LE(date.day, daysInMonth(date.year, date.month));
    }
}

class ReadsAndWrites : public testing::TestWithParam<const char*> {};

TEST_P(ReadsAndWrites, Unchanged) {
    const auto date = parseDate(GetParam());
    ASSERT_TRUE(date.has_value()) << GetParam();
    EXPECT_EQ(toEdtf(*date), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Edtf, ReadsAndWrites,
                         testing::Values("2001-03-12", "2022-09", "2019", "2019?", "2019~", "2019%",
                                         "2022-09~", "2001-03-12?", "201X", "19XX", "2001-21",
                                         "2001-24", "0476", "-0044-03-15", "-0500", "0000",
                                         "Y17000", "Y-17000", "2000-02-29", "1816-01-01"));

class Refuses : public testing::TestWithParam<const char*> {};

TEST_P(Refuses, WhatIsNoDate) { EXPECT_FALSE(parseDate(GetParam()).has_value()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Edtf, Refuses,
                         testing::Values("", "2025-02-30", "2023-02-29", "2025-13", "2025-00",
                                         "2025-1-1", "2025-01-00", "2025-01-32", "25", "20250117",
                                         "January 2025", "2025-01-17T00:00", "?", "2025-21-03",
                                         "20X5", "Y99999999999", "-", "2025-", "2025-01-",
                                         "2025-01-17-01", "١٩٩٩", "201X-05", "2025 "));

TEST(Date, ReadsUnspecifiedMonthAndDayAsLessPrecise) {
    EXPECT_EQ(toEdtf(parseDate("2001-XX").value()), "2001");
    EXPECT_EQ(toEdtf(parseDate("2001-XX-XX").value()), "2001");
    EXPECT_EQ(toEdtf(parseDate("2001-03-XX").value()), "2001-03");
}

TEST(Date, SpansAllDaysThatItMayMean) {
    EXPECT_EQ(parseDate("2022-09")->span(), (DaySpan{dayNumber(2022, 9, 1), dayNumber(2022, 9, 30)}));
    EXPECT_EQ(parseDate("2020")->span(), (DaySpan{dayNumber(2020, 1, 1), dayNumber(2020, 12, 31)}));
    EXPECT_EQ(parseDate("201X")->span(), (DaySpan{dayNumber(2010, 1, 1), dayNumber(2019, 12, 31)}));
    EXPECT_EQ(parseDate("19XX")->span(), (DaySpan{dayNumber(1900, 1, 1), dayNumber(1999, 12, 31)}));
    EXPECT_EQ(parseDate("2001-21")->span(), (DaySpan{dayNumber(2001, 3, 1), dayNumber(2001, 5, 31)}));
    EXPECT_EQ(parseDate("2001-24")->span(),
              (DaySpan{dayNumber(2001, 12, 1), dayNumber(2002, 2, 28)}));
    EXPECT_EQ(parseDate("2024-02")->span().last, dayNumber(2024, 2, 29));
}

} // namespace entente
