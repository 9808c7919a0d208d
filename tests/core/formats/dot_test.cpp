#include "core/formats/colour_text.h"
#include "core/formats/dot.h"
#include "core/formats/dot_values.h"
#include "tests/core/formats/graph_reading.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>

namespace entente {

namespace {

struct Dot : GraphReading {
    Dossier dot(std::string_view text) { return read("file.dot", text); }
    using Lines = std::vector<std::string>;
};

} // namespace

TEST_F(Dot, ChainsGroupsDefaultsAndPorts) {
    const Dossier dossier = dot("/* a comment { */ // another [\n# 1 \"preprocessor\"\n"
                                "digraph \"The {graph}\" {\n  node [shape=box]; a -> b -> {c; d}\n"
                                "  edge [color=red]; a:n -> d:s:w [label=\"ally\", weight=2.5]\n"
                                "  b [shape=circle, label=\"B\\nsecond \\N\"];\n}\n");
    EXPECT_EQ(dossier.cover().title, "The {graph}");
    EXPECT_EQ(edges(dossier),
              (Lines{"a → B\nsecond b", "B\nsecond b → c", "B\nsecond b → d", "a → d (ally)"}));
    EXPECT_EQ(attribute(dossier, 0, "shape"), "box");
    EXPECT_EQ(attribute(dossier, 1, "shape"), "circle");
    EXPECT_EQ(edgeAttribute(dossier, 3, "color"), "#ff0000");
    EXPECT_EQ(edgeAttribute(dossier, 0, "color"), "");
    EXPECT_EQ(edgeAttribute(dossier, 3, "tailport"), "n");
    EXPECT_EQ(edgeAttribute(dossier, 3, "headport"), "s:w");
    EXPECT_EQ(dossier.edges().weight(3), 2.5F);
}

TEST_F(Dot, Directions) {
    EXPECT_EQ(edges(dot("graph { a -- b; b -- c [dir=forward] }")), (Lines{"a – b", "b → c"}));
    EXPECT_EQ(edges(dot("digraph { a -> b [dir=none]; b -> c [dir=back]; c -> a [dir=both] }")),
              (Lines{"a – b", "c → b", "c – a"}));
    EXPECT_EQ(dot("strict graph { a -- b -- a; a -- b }").edges().size(), 1U);
    EXPECT_EQ(dot("graph { a -- b -- a; a -- b }").edges().size(), 3U);
}

TEST_F(Dot, Looks) {
    const Dossier dossier =
        dot("graph { label=\"Title\"; description=\"more\"; rankdir=LR;\n"
            "a [pos=\"10,20!\", width=0.5, height=0.5, fillcolor=\"0.0 1.0 1.0\", "
            "style=\"filled,bold\",\n"
            " color=blue]; b [pos=\"1.5,-2,3\", color=\"#ABCDEF80:red\", width=1, height=2];\n"
            "a -- b [penwidth=3, style=dashed, color=lightblue] }");
    EXPECT_EQ(dossier.cover().title, "Title");
    EXPECT_EQ(dossier.cover().description, "more");
    EXPECT_TRUE(says(0, "rankdir")) << report.text();
    EXPECT_EQ(attribute(dossier, 0, "x"), "10");
    EXPECT_EQ(attribute(dossier, 0, "y"), "-20") << "downwards";
    EXPECT_EQ(attribute(dossier, 0, "size"), "36");
    EXPECT_EQ(attribute(dossier, 0, "height"), "");
    EXPECT_EQ(attribute(dossier, 0, "color"), "#ff0000");
    EXPECT_EQ(attribute(dossier, 0, "outline"), "#0000ff");
    EXPECT_EQ(attribute(dossier, 0, "style"), "filled,bold");
    EXPECT_EQ(attribute(dossier, 1, "y"), "2");
    EXPECT_EQ(attribute(dossier, 1, "z"), "3");
    EXPECT_EQ(attribute(dossier, 1, "color"), "#abcdef");
    EXPECT_EQ(attribute(dossier, 1, "height"), "2");
    EXPECT_EQ(edgeAttribute(dossier, 0, "thickness"), "3");
    EXPECT_EQ(edgeAttribute(dossier, 0, "style"), "dashed");
    EXPECT_EQ(edgeAttribute(dossier, 0, "color"), "#add8e6");
}

TEST_F(Dot, WhatDotSaysIsWrittenAsItWas) {
    const auto again = [this](std::string_view text) {
        const Dossier dossier = dot(text);
        const std::string first = bytesOf(written(dossier, "out.dot"));
        expectSame(dossier, read("again.dot", first));
        EXPECT_EQ(first, bytesOf(written(read("again.dot", first), "out.dot")));
        return first;
    };
    const std::pair<const char*, const char*> cases[] = {
        {"width=2, height=1", "[width=\"2\", height=\"1\"]"},
        {"height=1", "[height=\"1\"]"},
        {"width=2", "[width=\"2\"]"},
        {"width=0.1", "[width=\"0.1\"]"},
        {"width=2, height=2", "[width=\"2\", height=\"2\"]"},
        {"pos=\"1,2!\"", "[pos=\"1,2!\"]"},
        {"pos=\"1,2,3!\", pin=true", "[pos=\"1,2,3!\"]"},
        {"pos=\"1,2\", pin=false", "[pos=\"1,2\", \"pin\"=\"false\"]"},
        {"pin=true", "[\"pin\"=\"true\"]"},
        {"color=red", "[style=\"solid\", color=\"#ff0000\"]"},
        {"color=red, style=dashed", "[style=\"dashed\", color=\"#ff0000\"]"},
        {"color=red, style=filled", "[style=\"filled\", fillcolor=\"#ff0000\", color=\"#ff0000\"]"},
        {"fillcolor=red, style=filled", "[style=\"filled\", fillcolor=\"#ff0000\"]"},
        {"fillcolor=red, color=\"blue:red\", style=\"filled,bold\"",
         "[style=\"filled,bold\", fillcolor=\"#ff0000\", color=\"blue:red\"]"},
        {"fillcolor=\"#FF000080\", style=filled", "[style=\"filled\", fillcolor=\"#ff000080\"]"},
        {"fillcolor=\"red;0.3:blue\", style=wedged",
         "[style=\"wedged\", fillcolor=\"red;0.3:blue\"]"},
        {"style=filled", "[style=\"filled\"]"},
        {"color=transparent, style=filled",
         "[style=\"filled\", fillcolor=\"transparent\", color=\"transparent\"]"},
    };
    for (const auto& [attributes, wanted] : cases) {
        const std::string text = again(fmt::format("graph {{ n [{}] }}", attributes));
        EXPECT_NE(text.find(std::string("\"n\" ") + wanted), std::string::npos) << text;
    }
    const std::pair<const char*, const char*> edgeCases[] = {
        {"color=\"red:blue\"", "[color=\"red:blue\"]"},
        {"color=\"#FF000080\"", "[color=\"#ff000080\"]"},
        {"key=k1", "[key=\"k1\"]"},
        {"dir=both", "[dir=both]"},
        {"dir=none", "[dir=none]"},
    };
    for (const auto& [attributes, wanted] : edgeCases) {
        const std::string text = again(fmt::format("digraph {{ a -> b [{}] c -> d }}", attributes));
        EXPECT_NE(text.find(std::string("\"b\" ") + wanted), std::string::npos) << text;
    }
    const Dossier faint = dot("graph { a [color=\"#FF000080\"] a -- b [color=\"red:blue\"] }");
    EXPECT_EQ(attribute(faint, 0, "color"), "#ff0000");
    EXPECT_EQ(attribute(faint, 0, "alpha"), "0.502");
    EXPECT_EQ(edgeAttribute(faint, 0, "color"), "#ff0000");
    EXPECT_EQ(edgeAttribute(faint, 0, "colorList"), "red:blue");
    again("graph { a -- b [key=k] a -- b [key=l] b -- a [key=m] \"a b\" -- a [key=\"\\%\"] }");
    again("digraph { a -> b [key=k] b -> a [key=k] a -> b [dir=none] }");
}

TEST_F(Dot, TheLastSubgraphInTheFileIsTaken) {
    // Names of many lengths, so that memory does not hold them in the order of the file.
    std::string text = "graph {";
    for (int i = 0; i < 40; ++i) {
        text += " subgraph cluster_" + std::string(static_cast<std::size_t>(i * 7 % 40), 'x') +
                std::to_string(i) + " { a }";
    }
    EXPECT_EQ(attribute(dot(text + " subgraph cluster_last { a } }"), 0, "cluster"), "last");
}

TEST_F(Dot, WhatHasNoPlaceIsToldOf) {
    const Dossier dossier =
        dot("strict graph \"My G\" { label=T; subgraph cluster_A { label=NATO; color=red; fra; usa "
            "subgraph inner { usa } } subgraph cluster_B { label=EU; fra; ita } a; b [label=\"\"] "
            "c [label=c] }");
    EXPECT_EQ(attribute(dossier, 0, "cluster"), "EU");
    EXPECT_EQ(attribute(dossier, 1, "cluster"), "inner");
    EXPECT_EQ(dossier.label(4), "b");
    EXPECT_TRUE(says(0, "Nodes in several subgraphs: 2, the first “usa”")) << report.text();
    EXPECT_TRUE(says(0, "Attributes of subgraphs that a dossier has no place for were left out: "
                        "color."))
        << report.text();
    EXPECT_TRUE(says(0, "left out: the name “My G”, strict.")) << report.text();
    EXPECT_TRUE(says(0, "Labels that are empty: 1.")) << report.text();
    dot("graph G { node [shape=box] subgraph s { a b } a -- b [label=x] }");
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(Dot, ColoursInAnyForm) {
    EXPECT_EQ(parseColour("#1af"), "#11aaff");
    EXPECT_EQ(parseColour("#AABBCC"), "#aabbcc");
    EXPECT_EQ(parseColour("RGB5555FF"), "#5555ff");
    EXPECT_EQ(parseColour("ForestGreen"), "#228b22");
    EXPECT_EQ(parseColour("yellowgreen"), "#9acd32");
    EXPECT_EQ(parseColour("0.333,1,1"), "#01ff00");
    EXPECT_EQ(parseColour("0.5 0.5 0.5"), "#408080");
    EXPECT_EQ(parseColour("0 0 1"), "#ffffff");
    for (const char* const none :
         {"", "#", "#12", "#12345g", "nocolour", "2 1 1", "0.5 0.5", "nan 0 0"}) {
        EXPECT_EQ(parseColour(none), std::nullopt) << none;
    }
}

TEST_F(Dot, ClustersAndLabelsInHtml) {
    const Dossier dossier =
        dot("digraph { label=All; subgraph cluster_0 { label=\"West\"; a; b;\n"
            "subgraph cluster_inner { c } }\nsubgraph named { d } subgraph { e }\n"
            "f [label=<<b>Big</b> &amp; <i>small</i><br/>second>] a -> f }");
    const Lines expected = {"West", "West", "inner", "named", "", ""};
    for (VertexIndex i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(attribute(dossier, i, "cluster"), expected[i]) << i;
    }
    EXPECT_EQ(dossier.label(5), "Big & small\nsecond");
    EXPECT_TRUE(says(0, "Labels in HTML: 1")) << report.text();
}

TEST_F(Dot, WhatIsAwkwardReadsBackTheSame) {
    Dossier dossier = awkwardDossier();
    const auto give = [&dossier](VertexIndex row,
                                 std::vector<std::pair<const char*, const char*>> attributes) {
        Vertex vertex = dossier.vertices().row(row);
        for (const auto& [name, value] : attributes) {
            vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
        }
        dossier.replaceVertex(row, vertex);
    };
    give(0, {{"x", "1.5"},
             {"y", "-2"},
             {"z", "7"},
             {"size", "10"},
             {"color", "#00ff7f"},
             {"shape", "box"},
             {"cluster", "All \\ \"of\"\nthem"},
             {"pos", "1,2"},
             {"width", "3"},
             {"tooltip", "a \\n b"},
             {"html", "<b>"},
             {"end", "back\\"}});
    give(1, {{"x", "1e3"},
             {"y", "0"},
             {"size", "7.1"},
             {"color", "Red"},
             {"cluster", "Title"},
             {"style", "filled"},
             {"quote", "\\\""},
             {"entity", "&amp;"}});
    give(2, {{"x", "left"}, {"y", "top"}, {"size", "big"}, {"fillcolor", "red"}, {"outline", "x"}});
    give(3, {{"y", "1"}, {"lines", "a\\\nb\r\nc"}, {"height", "2"}, {"percent", "%1"}});
    Vertex odd;
    odd.id = dossier.intern("%\\N &eacute;");
    odd.label = dossier.intern("\\N \\n &lt; &#65; & ; node\n");
    dossier.add(odd);
    odd.id = dossier.intern("node");
    odd.label = dossier.intern("<i>no HTML</i>");
    dossier.add(odd);
    Edge edge = dossier.edges().row(0);
    for (const auto& [name, value] : {std::pair{"key", "k"},
                                      {"dir", "back"},
                                      {"thickness", "2.5"},
                                      {"color", "#ff0000"},
                                      {"penwidth", "1"}}) {
        edge.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    }
    dossier.replaceEdge(0, edge);
    dossier.add(edge);
    edge.attributes = {{dossier.intern("color"), dossier.intern("red")}};
    dossier.add(edge);
    Cover cover;
    cover.title = "Title";
    cover.asOf = *parsePeriod("2025-01");
    cover.description = "a \\N b";
    dossier.setCover(cover);
    const Dossier copy = again(dossier, "out.dot");
    expectSame(dossier, copy);
    EXPECT_EQ(copy.cover(), dossier.cover());
    EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
}

TEST_F(Dot, OtherNamesBesideLabelsStayAttributes) {
    for (const char* const text :
         {"graph { a [label=A, name=b]; c }", "graph { a [label=a, name=b] }"}) {
        const Dossier dossier = dot(text);
        EXPECT_EQ(attribute(dossier, 0, "name"), "b");
        expectSame(dossier, again(dossier, "out.dot"));
        EXPECT_NE(bytesOf(folder.path() / "out.dot").find("\"name\"=\"b\""), std::string::npos);
    }
}

TEST_F(Dot, RandomDossiersReadBackTheSame) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Dossier dossier = randomDossier({60, 80, 20, 60}, seed);
        expectSame(dossier, again(dossier, "out.gv"));
        EXPECT_EQ(report.rowsRepaired + report.rowsRefused, 0U) << report.text();
        EXPECT_EQ(bytesOf(folder.path() / "out.gv"), bytesOf(written(dossier, "twice.dot")));
    }
}

