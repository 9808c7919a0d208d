#include "core/formats/graphml.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/same_dossier.h"

namespace entente {

namespace {

struct GraphMlReader : GraphFileReading {
    GraphMlReader() : GraphFileReading(graphMlReader(), graphMlWriter()) {}

    /// Reads what stands in a `graphml` element.
    Dossier inside(const std::string& text) {
        return read("<?xml version=\"1.0\"?>\n"
                    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
                    "xmlns:y=\"http://www.yworks.com/xml/graphml\">\n" +
                    text + "</graphml>\n");
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(GraphMlReader, WordsThatAreNoDirectionAreSaid) {
    const Dossier dossier =
        inside("<graph edgedefault=\"sideways\"><node id=\"a\"/><node id=\"b\"/>\n"
               "<edge source=\"a\" target=\"b\" directed=\"maybe\"/>\n"
               "<edge source=\"a\" target=\"b\" directed=\"false\"/>\n"
               "<edge source=\"b\" target=\"a\"/></graph>\n");
    EXPECT_EQ(edges(dossier), (Lines{"a – b", "a – b", "b → a"}));
    EXPECT_TRUE(says(3, "“sideways” is no direction (directed or undirected); edges that do not "
                        "say theirs were taken as directed"))
        << report.text();
    EXPECT_TRUE(says(4, "“maybe” is neither true nor false; the edge was taken as undirected"));
    EXPECT_EQ(report.entries.size(), 2U) << report.text();
}

TEST_F(GraphMlReader, KeysBecomeFieldsAndAttributes) {
    const Dossier dossier =
        inside("<key id=\"d0\" for=\"node\" attr.name=\"Label\" attr.type=\"string\"/>\n"
               "<key id=\"d1\" for=\"node\" attr.name=\"kind\"/>\n"
               "<key id=\"d2\" for=\"all\" attr.name=\"since when\" attr.type=\"int\"/>\n"
               "<key id=\"d3\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\">"
               "<default>2.5</default></key>\n"
               "<key id=\"d4\" for=\"edge\" attr.name=\"sector\" attr.type=\"string\"/>\n"
               "<graph edgedefault=\"undirected\">\n"
               "<node id=\"a\"><data key=\"d0\">A &amp; <![CDATA[<B>]]></data>"
               "<data key=\"d1\">state</data><data key=\"d2\">\n 1991 \n</data></node>\n"
               "<node id=\"b\"/>\n"
               "<edge source=\"a\" target=\"b\"><data key=\"d4\">energy</data></edge>\n"
               "<edge id=\"e\" source=\"b\" target=\"a\" directed=\"true\"><data key=\"d3\">7"
               "</data><data key=\"d2\">5</data></edge>\n"
               "</graph>\n");
    EXPECT_EQ(dossier.label(0), "A & <B>");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::State);
    EXPECT_EQ(of(dossier, "a", "since when"), "1991");
    EXPECT_EQ(dossier.label(1), "b");
    ASSERT_EQ(dossier.edges().size(), 2U);
    EXPECT_FALSE(dossier.edges().directed(0));
    EXPECT_EQ(dossier.edges().weight(0), 2.5F) << "the default";
    EXPECT_EQ(dossier.edges().sectors(0), dossier.findSector("energy"));
    EXPECT_TRUE(dossier.edges().directed(1));
    EXPECT_EQ(dossier.edges().weight(1), 7);
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "since when"), "5");
    EXPECT_EQ(report.rowsRead, 4U);
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(GraphMlReader, WhatTheGraphSaysOfItselfGoesOnTheCover) {
    const Dossier dossier =
        inside("<key id=\"g0\" for=\"graph\" attr.name=\"name\" attr.type=\"string\"/>\n"
               "<key id=\"g1\" for=\"graph\" attr.name=\"density\" attr.type=\"double\"/>\n"
               "<desc>What it is.</desc>\n"
               "<graph id=\"G\" edgedefault=\"directed\"><desc>More of it.</desc>\n"
               "<data key=\"g0\">A title</data>\n"
               "<data key=\"g1\">0.5</data>\n"
               "</graph>\n");
    EXPECT_EQ(dossier.cover().title, "A title");
    EXPECT_EQ(dossier.cover().description, "What it is.\nMore of it.");
    EXPECT_TRUE(says(8, "0.5")) << report.text();
}

TEST_F(GraphMlReader, NestedGraphsAreFlattenedWithTheirParents) {
    const Dossier dossier = inside("<graph edgedefault=\"directed\">\n"
                                   "<node id=\"first\"/>\n"
                                   "<node id=\"group\"><graph edgedefault=\"undirected\">\n"
                                   "<node id=\"inner\"/><node id=\"other\"/>"
                                   "<edge source=\"inner\" target=\"other\"/>\n"
                                   "</graph></node>\n"
                                   "<edge source=\"first\" target=\"inner\"/>\n"
                                   "</graph>\n");
    EXPECT_EQ(dossier.vertices().size(), 4U);
    EXPECT_EQ(of(dossier, "inner", "parent"), "group");
    EXPECT_EQ(of(dossier, "first", "parent"), "");
    EXPECT_FALSE(dossier.edges().directed(0)) << "the inner graph's own default";
    EXPECT_TRUE(dossier.edges().directed(1));
    EXPECT_TRUE(says(0, "Graphs inside other elements: 1")) << report.text();
}

TEST_F(GraphMlReader, AHyperedgeBecomesAnAgreement) {
    const Dossier dossier = inside("<key id=\"l\" for=\"all\" attr.name=\"label\"/>\n"
                                   "<graph edgedefault=\"undirected\">\n"
                                   "<node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>\n"
                                   "<hyperedge id=\"pact\"><desc>Of three</desc>\n"
                                   "<data key=\"l\">The pact</data>\n"
                                   "<endpoint node=\"a\" type=\"in\"/>\n"
                                   "<endpoint node=\"b\" type=\"undir\"/>\n"
                                   "<endpoint node=\"c\"/></hyperedge>\n"
                                   "<hyperedge><endpoint node=\"a\"/></hyperedge>\n"
                                   "</graph>\n");
    const VertexIndex pact = dossier.findVertex("pact");
    ASSERT_NE(pact, noIndex);
    EXPECT_EQ(dossier.vertices().kind(pact), VertexKind::Agreement);
    EXPECT_EQ(dossier.label(pact), "The pact");
    EXPECT_EQ(dossier.text(dossier.vertices().note(pact)), "Of three");
    EXPECT_EQ(dossier.vertices().kind(dossier.findVertex("hyperedge 2")), VertexKind::Agreement);
    ASSERT_EQ(dossier.edges().size(), 4U);
    EXPECT_EQ(dossier.edges().kind(0), EdgeKind::Participation);
    EXPECT_EQ(dossier.edges().target(0), pact);
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "in");
    EXPECT_EQ(dossier.text(dossier.edges().type(1)), "");
    EXPECT_TRUE(says(0, "Hyperedges: 2")) << report.text();
}

TEST_F(GraphMlReader, ReadsWhatYedDraws) {
    const Dossier dossier = inside(
        "<key for=\"graphml\" id=\"d0\" yfiles.type=\"resources\"/>\n"
        "<key for=\"node\" id=\"d1\" yfiles.type=\"nodegraphics\"/>\n"
        "<key for=\"edge\" id=\"d2\" yfiles.type=\"edgegraphics\"/>\n"
        "<key attr.name=\"description\" attr.type=\"string\" for=\"node\" id=\"d3\"/>\n"
        "<graph edgedefault=\"directed\" id=\"G\">\n"
        "<node id=\"n0\"><data key=\"d3\"><![CDATA[A note]]></data><data key=\"d1\">\n"
        "<y:ShapeNode><y:Geometry height=\"30.0\" width=\"60.0\" x=\"100.0\" y=\"-50.0\"/>\n"
        "<y:Fill color=\"#FFCC0080\" transparent=\"false\"/>\n"
        "<y:BorderStyle color=\"#000000\" type=\"line\" width=\"2.0\"/>\n"
        "<y:NodeLabel alignment=\"center\">Russia<y:LabelModel><y:SmartNodeLabelModel/>"
        "</y:LabelModel></y:NodeLabel><y:NodeLabel>Moscow</y:NodeLabel>\n"
        "<y:Shape type=\"roundrectangle\"/></y:ShapeNode></data></node>\n"
        "<node id=\"n1\" yfiles.foldertype=\"group\"><data key=\"d1\"><y:ProxyAutoBoundsNode>"
        "<y:Realizers active=\"1\"><y:GroupNode><y:NodeLabel>open</y:NodeLabel></y:GroupNode>"
        "<y:GroupNode><y:NodeLabel>closed</y:NodeLabel></y:GroupNode></y:Realizers>"
        "</y:ProxyAutoBoundsNode></data><graph edgedefault=\"directed\" id=\"n1:\">\n"
        "<node id=\"n1::n0\"><data key=\"d1\"><y:GenericNode configuration=\"x\">"
        "<y:Geometry height=\"20\" width=\"20\" x=\"0\" y=\"0\"/><y:Fill hasColor=\"false\"/>"
        "<y:NodeLabel>Iran</y:NodeLabel></y:GenericNode></data></node></graph></node>\n"
        "<edge id=\"e0\" source=\"n0\" target=\"n1::n0\"><data key=\"d2\"><y:PolyLineEdge>"
        "<y:LineStyle color=\"#FF0000\" type=\"dashed\" width=\"3.0\"/>"
        "<y:Arrows source=\"none\" target=\"standard\"/>"
        "<y:EdgeLabel>supplies<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>\n"
        "<edge id=\"e1\" source=\"n0\" target=\"n1\"><data key=\"d2\"><y:PolyLineEdge>"
        "<y:Arrows source=\"none\" target=\"none\"/></y:PolyLineEdge></data></edge>\n"
        "</graph>\n<data key=\"d0\"><y:Resources/></data>\n");
    EXPECT_EQ(dossier.label(dossier.findVertex("n0")), "Russia");
    EXPECT_EQ(dossier.label(dossier.findVertex("n1")), "closed") << "the active face";
    EXPECT_EQ(dossier.label(dossier.findVertex("n1::n0")), "Iran");
    EXPECT_EQ(of(dossier, "n1::n0", "parent"), "n1");
    EXPECT_EQ(dossier.text(dossier.vertices().note(dossier.findVertex("n0"))), "A note");
    EXPECT_EQ(of(dossier, "n0", "x"), "130") << "the middle of it";
    EXPECT_EQ(of(dossier, "n0", "y"), "-35") << "downwards";
    EXPECT_EQ(of(dossier, "n0", "size"), "60.0");
    EXPECT_EQ(of(dossier, "n0", "color"), "#ffcc00");
    EXPECT_EQ(of(dossier, "n0", "alpha"), "0.502");
    EXPECT_EQ(of(dossier, "n0", "shape"), "roundrectangle");
    EXPECT_EQ(of(dossier, "n0", "border color"), "#000000");
    EXPECT_EQ(of(dossier, "n0", "border width"), "2.0");
    EXPECT_EQ(of(dossier, "n0", "further labels"), "Moscow");
    EXPECT_EQ(of(dossier, "n1::n0", "color"), "");
    EXPECT_EQ(edges(dossier), (Lines{"Russia → Iran (supplies)", "Russia – closed"}));
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "color"), "#ff0000");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "thickness"), "3.0");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "line"), "dashed");
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
}

