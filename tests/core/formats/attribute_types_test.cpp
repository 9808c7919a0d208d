#include "core/formats/dot.h"
#include "core/formats/entente_json.h"
#include "core/formats/field_types.h"
#include "core/formats/gexf.h"
#include "core/formats/gml.h"
#include "core/formats/graphml.h"
#include "core/formats/registry.h"
#include "core/formats/tables.h"
#include "core/model/merge.h"
#include "core/store/native_file.h"
#include "tests/core/formats/random_attributes.h"
#include "tests/core/store/temporary_folder.h"
#include "tests/data/random_dossier.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

constexpr std::string_view graphMl =
    R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k1" for="node" attr.name="zip" attr.type="string"/>
<key id="k2" for="node" attr.name="rank" attr.type="string"/>
<key id="k3" for="node" attr.name="share" attr.type="double"/>
<key id="k4" for="node" attr.name="count" attr.type="int"/>
<key id="k5" for="node" attr.name="open" attr.type="boolean"/>
<key id="k6" for="node" attr.name="plain"/>
<key id="k7" for="edge" attr.name="rank" attr.type="float"/>
<graph edgedefault="directed">
<node id="a"><data key="k1">007</data><data key="k2">1</data><data key="k3">1</data><data key="k4">1</data>
<data key="k5">1</data><data key="k6">1</data></node>
<node id="b"><data key="k2">2</data><data key="k3">2</data><data key="k5">false</data></node>
<edge source="a" target="b"><data key="k7">5</data></edge>
</graph></graphml>)";

struct AttributeTypes : testing::Test {
    TemporaryFolder folder;
    ImportReport report;

    Dossier read(const Reader& reader, std::string_view text) {
        const std::vector<InputFile> files = {{"graph", std::string(text)}};
        return reader.read(files, report, {});
    }

    std::string written(const Writer& writer, const Dossier& dossier) {
        const auto path = folder.path() / ("out." + std::string(writer.extensions().front()));
        (void)writer.write(dossier, path, {});
        return bytesOf(path);
    }

    Dossier saved(const Dossier& dossier) {
        const auto path = folder.path() / "saved.entente";
        writeNative(dossier, path);
        return readNative(path);
    }

    /// "zip text, rank text; rank number": of vertices, and of edges.
    static std::string declared(const Dossier& dossier) {
        std::string text;
        for (const AttributeColumns* const columns :
             {&dossier.vertices().attributes(), &dossier.edges().attributes()}) {
            text += text.empty() ? "" : "; ";
            std::string_view mark;
            for (const StringId name : columns->names()) {
                const auto type = columns->declared(name);
                text += std::string(mark) + std::string(dossier.text(name)) + " " +
                        std::string(type ? word(*type) : "–");
                mark = ", ";
            }
        }
        return text;
    }
};

constexpr std::string_view asDeclared =
    "zip text, rank text, share number, count integer, open boolean, plain –; rank number";

#define EXPECT_HAS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)

} // namespace

TEST_F(AttributeTypes, GraphMlKeepsWhatItDeclares) {
    const Dossier dossier = read(graphMlReader(), graphMl);
    EXPECT_EQ(declared(dossier), asDeclared);
    const std::string text = written(graphMlWriter(), dossier);
    EXPECT_HAS(text, R"(attr.name="zip" attr.type="string")");
    EXPECT_HAS(text, R"(attr.name="rank" attr.type="string")");
    EXPECT_HAS(text, R"(attr.name="share" attr.type="double")");
    EXPECT_HAS(text, R"(attr.name="count" attr.type="long")");
    EXPECT_HAS(text, R"(attr.name="open" attr.type="boolean")");
    EXPECT_HAS(text, R"(attr.name="plain" attr.type="long")");
    EXPECT_HAS(text, ">007<");
    EXPECT_EQ(written(graphMlWriter(), read(graphMlReader(), text)), text);
}

