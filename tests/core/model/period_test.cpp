#include "core/model/period.h"

#include <gtest/gtest.h>

namespace entente {

class ReadsAndWritesPeriods : public testing::TestWithParam<const char*> {};

TEST_P(ReadsAndWritesPeriods, Unchanged) {
    const auto period = parsePeriod(GetParam());
    ASSERT_TRUE(period.has_value()) << GetParam();
    EXPECT_EQ(toEdtf(*period), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Edtf, ReadsAndWritesPeriods,
                         testing::Values("", "2001-03-12", "2001/2010", "2025-01-17/..", "/2024",
                                         "2022-09/", "../2024", "2019?/2020~", "/..", "../..", "/",
                                         "2000-05-07/2008-05-07", "201X/2020-12"));

TEST(Period, RefusesWhatIsNone) {
    for (const char* const text : {"2025-02-30", "2001/2002/2003", "2001/x", "since 2012", "...",
                                   "2001//2002"}) {
        EXPECT_FALSE(parsePeriod(text).has_value()) << text;
    }
}

TEST(Period, ReadsAnEndBeforeTheBeginAsItStands) {
    const auto period = parsePeriod("2010/2001");
    ASSERT_TRUE(period.has_value());
    EXPECT_EQ(period->begin.date.year, 2010);
}

TEST(Period, TellsAbsentUnknownAndOpenEndsApart) {
    EXPECT_EQ(parsePeriod("2022-09")->end.kind, Endpoint::Kind::Absent);
    EXPECT_EQ(parsePeriod("2022-09/")->end.kind, Endpoint::Kind::Unknown);
    EXPECT_EQ(parsePeriod("2022-09/..")->end.kind, Endpoint::Kind::Open);
    EXPECT_EQ(parsePeriod("/2024")->begin.kind, Endpoint::Kind::Unknown);
}

TEST(Period, SpansItsDays) {
    EXPECT_EQ(parsePeriod("2001-03-12/2025-01-17")->span(),
              (DaySpan{dayNumber(2001, 3, 12), dayNumber(2025, 1, 17)}));
    EXPECT_EQ(parsePeriod("2012/..")->span(), (DaySpan{dayNumber(2012, 1, 1), latestDay}));
    EXPECT_EQ(parsePeriod("/2024")->span(), (DaySpan{earliestDay, dayNumber(2024, 12, 31)}));
    EXPECT_EQ(parsePeriod("2024")->span(), (DaySpan{dayNumber(2024, 1, 1), dayNumber(2024, 12, 31)}));
    EXPECT_EQ(Period{}.span(), DaySpan{});
}

TEST(Period, KnownDatesExtendASpan) {
    DaySpan days = noDays;
    for (const char* const text : {"2001/..", "/1999-05", "", "..", "2010-02-03"}) {
        extend(days, parsePeriod(text).value_or(Period{}));
    }
    EXPECT_EQ(days, (DaySpan{dayNumber(1999, 5, 1), dayNumber(2010, 2, 3)}));
    DaySpan none = noDays;
    extend(none, *parsePeriod("../.."));
    EXPECT_EQ(none, noDays);
}

} // namespace entente
