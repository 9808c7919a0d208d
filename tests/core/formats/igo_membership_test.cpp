#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct IgoMembership : TableReading {};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(IgoMembership, YearsThatFollowAreOneMembership) {
    const Dossier dossier =
        read({{"igo_year_formatv3.csv",
               "ioname\torgname\tyear\tcanada\tusa\tcuba\tsdate\tdeaddate\tionum\tversion\n"
               "UPU\tUniversal Postal Union\t1955\t0\t1\t1\t1875\t-9\t4340\t3\n"
               "UPU\tUniversal Postal Union\t1960\t1\t1\t-9\t1875\t-9\t4340\t3\n"
               "UPU\tUniversal Postal Union\t1965\t1\t1\t2\t1875\t-9\t4340\t3\n"
               "UPU\tUniversal Postal Union\t1966\t3\t1\t0\t1875\t-9\t4340\t3\n"
               "UPU\tUniversal Postal Union\t1967\t1\t0\t-1\t1875\t-9\t4340\t3\n"
               "OLD\tOld Union\t1965\t1\t0\t7\t1900\t1965\t1\t3\n"},
              {"states.csv", "stateabb,ccode,statenme\nUSA,2,United States of America\n"
                             "CAN,20,Canada\n"}});
    EXPECT_EQ(edges(dossier),
              (Lines{"Canada → Universal Postal Union (member of) 1960~/1965",
                     "Canada → Universal Postal Union (observer of) 1966/1966",
                     "Canada → Universal Postal Union (member of) 1967/..",
                     "United States of America → Universal Postal Union (member of) 1955/1966",
                     "Cuba → Universal Postal Union (member of) 1955/1955?",
                     "Cuba → Universal Postal Union (associate member of) 1965?/1965",
                     "Canada → Old Union (member of) 1965/1965"}));
    EXPECT_EQ(dossier.vertices().kind(dossier.findVertex("igo-upu")), VertexKind::Organisation);
    EXPECT_EQ(toEdtf(dossier.vertices().period(dossier.findVertex("igo-upu"))), "1875/..");
    EXPECT_EQ(toEdtf(dossier.vertices().period(dossier.findVertex("igo-old"))), "1900/1965");
    EXPECT_EQ(dossier.edges().sectors(0), dossier.findSector("diplomacy"));
    EXPECT_TRUE(says(0, "", "Organisations: 2")) << report.text();
    EXPECT_TRUE(says(7, "column cuba", "“7” is no status of membership"));
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(IgoMembership, StatesAndYears) {
    const Dossier dossier = read("ccode,year,state,UN,UPU\n1,1945,usa,1,-9\n1,1946,usa,1,1\n"
                                 "1,1947,usa,0,1\n3,1946,canada,-1,0\nx,1946,canada,-1,0\n");
    EXPECT_EQ(edges(dossier),
              (Lines{"usa → UN (member of) 1945/1946", "usa → UPU (member of) 1946?/.."}));
    EXPECT_TRUE(says(6, "column ccode", "“x” is no country code"));
}

TEST_F(IgoMembership, PairsAreRefusedWithAdvice) {
    const std::string why = refusal("ccode1,country1,ccode2,country2,year,dyadid,AAAID,UPU\n"
                                    "2,usa,20,canada,1965,2020,1,1\n");
    EXPECT_NE(why.find("igo_year_formatv3.csv"), std::string::npos) << why;
}

} // namespace entente