TEST_F(AttributeTypes, GexfKeepsWhatGraphMlDeclares) {
    const std::string text = written(gexfWriter(), read(graphMlReader(), graphMl));
    EXPECT_HAS(text, R"(title="zip" type="string")");
    EXPECT_HAS(text, R"(title="rank" type="string")");
    EXPECT_HAS(text, R"(title="share" type="double")");
    EXPECT_HAS(text, R"(title="open" type="boolean")");
    const Dossier again = read(gexfReader(), text);
    EXPECT_EQ(declared(again).substr(0, asDeclared.find("plain")),
              asDeclared.substr(0, asDeclared.find("plain")));
    EXPECT_EQ(written(gexfWriter(), again), text);
}

TEST_F(AttributeTypes, GmlTellsTextsFromNumbersByHowTheyAreWritten) {
    const std::string text =
        "graph [\n  node [ id 1 zip \"007\" rank \"1\" count 1 share 1.0 mixed 1 word yes ]\n"
        "  node [ id 2 rank \"2\" count 2 share 2 mixed \"1\" word yes ]\n"
        "  edge [ source 1 target 2 code \"5\" ]\n]\n";
    const Dossier dossier = read(gmlReader(), text);
    EXPECT_EQ(declared(dossier), "zip text, rank text, count integer, share number, mixed –, "
                                 "word –; code text");
    const std::string out = written(gmlWriter(), dossier);
    EXPECT_HAS(out, "rank \"1\"");
    EXPECT_HAS(out, "zip \"007\"");
    EXPECT_HAS(out, "count 1");
    EXPECT_HAS(out, "share 1.0");
    EXPECT_HAS(out, "code \"5\"");
    EXPECT_EQ(written(gmlWriter(), read(gmlReader(), out)), out);
    // Texts stay texts where GraphML has to say so.
    EXPECT_HAS(written(graphMlWriter(), dossier), R"(attr.name="rank" attr.type="string")");
}

TEST_F(AttributeTypes, TheNativeFileKeepsThem) {
    const Dossier dossier = read(graphMlReader(), graphMl);
    const Dossier again = saved(dossier);
    EXPECT_EQ(declared(again), asDeclared);
    EXPECT_EQ(written(graphMlWriter(), again), written(graphMlWriter(), dossier));
}

TEST_F(AttributeTypes, EntenteJsonKeepsThem) {
    const Dossier dossier = read(graphMlReader(), graphMl);
    const std::string text = written(ententeJsonWriter(), dossier);
    const Dossier again = read(ententeJsonReader(), text);
    EXPECT_EQ(declared(again), "count integer, open boolean, plain –, rank text, share number, "
                               "zip text; rank number");
    EXPECT_EQ(written(ententeJsonWriter(), again), text);
}

TEST_F(AttributeTypes, EntenteJsonSaysWhatItCannotTake) {
    const Dossier dossier = read(
        ententeJsonReader(),
        R"({"format": "entente-dossier", "version": 1, "attributeTypes": {"claims": {"a": "text"},
"vertices": {"a": "text", "b": "colour", "none": "number"}, "edges": ["a"]},
"actors": [{"id": "x", "attributes": {"a": "1", "b": "2"}}]})");
    EXPECT_EQ(declared(dossier), "a text, b –; ");
    ASSERT_EQ(report.entries.size(), 3U) << report.text();
    EXPECT_HAS(report.text(), "/attributeTypes/claims: Only vertices and edges have attributes");
    EXPECT_HAS(report.text(),
               "line 2, /attributeTypes/vertices/b: repaired: “colour” is not a known word here; "
               "use one of: text, boolean, integer, number.");
    EXPECT_HAS(report.text(), "/attributeTypes/edges: repaired");
}

