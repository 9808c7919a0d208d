#include "core/formats/pajek.h"
#include "core/formats/pajek_times.h"
#include "tests/core/formats/graph_reading.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

#include <fmt/format.h>

namespace entente {

namespace {

struct Pajek : GraphReading {
    Dossier pajek(std::string_view text) { return read("file.net", text); }
};

/// What Pajek can say of the edges, in an order of its own.
std::vector<std::string> sayable(const Dossier& dossier) {
    std::vector<std::string> lines;
    const EdgeTable& e = dossier.edges();
    for (EdgeIndex i = 0; i < e.size(); ++i) {
        const bool conflictual = e.polarity(i) == Polarity::Conflictual;
        lines.push_back(fmt::format("{} {} {} {} {} {}", dossier.label(e.source(i)),
                                    dossier.label(e.target(i)), e.directed(i),
                                    dossier.text(e.type(i)), std::abs(e.weight(i)), conflictual));
    }
    std::ranges::sort(lines);
    return lines;
}

} // namespace

TEST_F(Pajek, ReadsVerticesTheirLooksAndTies) {
    const Dossier dossier =
        pajek("% a comment\n*Network Allies and others\r\n*Vertices 3\r\n"
              "1 \"New Zealand\" 0.1 0.2 0.5 box ic ForestGreen x_fact 2 y_fact 2 bc Black\r\n"
              "\n% another\n"
              "2 Россия ic RGB5555FF 0.301331 0.398259 circle\n3 \"a \"b\"\" [1991-*]\n"
              "*Arcs :1 \"supplies\"\n1 2 2.5 w 3 c red [1991-1995,1999-*]\n"
              "*Edges :2 ally\n2 3 -1 l \"named\"\n3 1\n");
    EXPECT_EQ(dossier.cover().title, "Allies and others");
    ASSERT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(dossier.label(0), "New Zealand");
    EXPECT_EQ(dossier.text(dossier.vertices().id(0)), "1");
    EXPECT_EQ(attribute(dossier, 0, "x"), "0.1");
    EXPECT_EQ(attribute(dossier, 0, "y"), "0.2");
    EXPECT_EQ(attribute(dossier, 0, "z"), "0.5");
    EXPECT_EQ(attribute(dossier, 0, "shape"), "box");
    EXPECT_EQ(attribute(dossier, 0, "color"), "#228b22");
    EXPECT_EQ(attribute(dossier, 0, "size"), "2");
    EXPECT_EQ(attribute(dossier, 0, "y_fact"), "");
    EXPECT_EQ(attribute(dossier, 0, "bc"), "Black");
    EXPECT_EQ(dossier.label(1), "Россия");
    EXPECT_EQ(attribute(dossier, 1, "color"), "#5555ff");
    EXPECT_EQ(attribute(dossier, 1, "shape"), "circle");
    EXPECT_EQ(attribute(dossier, 1, "y"), "0.398259");
    EXPECT_EQ(toEdtf(dossier.vertices().period(2)), "1991/..");
    ASSERT_EQ(dossier.edges().size(), 4U) << "a tie for each of the first one's periods";
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "supplies");
    EXPECT_EQ(toEdtf(dossier.edges().period(0)), "1991/1995");
    EXPECT_EQ(toEdtf(dossier.edges().period(1)), "1999/..");
    EXPECT_EQ(edgeAttribute(dossier, 0, "color"), "#ff0000");
    EXPECT_EQ(edgeAttribute(dossier, 0, "thickness"), "3");
    EXPECT_TRUE(dossier.edges().directed(0));
    EXPECT_EQ(dossier.text(dossier.edges().type(2)), "ally");
    EXPECT_FALSE(dossier.edges().directed(2));
    EXPECT_EQ(dossier.edges().weight(2), 1);
    EXPECT_EQ(dossier.edges().polarity(2), Polarity::Conflictual);
    EXPECT_EQ(edgeAttribute(dossier, 2, "label"), "named");
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(Pajek, ListsMatricesAndTwoModes) {
    EXPECT_EQ(edges(pajek("*Vertices 4\n*Arcslist\n1 2 3\n*Edgeslist\n4 1\n")),
              (std::vector<std::string>{"1 → 2", "1 → 3", "4 – 1"}));
    EXPECT_EQ(edges(pajek("*Vertices 3\n*Matrix\n0 1 0\n0 0 2\n0 0 0\n")),
              (std::vector<std::string>{"1 → 2", "2 → 3"}));
    EXPECT_EQ(edges(pajek("*Vertices 2\n*Matrix\n0 -9\nNA 3\n")),
              (std::vector<std::string>{"2 → 2"}));
    EXPECT_TRUE(says(3, "“NA” (1), “-9” (1)")) << report.text();
    const Dossier wrapped =
        pajek("*Vertices 3\n*Matrix :1 x\n0 1\n0\n1 0 -2 0 -2 0\n*Matrix :2 y\n0 0 1\n");
    EXPECT_EQ(edges(wrapped), (std::vector<std::string>{"1 – 2 (x)", "2 – 3 (x)", "1 → 3 (y)"}));
    EXPECT_EQ(wrapped.edges().polarity(1), Polarity::Conflictual);
    EXPECT_TRUE(says(7, "3 numbers where 3 × 3")) << report.text();
    const Dossier modes = pajek("*Vertices 5 2\n*Matrix\n0 1 1\n1 0 0\n");
    EXPECT_EQ(edges(modes), (std::vector<std::string>{"1 → 4", "1 → 5", "2 → 3"}));
    EXPECT_EQ(attribute(modes, 1, "mode"), "1");
    EXPECT_EQ(attribute(modes, 2, "mode"), "2");
    EXPECT_EQ(edges(pajek("*Vertices 2\n*Arcs :3\n2 1\n7: 1 2 1\n")),
              (std::vector<std::string>{"2 → 1 (3)", "1 → 2 (7)"}));
}

TEST_F(Pajek, AFirstModeOfAllVerticesIsTheOnlyOne) {
    const Dossier dossier = read("file.net", "*Vertices 2 2\n1 A\n2 B\n*Matrix\n0 1\n0 0\n");
    EXPECT_EQ(edges(dossier), (std::vector<std::string>{"A → B"}));
    EXPECT_GT(report.rowsRepaired, 0U);
}

TEST_F(Pajek, ProjectsHavePartitionsVectorsAndOtherNetworks) {
    const Dossier dossier = read("file.paj", "*Network First\n*Vertices 2\n1 \"a\"\n2 \"b\"\n"
                                             "*Edges\n1 2\n"
                                             "*Network Second\n*Vertices 9\n*Arcs\n1 9\n"
                                             "*Partition blocks\n*Vertices 2\n1\n3\n"
                                             "*Vector degree\n*Vertices 2\n0.5\n-1\n"
                                             "*Permutation p\n*Vertices 2\n2\n1\n"
                                             "*Partition long\n*Vertices 9\n1\n");
    EXPECT_EQ(dossier.cover().title, "First");
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.edges().size(), 1U);
    EXPECT_EQ(attribute(dossier, 1, "blocks"), "3");
    EXPECT_EQ(attribute(dossier, 1, "degree"), "-1");
    EXPECT_EQ(attribute(dossier, 0, "long"), "");
    EXPECT_TRUE(says(7, "another network “Second”")) << report.text();
    EXPECT_TRUE(says(19, "Permutation")) << report.text();
    EXPECT_TRUE(says(0, "“long”")) << report.text();
}

