#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct Disputes : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* disputes =
    "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,"
    "mindur,hiact,hostlev,recip,numa,numb,ongo2014,version\n"
    "258,28,6,1914,-9,11,1918,1,2,6,-9,1596,1596,20,5,1,9,5,0,5\n"
    "300,-9,5,2014,-9,-9,-9,5,3,-9,-9,2,2,7,3,0,1,1,1,5\n";
constexpr const char* participants =
    "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,"
    "fatality,fatalpre,hiact,hostlev,orig,version\n"
    "258,AUH,1,28,6,1914,3,11,1918,1,1,1,-9,6,-9,20,5,1,5\n"
    "258,YUG,3,28,6,1914,1,11,1915,0,0,-9,-9,6,-9,20,5,1,5\n"
    "258,USA,4,7,12,1917,11,11,1918,0,0,-9,-9,6,-9,20,5,0,5\n"
    "258,USA,4,7,12,1917,11,11,1918,-9,0,-9,-9,6,-9,20,5,0,5\n";

} // namespace

TEST_F(Disputes, DisputesAloneAreEvents) {
    const Dossier dossier = read(disputes);
    ASSERT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.label(0), "Dispute 258");
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1914-06-28/1918-11");
    EXPECT_EQ(toEdtf(dossier.vertices().period(1)), "2014-05/..");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(0).attributes, "hostility"), "war");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(0).attributes, "outcome"),
              "victory of side A");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(1).attributes, "fatalities"), "");
    EXPECT_EQ(dossier.vertices().polarity(0), Polarity::Conflictual);
    EXPECT_EQ(dossier.vertices().sectors(0), dossier.findSector("security"));
}

TEST_F(Disputes, ParticipantsJoinTheirDisputes) {
    const Dossier dossier = read({{"MIDB 5.0.csv", participants}, {"MIDA 5.0.csv", disputes}});
    const std::string name = "Dispute 258: AUH against YUG and USA";
    EXPECT_EQ(edges(dossier), (Lines{"AUH → " + name + " (side A) 1914-06-28/1918-11-03",
                                     "YUG → " + name + " (side B) 1914-06-28/1915-11-01",
                                     "USA → " + name + " (side B) 1917-12-07/1918-11-11",
                                     "AUH – YUG (in dispute with) 1914-06-28/1915-11-01",
                                     "AUH – USA (in dispute with) 1917-12-07/1918-11-03"}));
    EXPECT_EQ(dossier.edges().polarity(3), Polarity::Conflictual);
    EXPECT_EQ(attribute(dossier, dossier.edges().row(0).attributes, "seeks to revise"),
              "territory");
    EXPECT_EQ(attribute(dossier, dossier.edges().row(2).attributes, "originator"), "no");
    EXPECT_TRUE(says(5, "column sidea", "does not say whether this is side A"));
    EXPECT_EQ(dossier.vertices().size(), 5U) << "two events, three states";
    EXPECT_TRUE(validate(dossier).empty());
    EXPECT_EQ(edges(read(participants)).size(), 5U) << "without MIDA the events are made";
}

TEST_F(Disputes, DyadYearsOfBothDirectionsAreOneTie) {
    const Dossier dossier =
        read("dispnum,ccode1,ccode2,year,sidea1,sidea2,fatality1,fatality2,hostlev1,hostlev2,orig1,"
             "orig2,fatality,hostlev\n"
             "50,1,3,1992,1,0,0,-9,4,3,1,1,0,4\n50,3,1,1992,0,1,-9,0,3,4,1,1,0,4\n"
             "50,1,3,1993,1,0,0,-9,4,3,1,1,0,4\n50,3,1,1993,0,1,-9,0,3,4,1,1,0,4\n"
             "50,1,3,soon,1,0,0,-9,4,3,1,1,0,4\n");
    EXPECT_EQ(edges(dossier),
              (Lines{"State 1 → Dispute 50: State 1 against State 3 (side A) 1992/1993",
                     "State 3 → Dispute 50: State 1 against State 3 (side B) 1992/1993",
                     "State 1 – State 3 (in dispute with) 1992/1993"}));
    EXPECT_EQ(attribute(dossier, dossier.edges().row(0).attributes, "hostility"), "use of force");
    EXPECT_TRUE(says(6, "column year", "“soon” is no year"));
}

TEST_F(Disputes, TheDyadicDataOfCowHaveDates) {
    EXPECT_EQ(edges(read("disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,year,"
                         "endday,endmnth,endyear,fatlev,hihost,sideaa,sideab\n"
                         "2,1,1,USA,3,UKG,-9,7,1902,1902,24,1,1903,0,3,1,0\n"
                         "2,1,1,USA,3,UKG,-9,7,1902,1903,24,1,1903,0,3,1,0\n"))
                  .back(),
              "USA – UKG (in dispute with) 1902-07/1903-01-24");
}

} // namespace entente