TEST_F(AttributeTypes, TypesThatAFormatCannotSayAreListed) {
    const Dossier dossier =
        read(graphMlReader(),
             R"(<graphml><key id="k1" for="node" attr.name="zip" attr.type="string"/>
<key id="k2" for="node" attr.name="open" attr.type="boolean"/>
<key id="k3" for="edge" attr.name="share" attr.type="double"/>
<key id="k4" for="edge" attr.name="count" attr.type="int"/><graph edgedefault="directed">
<node id="a"><data key="k1">1010</data><data key="k2">1</data></node>
<edge source="a" target="a"><data key="k3">2</data><data key="k4">2</data></edge></graph></graphml>)");
    const auto listed = [&](const Writer& writer) {
        const std::vector<std::string> losses = writer.losses(dossier);
        return losses.empty() ? std::string() : losses.front();
    };
    constexpr std::string_view begin =
        " cannot say the types of all attributes; these will be read as others: ";
    EXPECT_EQ(listed(tablesWriter()),
              "Tables" + std::string(begin) +
                  "“zip” of vertices (text) as integer, “open” of vertices (boolean) as integer, "
                  "“share” of edges (number) as integer.");
    EXPECT_EQ(listed(dotWriter()), "DOT" + listed(tablesWriter()).substr(6));
    EXPECT_EQ(listed(gmlWriter()), "GML" + std::string(begin) +
                                       "“open” of vertices (boolean) as text, “share” of edges "
                                       "(number) as integer.");
    for (const Writer* const writer : {&graphMlWriter(), &gexfWriter(), &ententeJsonWriter()}) {
        EXPECT_EQ(listed(*writer), "") << writer->name();
    }
}

TEST_F(AttributeTypes, EveryFormatKeepsThemOrListsThem) {
    for (const Writer* const writer : writers()) {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            SCOPED_TRACE(fmt::format("{}, seed {}", writer->name(), seed));
            Dossier dossier = randomDossier({20, 10, 5, 30}, seed);
            addRandomAttributes(dossier, seed);
            const auto path = folder.path() / ("out." + std::string(writer->extensions().front()));
            const Dossier copy = openFiles(writer->write(dossier, path, {})).dossier;
            std::string losses;
            for (const std::string& loss : writer->losses(dossier)) {
                losses += loss.find("types") != std::string::npos ? loss : "";
            }
            for (const bool vertices : {true, false}) {
                const auto columns = [vertices](const Dossier& of) -> const AttributeColumns& {
                    return vertices ? of.vertices().attributes() : of.edges().attributes();
                };
                for (const auto& [name, type] : columns(dossier).declared()) {
                    const StringId there = copy.strings().find(dossier.text(name));
                    if (columns(copy).values(there).empty()) {
                        continue;
                    }
                    const FieldType meant =
                        attributeType(dossier, columns(dossier), name, SIZE_MAX);
                    const FieldType read = attributeType(copy, columns(copy), there, SIZE_MAX);
                    const std::string told =
                        fmt::format("“{}” of {} ({}) as {}", dossier.text(name),
                                    vertices ? "vertices" : "edges", word(meant), word(read));
                    EXPECT_EQ(meant != read && meant == type,
                              losses.find(told) != std::string::npos)
                        << told << "; " << losses;
                }
            }
        }
    }
}

TEST_F(AttributeTypes, ValuesThatAreOthersThanDeclaredAreText) {
    Dossier dossier = read(graphMlReader(), graphMl);
    const VertexIndex a = dossier.findVertex("a");
    Vertex vertex = dossier.vertices().row(a);
    for (Attribute& attribute : vertex.attributes) {
        if (dossier.text(attribute.name) == "count") {
            attribute.value = dossier.intern("many");
        }
    }
    dossier.replaceVertex(a, vertex);
    EXPECT_HAS(written(graphMlWriter(), dossier), R"(attr.name="count" attr.type="string")");
}

TEST_F(AttributeTypes, AMergeBringsThem) {
    Dossier dossier;
    const Dossier incoming = read(graphMlReader(), graphMl);
    const Merge merged = merge(dossier, incoming, {});
    apply(dossier, merged.change);
    EXPECT_HAS(written(graphMlWriter(), dossier), R"(attr.name="rank" attr.type="string")");
    const Dossier other =
        read(gmlReader(), "graph [ node [ id 1 count 1 share \"1\" plain \"1\" fresh \"1\" ] ]");
    apply(dossier, merge(dossier, other, {}).change);
    EXPECT_EQ(declared(dossier), "zip text, rank text, share text, count integer, open boolean, "
                                 "plain –, fresh text; rank number");
}

} // namespace entente
