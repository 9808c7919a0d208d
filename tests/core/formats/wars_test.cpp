#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct Wars : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* interState =
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
    "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,"
    "WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\r";

} // namespace

TEST_F(Wars, SidesFightWhereTheirSpellsOverlap) {
    const Dossier dossier =
        read(std::string(interState) +
             "10,Great War,1,1,A,1,7,28,1914,11,-9,1918,-8,-8,-8,-8,-8,-8,-8,2,1,1,-8,1000,4\r"
             "10,Great War,1,4,B,2,7,28,1914,8,1,1915,3,-9,1917,-7,-7,-7,-8,2,2,2,-8,-9,4\r"
             "10,Great War,1,3,C,1,1,1,1916,6,30,1916,-8,-8,-8,-8,-8,-8,-8,2,2,8,-8,5,4\r"
             "10,Great War,1,3,C,5,1,1,1916,6,30,1916,-8,-8,-8,-8,-8,-8,-8,2,2,8,-8,5,4\r");
    EXPECT_EQ(
        edges(dossier),
        (Lines{"A → Great War (side 1) 1914-07-28/1918-11",
               "B → Great War (side 2) 1914-07-28/1915-08-01", "B → Great War (side 2) 1917-03/..",
               "C → Great War (side 1) 1916-01-01/1916-06-30",
               "A – B (at war with) 1914-07-28/1915-08-01", "A – B (at war with) 1917-03/1918-11"}))
        << "C fought while B did not";
    const VertexIndex war = dossier.findVertex("war-10");
    ASSERT_NE(war, noIndex);
    EXPECT_EQ(dossier.vertices().kind(war), VertexKind::Event);
    EXPECT_EQ(dossier.vertices().polarity(war), Polarity::Conflictual);
    EXPECT_EQ(dossier.vertices().sectors(war), dossier.findSector("defence"));
    EXPECT_EQ(toEdtf(dossier.vertices().period(war)), "1914-07-28/..");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(war).attributes, "where fought"), "Europe");
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        EXPECT_EQ(dossier.edges().polarity(i), Polarity::Conflictual);
    }
    const std::vector<Attribute> first = dossier.edges().row(0).attributes;
    EXPECT_EQ(attribute(dossier, first, "initiator"), "yes");
    EXPECT_EQ(attribute(dossier, first, "outcome"), "won");
    EXPECT_EQ(attribute(dossier, first, "battle deaths"), "1000");
    EXPECT_EQ(attribute(dossier, dossier.edges().row(1).attributes, "battle deaths"), "");
    EXPECT_TRUE(says(5, "column Side", "“5” is no side"));
    EXPECT_TRUE(says(0, "", "−9 (not known) in EndDay1 (1), StartDay2 (1), BatDeath (1)"))
        << report.text();
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(Wars, StatesFightGroups) {
    const Dossier intra =
        read("WarNum,WarName,V5RegionNum,WarType,CcodeA,SideA,CcodeB,SideB,Intnl,StartMo1,StartDy1,"
             "StartYr1,EndMo1,EndDy1,EndYr1,TransFrom,Initiator,Outcome,TransTo,DeathsSideA,"
             "DeathsSideB,Version\n"
             "500,First Caucasus,3,5,5,Russia,-8,Georgians,0,6,10,1818,-9,-9,1822,-8,Russia,1,-8,"
             "5000,6000,5.1\n"
             "500,First Caucasus,3,5,-8,-8,-8,Dhagestania,0,6,10,1818,-9,-9,1822,-8,Russia,1,-8,"
             "-9,-9,5.1\n");
    EXPECT_EQ(edges(intra), (Lines{"Russia → First Caucasus (side 1) 1818-06-10/1822",
                                   "Georgians → First Caucasus (side 2) 1818-06-10/1822",
                                   "Dhagestania → First Caucasus (side 2) 1818-06-10/1822",
                                   "Russia – Georgians (at war with) 1818-06-10/1822",
                                   "Russia – Dhagestania (at war with) 1818-06-10/1822"}));
    EXPECT_EQ(intra.vertices().kind(intra.findVertex("cow-group-georgians")), VertexKind::Group);
    const Dossier extra =
        read("WarNum,WarName,WarType,ccode1,SideA,ccode2,SideB,StartMonth1,StartDay1,StartYear1,"
             "EndMonth1,EndDay1,EndYear1,Initiator,Interven,TransFrom,Outcome,TransTo,WhereFought,"
             "BatDeath,NonStateDeaths,Version\n"
             "300,Allied Bombardment of Algiers,3,6,United Kingdom,-8,Algeria,8,26,1816,8,30,"
             "1816,1,0,-8,1,-8,6,-9,-9,4\n");
    EXPECT_EQ(edges(extra).back(), "United Kingdom – Algeria (at war with) 1816-08-26/1816-08-30");
    const Dossier nonState =
        read("WarNum,WarName,WarType,WhereFought,SideA1,SideA2,SideB1,SideB2,StartYear,StartMonth,"
             "StartDay,EndYear,EndMonth,EndDay,Initiator,Outcome,Version\n"
             "1500,Rosebud War,8,1,Crow,-8,Sioux,Cheyenne,1818,-9,-9,1819,5,-9,A,1,4\n");
    EXPECT_EQ(edges(nonState).back(), "Crow – Cheyenne (at war with) 1818/1819-05");
}

} // namespace entente
