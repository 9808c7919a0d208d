#include "core/formats/time_set.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

std::string dateText(std::string_view text) {
    const std::optional<Date> date = parseTableDate(text);
    return date ? toEdtf(*date) : "none";
}

std::string periodsText(std::string_view text) {
    std::vector<Period> periods;
    if (!parseTimeSet(text, periods)) {
        return "none";
    }
    std::string all;
    for (const Period& period : periods) {
        all += (all.empty() ? "" : " ") + toEdtf(period);
    }
    return all;
}

} // namespace

TEST(TableDate, TakesTheWaysInWhichTablesWriteDates) {
    const std::pair<const char*, const char*> cases[] = {{"2001", "2001"},
                                                         {"2001.0", "2001"},
                                                         {"2001-03", "2001-03"},
                                                         {"2001-03-12", "2001-03-12"},
                                                         {"20010312", "2001-03-12"},
                                                         {"2001-3-2", "2001-03-02"},
                                                         {"2001/03/12", "2001-03-12"},
                                                         {"12.3.2001", "2001-03-12"},
                                                         {"2019?", "2019?"},
                                                         {"201X", "201X"},
                                                         {"2016-02-03T10:00:00Z", "2016-02-03"},
                                                         {" 2016-02-03 10:00", "2016-02-03"},
                                                         {"800", "0800"},
                                                         {"-44", "-0044"},
                                                         {"1999.75", "1999"}};
    for (const auto& [text, wanted] : cases) {
        EXPECT_EQ(dateText(text), wanted) << text;
    }
}

TEST(TableDate, RefusesWhatIsNoneOrNotPlain) {
    for (const char* const text : {"", "soon", "2025-02-30", "20250230", "2025-13-01", "3/12/2001",
                                   "30.2.2025", "2001-03-12-01", "1e9", "nan", "--", "2001-"}) {
        EXPECT_EQ(dateText(text), "none") << text;
    }
}

TEST(TableEndpoint, KnowsOpenAndUnknownEnds) {
    for (const char* const open : {"..", "ongoing", "Present", "Infinity", "-INF", "now"}) {
        ASSERT_TRUE(parseTableEndpoint(open)) << open;
        EXPECT_EQ(parseTableEndpoint(open)->kind, Endpoint::Kind::Open) << open;
    }
    EXPECT_EQ(parseTableEndpoint("?")->kind, Endpoint::Kind::Unknown);
    EXPECT_EQ(parseTableEndpoint("2001")->kind, Endpoint::Kind::Known);
    EXPECT_FALSE(parseTableEndpoint("2025-02-30"));
}

TEST(TimeSet, ReadsWhatGephiWrites) {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {"<[2001.0, 2005.0]>", "2001/2005"},
        {"<[1990, 1995); (2000, 2002]>", "1990/1994 2001/2002"},
        {"<[1990.5, 1995.5)>", "1990/1995"},
        {"<[2016-02-03, 2016-02-04]; [2016-02-05, 2016-02-08]>",
         "2016-02-03/2016-02-04 2016-02-05/2016-02-08"},
        {"<[2016-02-28, 2016-03-01)>", "2016-02-28/2016-02-29"},
        {"<[2001, 2001)>", "2001/2001"},
        {"<[-Infinity, 2016-02-04]>", "../2016-02-04"},
        {"<[2016-03-04, Infinity]>", "2016-03-04/.."},
        {"[1,5]; [10, 10.5]; [11, 16];", "0001/0005 0010/0010 0011/0016"},
        {"<[3.0]>", "0003"},
        {"<[2001.0, 2003.0, 2009.0]>", "2001 2003 2009"},
        {"[2001-03-12, 2003-01-01,2005]; [2007, 2008]", "2001-03-12 2003-01-01 2005 2007/2008"},
        {"2016-02-03", "2016-02-03"},
        {"2001/..", "2001/.."},
        {"2001~/2003-05?", "2001~/2003-05?"}};
    for (const auto& [text, wanted] : cases) {
        EXPECT_EQ(periodsText(text), wanted) << text;
    }
}

TEST(TimeSet, KnowsWhatATimeSaysBeyondDates) {
    using enum TimeDetail;
    const std::pair<const char*, TimeDetail> cases[] = {
        {"", None},
        {"2001", None},
        {"2001.0", None},
        {"2001.5", YearFraction},
        {"12.3.2001", None},
        {"<[2001.0, 2003.25]>", YearFraction},
        {"<[1990, 1995); (2000, 2001]>", None},
        {"2001-03-12T00:00:00.000Z", None},
        {"2001-03-12 10:30", TimeOfDay},
        {"<[2001-01-01T00:00:00, 2001-01-01T18:00:00]>", TimeOfDay},
        {"2001-01-01T00:00:00+01:00", TimeOfDay},
        {"2001~/..", None}};
    for (const auto& [text, wanted] : cases) {
        EXPECT_EQ(detailBeyondDates(text), wanted) << text;
    }
}

TEST(TimeSet, RefusesWhatIsNone) {
    for (const char* const text : {"<[nonsense]>", "<2001, 2005>", "[2001", "<[Infinity]>", "<[]>",
                                   "<[2025-02-30, 2026]>"}) {
        EXPECT_EQ(periodsText(text), "none") << text;
    }
}

TEST(TimeSet, GivesTheLastOfValuesThatChange) {
    EXPECT_EQ(lastDynamicValue("<[2001, 2002, 3.5]; [2002, 2003, 4.0]>"), 4.0);
    EXPECT_EQ(lastDynamicValue("<[2000.0, 6.0]>"), 6.0);
    for (const char* const text : {"", "4.0", "<[2001, x]>", "<[4.0]>", "<>"}) {
        EXPECT_FALSE(lastDynamicValue(text)) << text;
    }
}

TEST(TimeSet, IsWrittenAsTheDaysOfThePeriod) {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""},
        {"2001", "<[2001-01-01, 2001-12-31]>"},
        {"2001-02/2001-03-12", "<[2001-02-01, 2001-03-12]>"},
        {"2001/..", "<[2001-01-01, Infinity]>"},
        {"/2024-02", "<[-Infinity, 2024-02-29]>"},
        {"-0044-03-15/0033", "<[-0044-03-15, 0033-12-31]>"}};
    for (const auto& [text, wanted] : cases) {
        EXPECT_EQ(timeSetText(*parsePeriod(text)), wanted) << text;
    }
}

} // namespace entente
