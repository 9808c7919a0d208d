#include "core/formats/gml.h"
#include "tests/core/formats/graph_reading.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

#include <fmt/format.h>

namespace entente {

namespace {

struct Gml : GraphReading {
    Dossier gml(std::string_view text) { return read("file.gml", text); }
};

} // namespace

TEST_F(Gml, ReadsNodesEdgesAndTheirAttributes) {
    const Dossier dossier =
        gml("# a comment [\n"
            "Creator \"someone\"\nVersion 1\n"
            "graph [\n  directed 1\n  label \"A &quot;title&quot;\"\n"
            "  node [ id 1 label \"Caf&eacute; &#1048;\" kind \"state\"\n"
            "    graphics [ x 1.5 y -2 w 30.0 h 30.0 fill \"#FF0000\" type \"ellipse\" ] ]\n"
            "  node [ id 2 label \"Россия # [\" alias_list 1 alias_list 2 ]\n"
            "  edge [ source 1 target 2 weight 2.5 label \"ally\" graphics [ fill \"blue\" "
            "width 3 Line [ point [ x 1 y 2 ] point [ x 3 y 4 ] ] ] ]\n]\n");
    EXPECT_EQ(dossier.cover().title, "A \"title\"");
    ASSERT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.label(0), "Café И");
    EXPECT_EQ(dossier.label(1), "Россия # [");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::State);
    EXPECT_EQ(attribute(dossier, 0, "x"), "1.5");
    EXPECT_EQ(attribute(dossier, 0, "y"), "-2");
    EXPECT_EQ(attribute(dossier, 0, "size"), "30.0");
    EXPECT_EQ(attribute(dossier, 0, "color"), "#ff0000");
    EXPECT_EQ(attribute(dossier, 0, "shape"), "ellipse");
    EXPECT_EQ(attribute(dossier, 1, "alias_list"), "1; 2");
    ASSERT_EQ(dossier.edges().size(), 1U);
    EXPECT_TRUE(dossier.edges().directed(0));
    EXPECT_EQ(dossier.edges().weight(0), 2.5F);
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "ally");
    EXPECT_EQ(edgeAttribute(dossier, 0, "color"), "#0000ff");
    EXPECT_EQ(edgeAttribute(dossier, 0, "thickness"), "3");
    EXPECT_EQ(edgeAttribute(dossier, 0, "graphics.Line.point.x"), "1; 3");
    EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
}

TEST_F(Gml, WhatIsNotDirectedIsUndirectedButForEdgesThatSaySo) {
    const Dossier dossier = gml("graph [ node [ id 1 ] node [ id 2 ]\n"
                                "edge [ source 1 target 2 type \"friend\" value 3 ]\n"
                                "edge [ source 2 target 1 directed 1 value 1 ] ]");
    EXPECT_FALSE(dossier.edges().directed(0));
    EXPECT_TRUE(dossier.edges().directed(1));
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "friend");
    EXPECT_EQ(dossier.edges().weight(0), 3);
}

TEST_F(Gml, HugeNumbersAndWordsForNumbersAreKeptAsTheyAre) {
    const Dossier dossier =
        gml("graph [ node [ id 123456789012345678901234567890 a NAN b -INF c +1E400 ]\n"
            "node [ id x list \"_networkx_list_start\" list \"one\" ] ]");
    EXPECT_EQ(dossier.text(dossier.vertices().id(0)), "123456789012345678901234567890");
    EXPECT_EQ(attribute(dossier, 0, "a"), "NAN");
    EXPECT_EQ(attribute(dossier, 0, "b"), "-INF");
    EXPECT_EQ(attribute(dossier, 0, "c"), "+1E400");
    EXPECT_EQ(attribute(dossier, 1, "list"), "one");
}

TEST_F(Gml, NegativeWeightsAreConflictual) {
    const Dossier dossier =
        gml("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 weight -2 ] ]");
    EXPECT_EQ(dossier.edges().weight(0), 2);
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Conflictual);
}

TEST_F(Gml, KeysSayAnyName) {
    for (const char* const name : {"plain",    "code:iso3", "Plain, with comma",
                                   "x",        "x_x",       "x_x0041_",
                                   "_x0041_",  "a_x0041_",  "9",
                                   "_",        "Россия",    "😀",
                                   "a_xyz_",   "_x",        "x_",
                                   " ",        "x y",       "x val",
                                   "x\"",      "xé",        "x_x0020é",
                                   "a_x0020é", "_x0020é",   "pos_x",
                                   "x_xabcd",  "x_xabcd_"}) {
        const std::string key = gmlKey(name);
        EXPECT_EQ(gmlKeyName(key), name) << key;
        EXPECT_TRUE(std::isalpha(static_cast<unsigned char>(key.front()))) << key;
        EXPECT_TRUE(std::ranges::all_of(key, [](unsigned char c) {
            return std::isalnum(c) || c == '_';
        })) << key;
    }
    EXPECT_EQ(gmlKey("code:iso3"), "code_x003A_iso3");
    EXPECT_EQ(gmlKey("pos_x"), "pos_x");
}