TEST_F(Dot, GraphvizReadsWhatIsWritten) {
    if (!runs("dot -V")) {
        GTEST_SKIP() << "Graphviz is not installed.";
    }
    Dossier dossier = awkwardDossier();
    Vertex vertex = dossier.vertices().row(0);
    for (const auto& [name, value] : {std::pair{"x", "1"},
                                      {"y", "2"},
                                      {"size", "30"},
                                      {"color", "#00ff00"},
                                      {"cluster", "C"}}) {
        vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    }
    dossier.replaceVertex(0, vertex);
    const std::string awkward = written(dossier, "awkward.dot").string();
    const std::string canonical = (folder.path() / "canonical.dot").string();
    EXPECT_TRUE(runs(fmt::format("dot -Tcanon -o {} {}", canonical, awkward)));
    EXPECT_TRUE(runs(fmt::format("dot -Tsvg -o {}.svg {}", canonical, awkward)));
    const std::vector<std::filesystem::path> files = {canonical};
    const Dossier copy = openFiles(files).dossier;
    EXPECT_EQ(copy.vertices().size(), dossier.vertices().size());
    EXPECT_EQ(copy.edges().size(), dossier.edges().size());
    EXPECT_EQ(attribute(copy, copy.findVertex("a, \"b\""), "y"), "2");
    const Dossier random = randomDossier({60, 80, 20, 60}, 5);
    EXPECT_TRUE(runs(fmt::format("gc -n {0} | grep -q ' {1} ' && gc -e {0} | grep -q ' {2} '",
                                 written(random, "many.dot").string(), random.vertices().count(),
                                 random.edges().count())));
}

