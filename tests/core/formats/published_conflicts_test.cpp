#include "tests/core/formats/published_reading.h"

namespace entente {

namespace {

struct PublishedConflicts : PublishedTables {};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(PublishedConflicts, DirectedDyadicWars) {
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

TEST_F(PublishedConflicts, DyadicWarsKeepWhatTheyDoNotKnow) {
    // The published file has a month 24 and a year 19118.
    const Dossier dossier =
        read("warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,"
             "warenday,warendyr,year,warolea,waroleb,outcomea,batdtha\n"
             "106,257,257.003,300,345,24,29,1914,11,3,19118,1914,1,3,3,-9\n"
             "106,257,257.003,300,345,7,29,1914,11,3,1918,1915,1,3,3,-9\n"
             "106,257,257.003,300,300,7,29,1914,11,3,1918,1915,1,3,3,-9\n");
    const std::string war = "War 106: Austria-Hungary against Yugoslavia";
    EXPECT_EQ(edges(dossier),
              (Lines{"Austria-Hungary → " + war + " (side 1) 1914-07-29/1918-11-03",
                     "Yugoslavia → " + war + " (side 2) 1914-07-29/1918-11-03",
                     "Austria-Hungary – Yugoslavia (at war with) 1914-07-29/1918-11-03"}))
        << "what one row lacks, the other has";
    EXPECT_TRUE(says(2, "column warstrtmnth", "no month 24; the year was taken")) << report.text();
    EXPECT_TRUE(says(2, "column warendyr", "“19118” is no year"));
    EXPECT_TRUE(says(4, "column stateb", "at war with itself"));
}

TEST_F(PublishedConflicts, Wars) {
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

TEST_F(PublishedConflicts, Incidents) {
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

TEST_F(PublishedConflicts, DisputesAsVersion4Numbered) {
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

TEST_F(PublishedConflicts, DyadicDisputes) {
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
    EXPECT_EQ(edges(gml).back(), "United States – United Kingdom (in dispute with) 1902-07/1903");
    EXPECT_EQ(attribute(gml, gml.edges().row(0).attributes, "seeks to revise"), "territory");
}

} // namespace entente
