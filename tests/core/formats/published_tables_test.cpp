#include "tests/core/formats/published_reading.h"

namespace entente {

namespace {

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
        EXPECT_EQ(dossier.label(deal), "Kilo submarine: Russia to Viet Nam, 2009");
        EXPECT_EQ(dossier.text(dossier.vertices().note(deal)), "Armed with «Klub» missiles");
        EXPECT_EQ(dossier.vertices().details(deal).quantities,
                  (std::vector<Quantity>{{6, "ordered", ""},
                                         {6, "delivered", ""},
                                         {1500, "million TIV delivered", ""}}));
        EXPECT_EQ(claims(dossier), (Lines{"Kilo submarine: Russia to Viet Nam, 2009: line 13"}));
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
    EXPECT_EQ(claims(now).front(),
              "T-72M1 tank: Soviet Union to Iran, 1991: SIPRI AT Database ID 12345");
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