TEST_F(Dot, MistakesAreNamedWithTheirLine) {
    const std::pair<const char*, const char*> cases[] = {
        {"digraph {\n  a -> ;\n}", "line 2"},
        {"digraph {\n  a -- b\n}", "line 2"},
        {"graph {\n a [color=] }", "line 2"},
        {"graph {\n a [b=c }", "line 2"},
        {"graph {\n a ]", "line 1: the brace"},
        {"graph {\n\n a [label=\"cut", "line 3: the quotation mark"},
        {"graph {\n\n a [label=\"cut\\", "line 3: the quotation mark"},
        {"graph {\n a [label=<b <i>", "line 2: the text in angle brackets"},
        {"graph {\n /* never", "line 2: the comment"},
        {"graph {\r a\r b [\r", "line 3: the bracket"},
        {"graph { a }\n}", ""},
    };
    for (const auto& [text, words] : cases) {
        const std::string message = refusal("bad.dot", text);
        EXPECT_NE(message.find(words), std::string::npos) << text << "\n" << message;
        // What was wrong with one file is forgotten with the next.
        EXPECT_EQ(edges(dot("graph { a -- b }")), Lines{"a – b"}) << text;
        EXPECT_NE(refusal("bad.dot", "graph {\n\n a -> b }").find("line 3"), std::string::npos);
    }
    EXPECT_EQ(dot("graph { a }\ngraph { b }\n").vertices().size(), 1U);
    EXPECT_TRUE(says(0, "other graphs")) << report.text();
    EXPECT_EQ(edgeAttribute(dot("graph { a -- b [weight=heavy]; }"), 0, "weight"), "heavy");
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    EXPECT_EQ(dot("graph { caf\xE9 }").label(0), "café");
    EXPECT_EQ(dot("digraph{}").vertices().size(), 0U);
    EXPECT_EQ(dot("graph { \"\" -- a }").vertices().size(), 1U) << "an empty name is no id";
}

