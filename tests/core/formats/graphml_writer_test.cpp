#include "core/formats/element_fields.h"
#include "core/formats/graphml.h"
#include "core/model/validation.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/random_attributes.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

/// Two actors with all looks, a third with none.
Dossier withLooks() {
    Dossier dossier;
    const auto give = [&](std::vector<Attribute>& attributes, std::string_view name,
                          std::string_view value) {
        attributes.push_back({dossier.intern(name), dossier.intern(value)});
    };
    for (const std::string_view id : {"russia", "iran", "china"}) {
        Vertex actor;
        actor.id = dossier.intern(id);
        actor.label = dossier.intern(id == "iran" ? "Iran <&>" : id);
        if (id != "china") {
            give(actor.attributes, "x", id == "iran" ? "0.1" : "-7.25");
            give(actor.attributes, "y", "1e3");
            give(actor.attributes, "size", id == "iran" ? "12.7" : "20");
            give(actor.attributes, "color", "#ff0010");
            give(actor.attributes, "alpha", "0.502");
            give(actor.attributes, "border color", "#00ff00");
            give(actor.attributes, "border width", "2.0");
            give(actor.attributes, "shape", id == "iran" ? "diamond" : "box");
        }
        dossier.add(actor);
    }
    for (const bool directed : {true, false}) {
        Edge edge;
        edge.source = 0;
        edge.target = directed ? 1 : 2;
        edge.directed = directed;
        edge.type = dossier.intern("supplies");
        give(edge.attributes, "color", "#0000ff");
        give(edge.attributes, "thickness", "3");
        dossier.add(edge);
    }
    return dossier;
}

struct GraphMlWriter : GraphFileReading {
    GraphMlWriter() : GraphFileReading(graphMlReader(), graphMlWriter()) {}
};

} // namespace

TEST_F(GraphMlWriter, TheBuiltInDossierReadsBackTheSameWithItsCover) {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(ENTENTE_SOURCE_DIR) /
                                                      "resources/dossiers/russia-iran.json"};
    const Dossier dossier = openFiles(files).dossier;
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(dossier.cover(), copy.cover());
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(validate(copy).empty());
}

TEST_F(GraphMlWriter, LooksAreDrawnAsYedDrawsThem) {
    const std::string text = written(withLooks());
    for (const char* const part :
         {" xmlns:y=\"http://www.yworks.com/xml/graphml\"",
          " for=\"node\" yfiles.type=\"nodegraphics\"",
          " for=\"edge\" yfiles.type=\"edgegraphics\"",
          "<y:Geometry x=\"-17.25\" y=\"990\" width=\"20\" height=\"20\"/>",
          "<y:Fill color=\"#ff001080\" transparent=\"false\"/>",
          "<y:BorderStyle color=\"#00ff00\" type=\"line\" width=\"2\"/>",
          "<y:NodeLabel>Iran &lt;&amp;&gt;</y:NodeLabel>", "<y:Shape type=\"diamond\"/>",
          "<y:NodeLabel>china</y:NodeLabel>",
          "<y:LineStyle color=\"#0000ff\" type=\"line\" width=\"3\"/>",
          "<y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>supplies</y:EdgeLabel>",
          "<y:Arrows source=\"none\" target=\"none\"/>"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
    }
}

TEST_F(GraphMlWriter, WhatIsDrawnReadsBackTheSameToTheDigit) {
    const Dossier dossier = withLooks();
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_TRUE(report.entries.empty()) << report.text();
    EXPECT_EQ(written(dossier), written(copy));
}

TEST_F(GraphMlWriter, WidthsAreDrawnWhereTheyAreThoseOfTheSize) {
    const auto drawn = [this](std::vector<std::pair<const char*, const char*>> looks) {
        Dossier dossier;
        Vertex actor;
        actor.id = actor.label = dossier.intern("a");
        for (const auto& [name, value] : looks) {
            actor.attributes.push_back({dossier.intern(name), dossier.intern(value)});
        }
        dossier.add(actor);
        const std::string text = written(dossier);
        const std::size_t at = text.find("<y:Geometry");
        return at == std::string::npos ? std::string() : text.substr(at, text.find('>', at) - at);
    };
    EXPECT_EQ(drawn({{"x", "0"}, {"y", "0"}, {"size", "60"}, {"width", "60"}, {"height", "30"}}),
              "<y:Geometry x=\"-30\" y=\"-15\" width=\"60\" height=\"30\"/");
    EXPECT_EQ(drawn({{"size", "36"}, {"width", "0.5"}, {"height", "1"}}),
              "<y:Geometry x=\"-18\" y=\"-18\" width=\"36\" height=\"36\"/")
        << "inches of Graphviz";
    EXPECT_EQ(drawn({{"x", "1"}, {"y", "2"}}),
              "<y:Geometry x=\"-14\" y=\"-13\" width=\"30\" height=\"30\"/");
    EXPECT_EQ(drawn({{"color", "#ff0000"}}), "");
}

TEST_F(GraphMlWriter, WhatHasNoLooksIsNotDrawn) {
    const std::string text = written(randomDossier({}, 1));
    EXPECT_EQ(text.find("y:"), std::string::npos);
    EXPECT_EQ(text.find("yfiles"), std::string::npos);
}

TEST_F(GraphMlWriter, WhatYedChangedInADrawingIsRead) {
    std::string text = written(withLooks());
    const auto replace = [&text](const std::string& old, const std::string& by) {
        std::size_t at = text.find(old);
        ASSERT_NE(at, std::string::npos) << old;
        for (; at != std::string::npos; at = text.find(old, at + by.size())) {
            text.replace(at, old.size(), by);
        }
    };
    // yEd numbers all keys when it saves.
    replace("entente-nodegraphics", "d0");
    replace("entente-edgegraphics", "d1");
    const Dossier same = read(text);
    EXPECT_EQ(of(same, "russia", "x"), "-7.25");
    EXPECT_EQ(of(same, "russia", "y"), "1e3");
    EXPECT_EQ(of(same, "russia", "color"), "#ff0010");
    EXPECT_EQ(edges(same), edges(withLooks()));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    replace("#ff001080", "#123456");
    EXPECT_EQ(of(read(text), "russia", "color"), "#123456");
}

TEST_F(GraphMlWriter, PartsOfAColourGoBeforeAnImpliedOne) {
    const Dossier dossier = read(
        "<graphml><key id=\"r\" for=\"node\" attr.name=\"r\" attr.type=\"int\"/>"
        "<key id=\"g\" for=\"node\" attr.name=\"g\" attr.type=\"int\"/>"
        "<key id=\"b\" for=\"node\" attr.name=\"b\" attr.type=\"int\"/>"
        "<key id=\"c\" for=\"node\" attr.name=\"color\"><default>red</default></key>"
        "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"><data key=\"r\">1</data>"
        "<data key=\"g\">2</data><data key=\"b\">3</data></node></graph></graphml>");
    EXPECT_EQ(of(dossier, "a", "color"), "#ff0000");
    EXPECT_EQ(of(dossier, "b", "color"), "#010203");
    EXPECT_EQ(of(dossier, "b", "r"), "");
}

} // namespace entente