TEST_F(Pajek, TimesThatAreNoYearsAreKept) {
    const Dossier dossier = pajek("*Vertices 2\n1 a [5-10,12-*]\n2 b\n*Edges\n1 2 1 [1999]\n");
    EXPECT_EQ(attribute(dossier, 0, "time"), "[5-10,12-*]");
    EXPECT_EQ(edgeAttribute(dossier, 0, "time"), "[1999]");
    EXPECT_TRUE(dossier.edges().period(0).empty());
    EXPECT_TRUE(says(0, "Times are not all years")) << report.text();
    EXPECT_EQ(pajekYears("[1991]"), "1991");
    EXPECT_EQ(pajekYears("[1991-1995, 1999-*]"), "<[1991, 1995]; [1999, Infinity]>");
    for (const char* const text : {"[]", "[", "1991", "[1991-", "[*-*]", "[991]", "[1991--1995]"}) {
        EXPECT_EQ(pajekYears(text), std::nullopt) << text;
    }
    EXPECT_EQ(pajekYears("[*-1991]"), "../1991");
    EXPECT_EQ(pajekYears("[*-1991,1993-*]"), "<[-Infinity, 1991]; [1993, Infinity]>");
    EXPECT_EQ(pajekTimes(*parsePeriod("../1991")), "[*-1991]");
    EXPECT_EQ(pajekTimes("<[-Infinity, 1991]; [1993, Infinity]>"), "[*-1991,1993-*]");
    EXPECT_EQ(pajekTimes("<[1991, 1993]; [1999-02, ?]>"), "");
    EXPECT_EQ(pajekTimes(*parsePeriod("1991-02/2001")), "[1991-2001]");
    EXPECT_EQ(pajekTimes(*parsePeriod("1991/..")), "[1991-*]");
    EXPECT_EQ(pajekTimes(*parsePeriod("1991/")), "");
    EXPECT_EQ(pajekTimes(*parsePeriod("1991")), "[1991]");
}