TEST_F(Dot, MonstrousFilesAreRefusedBeforeCgraphSeesThem) {
    std::string deep = "graph {\n";
    for (int i = 0; i < 10'000; ++i) {
        deep += "{";
    }
    EXPECT_NE(refusal("deep.dot", deep).find("nested more than"), std::string::npos);
    for (int i = 0; i < 10'001; ++i) {
        deep += "}";
    }
    EXPECT_NE(refusal("deep.dot", deep).find("nested more than"), std::string::npos);
    EXPECT_NE(refusal("long.dot", "graph {\n a [label=\"" + std::string(10'000'000, 'x') + "\"] }")
                  .find("line 2: the text"),
              std::string::npos);
    EXPECT_EQ(dot("graph { a /* " + std::string(10'000'000, '*') + " */ }").vertices().size(), 1U);
    survives("line.dot", "graph { " + std::string(5'000'000, ';') + " }");
    survives("brackets.dot", "graph { a " + std::string(1'000'000, '[') + " }");
    std::string group = "{";
    std::string attributes = "graph { ";
    for (int i = 0; i < 4000; ++i) {
        group += fmt::format(" n{}", i);
        attributes += fmt::format("n{0} [a{0}=1] ", i);
    }
    group += " }";
    EXPECT_NE(refusal("product.dot", "graph {\n" + group + " -- " + group + " }").find("line 2"),
              std::string::npos);
    EXPECT_NE(refusal("product.dot", "graph { subgraph s " + group + "\nsubgraph s -- subgraph s }")
                  .find("line 2"),
              std::string::npos);
    EXPECT_NE(refusal("product.dot", "graph { a -- subgraph s " + group + " -- subgraph s }")
                  .find("line 1"),
              std::string::npos);
    EXPECT_EQ(dot("graph { a -- " + group + " }").edges().size(), 4000U);
    EXPECT_NE(refusal("attributes.dot", attributes + "}").find("different attributes"),
              std::string::npos);
    survives("nul.dot", std::string_view("graph { a \0 }", 13));
    survives("garbage.dot", "graph { \x01\x02\x03\xFF\xFE\x80");
    survives("cut.dot", "graph { \"\xD0");
}

TEST_F(Dot, SeveralThreadsReadAtOnce) {
    const InputFile good{"good.dot", "graph { a -- b }"};
    const InputFile bad{"bad.dot", "graph { a -> }"};
    std::atomic<int> fine = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round) {
                    ImportReport heard;
                    fine += static_cast<int>(
                        dotReader().read(std::span(&good, 1), heard, {}).edges().size());
                    EXPECT_THROW((void)dotReader().read(std::span(&bad, 1), heard, {}), FileError);
                }
            });
        }
    }
    EXPECT_EQ(fine, 200);
}

TEST_F(Dot, ReadingCanBeStopped) {
    const InputFile file{"good.dot", "graph { a -- b }"};
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)dotReader().read(std::span(&file, 1), report, {{}, source.get_token()}),
                 Cancelled);
    EXPECT_EQ(dot("graph { a -- b }").edges().size(), 1U);
}

} // namespace entente