TEST_F(GraphMlReader, ReadsTheLooksOfGephiAndSocNetV) {
    const Dossier gephi =
        inside("<key attr.name=\"label\" attr.type=\"string\" for=\"node\" id=\"label\"/>\n"
               "<key attr.name=\"Edge Label\" attr.type=\"string\" for=\"edge\" "
               "id=\"edgelabel\"/>\n"
               "<key attr.name=\"r\" attr.type=\"int\" for=\"node\" id=\"r\"/>\n"
               "<key attr.name=\"g\" attr.type=\"int\" for=\"node\" id=\"g\"/>\n"
               "<key attr.name=\"b\" attr.type=\"int\" for=\"node\" id=\"b\"/>\n"
               "<key attr.name=\"x\" attr.type=\"float\" for=\"node\" id=\"x\"/>\n"
               "<key attr.name=\"y\" attr.type=\"float\" for=\"node\" id=\"y\"/>\n"
               "<graph edgedefault=\"undirected\">\n"
               "<node id=\"a\"><data key=\"r\">255</data><data key=\"g\">0</data>"
               "<data key=\"b\">16</data><data key=\"x\">1.5</data><data key=\"y\">-2.0</data>"
               "</node>\n<node id=\"b\"><data key=\"r\">300</data></node>\n"
               "<edge source=\"a\" target=\"b\"><data key=\"edgelabel\">ally</data></edge>\n"
               "</graph>\n");
    EXPECT_EQ(of(gephi, "a", "color"), "#ff0010");
    EXPECT_EQ(of(gephi, "a", "r"), "");
    EXPECT_EQ(of(gephi, "a", "x"), "1.5");
    EXPECT_EQ(of(gephi, "a", "y"), "2.0") << "Gephi's axis grows upwards";
    EXPECT_EQ(of(gephi, "b", "r"), "300") << "no colour, but not lost";
    EXPECT_EQ(edges(gephi), (Lines{"a – b (ally)"}));
    const Dossier socnetv =
        inside("<key id=\"d1\" for=\"node\" attr.name=\"x_coordinate\" attr.type=\"double\"/>\n"
               "<key id=\"d2\" for=\"node\" attr.name=\"y_coordinate\" attr.type=\"double\"/>\n"
               "<key id=\"d4\" for=\"node\" attr.name=\"color\"><default>Red</default></key>\n"
               "<graph edgedefault=\"directed\"><node id=\"1\"><data key=\"d1\">0.5</data>"
               "<data key=\"d2\">0.25</data></node></graph>\n");
    EXPECT_EQ(of(socnetv, "1", "x"), "0.5");
    EXPECT_EQ(of(socnetv, "1", "y"), "0.25");
    EXPECT_EQ(of(socnetv, "1", "color"), "#ff0000");
}