TEST_F(Gml, WhatIsAwkwardReadsBackTheSame) {
    Dossier dossier = awkwardDossier();
    Vertex vertex = dossier.vertices().row(0);
    const auto add = [&](std::string_view name, std::string_view value) {
        vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    };
    for (const auto& [name, value] : {std::pair{"x", "1.0E-05"},
                                      {"y", "-2"},
                                      {"size", "7"},
                                      {"color", "#00ff7f"},
                                      {"shape", "box"},
                                      {"graphics.x", "not a place"},
                                      {"ententeId", "mine"},
                                      {"a.b", "1"},
                                      {"a.c.d", "&eacute;"},
                                      {"a", "[ x ]"},
                                      {"..", "dots"},
                                      {"deep.", "2147483648"}}) {
        add(name, value);
    }
    dossier.replaceVertex(0, vertex);
    Edge edge = dossier.edges().row(0);
    for (const auto& [name, value] :
         {std::pair{"value", "3"}, {"directed", "0"}, {"thickness", "2.5"}, {"color", "Red"}}) {
        edge.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    }
    dossier.replaceEdge(0, edge);
    Cover cover;
    cover.title = "Title \"ü\"";
    cover.asOf = *parsePeriod("2025-01");
    dossier.setCover(cover);
    const Dossier copy = again(dossier, "out.gml");
    expectSame(dossier, copy);
    EXPECT_EQ(copy.cover(), dossier.cover());
    EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
    const std::string text = bytesOf(folder.path() / "out.gml");
    EXPECT_TRUE(std::ranges::all_of(text, [](char c) {
        return c == '\n' || (c >= ' ' && c <= '~');
    })) << "7-bit ASCII";
}

TEST_F(Gml, RandomDossiersReadBackTheSame) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Dossier dossier = randomDossier({60, 80, 20, 60}, seed);
        expectSame(dossier, again(dossier, "out.gml"));
        EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
        // Written again, the same bytes.
        const std::string first = bytesOf(folder.path() / "out.gml");
        EXPECT_EQ(first, bytesOf(written(dossier, "twice.gml")));
    }
}

TEST_F(Gml, RepeatedKeysAreToldOf) {
    const Dossier dossier =
        gml("graph [\n node [ id 0\n langs \"fr\"\n langs \"en\" langs \"ru\" list 1 list 2 ]\n"
            " node [ id 1 langs \"fr\" ]\n edge [ source 0 target 1 Line [ point [ x 1 ] "
            "point [ x 2 ] ] ] ]");
    EXPECT_EQ(attribute(dossier, 0, "langs"), "fr; en; ru");
    EXPECT_TRUE(says(4, "Keys that an element has several times: 3, the first “langs” here"))
        << report.text();
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    gml("graph [ node [ id 0 langs \"fr\" ] node [ id 1 langs \"en\" ] ]");
    EXPECT_FALSE(says(1, "several times")) << report.text();
}

TEST_F(Gml, WhatOthersWroteKeepsItsNames) {
    const Dossier dossier =
        gml("graph [ node [ id 1 label \"A\" name \"a\" title \"t\" notes \"n\" ] node [ id 2 ]\n"
            "edge [ source 1 target 2 label \"l\" type \"ally\" value \"high\" name \"e\" ] ]");
    const std::string text = bytesOf(written(dossier, "out.gml"));
    for (const char* const pair : {"name \"a\"", "title \"t\"", "label \"l\"", "type \"ally\"",
                                   "value \"high\"", "name \"e\""}) {
        EXPECT_NE(text.find(std::string(" ") + pair + "\n"), std::string::npos) << pair << text;
    }
    expectSame(dossier, again(dossier, "out.gml"));
    // Here they would be taken for a label and a weight.
    const Dossier other = gml("graph [ node [ id 1 ] edge [ source 1 target 1 "
                              "attribute_x003A_name \"e\" attribute_x003A_value 5 ] ]");
    EXPECT_EQ(edgeAttribute(other, 0, "value"), "5");
    expectSame(other, again(other, "out.gml"));
}

