#include "core/formats/gleditsch_ward.h"
#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

#include <fmt/format.h>

namespace entente {

namespace {

struct Leaders : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* header =
    "obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode\n";

constexpr const char* states = "stateabb,ccode,statenme\nGMY,255,State 255\nGFR,260,State 260\n"
                               "YUG,345,State 345\nYEM,679,State 679\n";

} // namespace

TEST_F(Leaders, ALeaderWhoReturnsIsOneVertex) {
    const Dossier dossier =
        read({{"archigos.csv",
               std::string(header) +
                   "USA-1885,2,a1,Cleveland,1837,M,1885-03-04,1889-03-04,Regular,Regular,Regular\n"
                   "USA-1893,2,a1,Cleveland,1837,M,1893-03-04,1897-03-04,Regular,Regular,Regular\n"
                   "RUS-2000,3,b2,Putin,1952,M,2000-01-01,2015-12-31,Regular,Still in Office,"
                   "Still in Office\n"},
              {"states2016.csv", "stateabb,ccode,statenme\nUSA,2,United States of America\n"}});
    EXPECT_EQ(edges(dossier),
              (Lines{"Cleveland → United States of America (leads) 1885-03-04/1889-03-04",
                     "Cleveland → United States of America (leads) 1893-03-04/1897-03-04",
                     "Putin → State 3 (leads) 2000-01-01/.."}));
    const VertexIndex putin = dossier.findVertex("archigos-b2");
    ASSERT_NE(putin, noIndex);
    EXPECT_EQ(dossier.vertices().kind(putin), VertexKind::Leader);
    std::string attributes;
    for (const Attribute& each : dossier.vertices().row(putin).attributes) {
        attributes += fmt::format("{}={} ", dossier.text(each.name), dossier.text(each.value));
    }
    EXPECT_EQ(attributes, "born=1952 gender=male ");
    attributes.clear();
    for (const Attribute& each : dossier.edges().row(0).attributes) {
        attributes += fmt::format("{}={} ", dossier.text(each.name), dossier.text(each.value));
    }
    EXPECT_EQ(attributes, "entry=Regular exit=Regular archigos=USA-1885 ");
    EXPECT_TRUE(
        says(0, "", "Leaders: 2, of whom 1 came back; terms of office: 3, of which 1 go on"))
        << report.text();
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(Leaders, DatesThatASpreadsheetWroteAnewAreRead) {
    const Dossier dossier =
        read(std::string(header) + "USA-1881,2,a1,Garfield,1831,M,3/4/1881,9/19/1881,Regular,"
                                   "Irregular,Assassination\n"
                                   "USA-1885,2,a2,Cleveland,1837,M,3/4/1885,3/4/1889,Regular,"
                                   "Regular,Regular\n");
    EXPECT_EQ(edges(dossier), (Lines{"Garfield → United States (leads) 1881-03-04/1881-09-19",
                                     "Cleveland → United States (leads) 1885-03-04/1889-03-04"}));
    EXPECT_TRUE(says(0, "", "with the month first")) << report.text();
}

TEST_F(Leaders, CodesOfGleditschAndWardBecomeThoseOfCow) {
    const std::string leaders =
        std::string(header) +
        "GFR-1982,260,k,Kohl,1930,M,1982-10-01,1998-10-27,Regular,Regular,Regular\n"
        "GFR-2005,260,m,Merkel,1954,F,2005-11-22,,Regular,Still in Office,Still in Office\n"
        "YEM-2012,678,h,Hadi,1945,M,2012-02-27,2015-12-31,Regular,Regular,Regular\n"
        "SER-1882,340,s,Milan,1854,M,1882-03-06,soon,Regular,Regular,Regular\n"
        "TBT-1895,711,t,Dalai Lama,,M,1895,1933-12-17,Regular,Natural Death,Natural Death\n"
        "X-1,,t,Nobody,,M,1895,1933-12-17,Regular,Natural Death,Natural Death\n";
    const Dossier dossier = read({{"archigos.csv", leaders}, {"states.csv", states}});
    EXPECT_EQ(edges(dossier),
              (Lines{"Kohl → State 260 (leads) 1982-10-01/1990-10-02",
                     "Kohl → State 255 (leads) 1990-10-03/1998-10-27",
                     "Merkel → State 255 (leads) 2005-11-22/..",
                     "Hadi → State 679 (leads) 2012-02-27/2015-12-31",
                     "Milan → State 345 (leads) 1882-03-06/",
                     "Dalai Lama → State 711 (Gleditsch and Ward) (leads) 1895/1933-12-17"}));
    EXPECT_EQ(dossier.vertices().details(dossier.findVertex("gw-711")).codes,
              (std::vector<Code>{{"gw", "711"}}))
        << "no code of COW is made up";
    EXPECT_TRUE(says(5, "column enddate", "“soon” is no date"));
    EXPECT_TRUE(says(7, "column gwcode", "is no country code"));
}

TEST_F(Leaders, OneIdForTwoPeopleIsTwoLeaders) {
    const Dossier dossier =
        read("obsid,leadid,ccode,leader,startdate,enddate,entry,exit\n"
             "CAN-1921,x,1,King,1921-12-29,1926-06-28,Regular,Regular\n"
             "DOM-1876,x,3,Baez,1876-12-26,1878-03-02,Regular,Irregular\n"
             "BOS-1990,y,4,Izetbegovic,1990-12-20,1996-10-05,Regular,Regular\n"
             "BOS-2000,y,4,Alija Izetbegovic,2000-02-14,2000-10-14,Regular,Regular\n");
    EXPECT_EQ(edges(dossier), (Lines{"King → State 1 (leads) 1921-12-29/1926-06-28",
                                     "Baez → State 3 (leads) 1876-12-26/1878-03-02",
                                     "Izetbegovic → State 4 (leads) 1990-12-20/1996-10-05",
                                     "Izetbegovic → State 4 (leads) 2000-02-14/2000-10-14"}));
    EXPECT_TRUE(says(3, "column leadid", "taken for two leaders"));
}

TEST(GleditschWard, CodesChangeWithTime) {
    const auto codes = [](int code, const char* period) {
        std::string text;
        for (const CowStretch& stretch : cowCodes(code, *parsePeriod(period))) {
            text += fmt::format("{} {};", stretch.code.value_or(-1), toEdtf(stretch.period));
        }
        return text;
    };
    EXPECT_EQ(codes(630, "1997/2005"), "630 1997/2005;");
    EXPECT_EQ(codes(260, "1949/1963"), "260 1949/1963;");
    EXPECT_EQ(codes(678, "1978-07-17/.."), "678 1978-07-17/1990-05-21;679 1990-05-22/..;");
    EXPECT_EQ(codes(972, "1970/.."), "955 1970/..;");
    EXPECT_EQ(codes(563, "1880/1883"), "-1 1880/1883;");
}

} // namespace entente
