#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct Rivalries : TableReading {};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(Rivalries, RivalsAreTiedWhileTheyAre) {
    const Dossier dossier =
        read("rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region,type1,type2,type3\n"
             "1,US-USSR,1,3,1945,1989,supra-regional,positional,ideological,NA\n"
             "2,Iran-Israel,4,5,1979,2010,Middle East,interventionary,,\n"
             "3,Self,1,1,1979,2010,,,,\n");
    EXPECT_EQ(edges(dossier), (Lines{"State 1 – State 3 (rival of) 1945/1989",
                                     "State 4 – State 5 (rival of) 1979/2010"}));
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Conflictual);
    EXPECT_EQ(dossier.edges().sectors(0), dossier.findSector("security"));
    EXPECT_EQ(dossier.text(dossier.edges().row(0).attributes.at(2).value),
              "positional, ideological");
    EXPECT_TRUE(
        says(0, "", "last year is 2010. Rivalries that end with it, and may have gone on: 1"))
        << report.text();
    EXPECT_TRUE(says(4, "column ccode2", "its own rival"));
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(Rivalries, OtherColumnsWillDo) {
    const Dossier flags = read("tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial\n"
                               "100,US-USSR,1,3,1945,,1,0\n");
    EXPECT_EQ(edges(flags), (Lines{"State 1 – State 3 (rival of) 1945/.."}));
    EXPECT_EQ(flags.text(flags.edges().row(0).attributes.at(2).value), "positional");
    EXPECT_EQ(edges(read({{"r.csv", "rivalryno,rivalryname,sidea,sideb,styear,endyear,type1\n"
                                    "1,Athens-Sparta,Venice,Ottoman Empire,1494,1717,spatial\n"},
                          {"states.csv", "stateabb,ccode,statenme\nTUR,640,Ottoman Empire\n"}})),
              (Lines{"Venice – Ottoman Empire (rival of) 1494/1717"}));
}

} // namespace entente