TEST_F(GraphMlReader, WhatIsWrongIsSaidWithItsLine) {
    const Dossier dossier =
        inside("<key id=\"age\" for=\"node\" attr.name=\"age\" attr.type=\"int\"/>\n"
               "<key id=\"age\" for=\"edge\" attr.name=\"other\" attr.type=\"int\"/>\n"
               "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
               "<graph edgedefault=\"directed\">\n"
               "<node id=\"a\"><data key=\"age\">old</data></node>\n"
               "<node id=\"a\"/>\n"
               "<node/>\n"
               "<node id=\"b\"><data key=\"unheard\">of</data><port name=\"p\"/></node>\n"
               "<edge source=\"a\" target=\"nowhere\"/>\n"
               "<edge source=\"a\"/>\n"
               "<edge source=\"a\" target=\"b\"><data key=\"w\">heavy</data></edge>\n"
               "<colour/>\n"
               "<edge source=\"a\" target=\"b\"><data key=\"w\">2<b>3</b></data></edge>\n"
               "<edge source=\"a\" target=\"b\"><data key=\"w\">1e999</data></edge>\n"
               "</graph>\n");
    EXPECT_EQ(of(dossier, "a", "age"), "old");
    EXPECT_TRUE(says(4, "declared already"));
    EXPECT_TRUE(says(7, "“old” is no whole number, as the key's type (int) wants"));
    EXPECT_TRUE(says(8, "duplicate id"));
    EXPECT_TRUE(says(9, "no id"));
    EXPECT_TRUE(says(10, "does not declare this key"));
    EXPECT_EQ(of(dossier, "b", "unheard"), "of");
    EXPECT_TRUE(says(11, "not among the nodes"));
    EXPECT_TRUE(says(12, "names no vertex"));
    EXPECT_TRUE(says(13, "“heavy” is no number"));
    EXPECT_TRUE(says(0, "Ports: 1"));
    EXPECT_TRUE(says(0, "does not know where they stand: 1"));
    EXPECT_TRUE(says(0, "XML themselves: 1"));
    EXPECT_TRUE(says(16, "“1e999” is a number too large or too small to be kept; it was kept as an "
                         "attribute"));
    EXPECT_EQ(dossier.edges().size(), 4U);
    EXPECT_EQ(dossier.edges().weight(1), 1);
    EXPECT_EQ(dossier.edges().weight(2), 2);
    EXPECT_EQ(dossier.edges().weight(3), 1);
    EXPECT_EQ(report.rowsRefused, 3U) << report.text();
}