TEST_F(Pajek, ATimeThatIsNotUnderstoodLeavesTheOthers) {
    const Dossier dossier = pajek("*Vertices 3\n1 a [1990]\n2 b [soon]\n3 c [*-1999]\n*Edges\n");
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1990");
    EXPECT_EQ(attribute(dossier, 1, "time"), "[soon]");
    EXPECT_EQ(toEdtf(dossier.vertices().period(2)), "../1999");
    EXPECT_TRUE(says(0, "Times that are not understood: 1.")) << report.text();
    EXPECT_EQ(bytesOf(written(dossier, "out.net")),
              "*Vertices 3\n1 \"a\" [1990]\n2 \"b\" [soon]\n3 \"c\" [*-1999]\n");
}

TEST_F(Pajek, WhatPajekSaysIsWrittenAsItWas) {
    for (const char* const text : {
             "*Vertices 2\n1 \"a\" [5-10,12-*]\n2 \"b\"\n*Arcs\n1 2 1 [1999]\n",
             "*Vertices 2\n1 \"a\" [1990-1995,1997-1999]\n2 \"b\" [*-1999]\n*Arcs\n"
             "1 2 1.5 [1990-1991,1993]\n1 2 1.5 [1993]\n1 2 1.5\n2 1 1 [1990,1995-*]\n",
             "*Vertices 2\n1 \"a\" 0.1 0.2 box x_fact 2 ic RGBFF0000 y_fact 1 phi 0 bc Black bw 2 "
             "font \"Noto Sans\"\n2 \"b\" ic Gray25\n*Edges\n1 2 1 w 3 c Gray25 p Dots\n",
             "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs :1 \"trade\"\n1 2 2 l \"wheat\"\n*Arcs\n1 2 1\n"
             "*Edges :2 \"war\"\n1 2 -1\n",
             "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Arcs\n1 2 1 l \"ally\"\n2 3 1 l \"war\"\n",
             "*Vertices 3 1\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2 1\n",
             "*Vertices 3\n1 \"a\" x_fact 2\n2 \"b\" x_fact 3 y_fact 3\n3 \"c\" y_fact 4\n",
         }) {
        const Dossier dossier = pajek(text);
        EXPECT_EQ(bytesOf(written(dossier, "out.net")), text);
        EXPECT_TRUE(pajekWriter().losses(dossier).empty())
            << testing::PrintToString(pajekWriter().losses(dossier));
        expectSame(dossier, again(dossier, "out.net"));
    }
    const Dossier labelled = pajek("*Vertices 2\n1 a\n2 b\n*Arcs\n1 2 1 l ally\n");
    EXPECT_EQ(edges(labelled), (std::vector<std::string>{"a → b (ally)"}));
    // A vertex that no line names keeps its number.
    EXPECT_EQ(bytesOf(written(pajek("*Vertices 3\n1 a\n3 c\n"), "out.net")),
              "*Vertices 3\n1 \"a\"\n2 \"2\"\n3 \"c\"\n");
}

