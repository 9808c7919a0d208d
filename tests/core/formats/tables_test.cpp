#include "core/formats/registry.h"
#include "core/formats/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace entente {

namespace {

struct TablesTest : testing::Test {
    ImportReport report;

    Dossier read(std::vector<std::pair<std::string, std::string>> tables) {
        std::vector<InputFile> files;
        for (auto& [name, text] : tables) {
            files.push_back({name, std::move(text)});
        }
        return tablesReader().read(files, report, {});
    }

    Dossier read(std::string text) { return read({{"table.csv", std::move(text)}}); }

    [[nodiscard]] bool says(std::size_t line, std::string_view part) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.line == line && entry.message.find(part) != std::string::npos;
        });
    }
};

class Dialects : public TablesTest, public testing::WithParamInterface<const char*> {};

} // namespace

TEST_P(Dialects, AllGiveTheSameDossier) {
    const Dossier dossier = read(GetParam());
    ASSERT_EQ(dossier.edges().size(), 2U);
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(dossier.describe({ElementKind::Edge, 0}), "A → B (ally)");
    EXPECT_FLOAT_EQ(dossier.edges().weight(1), 2.5F);
    EXPECT_EQ(report.rowsRefused, 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, Dialects,
    testing::Values("Source,Target,Role,Weight\nA,B,ally,1\nB,C,ally,2.5\n",
                    "source;target;role;weight\nA;B;ally;1\nB;C;ally;2,5\n",
                    "SOURCE\tTARGET\tROLE\tWEIGHT\nA\tB\tally\t1\nB\tC\tally\t2.5",
                    "Source|Target|Role|Weight\nA|B|ally|1\nB|C|ally|2.5\n",
                    "Source,Target,Role,Weight\r\nA,B,ally,1\r\nB,C,ally,2.5\r\n",
                    "Source,Target,Role,Weight\rA,B,ally,1\rB,C,ally,2.5\r",
                    "Source,Target,Role,Weight\nA,B,ally,1\r\nB,C,ally,2.5\r",
                    "\xEF\xBB\xBFSource,Target,Role,Weight\nA,B,ally,1\nB,C,ally,2.5\n",
                    "\n\nSource,Target,Role,Weight\n\nA,B,ally,1\n\nB,C,ally,2.5\n\n",
                    "\"Source\",\"Target\",\"Role\",\"Weight\"\n\"A\",\"B\",\"ally\",\"1\"\n"
                    "\"B\",\"C\",\"ally\",\"2.5\"\n"));

TEST_F(TablesTest, QuotedFieldsHoldSeparatorsLinesAndMarks) {
    const Dossier dossier =
        read("Id,Label\n1,\"Moscow, \"\"Third Rome\"\"\nsecond line\"\n2,plain\n3,\"a\"\n4\n4,b\n");
    EXPECT_EQ(dossier.label(0), "Moscow, \"Third Rome\"\nsecond line");
    EXPECT_EQ(dossier.label(1), "plain");
    EXPECT_EQ(dossier.label(3), "4");
    EXPECT_TRUE(says(7, "duplicate id")) << report.text();
}

TEST_F(TablesTest, AnUnclosedQuoteCostsOneField) {
    const Dossier dossier = read("Id,Label\n1,\"open\n2,next\n3,last\n");
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_TRUE(says(2, "quotation mark is not closed")) << report.text();
}

TEST_F(TablesTest, BadRowsAreRefusedWithLineAndColumn) {
    const Dossier dossier = read("Source,Target,Weight,Begin\n"
                                 "A,B,1,2001\n"
                                 ",B,1,2001\n"
                                 "A,,1,2001\n"
                                 "A,B,heavy,2001\n"
                                 "A,B,1,2025-02-30\n"
                                 "A,B,1,2001-03-12\n");
    EXPECT_EQ(dossier.edges().size(), 2U);
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_EQ(report.rowsRefused, 4U);
    EXPECT_TRUE(says(3, "names no vertex"));
    EXPECT_TRUE(says(5, "“heavy” is no number"));
    EXPECT_TRUE(says(6, "“2025-02-30” is no date that exists"));
    EXPECT_EQ(report.entries.back().column, "column Begin");
}

TEST_F(TablesTest, NodesAndEdgesMakeOneDossierInAnyOrder) {
    const Dossier dossier = read({{"edges.csv", "Source,Target,Role\n1,2,party\n9,1,ally\n"},
                                  {"nodes.csv", "Id,Label,Kind,Sector,Begin,End,Mood\n"
                                                "1,Iran,state,,,,calm\n"
                                                "2,Treaty,agreement,\"energy; trade\",2001,2010,\n"}});
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(dossier.vertices().kind(1), VertexKind::Agreement);
    EXPECT_EQ(dossier.vertices().sectors(1),
              dossier.findSector("energy") | dossier.findSector("trade"));
    EXPECT_EQ(toEdtf(dossier.vertices().period(1)), "2001/2010");
    EXPECT_EQ(dossier.edges().kind(0), EdgeKind::Participation);
    EXPECT_EQ(dossier.edges().kind(1), EdgeKind::Tie);
    EXPECT_EQ(dossier.text(dossier.vertices().row(0).attributes.at(0).value), "calm");
    EXPECT_TRUE(says(0, "1 ends of edges are not in the node table")) << report.text();
}

TEST_F(TablesTest, TimeSetsBecomePeriods) {
    const Dossier dossier = read("Source,Target,Timeset\n"
                                 "A,B,\"<[2001.0, 2005.0]>\"\n"
                                 "A,C,\"<[1990, 1995); (2000, 2001]>\"\n"
                                 "A,D,\"<[-Infinity, 2016-02-04]>\"\n"
                                 "A,E,\"<[2016-03-04, Infinity]>\"\n"
                                 "A,F,2016-02-03\n"
                                 "A,G,<[nonsense]>\n");
    ASSERT_EQ(dossier.edges().size(), 6U);
    const char* const wanted[] = {"2001/2005",  "1990/1995", "2000/2001",
                                  "../2016-02-04", "2016-03-04/..", "2016-02-03"};
    for (EdgeIndex i = 0; i < 6; ++i) {
        EXPECT_EQ(toEdtf(dossier.edges().period(i)), wanted[i]);
    }
    EXPECT_EQ(report.rowsRefused, 1U);
}

TEST_F(TablesTest, AnUnknownTableNamesItsColumnsAndThoseWanted) {
    try {
        read("Name,Colour\nA,red\n");
        FAIL() << "should have been refused";
    } catch (const FileError& error) {
        const std::string message = error.what();
        EXPECT_NE(message.find("Name, Colour"), std::string::npos) << message;
        EXPECT_NE(message.find("Source and Target"), std::string::npos) << message;
    }
}

TEST_F(TablesTest, ConsecutiveYearsOfAPairAreOneTie) {
    const Dossier dossier = read("ccode1,ccode2,year,atop_defense,atop_neutral\n"
                                 "2,20,1942,1,0\n2,20,1943,1,0\n20,2,1943,1,0\n2,20,1944,1,0\n"
                                 "2,20,1946,1,0\n"            // a gap ends the run
                                 "2,20,1947,1,1\n2,20,1948,1,1\n" // other pledges are another tie
                                 "2,2,1950,1,0\n2,x,1950,1,0\n");
    ASSERT_EQ(dossier.edges().size(), 3U);
    EXPECT_EQ(toEdtf(dossier.edges().period(0)), "1942/1944");
    EXPECT_EQ(toEdtf(dossier.edges().period(1)), "1946/1946");
    EXPECT_EQ(toEdtf(dossier.edges().period(2)), "1947/1948");
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "defence pact");
    EXPECT_EQ(dossier.edges().sectors(2),
              dossier.findSector("defence") | dossier.findSector("security"));
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Cooperative);
    EXPECT_FALSE(dossier.edges().directed(0));
    EXPECT_EQ(dossier.label(0), "State 2");
    EXPECT_EQ(report.rowsRefused, 2U);
    EXPECT_TRUE(says(0, "known by their code alone"));
}