TEST_F(GraphMlReader, AKeyDeclaredTwiceAndAnotherTooLateAreReadAllTheSame) {
    const Dossier dossier =
        read("<graphml>\n<key id=\"1\" for=\"edge\" attr.name=\"first\"/>"
             "<key id=\"1\" for=\"edge\" attr.name=\"twice\"/>\n<graph>\n"
             "<node id=\"a\"/><node id=\"b\"/>\n"
             "<edge source=\"a\" target=\"b\"><data key=\"1\">x</data></edge>\n"
             "<edge source=\"b\" target=\"a\"><data key=\"late\">y</data></edge>\n"
             "</graph></graphml>\n");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "first"), "x");
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "late"), "y");
    EXPECT_TRUE(says(2, "declared already")) << report.text();
    EXPECT_TRUE(says(6, "does not declare")) << report.text();
}

TEST_F(GraphMlReader, TheOrderOfElementsDoesNotMatter) {
    const std::string key = "<key id=\"k\" for=\"node\" attr.name=\"colour\"/>\n";
    const std::string nodes = "<node id=\"a\"><data key=\"k\">red</data></node><node id=\"b\"/>\n";
    const std::string edge = "<edge source=\"a\" target=\"b\"/><edge source=\"b\" target=\"c\"/>\n";
    const std::string begin = "<graph edgedefault=\"directed\">\n";
    const Dossier usual = inside(key + begin + nodes + edge + "</graph>\n");
    for (const std::string& text :
         {key + begin + edge + nodes + "</graph>\n", begin + nodes + edge + "</graph>\n" + key,
          begin + edge + "</graph>\n" + key + begin + nodes + "</graph>\n"}) {
        const Dossier dossier = inside(text);
        EXPECT_EQ(of(dossier, "a", "colour"), "red") << text;
        EXPECT_EQ(edges(dossier), edges(usual)) << text;
        EXPECT_EQ(dossier.vertices().size(), 3U) << text;
    }
    EXPECT_TRUE(says(0, "holds 2 graphs"));
}