TEST_F(Gml, WeightsAreWrittenOfAllEdgesOrOfNone) {
    const auto weights = [this](std::string_view first) {
        const std::string text = bytesOf(written(
            gml(fmt::format("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 {} ]\n"
                            "edge [ source 2 target 1 label \"ally\" note \"n\" ] ]",
                            first)),
            "out.gml"));
        std::size_t count = 0;
        for (std::size_t at = 0; (at = text.find("weight ", at)) != std::string::npos; ++at) {
            ++count;
        }
        return count;
    };
    EXPECT_EQ(weights("weight 2"), 2U);
    EXPECT_EQ(weights("weight 1"), 0U);
}

TEST_F(Gml, NumbersAsIdsStayNumbers) {
    const Dossier dossier =
        gml("graph [ node [ id 7 ] node [ id -3 ] edge [ source 7 target -3 ] ]");
    const std::string text = bytesOf(written(dossier, "out.gml"));
    EXPECT_NE(text.find("id -3\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("ententeId"), std::string::npos) << text;
}

TEST_F(Gml, NetworkxReadsWhatIsWritten) {
    if (!runs("python3 -c 'import networkx'")) {
        GTEST_SKIP() << "networkx is not installed.";
    }
    const Dossier random = randomDossier({60, 80, 20, 60}, 5);
    const std::string counts = fmt::format("assert len(h) == {} and h.number_of_edges() == {}, h\n",
                                           random.vertices().count(), random.edges().count());
    EXPECT_EQ(failureOf("import sys, networkx as nx\n"
                        "g = nx.read_gml(sys.argv[1], label='id')\n"
                        "assert len(g) == 4 and g.number_of_edges() == 3, g\n"
                        "assert g.nodes[0]['label'] == ' Россия\\nи Иран ', g.nodes[0]\n"
                        "assert g.nodes[0]['ententeId'] == 'a, \"b\"', g.nodes[0]\n"
                        "assert g.nodes[0]['latitude'] == 55.7558, g.nodes[0]\n"
                        "h = nx.read_gml(sys.argv[2], label='id')\n" +
                            counts,
                        {written(awkwardDossier(), "awkward.gml"), written(random, "many.gml")}),
              "");
}

TEST_F(Gml, BadFilesAreTakenAsFarAsTheyGoOrRefusedWithTheLine) {
    EXPECT_NE(refusal("a.gml", "Creator \"x\"\nVersion 1\n").find("line 1"), std::string::npos);
    EXPECT_NE(refusal("a.gml", "graph [\nnode [ id ").find("line 2"), std::string::npos);
    EXPECT_EQ(gml("graph [\nnode [ id 1 ]\nnode [ id 2").vertices().size(), 2U);
    EXPECT_TRUE(says(3, "ends inside the list that begins on line 3")) << report.text();
    EXPECT_EQ(gml("graph [\nnode [ id 1 ]\nnode [ id 2 label \"cut").vertices().size(), 2U);
    EXPECT_TRUE(says(3, "never closed")) << report.text();
    EXPECT_EQ(gml("graph [\nnode [ id 1 label ]\nnode [ id 2 ] ] ] ]\n").vertices().size(), 2U);
    EXPECT_TRUE(says(2, "“label” has no value")) << report.text();
    EXPECT_TRUE(says(3, "was not opened")) << report.text();
    EXPECT_EQ(gml("graph [ node [ id 1 ] [ 5 ] \"text\" node [ id 1 ]\rnode [ label \"x\" ] ]\r\n"
                  "graph [ node [ id 3 ] ]")
                  .vertices()
                  .size(),
              1U);
    EXPECT_TRUE(says(1, "duplicate id")) << report.text();
    EXPECT_TRUE(says(2, "has no id")) << report.text();
    EXPECT_TRUE(says(3, "another graph")) << report.text();
    EXPECT_EQ(gml("graph [ node [ id 1 id 2 ] edge [ source 1 target 9 ] edge [ source 1 ]\n"
                  "edge [ source 1 target 1 weight \"heavy\" ] ]")
                  .edges()
                  .size(),
              2U);
    EXPECT_TRUE(says(1, "second id")) << report.text();
    EXPECT_TRUE(says(1, "not among the nodes")) << report.text();
    EXPECT_TRUE(says(2, "is no number")) << report.text();
}

TEST_F(Gml, MonstrousFilesNeitherCrashNorHang) {
    std::string deep = "graph [ node [ id 1 ";
    for (int i = 0; i < 10'000; ++i) {
        deep += "a [ ";
    }
    EXPECT_EQ(gml(deep).vertices().size(), 1U);
    EXPECT_TRUE(says(1, "nested more than")) << report.text();
    survives("deep.gml", "graph " + std::string(10'000'000, '['));
    survives("closing.gml", "graph [ node [ id 1 ] " + std::string(10'000'000, ']'));
    EXPECT_EQ(gml("graph [ node [ id 1 label \"" + std::string(10'000'000, 'x') + "\" ] ]")
                  .vertices()
                  .size(),
              1U);
    std::string many = "graph [ node [ id 1 ";
    std::string repeated = many;
    for (int i = 0; i < 200'000; ++i) {
        many += fmt::format("a{} 1 ", i);
        repeated += "a 1 ";
    }
    EXPECT_EQ(gml(many + "] ]").vertices().size(), 1U);
    EXPECT_TRUE(says(0, "different attributes")) << report.text();
    EXPECT_EQ(attribute(gml(repeated + "] ]"), 0, "a").size(), 200'000U * 3 - 2);
    survives("nul.gml", std::string_view("graph [ node [ id \0 ] ]", 23));
    survives("garbage.gml", "\x01\x02\x03\xFF\xFE\x80");
    survives("cut.gml", "graph [ node [ id 1 label \"\xD0");
    EXPECT_EQ(gml("graph [ node [ id 1 label \"Caf\xE9\" ] ]").label(0), "Café");
}

TEST_F(Gml, NumbersWithExponentsStayNumbers) {
    const Dossier dossier = gml("graph [ node [ id 1 a 1.E-05 b 1.5E3 c 1e-05 d -1.0E+300 e +2E5 "
                                "f 1E400 g \"1.5E3\" ] ]");
    const std::string text = bytesOf(written(dossier, "out.gml"));
    for (const char* const line : {"a 1.E-05\n", "b 1.5E3\n", "c 1.0E-05\n", "d -1.0E+300\n",
                                   "e +2.0E5\n", "f \"1E400\"\n", "g \"1.5E3\"\n"}) {
        EXPECT_NE(text.find(line), std::string::npos) << line << " in " << text;
    }
    const Dossier copy = again(dossier, "out.gml");
    EXPECT_EQ(attribute(copy, 0, "b"), "1.5E3");
    EXPECT_EQ(attribute(copy, 0, "c"), "1.0E-05");
    EXPECT_EQ(bytesOf(written(copy, "twice.gml")), text);
}

TEST_F(Gml, HeightsAreWrittenWhereTheyStood) {
    const Dossier dossier =
        gml("graph [ node [ id 1 graphics [ x 10 y 20 w 30 h 40 outline \"#000000\" ] ]"
            " node [ id 2 graphics [ w 5 h 5 ] ] node [ id 3 graphics [ h 7 ] ] node [ id 4 "
            "graphics [ w 8 ] ] edge [ source 1 target 2 graphics [ w 9 ] ]"
            " edge [ source 1 target 2 graphics [ w 6 h 6 ] ] ]");
    const std::string text = bytesOf(written(dossier, "out.gml"));
    EXPECT_NE(text.find("    graphics [\n      h 40\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("h 30"), std::string::npos) << text;
    EXPECT_NE(text.find("      h 5\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("h 8"), std::string::npos) << text;
    EXPECT_EQ(text.find("h 9"), std::string::npos) << text;
    EXPECT_NE(text.find("h 6"), std::string::npos) << text;
    EXPECT_EQ(text.find("attribute"), std::string::npos) << text;
    expectSame(dossier, again(dossier, "out.gml"));
}

TEST_F(Gml, SizesThatAreNoWidthsAloneAreHeightsToo) {
    Dossier dossier;
    for (const auto& [id, width] : {std::pair{"1", ""}, {"2", "6"}}) {
        Vertex vertex;
        vertex.id = vertex.label = dossier.intern(id);
        vertex.attributes = {{dossier.intern("size"), dossier.intern("7")}};
        if (*width != 0) {
            // Kept from a file, and the size was changed since.
            vertex.attributes.push_back({dossier.intern("graphics.w"), dossier.intern(width)});
        }
        dossier.add(vertex);
    }
    const std::string text = bytesOf(written(dossier, "out.gml"));
    const std::size_t first = text.find("w 7\n      h 7\n");
    EXPECT_NE(first, std::string::npos) << text;
    EXPECT_NE(text.find("w 7\n      h 7\n", first + 1), std::string::npos) << text;
    expectSame(dossier, again(dossier, "out.gml"));
}

} // namespace entente
