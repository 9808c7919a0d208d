// What holds of GraphML and GEXF alike.
#include "core/formats/element_fields.h"
#include "core/formats/gexf.h"
#include "core/formats/graphml.h"
#include "core/formats/table_columns.h"
#include "core/model/validation.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/random_attributes.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

struct XmlGraphWriters : GraphFileReading, testing::WithParamInterface<bool> {
    XmlGraphWriters()
        : GraphFileReading(GetParam() ? graphMlReader() : gexfReader(),
                           GetParam() ? graphMlWriter() : gexfWriter()) {}
};

} // namespace

TEST_P(XmlGraphWriters, WhatIsAwkwardReadsBackTheSame) {
    const Dossier dossier = awkwardDossier();
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_P(XmlGraphWriters, RandomDossiersReadBackTheSame) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(seed);
        const Dossier dossier = randomDossier({}, seed);
        const Dossier copy = again(dossier);
        expectSame(dossier, copy);
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(written(dossier), written(copy)) << "same dossier, same bytes";
    }
}

TEST_P(XmlGraphWriters, RandomAttributesAndLooksReadBackTheSame) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE(seed);
        Dossier dossier = randomDossier({30, 20, 10, 40}, seed);
        addRandomAttributes(dossier, seed);
        expectSame(dossier, again(dossier));
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    }
}

TEST_P(XmlGraphWriters, AttributesNamedLikeColumnsReadBackTheSame) {
    // Alone and beside what Entente itself says; with types of edges, with labels of them, with
    // both.
    for (const std::string_view said : {"", "type", "label", "type label", "all"}) {
        SCOPED_TRACE(said);
        const auto has = [&](std::string_view word) {
            return said == "all" || said.find(word) != std::string_view::npos;
        };
        Dossier dossier;
        Vertex actor;
        actor.label = dossier.intern("A");
        actor.note = dossier.intern(said == "all" ? "noted" : "");
        actor.polarity = said == "all" ? Polarity::Cooperative : Polarity::Neutral;
        actor.attributes.clear();
        const auto name = [&](std::vector<Attribute>& attributes, columns::Names names) {
            for (const std::string_view word : names) {
                attributes.push_back({dossier.intern(word), dossier.intern("x1")});
            }
        };
        std::ranges::for_each(columns::ofNodes, [&](auto names) { name(actor.attributes, names); });
        for (const std::string_view id : {"a", "b"}) {
            actor.id = dossier.intern(id);
            dossier.add(actor);
        }
        for (const columns::Names names : columns::ofEdges) {
            const bool label = names.front() == "label";
            Edge edge;
            edge.source = 0;
            edge.target = 1;
            edge.type = dossier.intern(has("type") ? "ally" : "");
            edge.note = dossier.intern(said == "all" ? "noted" : "");
            name(edge.attributes, label && !has("label") ? names.subspan(1) : names);
            dossier.add(edge);
        }
        expectSame(dossier, again(dossier));
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    }
}

TEST_P(XmlGraphWriters, AttributesKeepTheirNamesWhereReadersUnderstandThem) {
    Dossier dossier;
    Vertex actor;
    actor.id = actor.label = dossier.intern("a");
    for (const char* const name : {"name", "title", "Source", "target", "id"}) {
        actor.attributes.push_back({dossier.intern(name), dossier.intern("x")});
    }
    dossier.add(actor);
    Edge edge;
    edge.source = edge.target = 0;
    edge.type = dossier.intern("ally");
    for (const char* const name : {"name", "source", "target", "ID"}) {
        edge.attributes.push_back({dossier.intern(name), dossier.intern("x")});
    }
    dossier.add(edge);
    EXPECT_EQ(written(dossier).find("attribute:"), std::string::npos) << written(dossier);
    expectSame(dossier, again(dossier));
}

TEST_P(XmlGraphWriters, ControlCharactersAreALossThatIsSaid) {
    Dossier dossier;
    Vertex actor;
    actor.id = dossier.intern("a\x07");
    actor.label = dossier.intern("bell \x07, \xEF\xBF\xBF and \xFF; tab\t");
    dossier.add(actor);
    const std::vector<std::string> losses = writer.losses(dossier);
    ASSERT_EQ(losses.size(), 1U);
    for (const char* const part : {"U+0007", "U+FFFF", "no UTF-8", "in 2 texts"}) {
        EXPECT_NE(losses.front().find(part), std::string::npos) << losses.front();
    }
    EXPECT_EQ(again(dossier).label(0), "bell \uFFFD, \uFFFD and \uFFFD; tab\t");
}

TEST_P(XmlGraphWriters, WhatIsRemovedIsNotWritten) {
    Dossier dossier = randomDossier({5, 3, 1, 4}, 1);
    dossier.setRemoved({ElementKind::Vertex, 0}, true);
    const Dossier copy = again(dossier);
    EXPECT_EQ(copy.vertices().size(), dossier.vertices().count());
    std::size_t edges = 0;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        edges += isWritten(dossier, i) ? 1 : 0;
    }
    EXPECT_LT(edges, dossier.edges().size());
    EXPECT_EQ(copy.edges().size(), edges);
}

TEST_P(XmlGraphWriters, AFailureOrAStopLeavesTheOldFile) {
    const std::filesystem::path path = folder.path() / "old";
    putBytes(path, "old");
    Progress stopped;
    std::stop_source source;
    source.request_stop();
    stopped.stop = source.get_token();
    EXPECT_THROW((void)writer.write(randomDossier({}, 1), path, stopped), Cancelled);
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(folder.names().size(), 1U) << "nothing is left beside it";
    EXPECT_THROW((void)writer.write(Dossier(), "/proc/out", {}), FileError);
}

INSTANTIATE_TEST_SUITE_P(Formats, XmlGraphWriters, testing::Bool(), [](const auto& format) {
    return std::string(format.param ? "GraphMl" : "Gexf");
});

} // namespace entente