TEST_F(GraphMlReader, AnEdgesTypeIsWhatItIsAndNotItsDirection) {
    const Dossier dossier = inside("<key id=\"t\" for=\"edge\" attr.name=\"type\"/>\n"
                                   "<key id=\"i\" for=\"all\" attr.name=\"id\"/>\n"
                                   "<graph edgedefault=\"undirected\">\n"
                                   "<node id=\"a\"><data key=\"i\">7</data></node><node id=\"b\"/>"
                                   "<edge source=\"a\" target=\"b\"><data key=\"t\">ally</data>"
                                   "</edge></graph>\n");
    EXPECT_EQ(edges(dossier), (Lines{"a – b (ally)"}));
    EXPECT_EQ(of(dossier, "a", "id"), "7");
}

TEST_F(GraphMlReader, AnEdgesTypeStandsBesideItsRole) {
    const std::string type = R"(<key id="t" for="edge" attr.name="type" attr.type="string"/>)";
    const std::string role = R"(<key id="r" for="edge" attr.name="Role" attr.type="string"/>)";
    for (const std::string& keys : {type + role, role + type}) {
        const Dossier dossier = inside(
            keys + "<graph><node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"t\">friend"
                   "</data><data key=\"r\">boss</data></edge></graph>");
        EXPECT_EQ(edges(dossier), Lines{"a – a (boss)"}) << keys;
        EXPECT_EQ(of(dossier, EdgeIndex{0}, "type"), "friend") << keys;
        expectSame(dossier, again(dossier));
    }
}

TEST_F(GraphMlReader, KeysOfOneNameWithNumbersAreOneAttribute) {
    // As networkx writes whole numbers and others.
    const Dossier dossier = inside(
        "<key id=\"d3\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>"
        "<key id=\"d2\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"
        "<key id=\"d1\" for=\"node\" attr.name=\"gdp\" attr.type=\"double\"/>"
        "<key id=\"d0\" for=\"node\" attr.name=\"gdp\" attr.type=\"int\"/>\n"
        "<graph edgedefault=\"directed\"><node id=\"a\"><data key=\"d0\">3</data></node>"
        "<node id=\"b\"><data key=\"d1\">2.5</data></node>"
        "<edge source=\"a\" target=\"b\"><data key=\"d2\">2.5</data></edge>"
        "<edge source=\"b\" target=\"a\"><data key=\"d3\">4</data></edge>\n"
        "<edge source=\"b\" target=\"a\"><data key=\"d3\">4</data><data key=\"d2\">5</data></edge>"
        "</graph>");
    EXPECT_EQ(of(dossier, "a", "gdp"), "3");
    EXPECT_EQ(of(dossier, "b", "gdp"), "2.5");
    EXPECT_EQ(dossier.vertices().attributes().declared(dossier.strings().find("gdp")),
              AttributeType::Number);
    EXPECT_EQ(dossier.edges().weight(0), 2.5);
    EXPECT_EQ(dossier.edges().weight(1), 4);
    EXPECT_EQ(dossier.edges().weight(2), 4);
    EXPECT_EQ(of(dossier, EdgeIndex{2}, "weight (d2)"), "5") << "both values of one element";
    EXPECT_TRUE(says(5, "this one was called “weight (d2)”")) << report.text();
    EXPECT_EQ(report.entries.size(), 1U) << report.text();
}

