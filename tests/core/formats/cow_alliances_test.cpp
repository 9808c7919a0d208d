#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct CowAlliances : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* byMember =
    "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
    "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
    "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version\n";
constexpr const char* byDyad =
    "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
    "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
    "nonaggression,entente";

} // namespace

TEST_F(CowAlliances, AMemberHasItsOwnDatesAndMayComeBack) {
    const Dossier dossier =
        read(std::string(byMember) +
             "9,1,Canada,4,4,1949,,,,Type I: Defense Pact,4,4,1949,,,,0,1,1,0,0,1,4.1\n"
             "9,3,Turkey,4,4,1949,,,,Type I: Defense Pact,18,2,1952,,,,0,1,1,0,0,1,4.1\n"
             "9,4,Greece,4,4,1949,,,,Type I: Defense Pact,18,2,1952,14,8,1974,0,0,1,0,0,1,4.1\n"
             "9,4,Greece,4,4,1949,,,,Type I: Defense Pact,20,10,1980,,,,0,1,1,0,0,1,4.1\n");
    EXPECT_EQ(edges(dossier),
              (Lines{"Canada → Defence pact of Canada, Turkey and Greece, 1949 (party) "
                     "1949-04-04/..",
                     "Turkey → Defence pact of Canada, Turkey and Greece, 1949 (party) "
                     "1952-02-18/..",
                     "Greece → Defence pact of Canada, Turkey and Greece, 1949 (party) "
                     "1952-02-18/1974-08-14",
                     "Greece → Defence pact of Canada, Turkey and Greece, 1949 (party) "
                     "1980-10-20/.."}));
    const VertexIndex pact = dossier.findVertex("cow-alliance-9");
    ASSERT_NE(pact, noIndex);
    EXPECT_EQ(toEdtf(dossier.vertices().period(pact)), "1949-04-04/..");
    EXPECT_EQ(dossier.vertices().kind(pact), VertexKind::Agreement);
    EXPECT_EQ(dossier.vertices().status(pact), Status::InForce);
    EXPECT_EQ(dossier.vertices().polarity(pact), Polarity::Cooperative);
    EXPECT_EQ(dossier.vertices().details(pact).terms, (Lines{"defence", "entente"}));
    EXPECT_EQ(dossier.vertices().sectors(pact), dossier.findSector("defence"));
    EXPECT_EQ(dossier.text(dossier.vertices().type(pact)), "defence pact");
    EXPECT_TRUE(validate(dossier).empty());
    EXPECT_TRUE(says(0, "", "Taken for COW Formal Alliances by member")) << report.text();
    EXPECT_TRUE(says(0, "", "left and came back, or whose pledges changed: 1."));
    EXPECT_FALSE(says(0, "", "known by their code alone"));
}

TEST_F(CowAlliances, WhatBeganBeforeTheDataHasNoKnownBegin) {
    const Dossier dossier = read(std::string(byMember) +
                                 "1,5,United Kingdom,1,1,1816,,,,Type I,1,1,1816,,,,1,1,1,0,1,0,"
                                 "4.1\n"
                                 "1,6,Portugal,1,1,1816,,,,Type I,1,1,1816,,,,1,1,1,0,1,0,4.1\n"
                                 "2,8,Spain,1,1,1816,,,,Type I,7,6,1820,,,,1,1,1,0,1,0,4.1\n"
                                 "3,7,Nowhere,0,5,1900,,2,1901,Type III,0,5,1900,31,2,1901,0,0,0,"
                                 "0,0,1,4.1\n");
    EXPECT_EQ(toEdtf(dossier.edges().period(0)), "/..");
    EXPECT_EQ(toEdtf(dossier.vertices().period(dossier.findVertex("cow-alliance-1"))), "/..");
    EXPECT_EQ(dossier.text(dossier.edges().row(0).attributes.at(0).value), "1816-01-01");
    EXPECT_EQ(toEdtf(dossier.edges().period(2)), "1820-06-07/..") << "it joined later";
    EXPECT_EQ(toEdtf(dossier.edges().period(3)), "1900-05/1901-02") << "no day is invented";
    EXPECT_EQ(dossier.vertices().sectors(dossier.findVertex("cow-alliance-3")),
              dossier.findSector("diplomacy"));
    EXPECT_TRUE(says(5, "column mem_end_day", "1901-02 has no day 31")) << report.text();
    EXPECT_TRUE(says(0, "", "Rows with left_censor 1: 2."));
}

