#include "core/formats/registry.h"
#include "core/model/merge.h"
#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

#include <set>

namespace entente {

namespace {

/// Files of one data set, or of several, picked at once or merged.
struct DataSetsTogether : TableReading {
    /// The dossiers of the tables, read apart and merged by what is surely the same.
    Dossier merged(const std::vector<std::pair<std::string, std::string>>& tables) {
        Dossier whole = read({tables.front()});
        for (std::size_t i = 1; i < tables.size(); ++i) {
            const Dossier next = read({tables[i]});
            std::vector<VertexMatch> matches = reconcile(whole, next);
            std::erase_if(matches, [](const VertexMatch& match) {
                return match.certainty == Certainty::Doubtful;
            });
            apply(whole, merge(whole, next, matches).change);
        }
        return whole;
    }

    static std::set<std::string> states(const Dossier& dossier) {
        std::set<std::string> ids;
        for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
            if (dossier.vertices().kind(row) == VertexKind::State) {
                ids.emplace(dossier.text(dossier.vertices().id(row)));
            }
        }
        return ids;
    }
};

using Lines = std::vector<std::string>;

constexpr const char* states2016 =
    "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
    "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
    "UKG,200,United Kingdom,1816,1,1,2016,12,31,2016\n"
    "RUS,365,Russia,1816,1,1,2016,12,31,2016\n"
    "CDI,437,Ivory Coast,1960,8,7,2016,12,31,2016\n"
    "DRC,490,Democratic Republic of the Congo,1960,6,30,2016,12,31,2016\n"
    "TUR,640,Turkey,1816,1,1,2016,12,31,2016\n"
    "ROK,732,South Korea,1949,6,29,2016,12,31,2016\n"
    "DRV,816,Vietnam,1954,7,21,2016,12,31,2016\n";

/// The same eight states, and one that is none of COW's, as SIPRI and others call them.
const std::pair<std::string, std::string> register_ = {
    "trade-register.csv",
    "SIPRI Arms Transfers Database\n"
    "Supplier;Recipient;Year of order;;Number ordered;Weapon designation;Year(s) of delivery\n"
    "Korea, South;Türkiye;2001;;1;K-9;2004\n"
    "UK;Viet Nam;2002;;1;X;2004\n"
    "South Korea;Turkiye;2003;;1;K-9;2004\n"
    "USA;Côte d'Ivoire;2004;;1;X;2005\n"
    "United States;Cote d’Ivoire;2004;;1;X;2005\n"
    "Soviet Union;DR Congo;1985;;1;X;1986\n"
    "ROK;Palestine;2004;;1;X;2005\n"};
const std::set<std::string> sameStates = {"cow-2",   "cow-200", "cow-365", "cow-437",  "cow-490",
                                          "cow-640", "cow-732", "cow-816", "Palestine"};

} // namespace

TEST_F(DataSetsTogether, SipriAndTheStatesOfCowAreTheSameStates) {
    const std::pair<std::string, std::string> cow{"states2016.csv", states2016};
    const Dossier opened = read({register_, cow});
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    EXPECT_EQ(states(opened), sameStates);
    EXPECT_TRUE(says(0, "", "Soviet Union (Russia)")) << report.text();
    EXPECT_TRUE(says(0, "", "To be cited as: Stockholm International Peace Research Institute"));
    EXPECT_EQ(opened.label(opened.findVertex("cow-640")), "Turkey") << "as COW's table has it";
    EXPECT_EQ(opened.label(opened.edges().source(0)), "South Korea");
    EXPECT_EQ(opened.sources().size(), 2U);
    for (const auto& tables : {std::vector{cow, register_}, std::vector{register_, cow}}) {
        const Dossier one = merged(tables);
        EXPECT_EQ(states(one), sameStates);
        EXPECT_EQ(one.edges().count(), 14U);
        EXPECT_EQ(one.sources().size(), 2U);
        EXPECT_TRUE(validate(one).empty());
        EXPECT_FALSE(one.vertices().period(one.findVertex("cow-732")).empty());
    }
}

TEST_F(DataSetsTogether, OrganisationsAndRivalriesNameTheSameStates) {
    const Dossier dossier =
        read({{"igo.csv", "ioname,orgname,year,sokorea,uk,turkey,ivorycoast,zaire,sdate,deaddate\n"
                          "UN,United Nations,2000,1,1,1,1,1,1945,NA\n"},
              register_,
              {"rivals.csv", "rivalryno,rivalryname,sidea,sideb,styear,endyear,type1\n"
                             "1,X,Korea (Republic of),Ottoman Empire,1950,1960,spatial\n"}});
    EXPECT_EQ(states(dossier), sameStates);
}

