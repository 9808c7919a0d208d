#include "core/formats/data_set.h"

#include "core/formats/table.h"
#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

#include <map>

namespace entente {

namespace {

struct DataSets : TableReading {};

/// A header of each data set that is read, and what it is.
const std::map<std::string, std::string> headers = {
    {"COW Formal Alliances by member",
     "version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
     "mem_end_year,left_censor,right_censor,defense"},
    {"COW Formal Alliances by dyad", "version4id,ccode1,ccode2,year,defense"},
    {"ATOP alliances by member", "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense"},
    {"ATOP alliances", "atopid,begyr,begmo,begday,endyr,endmo,endday,defense,mem1,mem2"},
    {"ATOP alliances by state and year", "state,year,atopally,defense,number,atopid1"},
    {"COW Inter-State Wars",
     "WarNum,WarName,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,"
     "EndYear1,Outcome,BatDeath"},
    {"COW Dyadic Inter-State Wars",
     "warnum,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,warenday,warendyr,year,"
     "warolea,waroleb"},
    {"COW Extra-State Wars", "WarNum,WarName,ccode1,SideA,ccode2,SideB,StartYear1,EndYear1"},
    {"COW Intra-State Wars", "WarNum,WarName,CcodeA,SideA,CcodeB,SideB,StartYr1,EndYr1"},
    {"COW Non-State Wars", "WarNum,WarName,SideA1,SideA2,SideB1,StartYear,EndYear"},
    {"COW Militarized Interstate Disputes (MIDA)",
     "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,fatality,hostlev"},
    {"participants of COW Militarized Interstate Disputes (MIDB)",
     "dispnum,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,fatality,hostlev,orig"},
    {"incidents of COW Militarized Interstate Disputes (MIDI)",
     "incidnum,dispnum,stday,stmon,styear,endday,endmon,endyear,action,fatality,hostlev"},
    {"participants of incidents of COW Militarized Interstate Disputes (MIDIP)",
     "incidnum,dispnum,ccode,stday,stmon,styear,endday,endmon,endyear,insidea,action,hostlev"},
    {"COW Dyadic Militarized Interstate Disputes",
     "disno,statea,stateb,strtday,strtmnth,strtyr,endday,endmnth,endyear,sideaa,sideab"},
    {"Gibler–Miller–Little Militarized Interstate Disputes by dyad",
     "dispnum,ccode1,ccode2,year,midongoing,sidea1,sidea2"},
    {"COW Militarized Interstate Disputes by dyad",
     "dispnum,ccode1,ccode2,year,sidea1,sidea2,hostlev1,hostlev2"},
    {"Archigos leaders", "obsid,gwcode,leadid,leader,startdate,enddate,entry,exit"},
    {"the SIPRI trade register of arms transfers",
     "Supplier,Recipient,Year of order,,Number ordered,Weapon designation,Number delivered,Year(s) "
     "of delivery"},
    {"strategic rivalries of Thompson, Sakuwa and Suhas",
     "tssr_id,rivalry,ccode1,ccode2,start,end"},
    {"strategic rivalries of Thompson and Dreyer",
     "rivalryno,rivalryname,ccode1,ccode2,styear,endyear,type1"},
    {"rivalries of Klein, Goertz and Diehl", "rivnumb,ccode1,ccode2,begin,end"},
    {"rivalries", "rivalry,ccode1,ccode2,begin,end"},
    {"COW Intergovernmental Organizations by organisation and year",
     "ioname,orgname,year,canada,usa,sdate,deaddate"},
    {"COW Intergovernmental Organizations by state and year", "ccode,year,state,UN,UPU"},
    {"COW Intergovernmental Organizations by dyad", "ccode1,ccode2,year,UPU"},
    {"ATOP pledges by dyad and year", "ccode1,ccode2,year,atop_defense"},
    {"COW pledges by dyad and year", "ccode1,ccode2,year,cow_defense"},
    {"pledges by dyad and year", "ccode1,ccode2,year,defense"},
    {"edge table", "Source,Target,Year"},
    {"COW states", "stateabb,ccode,statenme"},
    {"COW states by year", "stateabb,ccode,year,version"},
    {"COW major powers", "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version"},
    {"node table", "Id,Label"},
};

} // namespace

TEST_F(DataSets, EachIsKnownByItsHeaderAndListedOnce) {
    for (const DataSet& dataSet : dataSets()) {
        if (&dataSet == &matrixDataSet() || &dataSet == &adjacencyListDataSet()) {
            continue; // Their rows tell: see adjacency_tables_test.cpp.
        }
        const auto header = headers.find(std::string(dataSet.name));
        ASSERT_NE(header, headers.end()) << dataSet.name;
        std::string shouted = header->second;
        std::ranges::transform(shouted, shouted.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
        for (const std::string& text : {header->second, shouted}) {
            const DataSet* const found = tableDataSet(text + "\n1,2\n");
            ASSERT_NE(found, nullptr) << text;
            EXPECT_EQ(found->name, dataSet.name) << text;
        }
    }
    EXPECT_EQ(dataSets().size(), headers.size() + 2);
    EXPECT_EQ(tableDataSet("a,b,c\n1,2,3\n"), nullptr);
}

TEST_F(DataSets, EveryRowIsTakenOrRefusedWhateverStandsInIt) {
    const std::vector<std::string> fields = {
        "",          "0",           "1",  "2",    "-9",   "-8",         "-7",    "NA",
        ".",         "99999999999", "-1", "2.0",  "365",  "abc",        "1e400", "-2147483648",
        "\"a\"\"\"", "(2001)",      "31", "1900", "9999", "2147483647", "\xFF",  "13"};
    for (const auto& [name, header] : headers) {
        if (name.ends_with("Organizations by dyad") || name == "node table" ||
            name == "edge table" || name == "ATOP alliances by state and year") {
            continue;
        }
        const auto width = static_cast<std::size_t>(std::ranges::count(header, ',')) + 1;
        std::string text = header + "\n";
        constexpr std::size_t rows = 500;
        std::uint32_t random = 12345;
        for (std::size_t row = 0; row < rows; ++row) {
            text += row % 3 == 0 ? "7" : row % 3 == 1 ? "8" : "x";
            for (std::size_t i = 1; i < width - row % 2; ++i) {
                random = random * 1664525U + 1013904223U;
                text += "," + fields[(random >> 16U) % fields.size()];
            }
            text += "\n";
        }
        report = {};
        const Dossier dossier = read(text);
        EXPECT_EQ(report.rowsRead + report.rowsRefused, rows) << name;
        for (const Fault& fault : validate(dossier)) {
            EXPECT_EQ(fault.message.find("dangling"), std::string::npos) << fault.message;
            EXPECT_EQ(fault.message.find("must run"), std::string::npos) << fault.message;
            EXPECT_EQ(fault.message.find("already"), std::string::npos) << fault.message;
        }
    }
}

} // namespace entente