TEST_F(GraphMlReader, AnElementWithABadDateOrWeightStays) {
    const Dossier dossier = inside(
        "<key id=\"p\" for=\"node\" attr.name=\"period\" attr.type=\"string\"/>"
        "<key id=\"s\" for=\"all\" attr.name=\"start\" attr.type=\"string\"/>"
        "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"string\"/>"
        "<key id=\"n\" for=\"node\" attr.name=\"empty\" attr.type=\"string\"/>\n"
        "<graph edgedefault=\"directed\">\n"
        "<node id=\"a\"><data key=\"p\">Jurassic</data><data key=\"n\"/></node>\n"
        "<node id=\"b\"><data key=\"p\">Jurassic</data><data key=\"s\">1990</data></node>\n"
        "<edge source=\"a\" target=\"b\"><data key=\"w\">heavy</data><data key=\"s\">once</data>"
        "</edge></graph>");
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(of(dossier, "a", "period"), "Jurassic");
    EXPECT_TRUE(dossier.vertices().period(0).empty());
    EXPECT_EQ(toEdtf(dossier.vertices().period(1)), "1990/");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "weight"), "heavy");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "start"), "once");
    EXPECT_EQ(dossier.edges().weight(0), 1);
    EXPECT_TRUE(says(5, "“Jurassic” is no date that exists")) << report.text();
    EXPECT_TRUE(says(7, "“heavy” is no number; it was kept as an attribute"));
    EXPECT_TRUE(says(0, "Values that are empty: 1"));
    EXPECT_EQ(report.rowsRefused, 0U);
    expectSame(dossier, again(dossier));
}

TEST_F(GraphMlReader, WhatYedDrawsBeyondADossierIsSaid) {
    (void)inside("<key id=\"n\" for=\"node\" yfiles.type=\"nodegraphics\"/>"
                 "<key id=\"e\" for=\"edge\" yfiles.type=\"edgegraphics\"/><graph>"
                 "<node id=\"a\"><data key=\"n\"><y:ShapeNode><y:Fill color=\"#FFCC00\" "
                 "color2=\"#00FF00\"/><y:NodeLabel textColor=\"#FF0000\" fontSize=\"12\">A"
                 "</y:NodeLabel></y:ShapeNode></data></node>"
                 "<node id=\"b\"><data key=\"n\"><y:ShapeNode><y:NodeLabel textColor=\"#000000\" "
                 "fontFamily=\"Dialog\" fontSize=\"12\" fontStyle=\"plain\">B</y:NodeLabel>"
                 "</y:ShapeNode></data></node>"
                 "<edge source=\"a\" target=\"b\"><data key=\"e\"><y:PolyLineEdge><y:Path>"
                 "<y:Point x=\"1\" y=\"2\"/><y:Point x=\"1\" y=\"2\"/></y:Path></y:PolyLineEdge>"
                 "</data></edge></graph>");
    EXPECT_TRUE(says(0, "bends of edges (2), fonts and colours of labels (1), second colours of "
                        "fills (1)"))
        << report.text();
}

TEST_F(GraphMlReader, ManyNodesOfOneFileComeInItsOrder) {
    std::string text = "<key id=\"k\" for=\"node\" attr.name=\"n\" attr.type=\"int\"/>"
                       "<graph edgedefault=\"directed\">\n";
    constexpr int many = 20000;
    for (int i = 0; i < many; ++i) {
        text += "<node id=\"" + std::to_string(i) + "\"><data key=\"k\">" + std::to_string(i) +
                "</data></node>\n";
        if (i > 0) {
            text += "<edge source=\"" + std::to_string(i) + "\" target=\"" +
                    std::to_string(i == many / 2 ? many - 1 : i - 1) + "\"/>\n";
        }
    }
    const Dossier dossier = inside(text + "</graph>\n");
    ASSERT_EQ(dossier.vertices().size(), static_cast<std::size_t>(many));
    ASSERT_EQ(dossier.edges().size(), static_cast<std::size_t>(many - 1));
    for (VertexIndex i = 0; i < many; i += 997) {
        EXPECT_EQ(dossier.text(dossier.vertices().id(i)), std::to_string(i));
    }
    EXPECT_EQ(dossier.edges().target(many / 2 - 1), static_cast<VertexIndex>(many - 1))
        << "an end that comes later";
    EXPECT_EQ(dossier.edges().source(many - 2), static_cast<VertexIndex>(many - 1));
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

} // namespace entente
