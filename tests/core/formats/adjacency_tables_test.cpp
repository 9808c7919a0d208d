#include "tests/core/formats/graph_reading.h"

#include <fmt/format.h>

namespace entente {

namespace {

struct AdjacencyTables : GraphReading {
    Dossier csv(std::string_view text) { return read("file.csv", text); }
    using Lines = std::vector<std::string>;
};

} // namespace

TEST_F(AdjacencyTables, MatricesWithNames) {
    const Dossier directed = csv(" ,A,B,C\nA,0,1.5,0\nB,0,0,-2\nC,0,0,0\n");
    EXPECT_EQ(edges(directed), (Lines{"A → B", "B → C"}));
    EXPECT_EQ(directed.edges().weight(0), 1.5F);
    EXPECT_EQ(directed.edges().polarity(1), Polarity::Conflictual);
    EXPECT_EQ(edges(csv("\"\";\"A\";\"B\"\n\"A\";0;1,5\n\"B\";1,5;0\n")), (Lines{"A – B"}));
    EXPECT_EQ(edges(csv("name,A,B\nA,0,1\nB,,NA\n")), (Lines{"A → B"})) << "a corner";
    EXPECT_EQ(edges(csv("A,B,C\nA,0,1,0\nB,1,0,0\nC,0,0,1\n")), (Lines{"A – B", "C – C"}))
        << "no corner";
}

TEST_F(AdjacencyTables, MissingCellsAreNoTiesAndAreCounted) {
    EXPECT_EQ(edges(csv(",USA,CUB,FRA\nUSA,0,1,-9\nCUB,0,0,NA\nFRA,-8,.,0\n")),
              (Lines{"USA → CUB"}));
    EXPECT_TRUE(says(2, "“NA” (1), “.” (1), “-9” (1), “-8” (1)")) << report.text();
    EXPECT_EQ(edges(csv(",A,B\nA,0,-9\nB,-9,0\n")), Lines{});
    EXPECT_EQ(edges(csv(",A,B\nA,0,-9\nB,-3,\n")), (Lines{"A → B", "B → A"}))
        << "a number where others are negative too";
    EXPECT_FALSE(says(0, "missing")) << report.text();
}

TEST_F(AdjacencyTables, NamesWithQuotationMarksStayWhenTheNextRowIsRead) {
    EXPECT_EQ(edges(csv(",\"the first \"\"great\"\" power\",\"the \"\"other\"\" one, far away\"\n"
                        "\"the first \"\"great\"\" power\",0,1\n"
                        "\"the \"\"other\"\" one, far away\",0,0\n")),
              (Lines{"the first \"great\" power → the \"other\" one, far away"}));
}

TEST_F(AdjacencyTables, MatricesWithoutNamesAndOfTwoModes) {
    EXPECT_EQ(edges(csv("0,1,0\n1,0,1\n0,1,0\n")), (Lines{"1 – 2", "2 – 3"}));
    EXPECT_EQ(edges(csv("0 3 0\n0 0 4\n0 0 0\n")), (Lines{"1 → 2", "2 → 3"}));
    const Dossier modes = csv(",NATO,EU\nFrance,1,1\nNorway,1,0\nIreland,0,1\n");
    EXPECT_EQ(edges(modes),
              (Lines{"France → NATO", "France → EU", "Norway → NATO", "Ireland → EU"}));
    EXPECT_EQ(attribute(modes, modes.findVertex("EU"), "mode"), "2");
    EXPECT_EQ(edges(csv("0 1 0 1\n1 0 0 0\n")), (Lines{"r1 → c2", "r1 → c4", "r2 → c1"}));
}

TEST_F(AdjacencyTables, Lists) {
    EXPECT_EQ(edges(csv("A,B,C\nB,C\nC,A,B,D\n")),
              (Lines{"A → B", "A → C", "B → C", "C → A", "C → B", "C → D"}));
    EXPECT_EQ(edges(csv("A,B,C\nB,A\nC,A\n")), (Lines{"A – B", "A – C"})) << "told from both sides";
    EXPECT_EQ(edges(read("pairs.lst", "# a comment\n1 2\n2 3\n")), (Lines{"1 → 2", "2 → 3"}));
}

TEST_F(AdjacencyTables, WhatIsNotSurelyOneIsRefused) {
    for (const char* const text :
         {"Name,Colour\nA,red\n", "Source,Weight\nA,1\n", "1,2\n2,3\n", "1942,3.5,2\n1943,2,7\n",
          "one,two\nthree,four,five\n", "Hello, dear reader, this is\na text\n", ",A,B\nx,1,word\n",
          "a,b,b\nb,a\n", "1\n2\n", "1,2,3\n"}) {
        EXPECT_NE(refusal("file.csv", text).find("are not known"), std::string::npos) << text;
    }
}

TEST_F(AdjacencyTables, BadCellsAndRowsAreNamed) {
    // The sample of 64 KiB is a matrix; what follows is not all of it.
    std::string text = ",A,B\n";
    for (int i = 0; i < 10'000; ++i) {
        text += fmt::format("r{},1,0\n", i);
    }
    EXPECT_EQ(csv(text).vertices().size(), 10'002U);
    survives("half.csv", std::string_view(text).substr(0, 70'001));
    survives("cut.csv", ",A,B\nA,0,1\nB,0");
    survives("line.csv", ",A,B\nA,0," + std::string(10'000'000, '1') + "\nB,1,0\n");
    survives("wide.csv", std::string(10'000'000, ','));
}

} // namespace entente