TEST_F(TablesTest, StatesOpenedBesideGiveTheNames) {
    const Dossier dossier =
        read({{"dyads.csv", "ccode1,ccode2,year,atop_defense\n2,40,1942,1\n"},
              {"states.csv",
               "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
               "USA,2,United States of America,1816,1,1,2016,12,31,2016\n"
               "CUB,40,Cuba,1902,5,20,1906,9,25,2016\n"
               "CUB,40,Cuba,1909,1,23,2016,12,31,2016\n"}});
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.describe({ElementKind::Edge, 0}),
              "United States of America – Cuba (defence pact)");
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1816-01-01/..");
    EXPECT_EQ(toEdtf(dossier.vertices().period(1)), "1902-05-20/..");
}

TEST_F(TablesTest, TheAtopTableIsReadWhole) {
    const std::filesystem::path data = ENTENTE_DATA_DIR;
    const std::vector<std::filesystem::path> files = {data / "alliances/atop-dyad-year.csv",
                                                      data / "states/states2016.csv"};
    if (!std::filesystem::exists(files[0])) {
        GTEST_SKIP() << "The real data are not here.";
    }
    const OpenedDossier opened = openFiles(files);
    EXPECT_EQ(opened.report.rowsRead, 273'296U + 243U);
    EXPECT_EQ(opened.report.rowsRefused, 0U);
    EXPECT_EQ(opened.dossier.vertices().count(), 217U);
    EXPECT_EQ(opened.dossier.label(opened.dossier.findVertex("cow-365")), "Russia");
    EXPECT_GT(opened.dossier.edges().count(), 5000U);
}

TEST_F(TablesTest, EveryGephiTableIsReadOrRefusedWithASentence) {
    const std::filesystem::path folder = std::filesystem::path(ENTENTE_DATA_DIR) / "graph-files/gephi";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "The real data are not here.";
    }
    std::size_t taken = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") {
            continue;
        }
        const std::vector<std::filesystem::path> files = {entry.path()};
        try {
            const OpenedDossier opened = openFiles(files);
            EXPECT_EQ(opened.report.rowsRead == 0, entry.path().filename() == "empty.csv")
                << entry.path();
            ++taken;
        } catch (const FileError& error) {
            EXPECT_NE(entry.path().filename().string().find("matrix"), std::string::npos)
                << error.what();
        }
    }
    EXPECT_GE(taken, 20U);
}

