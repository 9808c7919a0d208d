#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct DyadYears : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* statesTable =
    "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
    "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
    "CUB,40,Cuba,1909,1,23,2016,12,31,2016\n"
    "CUB,40,Cuba,1902,5,20,1906,9,25,2016\n"
    "PAP,327,Papal States,1816,1,1,1860,11,7,2016\n";

} // namespace

TEST_F(DyadYears, ConsecutiveYearsOfAPairAreOneTie) {
    const Dossier dossier = read("ccode1,ccode2,year,atop_defense,atop_neutral\n"
                                 "2,20,1942,1,0\n2,20,1944,1,0\n20,2,1943,1,0\n2,20,1943,1,0\n"
                                 "2,20,1946,1,0\n"
                                 "2,20,1947,1,1\n2,20,1948,1,0\n20,2,1948,0,1\n"
                                 "2,40,1947,0,0\n");
    EXPECT_EQ(edges(dossier), (Lines{"United States – Canada (defence pact) 1942/1944",
                                     "United States – Canada (defence pact) 1946/1946",
                                     "United States – Canada (defence pact) 1947/1948"}))
        << "a gap ends a run, other pledges begin one, both directions add up";
    EXPECT_EQ(dossier.edges().sectors(2),
              dossier.findSector("defence") | dossier.findSector("security"));
    EXPECT_EQ(dossier.text(dossier.edges().row(2).attributes.at(0).value), "defence, neutrality");
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Cooperative);
    EXPECT_FALSE(dossier.edges().directed(0));
    EXPECT_EQ(dossier.text(dossier.vertices().id(0)), "cow-2");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::State);
    EXPECT_EQ(dossier.vertices().details(0).codes,
              (std::vector<Code>{{"cow", "2"}, {"iso3", "USA"}}));
    EXPECT_TRUE(says(0, "", "without a pledge: 1."));
    EXPECT_FALSE(says(0, "", "known by their code alone: "));
    EXPECT_TRUE(says(0, "", "ends with 1948. Ties in force then")) << report.text();
}

TEST_F(DyadYears, StatesHaveTheNamesOfTheTableOfCountries) {
    const Dossier dossier =
        read("ccode1,ccode2,year,atop_defense\n365,630,2001,1\n365,998,2001,1\n");
    EXPECT_EQ(edges(dossier), (Lines{"Russia – Iran (defence pact) 2001/2001",
                                     "Russia – State 998 (defence pact) 2001/2001"}));
    const VertexDetails& iran = dossier.vertices().details(dossier.findVertex("cow-630"));
    EXPECT_EQ(iran.codes, (std::vector<Code>{{"cow", "630"}, {"iso3", "IRN"}}));
    EXPECT_EQ(iran.names, (std::vector<Name>{{"fa", "ایران"}}));
    EXPECT_TRUE(says(0, "", "known by their code alone: 1, first 998 (line 3)."));
}

TEST_F(DyadYears, TheStrongestPledgeNamesTheTie) {
    const Dossier dossier = read("ccode1,ccode2,year,defense,offense,neutrality,nonaggression,"
                                 "consul,entente\n"
                                 "1,2,1900,0,1,1,0,0,0\n1,3,1900,0,0,1,1,0,0\n"
                                 "1,4,1900,0,0,0,1,1,0\n1,5,1900,0,0,0,0,1,1\n"
                                 "1,6,1900,0,0,0,0,0,1\n");
    const Lines types = {"offence pact", "neutrality pact", "non-aggression pact",
                         "consultation pact", "entente"};
    const Lines sectors[] = {{"defence", "security"},
                             {"security"},
                             {"security", "diplomacy"},
                             {"diplomacy"},
                             {"diplomacy"}};
    ASSERT_EQ(dossier.edges().size(), types.size());
    for (EdgeIndex i = 0; i < types.size(); ++i) {
        EXPECT_EQ(dossier.text(dossier.edges().type(i)), types[i]);
        SectorSet wanted = 0;
        for (const std::string& sector : sectors[i]) {
            wanted |= dossier.findSector(sector);
        }
        EXPECT_EQ(dossier.edges().sectors(i), wanted) << types[i];
    }
}

TEST_F(DyadYears, BadRowsAreRefusedWithLineAndColumn) {
    const Dossier dossier = read("ccode1,ccode2,year,atop_defense\n"
                                 "2,2.0,1950,1\n2,x,1950,1\n-9,2,1950,1\n2,20,soon,1\n2,20,,1\n"
                                 "2,20,1950,maybe\n2,20,1951.0,TRUE\n2,20,1952,-9\n");
    EXPECT_EQ(edges(dossier), (Lines{"United States – Canada (defence pact) 1951/1951"}));
    EXPECT_EQ(report.rowsRefused, 5U);
    EXPECT_EQ(report.rowsRead, 3U);
    EXPECT_TRUE(says(2, "column ccode2", "cannot be allied to itself"));
    EXPECT_TRUE(says(3, "column ccode2", "“x” is no country code"));
    EXPECT_TRUE(says(4, "column ccode1", "“-9” is no country code"));
    EXPECT_TRUE(says(5, "column year", "“soon” is no year"));
    EXPECT_TRUE(says(7, "column atop_defense", "“maybe” is neither 1 nor 0"));
}

