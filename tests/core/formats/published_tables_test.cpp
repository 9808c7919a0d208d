#include "core/formats/data_set.h"
#include "core/formats/table.h"
#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

/// Tables with the whole header that their publishers give them.
struct PublishedTables : TableReading {
    /// What is wrong with the dossier, for messages.
    static std::string faults(const Dossier& dossier) {
        std::string text;
        for (const Fault& fault : validate(dossier)) {
            text += fault.message + "\n";
        }
        return text;
    }

    /// Reads it and expects that nothing was refused or repaired.
    Dossier readClean(const std::string& name, const std::string& text) {
        report = {};
        Dossier dossier = read({{name, text}});
        EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(faults(dossier), "");
        return dossier;
    }

    [[nodiscard]] bool takenFor(std::string_view name) const {
        return says(0, "", "Taken for " + std::string(name) + ", by its header.");
    }

    /// The dossier's only source.
    static std::string source(const Dossier& dossier) {
        return dossier.sources().size() == 1
                   ? std::string(dossier.text(dossier.sources().front().title))
                   : std::to_string(dossier.sources().size()) + " sources";
    }

    /// What is claimed: "Norway–Sweden war: WarNum 1".
    static std::vector<std::string> claims(const Dossier& dossier) {
        std::vector<std::string> lines;
        for (const Claim& claim : dossier.claims()) {
            lines.push_back(dossier.describe(claim.about) + ": " +
                            std::string(dossier.text(claim.locator)));
        }
        return lines;
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(PublishedTables, CowAlliances) {
    const Dossier members = readClean(
        "alliance_v4.1_by_member.csv",
        "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
        "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
        "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version\n"
        "210,2,\"United States of America\",4,4,1949,,,,\"Type I: Defense Pact\",4,4,1949,,,,0,1,1,"
        "0,0,0,4.1\n"
        "210,640,\"Turkey\",4,4,1949,,,,\"Type I: Defense Pact\",18,2,1952,,,,0,1,1,0,0,0,4.1\n");
    EXPECT_TRUE(takenFor("COW Formal Alliances by member"));
    EXPECT_EQ(source(members), "COW Formal Alliances, version 4.1");
    EXPECT_EQ(claims(members),
              (Lines{"Defence pact of United States and Türkiye, 1949: version4id 210"}));
    EXPECT_NE(members.text(members.sources().front().note).find("Gibler"), std::string::npos);
    EXPECT_TRUE(members.text(members.sources().front().address)
                    .starts_with("https://correlatesofwar.org/"));

    const Dossier yearly = readClean(
        "alliance_v4.1_by_dyad_yearly.csv",
        "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
        "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
        "nonaggression,entente,asymmetric,year,version\n"
        "3,20,Canada,640,Turkey,18,2,1952,,,,0,1,1,0,0,0,0,1952,4.1\n"
        "3,20,Canada,640,Turkey,18,2,1952,,,,0,1,1,0,0,0,0,1953,4.1\n");
    EXPECT_EQ(edges(yearly),
              (Lines{"Canada → Defence pact of Canada and Türkiye, 1952 (party) 1952-02-18/..",
                     "Türkiye → Defence pact of Canada and Türkiye, 1952 (party) 1952-02-18/.."}));
    EXPECT_EQ(yearly.claims().size(), 1U) << "one, however many years";
}

TEST_F(PublishedTables, Atop) {
    const Dossier alliances = readClean(
        "atop5_1a.csv",
        "atopid,cowid,phase,begyr,begmo,begday,endyr,endmo,endday,ineffect,estmode,pubsecr,secrart,"
        "length,defense,offense,neutral,nonagg,consul,active,notaiding,terrres,specthrt,bilat,"
        "wartime,conditio,armred,organ1,milaid,base,ecaid,mem1,mem2,mem3,mem4,version\n"
        "1490,2045,0,1904,4,8,1914,8,0,0,1,0,1,0,0,0,0,0,1,0,0,0,0,1,0,0,0,0,0,0,0,200,220,0,0,"
        "5.1\n");
    EXPECT_TRUE(takenFor("ATOP alliances"));
    EXPECT_EQ(toEdtf(alliances.vertices().period(alliances.findVertex("atop-1490"))),
              "1904-04-08/1914-08")
        << "no day is invented";
    EXPECT_EQ(source(alliances), "Alliance Treaty Obligations and Provisions (ATOP), version 5.1");

    const Dossier members = readClean(
        "atop5_1m.csv", "atopid,member,yrent,moent,dayent,ineffect,estmode,pubsecr,secrart,length,"
                        "yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,active\n"
                        "3180,2,1949,8,24,1,1,0,0,0,0,0,0,1,0,0,1,1,1\n"
                        "3180,640,1952,2,0,1,1,0,0,0,0,0,0,1,0,0,1,1,1\n");
    EXPECT_TRUE(takenFor("ATOP alliances by member"));
    EXPECT_EQ(edges(members).back(), "Türkiye → Defence pact of United States and Türkiye, 1949 "
                                     "(party) 1952-02/..");
    EXPECT_EQ(members.vertices().details(members.findVertex("atop-3180")).terms,
              (Lines{"defence", "non-aggression", "consultation"}));
    EXPECT_EQ(source(members), "Alliance Treaty Obligations and Provisions (ATOP), version 5.1")
        << "by the name of the file";

    const Dossier directed = readClean(
        "atop5_1ddyr.csv",
        "ddyad,year,atopally,defense,offense,neutral,nonagg,consul,shareob,transyr,bilatno,multino,"
        "number,asymm,atopid1,atopid2,atopid3,atopid4,atopid5,atopid6,atopid7,atopid8,atopid9,"
        "stateA,stateB,version\n"
        "2200,1949,1,1,0,0,1,1,1,0,0,1,1,0,3180,,,,,,,,,2,200,5.1\n"
        "200002,1949,1,1,0,0,1,1,1,0,0,1,1,0,3180,,,,,,,,,200,2,5.1\n");
    EXPECT_TRUE(takenFor("ATOP pledges by dyad and year"));
    EXPECT_EQ(edges(directed), (Lines{"United States – United Kingdom (defence pact) 1949/1949"}));
    EXPECT_EQ(claims(directed), (Lines{"United States – United Kingdom (defence pact): "}));

    EXPECT_NE(refusal("state,year,atopally,defense,offense,neutral,nonagg,consul,number,atopid1\n"
                      "2,1949,1,1,0,0,1,1,1,3180\n")
                  .find("atop5_1m.csv"),
              std::string::npos);
}

TEST_F(PublishedTables, DirectedDyadicWars) {
    const Dossier dossier = readClean(
        "directed_dyadic_war.csv",
        "warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,warenday,"
        "warendyr,year,warolea,waroleb,wardyadrolea,wardyadroleb,outcomea,batdtha,batdthb,"
        "changes_1,changes_2,batdths,durindx\n"
        "4,189,189.001,365,640,4,30,1828,8,19,1829,1828,1,3,1,3,1,80000,50000,,,130000,1\n"
        "4,189,189.001,365,640,4,30,1828,8,19,1829,1829,1,3,1,3,1,80000,50000,,,130000,2\n"
        "4,189,189.001,640,365,4,30,1828,8,19,1829,1828,3,1,3,1,3,50000,80000,,,130000,2\n"
        "4,189,189.001,640,365,4,30,1828,8,19,1829,1829,3,1,3,1,3,50000,80000,,,130000,1\n");
    EXPECT_TRUE(takenFor("COW Dyadic Inter-State Wars"));
    const std::string war = "War 4: Russia against Türkiye";
    EXPECT_EQ(edges(dossier), (Lines{"Russia → " + war + " (side 1) 1828-04-30/1829-08-19",
                                     "Türkiye → " + war + " (side 2) 1828-04-30/1829-08-19",
                                     "Russia – Türkiye (at war with) 1828-04-30/1829-08-19"}));
    EXPECT_EQ(dossier.edges().polarity(2), Polarity::Conflictual);
    const std::vector<Attribute> russian = dossier.edges().row(0).attributes;
    EXPECT_EQ(attribute(dossier, russian, "outcome"), "won");
    EXPECT_EQ(attribute(dossier, russian, "role in the war"), "initiator");
    EXPECT_EQ(attribute(dossier, russian, "battle deaths"), "80000");
    EXPECT_EQ(claims(dossier), (Lines{war + ": WarNum 4"}));
    EXPECT_EQ(source(dossier), "COW Dyadic Inter-State Wars");
}

TEST_F(PublishedTables, DyadicWarsKeepWhatTheyDoNotKnow) {
    // The published file has a month 24 and a year 19118.
    const Dossier dossier =
        read("warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,"
             "warenday,warendyr,year,warolea,waroleb,outcomea,batdtha\n"
             "106,257,257.003,300,345,24,29,1914,11,3,19118,1914,1,3,3,-9\n"
             "106,257,257.003,300,345,7,29,1914,11,3,1918,1915,1,3,3,-9\n"
             "106,257,257.003,300,300,7,29,1914,11,3,1918,1915,1,3,3,-9\n");
    EXPECT_EQ(edges(dossier).back(),
              "Austria-Hungary – Yugoslavia (at war with) 1914-07-29/1918-11-03");
    EXPECT_TRUE(says(2, "column warstrtmnth", "no month 24; the year was taken")) << report.text();
    EXPECT_TRUE(says(2, "column warendyr", "“19118” is no year"));
    EXPECT_TRUE(says(4, "column stateb", "at war with itself"));
}

TEST_F(PublishedTables, Wars) {
    const Dossier extra = readClean(
        "Extra-StateWarData_v4.0.csv",
        "WarNum,WarName,WarType,ccode1,SideA,ccode2,SideB,StartMonth1,StartDay1,StartYear1,"
        "EndMonth1,EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2 ,EndYear2,"
        "Initiator,Interven,TransFrom,Outcome,TransTo,WhereFought,BatDeath,NonStateDeaths,Version\n"
        "307,Ottoman-Wahhabi,2,640,Ottoman Empire,-8,Wahhabis,5,-9,1816,9,15,1818,-8,-8,-8,-8,-8,"
        "-8,1,0,-8,1,-8,6,13000,14000,4\n");
    EXPECT_EQ(edges(extra).front(), "Türkiye → Ottoman-Wahhabi (side 1) 1816-05/1818-09-15");
    EXPECT_EQ(
        attribute(extra, extra.vertices().row(extra.findVertex("war-307")).attributes, "outcome"),
        "side 1 won");
    EXPECT_EQ(source(extra), "COW Wars, version 4");
    const Dossier intra = readClean(
        "INTRA-STATE WARS v5.1 CSV.csv",
        "WarNum,WarName,V5Region,WarType,CcodeA,SideA,CcodeB,SideB,Intnl,StartMo1,StartDy1,"
        "StartYr1,EndMo1,EndDy1,EndYr1,StartMo2,StartDy2,StartYr2,EndMo2,EndDy2,EndYr2,StartMo3,"
        "StartDy3,StartYr3,EndMo3,EndDy3,EndYr3,StartMo4,StartDy4,StartYr4,EndMo4,EndDy4,EndYr4,"
        "WDuratDays,WDuratMo,TotNatMonWar,TransFrom,Initiator,Outcome,TransTo,DeathsSideA,"
        "DeathsSideB,TotalBDeaths,SideAPeakTotForces,SideAPeak TheatForces,SideBPeakTotForces,"
        "SideBPeakTheatForces,Version\n"
        "567,Taiping,6,4,710,China,-8,Taipings,0,1,-9,1851,7,-9,1864,-8,-8,-8,-8,-8,-8,-8,-8,-8,-8,"
        "-8,-8,-8,-8,-8,-8,-8,-8,4930,162,162,-8,Taipings,1,-8,26000,-9,-9,-9,-9,-9,-9,5.1\n");
    EXPECT_EQ(edges(intra).back(), "China – Taipings (at war with) 1851-01/1864-07");
    EXPECT_EQ(source(intra), "COW Intra-State Wars, version 5.1");
    const Dossier nonState = readClean(
        "Non-StateWarData_v4.0.csv",
        "WarNum,WarName,WarType,WhereFought,SideA1,SideA2,SideB1,SideB2,SideB3,SideB4,SideB5,"
        "StartYear,StartMonth,StartDay,EndYear,EndMonth,EndDay,Initiator,TransFrom,TransTo,Outcome,"
        "SideADeaths,SideBDeaths,TotalCombatDeaths,Version\n"
        "1506,Musket,8,9,Ngapuhi,-8,Waikato,-8,-8,-8,-8,1818,-9,-9,1824,-9,-9,A,-8,-8,1,-9,-9,2000,"
        "4\n");
    EXPECT_EQ(attribute(nonState,
                        nonState.vertices().row(nonState.findVertex("war-1506")).attributes,
                        "combat deaths"),
              "2000");
}

TEST_F(PublishedTables, Incidents) {
    const Dossier dossier = read(
        {{"MIDI 5.0.csv", "dispnum,incidnum,stday,stmon,styear,endday,endmon,endyear,duration,tbi,"
                          "fatality,fatalpre,"
                          "action,hostlev,numa,revtype1,revtype2,version\n"
                          "3551,3551001,24,3,1999,-9,6,1999,1,-9,6,5002,16,4,1,3,-9,5\n"},
         {"MIDIP 5.0.csv",
          "dispnum,incidnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,insidea,fatality,"
          "fatalpre,action,hostlev,revtype1,revtype2,version\n"
          "3551,3551001,USA,2,24,3,1999,-9,6,1999,1,0,0,16,4,3,-9,5\n"
          "3551,3551001,YUG,345,24,3,1999,-9,6,1999,0,6,5002,0,1,-9,-9,5\n"}});
    EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(edges(dossier).back(),
              "United States – Yugoslavia (in incident with) 1999-03-24/1999-06");
    const VertexIndex incident = dossier.findVertex("incident-3551001");
    ASSERT_NE(incident, noIndex);
    const std::vector<Attribute> attributes = dossier.vertices().row(incident).attributes;
    EXPECT_EQ(attribute(dossier, attributes, "dispute"), "3551");
    EXPECT_EQ(attribute(dossier, attributes, "highest action"), "attack");
    EXPECT_EQ(dossier.claims().size(), 1U) << "both files are one source";
    EXPECT_EQ(source(dossier), "COW Militarized Interstate Disputes, version 5");
}

TEST_F(PublishedTables, DisputesAsVersion4Numbered) {
    // Two numbers, of which the later one is often missing.
    const Dossier dossier = read(
        {{"MIDA 4.3.csv",
          "dispnum3,dispnum4,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,"
          "fatalpre,maxdur,mindur,hiact,hostlev,recip,numa,numb,link1,link2,link3,ongo2010,"
          "version\n"
          "1549,-9,2,3,1860,20,3,1860,5,3,-9,-9,19,19,17,4,1,1,1,0,0,0,0,4.3\n"},
         {"MIDB 4.3.csv",
          "dispnum3,dispnum4,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,"
          "revtype1,revtype2,fatality,fatalpre,hiact,hostlev,orig,version\n"
          "1549,-9,PER,135,2,3,1860,20,3,1860,1,0,-9,-9,-9,-9,17,4,1,4.3\n"
          "1549,-9,ECU,130,2,3,1860,20,3,1860,0,0,-9,-9,-9,-9,17,4,1,4.3\n"},
         {"MIDIP 4.3.csv",
          "dispnum3,incidnum3,dispnum4,incidnum4,stabb,ccode,stday,stmon,styear,endday,endmon,"
          "endyear,insidea,sidea,fatality,fatalpre,action,hostlev,revtype1,revtype2,version\n"
          "1549,1549001,-9,-9,PER,135,2,3,1860,2,3,1860,0,1,-9,-9,17,4,-9,-9,4.3\n"
          "1549,1549001,-9,-9,ECU,130,2,3,1860,2,3,1860,1,0,-9,-9,17,4,-9,-9,4.3\n"}});
    EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
    ASSERT_EQ(edges(dossier).size(), 6U);
    EXPECT_EQ(edges(dossier)[0],
              "Peru → Dispute 1549: Peru against Ecuador (side A) 1860-03-02/1860-03-20");
    EXPECT_EQ(edges(dossier)[3],
              "Peru → Incident 1549001: Ecuador against Peru (side B) 1860-03-02/1860-03-02");
    EXPECT_EQ(source(dossier), "COW Militarized Interstate Disputes, version 4.3");
}

TEST_F(PublishedTables, DyadicDisputes) {
    const Dossier maoz = readClean(
        "dyadic_mid_4.02.csv",
        "disno,dyindex,statea,namea,stateb,nameb,strtday,strtmnth,strtyr,year,endday,endmnth,"
        "endyear,outcome,settlmnt,fatlev,highact,hihost,recip,noinit,notarg,sideaa,revstata,"
        "revtypea,fatleva,highmcaa,hihosta,orignata,sideab,revstatb,revtypeb,fatlevb,highmcab,"
        "hihostb,orignatb,rolea,roleb,dyad_rolea,dyad_roleb,war,durindx,duration,cumdurat,"
        "mid5hiact,"
        "mid5hiacta,mid5hiactb,severity,severitya,severityb,ongo2014,new,change,changetype_1,"
        "changetype_2\n"
        "2,1,2,USA,200,UKG,-9,7,1902,1902,24,1,1903,6,1,0,7,3,0,1,1,1,1,1,0,7,3,1,0,0,0,0,0,1,1,1,"
        "3,1,3,0,1,208,208,7,7,0,49,49,0,0,0,0,0,0\n");
    EXPECT_TRUE(takenFor("COW Dyadic Militarized Interstate Disputes"));
    EXPECT_EQ(edges(maoz).back(), "United States – United Kingdom (in dispute with) "
                                  "1902-07/1903-01-24");
    EXPECT_TRUE(maoz.vertices().details(maoz.findVertex("cow-200")).names.size() > 0);
    const Dossier gml = readClean(
        "gml-ddy-disputes-2.1.1.csv",
        "dispnum,ccode1,ccode2,year,midongoing,midonset,sidea1,sidea2,revstate1,revstate2,"
        "revtype11,revtype12,revtype21,revtype22,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,"
        "hiact2,hostlev1,hostlev2,orig1,orig2,hiact,hostlev,mindur,maxdur,outcome,settle,fatality,"
        "fatalpre,stmon,endmon,recip,numa,numb,ongo2010,version\n"
        "2,2,200,1902,1,1,1,0,1,1,1,1,-9,-9,0,0,0,0,7,0,3,1,1,1,7,3,178,208,6,1,0,0,7,1,0,1,1,0,"
        "gml-2.1.1\n"
        "2,200,2,1903,1,0,0,1,1,1,1,1,-9,-9,0,0,0,0,0,7,1,3,1,1,7,3,178,208,6,1,0,0,7,1,0,1,1,0,"
        "gml-2.1.1\n");
    EXPECT_EQ(source(gml), "Gibler–Miller–Little Militarized Interstate Disputes, version 2.1.1");
    EXPECT_EQ(edges(gml).back(), "United States – United Kingdom (in dispute with) 1902/1903");
    EXPECT_EQ(attribute(gml, gml.edges().row(0).attributes, "seeks to revise"), "territory");
}

TEST_F(PublishedTables, StatesMajorsAndYears) {
    const std::string states = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,"
                               "endday,version\n"
                               "AUH,300,Austria-Hungary,1816,1,1,1918,11,12,2016\n"
                               "FRN,220,France,1816,1,1,1942,11,11,2016\n"
                               "FRN,220,France,1944,8,25,2016,12,31,2016\n";
    const std::string majors =
        "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n"
        "AUH,300,1816,1,1,1918,11,3,2016\nFRN,220,1816,1,1,1940,6,22,2016\n"
        "FRN,220,1945,8,15,2016,12,31,2016\n";
    const std::string years = "stateabb,ccode,year,version\nFRN,220,1816,2016\nFRN,220,1817,2016\n"
                              "FRN,220,1944,2016\nFRN,220,2016,2016\nAUH,300,1816,2016\n";
    const auto period = [](const Dossier& dossier, std::string_view id) {
        return toEdtf(dossier.vertices().period(dossier.findVertex(id)));
    };
    for (const bool backwards : {false, true}) {
        std::vector<std::pair<std::string, std::string>> files = {
            {"states2016.csv", states}, {"majors2016.csv", majors}, {"system2016.csv", years}};
        if (backwards) {
            std::ranges::reverse(files);
        }
        report = {};
        const Dossier dossier = read(files);
        EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
        ASSERT_EQ(dossier.vertices().size(), 2U);
        EXPECT_EQ(period(dossier, "cow-220"), "1816-01-01/..") << "not as long as a major power";
        EXPECT_EQ(period(dossier, "cow-300"), "1816-01-01/1918-11-12");
        EXPECT_EQ(attribute(dossier,
                            dossier.vertices().row(dossier.findVertex("cow-220")).attributes,
                            "major power"),
                  "1816-01-01/1940-06-22; 1945-08-15/..");
        EXPECT_EQ(source(dossier), "COW State System Membership, version 2016");
        EXPECT_EQ(dossier.claims().size(), 2U);
    }
    const Dossier alone = readClean("system2016.csv", years);
    EXPECT_TRUE(takenFor("COW states by year"));
    EXPECT_EQ(period(alone, "cow-220"), "1816/..");
    EXPECT_EQ(period(alone, "cow-300"), "1816/1816");
    EXPECT_EQ(alone.text(alone.vertices().note(alone.findVertex("cow-220"))),
              "In the state system from 1816 to 1817, from 1944 to 1944 and since 2016.");
}

TEST_F(PublishedTables, Archigos) {
    const Dossier dossier = readClean(
        "Archigos_4.1.txt",
        "obsid\tleadid\tccode\tidacr\tleader\tstartdate\teindate\tenddate\teoutdate\tentry\texit\t"
        "exitcode\tprevtimesinoffice\tposttenurefate\tgender\tyrborn\tyrdied\tborndate\tebirthdate"
        "\t"
        "deathdate\tedeathdate\tdbpedia.uri\tnum.entry\tnum.exit\tnum.exitcode\t"
        "num.posttenurefate\tfties\tftcur\n"
        "USA-1869\t81dcc176\t2\tUSA\tGrant\t1869-03-04\t-33172\t1877-03-04\t-30250\tRegular\t"
        "Regular\tRegular\t0\tOK\tM\t1822\t1885\t1822-04-27\t-50289\t1885-07-23\t-27190\tNA\t0\t1\t"
        "0\t0\tNA\tNA\n"
        "USA-X\t81dcc177\t2\tUSA\tNobody\t1877-03-04\t-30250\tNA\tNA\tRegular\tStill in Office\t"
        "Still in Office\t0\tNA\tM\t-999\tNA\tNA\tNA\tNA\tNA\tNA\t0\t1\t0\t0\tNA\tNA\n");
    EXPECT_TRUE(takenFor("Archigos leaders"));
    EXPECT_EQ(edges(dossier), (Lines{"Grant → United States (leads) 1869-03-04/1877-03-04",
                                     "Nobody → United States (leads) 1877-03-04/.."}));
    const std::vector<Attribute> grant =
        dossier.vertices().row(dossier.findVertex("archigos-81dcc176")).attributes;
    EXPECT_EQ(attribute(dossier, grant, "born"), "1822-04-27");
    EXPECT_EQ(attribute(dossier, grant, "died"), "1885-07-23");
    EXPECT_EQ(source(dossier), "Archigos: A Data Set on Political Leaders, version 4.1");
    EXPECT_EQ(claims(dossier).front(), "Grant → United States (leads): obsid USA-1869");
}

TEST_F(PublishedTables, LeadersWithoutTheirIds) {
    EXPECT_EQ(edges(read("idacr,ccode,leader,startdate,enddate,entry,exit\n"
                         "USA,2,Grant,1869-03-04,1877-03-04,Regular,Regular\n")),
              (Lines{"Grant → United States (leads) 1869-03-04/1877-03-04"}));
}

TEST_F(PublishedTables, TheElapsedDayOfEntryIsNoEnd) {
    EXPECT_EQ(edges(read("obsid,leadid,ccode,leader,startdate,eindate,entry,exit\n"
                         "USA-1869,a,2,Grant,1869-03-04,1869-03-04,Regular,Regular\n")),
              (Lines{"Grant → United States (leads) 1869-03-04/"}));
}

TEST_F(PublishedTables, TheTradeRegisterOldAndNew) {
    std::string title;
    for (const char* const line :
         {"Transfers of major weapons: Deals with deliveries or orders made for 2019 to 2024",
          "\"Note: The ‘No. delivered’ and the ‘Year(s) of deliveries’ columns refer to all "
          "deliveries since the beginning of the contract.\"",
          "Deals in which the recipient was involved in the production of the weapon system are "
          "listed separately.",
          "", "Source: SIPRI Arms Transfers Database", "Information generated: 22 March 2025", "",
          "", "", "", ""}) {
        title += std::string(line) + "\r\n";
    }
    const std::string old =
        title + "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon "
                "description,Number delivered,,Year(s) of delivery,status,Comments,SIPRI TIV per "
                "unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\r\n"
                "\"Viet Nam\",Russia,2009,,6,,\"Kilo\",submarine,6,,\"2013; 2014; 2017\",New,"
                "\"Armed with \xC2\xABKlub\xC2\xBB missiles\",250,1500,1500\r\n";
    // SIPRI's own file is in Latin-1, and a spreadsheet of some countries separates by semicolons.
    std::string semicolons = old;
    std::ranges::replace(semicolons, ',', ';');
    for (const std::string& text : {old, semicolons}) {
        std::string latin;
        for (std::size_t i = 0; i < text.size(); ++i) {
            // C2 AB is « in UTF-8, AB in Latin-1; the other quotation marks stand in the title.
            if (text[i] != '\xC2') {
                latin += text[i] == '\xE2' ? '\'' : text[i];
            }
        }
        std::erase_if(latin, [](char c) { return c == '\x80' || c == '\x98' || c == '\x99'; });
        const Dossier dossier = readClean("trade-register.csv", latin);
        EXPECT_TRUE(takenFor("the SIPRI trade register of arms transfers"));
        const VertexIndex deal = dossier.findVertex("sipri-deal-1");
        ASSERT_NE(deal, noIndex);
        EXPECT_EQ(dossier.label(deal), "Kilo submarine: Russia to Vietnam, 2009");
        EXPECT_EQ(dossier.text(dossier.vertices().note(deal)), "Armed with «Klub» missiles");
        EXPECT_EQ(dossier.vertices().details(deal).quantities,
                  (std::vector<Quantity>{{6, "ordered", ""},
                                         {6, "delivered", ""},
                                         {1500, "million TIV delivered", ""}}));
        EXPECT_EQ(claims(dossier), (Lines{"Kilo submarine: Russia to Vietnam, 2009: line 13"}));
    }
    const Dossier now = readClean(
        "trade-register.csv",
        title + "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,"
                "Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,"
                "Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV "
                "delivery values,Local production\r\n"
                "12345,Soviet Union,Iran,T-72M1,tank,Armoured vehicles,1991,Yes,100,No,1993,No,New,"
                "1.75,1.75,175,Yes\r\n"
                "12345,Soviet Union,Iran,T-72M1,tank,Armoured vehicles,1991,Yes,22,Yes,1996,No,New,"
                "1.75,1.75,38.5,Yes\r\n");
    const VertexIndex deal = now.findVertex("sipri-12345");
    ASSERT_NE(deal, noIndex);
    EXPECT_EQ(toEdtf(now.vertices().period(deal)), "1991~/1996");
    EXPECT_EQ(now.vertices().details(deal).quantities.back(),
              (Quantity{213.5, "million TIV delivered", ""}));
    EXPECT_EQ(attribute(now, now.edges().row(0).attributes, "called"), "Soviet Union");
    EXPECT_EQ(claims(now).front(), "T-72M1 tank: Russia to Iran, 1991: SIPRI AT Database ID 12345");
    EXPECT_EQ(source(now), "SIPRI Arms Transfers Database");
}

TEST_F(PublishedTables, Rivalries) {
    const Dossier dreyer =
        readClean("td_rivalries.csv",
                  "rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region,type1,type2,type3\n"
                  "1,Austria-France,220,300,1494,1918,European GPs,positional,spatial,NA\n");
    EXPECT_EQ(source(dreyer), "Strategic Rivalries (Thompson and Dreyer)");
    EXPECT_EQ(claims(dreyer), (Lines{"France – Austria-Hungary (rival of): rivalryno 1"}));
    const Dossier sakuwa = readClean(
        "tss_rivalries.csv",
        "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,"
        "principal,aprin\n"
        "1,Afghanistan-Iran,630,700,P1816,1937,0,1,0,0,0,0\n"
        "2,India-Pakistan,750,770,1947,ongoing,0,1,0,0,1,1\n");
    EXPECT_EQ(edges(sakuwa), (Lines{"Iran – Afghanistan (rival of) /1937",
                                    "India – Pakistan (rival of) 1947/.."}));
    EXPECT_EQ(attribute(sakuwa, sakuwa.edges().row(0).attributes, "began before"), "1816");
    EXPECT_EQ(source(sakuwa), "Strategic Rivalries (Thompson, Sakuwa and Suhas)");
    const Dossier klein = readClean("riv501.csv", "rivnumb,ccode1,ccode2,begin,end,rivtype\n"
                                                  "12,640,350,1866,1925,3\n");
    EXPECT_EQ(edges(klein), (Lines{"Türkiye – Greece (rival of) 1866/1925"}));
}

TEST_F(PublishedTables, Organisations) {
    // Every column that COW has for a state is one of its list.
    const std::string columns =
        "afghanistan,albania,algeria,andorra,angola,antiguabarbuda,argentina,armenia,australia,"
        "austria,austriahungary,azerbaijan,baden,bahamas,bahrain,bangladesh,barbados,bavariaelect,"
        "belarus,belgium,belize,benin,bhutan,bolivia,bosnia,botswana,brazil,brunei,bulgaria,"
        "burkinafaso,burundi,car,cambodia,cameroon,canada,capeverde,chad,chile,china,colombia,"
        "comoros,congobrazz,costarica,croatia,cuba,cyprus,czechrep,czechoslovakia,denmark,djibouti,"
        "domrepublic,dominica,egermany,etimor,ecuador,egypt,elsalvador,eqguinea,eritrea,estonia,"
        "ethiopia,fyromacedonia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,"
        "grenada,guatemala,guinea,guineabissau,guyana,haiti,hanover,hesseelect,hessegrand,honduras,"
        "hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivorycoast,jamaica,japan,"
        "jordan,kazakhstan,kenya,kiribati,korea,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,"
        "lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,"
        "maldives,mali,malta,marshallis,mauritania,mauritius,mecklenburg,mexico,micronesiafs,"
        "modena,moldova,monaco,mongolia,morocco,montenegro,mozambique,myanmar,namibia,nauru,nepal,"
        "netherlands,newzealand,nicaragua,niger,nigeria,nokorea,norway,nyemen,oman,pakistan,palau,"
        "panama,papalstates,papuanewguinea,paraguay,parma,peru,philippines,poland,portugal,qatar,"
        "romania,russia,rwanda,svietnam,syemen,sanmarino,saotome,saudiarabia,saxony,senegal,"
        "seychelles,sierraleone,singapore,slovakia,slovenia,soafrica,sokorea,sosudan,solomonis,"
        "somalia,spain,srilanka,stkitts,stlucia,stvincent,sudan,suriname,swaziland,sweden,"
        "switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,trinidad,tunisia,turkey,"
        "turkmenistan,tuscany,tuvalu,twosicilies,uae,uk,usa,uganda,ukraine,uruguay,uzbekistan,"
        "vanuatu,venezuela,vietnam,wgermany,wsamoa,wurtenburg,yemen,yugoslaviaserb,zaire,zambia,"
        "zanzibar,zimbabwe";
    const auto states = static_cast<std::size_t>(std::ranges::count(columns, ',')) + 1;
    std::string members;
    for (std::size_t i = 0; i < states; ++i) {
        members += ",1";
    }
    const Dossier dossier = readClean(
        "igo_year_formatv3.csv",
        "ioname,orgname,year," + columns +
            ",sdate,deaddate,dead,integrated,replaced,longorgname,ionum,igocode,version,"
            "accuracyofpre1965membershipdates,sourcesandnotes,imputed,political,social,economic\n"
            "ALL,Organisation of All,2014" +
            members + ",1945,NA,0,0,0,Organisation of All States,1,1,3,NA,NA,0,1,0,0\n");
    EXPECT_EQ(dossier.vertices().size(), states + 1);
    EXPECT_EQ(dossier.edges().size(), states);
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        if (dossier.vertices().kind(row) == VertexKind::State) {
            EXPECT_TRUE(dossier.text(dossier.vertices().id(row)).starts_with("cow-"))
                << dossier.label(row);
        }
    }
    EXPECT_EQ(dossier.label(dossier.findVertex("cow-732")), "South Korea");
    EXPECT_EQ(dossier.label(dossier.findVertex("cow-260")), "West Germany");
    EXPECT_EQ(source(dossier), "COW Intergovernmental Organizations, version 3");
    EXPECT_EQ(claims(dossier), (Lines{"Organisation of All: ALL"}))
        << "one for the organisation, none for its members";
}

} // namespace entente