TEST_F(TablesTest, WhatIsWrittenReadsBackTheSame) {
    const Dossier dossier = read({{"edges.csv", "Source,Target,Type,Kind,Role,Weight,Period,Sector,Odd\n"
                                                "a,t,Directed,participation,\"party, \"\"first\"\"\",1,,energy,x\n"
                                                "a,b,Undirected,tie,ally,2.5,2001-03~/..,,\n"},
                                  {"nodes.csv", "Id,Label,Kind,Status,Period,Confidence,Latitude,Longitude\n"
                                                "a,\"A\nB\",state,,,confirmed,55.5,-3.25\n"
                                                "b,B,group,,/2024,alleged,,\n"
                                                "t,T,agreement,in force,2001,planned,,\n"}});
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() /
        ("entente-tables-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
         std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    std::filesystem::create_directories(folder);
    const std::vector<std::filesystem::path> files =
        tablesWriter().write(dossier, folder / "out.csv", {});
    ASSERT_EQ(files.size(), 2U);
    const Dossier again = openFiles(files).dossier;
    ASSERT_EQ(again.vertices().size(), dossier.vertices().size());
    ASSERT_EQ(again.edges().size(), dossier.edges().size());
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        EXPECT_EQ(again.text(again.vertices().id(i)), dossier.text(dossier.vertices().id(i)));
        EXPECT_EQ(again.label(i), dossier.label(i));
        EXPECT_EQ(again.vertices().kind(i), dossier.vertices().kind(i));
        EXPECT_EQ(again.vertices().status(i), dossier.vertices().status(i));
        EXPECT_EQ(again.vertices().period(i), dossier.vertices().period(i));
        EXPECT_EQ(again.vertices().confidence(i), dossier.vertices().confidence(i));
        EXPECT_EQ(again.vertices().details(i).location, dossier.vertices().details(i).location);
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        EXPECT_EQ(again.describe({ElementKind::Edge, i}), dossier.describe({ElementKind::Edge, i}));
        EXPECT_EQ(again.edges().weight(i), dossier.edges().weight(i));
        EXPECT_EQ(again.edges().period(i), dossier.edges().period(i));
        EXPECT_EQ(again.edges().sectors(i), dossier.edges().sectors(i));
        EXPECT_EQ(again.edges().kind(i), dossier.edges().kind(i));
    }
    EXPECT_EQ(again.text(again.edges().row(0).attributes.at(0).value), "x");
    std::filesystem::remove_all(folder);
}

} // namespace entente
