#include "core/formats/element_fields.h"
#include "core/formats/gexf.h"
#include "core/model/validation.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/random_attributes.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

struct GexfWriter : GraphFileReading {
    GexfWriter() : GraphFileReading(gexfReader(), gexfWriter()) {}
};

} // namespace

TEST_F(GexfWriter, TheBuiltInDossierReadsBackTheSameWithItsCover) {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(ENTENTE_SOURCE_DIR) /
                                                      "resources/dossiers/russia-iran.json"};
    const Dossier dossier = openFiles(files).dossier;
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(dossier.cover().title, copy.cover().title);
    EXPECT_EQ(dossier.cover().description, copy.cover().description);
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(validate(copy).empty());
}

TEST_F(GexfWriter, SeveralPeriodsOfANodeAreWrittenAsTheyWere) {
    const auto graph = [](std::string_view format, const std::string& spells) {
        return "<gexf><graph mode=\"dynamic\" timeformat=\"" + std::string(format) +
               "\"><nodes><node id=\"a\"><spells>" + spells +
               "</spells></node><node id=\"b\" start=\"1990\"/></nodes></graph></gexf>";
    };
    for (const auto& [format, spells] :
         std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"integer",
              {R"(<spell start="1990" end="1995"/>)", R"(<spell start="2000" end="2010"/>)"}},
             {"integer", {R"(<spell end="1995"/>)", R"(<spell start="2000"/>)"}},
             {"integer",
              {R"(<spell start="2001" end="2001"/>)", R"(<spell start="2004" end="2004"/>)"}},
             {"double",
              {R"(<spell start="1990.0" end="1995.0"/>)",
               R"(<spell start="2000.0" end="2010.0"/>)"}},
             {"date",
              {R"(<spell start="1990-01-31" end="1995-02-01"/>)",
               R"(<spell start="2000-03-01" end="2010-04-30"/>)",
               R"(<spell start="2011" end="2012"/>)"}}}) {
        std::string all;
        for (const std::string& spell : spells) {
            all += spell;
        }
        const Dossier dossier = read(graph(format, all));
        const std::string out = written(dossier);
        std::string inside = out.substr(out.find("<spells>") + 8);
        inside = inside.substr(0, inside.find("</spells>"));
        std::erase_if(inside, [](char c) { return c == '\n'; });
        while (inside.find("  ") != std::string::npos) {
            inside.erase(inside.find("  "), 1);
        }
        std::string expected = " ";
        for (const std::string& spell : spells) {
            expected += spell + " ";
        }
        EXPECT_EQ(inside, expected) << out;
        EXPECT_NE(out.find("timeformat=\"" + format + "\""), std::string::npos) << out;
        EXPECT_EQ(out.find("timeset"), std::string::npos) << "is said by the spells";
        const Dossier copy = read(out);
        expectSame(dossier, copy);
        EXPECT_EQ(written(copy), out);
    }
}

TEST_F(GexfWriter, KindsAndLabelsOfEdgesStayWhatTheyWere) {
    const Dossier dossier =
        read("<gexf><graph><nodes><node id=\"a\"/></nodes><edges>"
             "<edge id=\"1\" source=\"a\" target=\"a\" kind=\"trade\" label=\"wheat\"/>"
             "<edge id=\"2\" source=\"a\" target=\"a\" kind=\"war\"/></edges></graph></gexf>");
    const std::string text = written(dossier);
    for (const std::string_view edge :
         {"id=\"1\" source=\"a\" target=\"a\" label=\"wheat\" kind=\"trade\"/>",
          "id=\"2\" source=\"a\" target=\"a\" kind=\"war\"/>"}) {
        EXPECT_NE(text.find(edge), std::string::npos) << text;
    }
    expectSame(dossier, read(text));
}

TEST_F(GexfWriter, ATypeThatIsNoKindIsTheLabelAndTheLabelAnAttribute) {
    Dossier dossier;
    Vertex vertex;
    vertex.id = vertex.label = dossier.intern("a");
    dossier.add(vertex);
    vertex.id = vertex.label = dossier.intern("t");
    vertex.kind = VertexKind::Agreement;
    dossier.add(vertex);
    const auto add = [&](VertexIndex target, EdgeKind kind, std::string_view type,
                         std::string_view label) {
        Edge edge;
        edge.source = 0;
        edge.target = target;
        edge.kind = kind;
        edge.type = dossier.intern(type);
        if (!label.empty()) {
            edge.attributes = {{dossier.intern("label"), dossier.intern(label)}};
        }
        dossier.add(edge);
    };
    add(0, EdgeKind::Tie, "ally", "A");
    add(0, EdgeKind::Tie, "participation", "B");
    add(0, EdgeKind::Tie, "n/a", "C");
    add(0, EdgeKind::Tie, "", "D");
    add(0, EdgeKind::Tie, "foe", "");
    add(1, EdgeKind::Participation, "signatory", "E");
    add(1, EdgeKind::Tie, "friend", "F");
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
}

TEST_F(GexfWriter, SeveralPeriodsThatWereEditedStayAnAttribute) {
    Dossier dossier = read("<gexf><graph timeformat=\"integer\"><nodes><node id=\"a\"><spells>"
                           "<spell start=\"1990\" end=\"1995\"/><spell start=\"2000\"/></spells>"
                           "</node></nodes></graph></gexf>");
    Vertex vertex = dossier.vertices().row(0);
    vertex.period = *parsePeriod("1991/2001");
    dossier.replaceVertex(0, vertex);
    EXPECT_EQ(written(dossier).find("<spell"), std::string::npos);
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(toEdtf(copy.vertices().period(0)), "1991/2001");
}

} // namespace entente
