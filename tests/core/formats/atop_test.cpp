#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct Atop : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* members =
    "atopid,member,yrent,moent,dayent,ineffect,yrexit,moexit,dayexit,defense,offense,neutral,"
    "nonagg,consul\n"
    "3180,1,1949,8,24,1,0,0,0,1,0,0,0,1\n3180,4,1952,2,18,1,1974,8,0,1,0,0,0,1\n"
    "3180,4,1980,0,0,1,0,0,0,1,0,0,0,1\n";
constexpr const char* alliances =
    "atopid,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul,mem1,mem2,"
    "mem3\n";

} // namespace

TEST_F(Atop, MembersComeAndGo) {
    const Dossier dossier = read(members);
    EXPECT_EQ(edges(dossier),
              (Lines{"State 1 → Defence pact of State 1 and State 4, 1949 (party) "
                     "1949-08-24/..",
                     "State 4 → Defence pact of State 1 and State 4, 1949 (party) "
                     "1952-02-18/1974-08",
                     "State 4 → Defence pact of State 1 and State 4, 1949 (party) 1980/.."}));
    const VertexIndex pact = dossier.findVertex("atop-3180");
    ASSERT_NE(pact, noIndex);
    EXPECT_EQ(dossier.vertices().details(pact).terms, (Lines{"defence", "consultation"}));
    EXPECT_EQ(dossier.vertices().sectors(pact), dossier.findSector("defence"));
    EXPECT_EQ(dossier.vertices().details(pact).codes, (std::vector<Code>{{"atop", "3180"}}));
    EXPECT_TRUE(validate(dossier).empty());
    EXPECT_TRUE(says(0, "", "Columns that were not taken: 1 (ineffect).")) << report.text();
}

TEST_F(Atop, PhasesGiveMembersTheirPeriods) {
    const Dossier dossier =
        read(std::string(alliances) + "1005,1850,0,0,1860,6,30,0,0,0,0,1,1,5,0\n"
                                      "1005,1860,7,1,1870,0,0,1,0,0,0,1,1,5,3\n"
                                      "1010,1900,5,4,0,0,0,0,0,0,0,1,1,5,\n");
    const VertexIndex phased = dossier.findVertex("atop-1005");
    const VertexIndex single = dossier.findVertex("atop-1010");
    ASSERT_NE(phased, noIndex);
    ASSERT_NE(single, noIndex);
    EXPECT_EQ(toEdtf(dossier.vertices().period(phased)), "1850/1870");
    EXPECT_EQ(dossier.text(dossier.vertices().note(phased)),
              "Phases: 1850/1860-06-30 consultation; 1860-07-01/1870 defence, consultation.");
    EXPECT_EQ(dossier.vertices().status(phased), Status::Ended);
    EXPECT_EQ(toEdtf(dossier.vertices().period(single)), "1900-05-04/..");
    EXPECT_EQ(dossier.text(dossier.vertices().type(single)), "consultation pact");
    EXPECT_EQ(dossier.vertices().sectors(single), dossier.findSector("diplomacy"));
    Lines periods;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        periods.push_back(toEdtf(dossier.edges().period(i)));
    }
    EXPECT_EQ(periods, (Lines{"1850/1860-06-30", "1860-07-01/1870", "1850/1860-06-30",
                              "1860-07-01/1870", "1860-07-01/1870", "", ""}))
        << "an alliance of one row does not say when its members came";
    EXPECT_TRUE(says(0, "", "Alliances of one row: 1.")) << report.text();
}

TEST_F(Atop, TheMemberFileGivesTheAllianceFileItsDates) {
    const Dossier dossier =
        read({{"atop5_1a.csv", std::string(alliances) + "3180,1949,8,24,0,0,0,1,0,0,1,0,1,4,5\n"},
              {"atop5_1m.csv", members}});
    ASSERT_EQ(dossier.edges().size(), 4U);
    EXPECT_EQ(toEdtf(dossier.edges().period(1)), "1952-02-18/1974-08");
    EXPECT_TRUE(dossier.edges().period(3).empty()) << "only the third member is new";
    EXPECT_EQ(dossier.vertices().details(dossier.findVertex("atop-3180")).terms,
              (Lines{"defence", "non-aggression", "consultation"}));
    EXPECT_FALSE(says(0, "", "open the member file")) << "it is open";
}

TEST_F(Atop, DyadYearsInTheirOwnColumns) {
    EXPECT_EQ(edges(read("stateA,stateB,ddyad,year,atopally,defense,offense,neutral,nonagg,consul,"
                         "atopid1\n1,3,1003,1949,1,1,0,0,0,0,3180\n3,1,3001,1950,1,1,0,0,0,0,"
                         "3180\n")),
              (Lines{"State 1 – State 3 (defence pact) 1949/1950"}));
    EXPECT_EQ(edges(read("atopid,stateA,stateB,year,dirdyad,defense\n1,200,220,1949,200220,1\n")),
              (Lines{"United Kingdom – France (defence pact) 1949/1949"}));
    EXPECT_EQ(edges(read("dyad,mem1,mem2,year,atopally,defense,consul\n1003,1,3,1949,1,0,1\n")),
              (Lines{"State 1 – State 3 (consultation pact) 1949/1949"}));
    EXPECT_EQ(edges(read("ccode1,ccode2,year,cow_defense,cow_neutral,cow_nonagg,cow_entente\n"
                         "1,3,1949,0,0,0,1\n")),
              (Lines{"State 1 – State 3 (entente) 1949/1949"}));
}

} // namespace entente
