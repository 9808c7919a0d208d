#include "ui/scene/dates.h"

#include <gtest/gtest.h>

namespace entente::ui {

TEST(Dates, ReadAsPeopleWriteThem) {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"2025-01-17", "17 January 2025"},
        {"2022-09", "September 2022"},
        {"2019~", "about 2019"},
        {"2019?", "2019 (uncertain)"},
        {"201X", "the 2010s"},
        {"2001-21", "spring 2001"},
        {"-0043", "44 BC"},
        {"2001/2025", "2001 – 2025"},
        {"2012-05-07/..", "since 7 May 2012"},
        {"2015-08-26/", "from 26 August 2015, end not known"},
        {"/2024", "until 2024"},
        {"", ""}};
    for (const auto& [edtf, wanted] : cases) {
        EXPECT_EQ(readablePeriod(parsePeriod(edtf).value()).toStdString(), wanted) << edtf;
    }
}

} // namespace entente::ui