TEST_F(CowAlliances, DyadsGiveMembersTheUnionOfTheirDates) {
    const Lines members = {"A → Neutrality pact of A, B and C, 1850 (party) 1850-03-01/1860-12-31",
                           "B → Neutrality pact of A, B and C, 1850 (party) 1850-03-01/1860-12-31",
                           "C → Neutrality pact of A, B and C, 1850 (party) 1855-01-01/1858-06-30"};
    const std::string dyads = "7,1,A,4,B,1,3,1850,31,12,1860,0,0,0,1,0,0";
    const std::string joined = "7,1,A,3,C,1,1,1855,30,6,1858,0,0,0,1,0,0";
    const std::string other = "7,4,B,3,C,1,1,1855,30,6,1858,0,0,0,1,0,0";
    EXPECT_EQ(edges(read(std::string(byDyad) + "\n" + dyads + "\n" + joined + "\n" + other + "\n")),
              members);
    // Directed and by year: the same rows again and again.
    EXPECT_EQ(edges(read(std::string(byDyad) + ",year,version\n" + dyads + ",1850,4.1\n" + dyads +
                         ",1851,4.1\n7,4,B,1,A,1,3,1850,31,12,1860,0,0,0,1,0,0,1850,4.1\n" +
                         joined + ",1855,4.1\n" + other + ",1855,4.1\n" + other + ",1856,4.1\n")),
              members);
}

TEST_F(CowAlliances, WithoutDatesTheYearsWillDo) {
    EXPECT_EQ(edges(read("version4id;ccode1;ccode2;year;defense\n4;1;3;1900;1\n4;1;3;1901;1\n"
                         "4;1;3;1905;1\n")),
              (Lines{"State 1 → Defence pact of State 1 and State 3, 1900 (party) 1900/1901",
                     "State 1 → Defence pact of State 1 and State 3, 1900 (party) 1905/1905",
                     "State 3 → Defence pact of State 1 and State 3, 1900 (party) 1900/1901",
                     "State 3 → Defence pact of State 1 and State 3, 1900 (party) 1905/1905"}));
}

TEST_F(CowAlliances, BothTablesTogetherGiveOneAgreement) {
    const Dossier dossier =
        read({{"dyads.csv", std::string(byDyad) + "\n9,1,Canada,3,Turkey,18,2,1952,,,,0,1,1,0,0,"
                                                  "1\n9,1,Canada,8,USA,4,4,1949,,,,0,1,1,0,0,1\n"},
              {"members.csv", std::string(byMember) +
                                  "9,1,Canada,4,4,1949,,,,I,4,4,1949,,,,0,1,1,0,0,1,4.1\n"
                                  "9,3,Turkey,4,4,1949,,,,I,18,2,1952,,,,0,1,1,0,0,1,4.1\n"}});
    EXPECT_EQ(dossier.edges().size(), 3U) << "only what the members' table lacks is added";
    EXPECT_TRUE(says(0, "", "another table has brought already: 1.")) << report.text();
}

TEST_F(CowAlliances, BadRowsAreRefusedAndStatesGiveTheNames) {
    const Dossier dossier =
        read({{"members.csv", std::string(byMember) +
                                  ",1,Canada,4,4,1949,,,,I,4,4,1949,,,,0,1,1,0,0,1,4.1\n"
                                  "9,x,Turkey,4,4,1949,,,,I,18,2,1952,,,,0,1,1,0,0,1,4.1\n"
                                  "9,3,Ottoman Empire,4,4,1949,,,,I,18,2,1952,,,,0,1,1,0,0,1,4\n"},
              {"states.csv", "StateAbb,CCode,StateNme\nTUR,3,Turkey\nTUR,3,Turkey\n"}});
    EXPECT_EQ(report.rowsRefused, 2U);
    EXPECT_TRUE(says(2, "column version4id", "has no number"));
    EXPECT_TRUE(says(3, "column ccode", "“x” is no country code"));
    const VertexIndex turkey = dossier.findVertex("cow-3");
    ASSERT_NE(turkey, noIndex);
    EXPECT_EQ(dossier.label(turkey), "Turkey");
    EXPECT_TRUE(dossier.vertices().period(turkey).empty()) << "a list of codes has no tenures";
    EXPECT_EQ(dossier.vertices().details(turkey).names,
              (std::vector<Name>{{"", "Ottoman Empire", true}}));
}

} // namespace entente