TEST_F(DyadYears, WhatIsMissingAndWhatIsNotTakenIsNamed) {
    const Dossier dossier = read("ccode1,ccode2,year,defense,tradevol\n"
                                 "2,200,-9,1,3.5\n2,20,1990,-9,7\n2,20,1991,1,7\n");
    EXPECT_EQ(edges(dossier), (Lines{"United States – Canada (defence pact) 1991/1991"}));
    EXPECT_TRUE(says(2, "column year", "“-9” is no year")) << report.text();
    EXPECT_TRUE(says(0, "", "−9 (not known) in year (1), defense (1)")) << report.text();
    EXPECT_TRUE(says(0, "", "not taken: 1 (tradevol)")) << report.text();
}

TEST_F(DyadYears, OtherEndsWillDoWithPledges) {
    EXPECT_EQ(edges(read("Source,Target,Year,Defence\nIran,Syria,2006,1\nSyria,Iran,2007,1\n")),
              (Lines{"Iran – Syria (defence pact) 2006/2007"}));
    EXPECT_EQ(edges(read("ccodea;ccodeb;year;consul\n2;20;1950;1\n")),
              (Lines{"United States – Canada (consultation pact) 1950/1950"}));
    EXPECT_EQ(edges(read("Source,Target,Year\nIran,Syria,2006\nIran,Syria,2007\n")),
              (Lines{"Iran → Syria 2006", "Iran → Syria 2007"}))
        << "without pledges it is an edge table";
}

TEST_F(DyadYears, WithoutPledgesTiesAreNeutral) {
    const Dossier dossier = read("ccode1,ccode2,year\n2,20,1950\n2,20,1951\n");
    EXPECT_EQ(edges(dossier), (Lines{"United States – Canada 1950/1951"}));
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Neutral);
}

TEST_F(DyadYears, StatesOpenedBesideGiveTheNames) {
    const Dossier dossier = read({{"dyads.csv", "ccode1,ccode2,year,atop_defense\n2,40,1942,1\n"},
                                  {"states.csv", statesTable}});
    EXPECT_EQ(edges(dossier), (Lines{"United States of America – Cuba (defence pact) 1942/1942"}));
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_FALSE(says(0, "", "known by their code alone: "));
}

TEST_F(DyadYears, NodesWithCodesGiveTheNamesToo) {
    const Dossier dossier = read({{"dyads.csv", "ccode1,ccode2,year,atop_defense\n2,40,1942,1\n"},
                                  {"nodes.csv", "Id,Label,ccode\nUS,America,2\n"}});
    EXPECT_EQ(edges(dossier), (Lines{"America – Cuba (defence pact) 1942/1942"}));
}

TEST_F(DyadYears, TheTableOfStatesAloneIsAListOfStates) {
    const Dossier dossier = read(statesTable);
    ASSERT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(dossier.label(2), "Papal States");
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1816-01-01/..");
    EXPECT_EQ(toEdtf(dossier.vertices().period(1)), "1902-05-20/..");
    EXPECT_EQ(toEdtf(dossier.vertices().period(2)), "1816-01-01/1860-11-07");
    EXPECT_EQ(dossier.text(dossier.vertices().note(1)),
              "In the state system from 1902-05-20 to 1906-09-25 and since 1909-01-23.");
    EXPECT_EQ(dossier.vertices().details(1).codes,
              (std::vector<Code>{{"cow", "40"}, {"cow abbreviation", "CUB"}}));
    EXPECT_EQ(report.rowsRead, 4U);
    EXPECT_TRUE(says(0, "", "more than one tenure: 1.")) << report.text();
    EXPECT_TRUE(says(0, "", "end of the table: 2.")) << report.text();
}

TEST_F(DyadYears, BadStatesAreNamed) {
    const Dossier dossier = read("stateabb,ccode,statenme,styear,stmonth,stday\n"
                                 "NWH,none,Nowhere,1816,1,1\nYYY,9,Somewhere,1900,2,30\n"
                                 "ZZZ,8,Elsewhere,20160101,1,1\n");
    EXPECT_TRUE(says(2, "column ccode", "“none” is no country code"));
    EXPECT_TRUE(says(3, "column stday", "1900-02 has no day 30"));
    EXPECT_TRUE(says(4, "column styear", "“20160101” is no year"));
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1900-02/");
}

} // namespace entente