TEST_F(Pajek, VerticesThatAreDeclaredAreThere) {
    EXPECT_EQ(pajek("*Vertices 3\n2 \"b\"\n").vertices().size(), 3U);
    EXPECT_EQ(pajek("*Vertices 1\n1 a\n3 c\n*Edges\n1 3\n1 7\n").vertices().size(), 3U);
    EXPECT_TRUE(says(3, "beyond the 1")) << report.text();
    EXPECT_TRUE(says(6, "not among the nodes")) << report.text();
    for (const char* const count : {"4000000000", "99999999999999999999", "1000000000 999999999"}) {
        EXPECT_LT(pajek(fmt::format("*Vertices {}\n1 a\n*Edges\n1 2\n*Matrix\n0 1\n", count))
                      .vertices()
                      .size(),
                  10U)
            << count;
        EXPECT_GE(report.rowsRepaired, 1U);
    }
}

TEST_F(Pajek, WhatPajekCanSayReadsBackTheSame) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Dossier dossier = randomDossier({60, 80, 20, 60}, seed);
        for (const char* const name : {"out.net", "out.paj"}) {
            const Dossier copy = again(dossier, name);
            ASSERT_EQ(copy.vertices().size(), dossier.vertices().size());
            for (VertexIndex i = 0; i < copy.vertices().size(); ++i) {
                ASSERT_EQ(copy.label(i), dossier.label(i));
                const std::string times = pajekTimes(dossier.vertices().period(i));
                ASSERT_EQ(times, pajekTimes(copy.vertices().period(i)));
            }
            EXPECT_EQ(sayable(copy), sayable(dossier));
            EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
        }
        // What was lost once is not lost again.
        const Dossier copy = again(dossier, "out.net");
        expectSame(copy, again(copy, "twice.net"));
        EXPECT_TRUE(pajekWriter().losses(copy).empty())
            << testing::PrintToString(pajekWriter().losses(copy));
        EXPECT_FALSE(pajekWriter().losses(dossier).empty());
    }
}

TEST_F(Pajek, WhatIsAwkwardIsWrittenInOneLineEachAndTheLossesAreNamed) {
    Dossier dossier = awkwardDossier();
    Cover cover;
    cover.title = "Two\nlines";
    cover.description = "long";
    dossier.setCover(cover);
    const Dossier copy = again(dossier, "out.net");
    ASSERT_EQ(copy.vertices().size(), 4U);
    EXPECT_EQ(copy.label(0), " Россия и Иран ");
    EXPECT_EQ(copy.cover().title, "Two lines");
    EXPECT_EQ(copy.edges().polarity(0), Polarity::Conflictual);
    EXPECT_EQ(copy.edges().weight(0), 0.1F);
    EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
    const std::string losses = testing::PrintToString(pajekWriter().losses(dossier));
    for (const char* const words : {"the ids of 4", "kind", "sector", "note", "code:iso3",
                                    "1 will be changed", "will lose their sign", "description"}) {
        EXPECT_NE(losses.find(words), std::string::npos) << words << "\n" << losses;
    }
}

TEST_F(Pajek, NetworkxReadsWhatIsWritten) {
    if (!runs("python3 -c 'import networkx'")) {
        GTEST_SKIP() << "networkx is not installed.";
    }
    const Dossier dossier =
        pajek("*Vertices 3\n1 \"New Zealand\" 0.1 0.2 box ic red\n2 \"Россия\" 0.3 0.4 ellipse\n"
              "3 c\n*Arcs :1 \"supplies arms\"\n1 2 2.5\n2 3 -1 [1991-*]\n2 1 3\n");
    EXPECT_EQ(failureOf("import sys, networkx as nx\n"
                        "g = nx.read_pajek(sys.argv[1])\n"
                        "assert sorted(g) == ['New Zealand', 'c', 'Россия'], g.nodes\n"
                        "assert g.is_directed() and g.number_of_edges() == 3, g.edges\n"
                        "assert g['Россия']['c'][0]['weight'] == -1, g.edges(data=True)\n"
                        "assert g.nodes['New Zealand']['shape'] == 'box', g.nodes(data=True)\n",
                        {written(dossier, "out.net")}),
              "");
}