TEST_F(DataSetsTogether, DisputesTheirParticipantsAndIncidents) {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"MIDB 5.0.csv",
         "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,"
         "revtype2,fatality,fatalpre,hiact,hostlev,orig,version\n"
         "2,USA,2,-9,7,1902,24,1,1903,1,1,1,-9,0,0,7,3,1,5\n"
         "2,UKG,200,-9,7,1902,24,1,1903,0,0,0,-9,0,0,0,1,1,5\n"},
        {"MIDI 5.0.csv",
         "dispnum,incidnum,stday,stmon,styear,endday,endmon,endyear,fatality,action,hostlev,numa,"
         "version\n2,2001,-9,7,1902,-9,8,1902,0,7,3,1,5\n"},
        {"MIDA 5.0.csv",
         "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,"
         "mindur,hiact,hostlev,recip,numa,numb,ongo2014,version\n"
         "2,-9,7,1902,24,1,1903,6,1,0,0,208,178,7,3,0,1,1,0,5\n"}};
    const Dossier dossier = read(files);
    EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
    EXPECT_FALSE(says(0, "", "participants (MIDB)")) << "the participants of disputes are here";
    EXPECT_TRUE(says(0, "", "Events without participants: 1."));
    EXPECT_TRUE(says(0, "", "participants (MIDIP)"));
    const VertexIndex dispute = dossier.findVertex("dispute-2");
    ASSERT_NE(dispute, noIndex);
    EXPECT_EQ(toEdtf(dossier.vertices().period(dispute)), "1902-07/1903-01-24");
    EXPECT_EQ(dossier.label(dispute), "Dispute 2: United States against United Kingdom");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(dispute).attributes, "outcome"),
              "compromise");
    EXPECT_EQ(toEdtf(dossier.vertices().period(dossier.findVertex("incident-2001"))),
              "1902-07/1902-08")
        << "an incident is not its dispute";
    EXPECT_EQ(edges(dossier).back(),
              "United States – United Kingdom (in dispute with) 1902-07/1903-01-24");
    EXPECT_EQ(dossier.sources().size(), 1U);
    EXPECT_EQ(dossier.claims().size(), 2U);
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(DataSetsTogether, AlliancesStatesAndMajorPowers) {
    const Dossier dossier = read(
        {{"majors2016.csv", "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                            "USA,2,1898,8,13,2016,12,31,2016\n"},
         {"alliance_v4.1_by_member.csv",
          "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,"
          "all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,"
          "mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,"
          "entente,version\n"
          "5,2,United States of America,1,9,1951,,,,Type I,1,9,1951,,,,0,1,1,0,0,0,4.1\n"
          "5,732,Korea South,1,9,1951,,,,Type I,1,9,1951,,,,0,1,1,0,0,0,4.1\n"},
         {"states2016.csv", states2016}});
    EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(edges(dossier),
              (Lines{"United States of America → Defence pact of United States of America and "
                     "South Korea, 1951 (party) 1951-09-01/..",
                     "South Korea → Defence pact of United States of America and South Korea, 1951 "
                     "(party) 1951-09-01/.."}));
    const VertexIndex usa = dossier.findVertex("cow-2");
    EXPECT_EQ(toEdtf(dossier.vertices().period(usa)), "1816-01-01/..");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(usa).attributes, "major power"),
              "1898-08-13/..");
    EXPECT_EQ(dossier.sources().size(), 2U) << "two publications in three files";
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(DataSetsTogether, TwoTablesOfTheSameWarsMakeOneWar) {
    const Dossier dossier = read(
        {{"directed_dyadic_war.csv",
          "warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,warenday,"
          "warendyr,year,warolea,waroleb,outcomea,batdtha\n"
          "4,189,1,365,640,4,30,1828,8,19,1829,1828,1,3,1,80000\n"},
         {"Inter-StateWarData_v4.0.csv",
          "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
          "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,"
          "WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\r"
          "4,First Russo-Turkish,1,365,Russia,1,4,26,1828,9,14,1829,-8,-8,-8,-8,-8,-8,506,11,1,1,"
          "-8,50000,4\r"
          "4,First Russo-Turkish,1,640,Turkey,2,4,26,1828,9,14,1829,-8,-8,-8,-8,-8,-8,506,11,2,2,"
          "-8,80000,4\r"},
         {"states2016.csv", states2016}});
    EXPECT_EQ(edges(dossier), (Lines{"Russia → First Russo-Turkish (side 1) 1828-04-26/1829-09-14",
                                     "Turkey → First Russo-Turkish (side 2) 1828-04-26/1829-09-14",
                                     "Russia – Turkey (at war with) 1828-04-26/1829-09-14"}))
        << "who fought is said once, by the table with the names";
    std::size_t about = 0;
    for (const Claim& claim : dossier.claims()) {
        about +=
            claim.about == ElementRef{ElementKind::Vertex, dossier.findVertex("war-4")} ? 1 : 0;
    }
    EXPECT_EQ(about, 2U) << "both publications list it";
    EXPECT_TRUE(says(0, "", "another table has brought already: 1.")) << report.text();
}

TEST_F(DataSetsTogether, StatesOfADataSetAndOfAnOwnTableAreUnited) {
    const Dossier dossier =
        read({{"ties.csv", "Source,Target\nFrance,Allemagne\nFrance,Atlantis\n"},
              {"dyads.csv", "ccode1,ccode2,year,defense\n220,255,1990,1\n"}});
    EXPECT_EQ(edges(dossier), (std::vector<std::string>{"France → Allemagne", "France → Atlantis",
                                                        "France – Allemagne (defence pact) "
                                                        "1990/1990"}))
        << report.text();
    EXPECT_EQ(dossier.vertices().count(), 3U);
    EXPECT_TRUE(says(0, "", "United with what was there: 2 actors")) << report.text();
}

} // namespace entente