TEST_F(Pajek, BadLinesAreNamed) {
    EXPECT_NE(refusal("a.net", "*Network x\n").find("line 1"), std::string::npos);
    EXPECT_EQ(pajek("*Vertices 2\n1 a\nx y\n2 b\r*Edges\r\n1 two 1\n1\n1 2 1 c\n1 2 NaN\n-1 2\n")
                  .edges()
                  .size(),
              2U);
    EXPECT_TRUE(says(3, "“x” is no number of a vertex")) << report.text();
    EXPECT_TRUE(says(6, "“two” is no number of a vertex")) << report.text();
    EXPECT_TRUE(says(7, "names no two vertices")) << report.text();
    EXPECT_TRUE(says(8, "“c” at the end")) << report.text();
    EXPECT_TRUE(says(9, "“NaN” at the end")) << report.text();
    EXPECT_TRUE(says(10, "“-1”")) << report.text();
    pajek("*Vertices 2 5\n*Matrix\n0 x\n1 0 1\n");
    EXPECT_TRUE(says(1, "first mode")) << report.text();
    EXPECT_TRUE(says(3, "“x” is no number")) << report.text();
    EXPECT_TRUE(says(4, "more than 2 × 2")) << report.text();
}

TEST_F(Pajek, MonstrousFilesNeitherCrashNorHang) {
    EXPECT_EQ(pajek("*Vertices 1\n1 \"" + std::string(10'000'000, 'x') + "\"\n").vertices().size(),
              1U);
    survives("blanks.net", "*Vertices 1\n1 " + std::string(10'000'000, ' ') + "\n");
    survives("quotes.net", "*Vertices 1\n1 " + std::string(10'000'000, '"') + "\n");
    std::string parameters = "*Vertices 1\n1 a";
    for (int i = 0; i < 100'000; ++i) {
        parameters += fmt::format(" p{} v", i);
    }
    EXPECT_EQ(pajek(parameters).vertices().size(), 1U);
    survives("nul.net", std::string_view("*Vertices 1\n1 \0a\n", 16));
    survives("garbage.net", "*Vertices\x01\x02\x03\xFF\xFE\x80");
    survives("cut.net", "*Vertices 1\n1 \"\xD0");
    survives("stars.net", "*Vertices 1\n" + std::string(1'000'000, '*'));
    EXPECT_EQ(pajek("*Vertices 1\n1 \"Caf\xE9\"\n").label(0), "Café");
}

TEST_F(Pajek, TitlesMayBeQuoted) {
    for (const auto& [line, title] : {std::pair{"\"My net\"", "My net"},
                                      {"My \"net\"", "My \"net\""},
                                      {"\"My\" \"net\"", "\"My\" \"net\""},
                                      {"\"", "\""}}) {
        EXPECT_EQ(pajek(std::string("*Network ") + line + "\n*Vertices 1\n1 \"a\"\n").cover().title,
                  title);
    }
    (void)pajek("*Network A\n*Vertices 1\n1 \"a\"\n*Network \"Second\"\n*Vertices 1\n");
    EXPECT_TRUE(says(4, "another network “Second”")) << report.text();
}

TEST_F(Pajek, HugeCountsOfVerticesAreSaidToBeTooLarge) {
    for (const char* const count : {"999999999999", "99999999999999999999999999"}) {
        const Dossier dossier = pajek(std::string("*Vertices ") + count + "\n1 \"a\"\n");
        EXPECT_EQ(dossier.vertices().size(), 1U);
        EXPECT_TRUE(says(1, std::string("“") + count + "” is too large for a number of vertices"))
            << report.text();
    }
    (void)pajek("*Vertices many\n1 \"a\"\n");
    EXPECT_TRUE(says(1, "There should be a number of vertices here")) << report.text();
}

} // namespace entente
