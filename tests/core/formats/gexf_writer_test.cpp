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

TEST_F(GexfWriter, WhatIsAwkwardReadsBackTheSame) {
    const Dossier dossier = awkwardDossier();
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(GexfWriter, RandomDossiersReadBackTheSame) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(seed);
        const Dossier dossier = randomDossier({}, seed);
        const Dossier copy = again(dossier);
        expectSame(dossier, copy);
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(written(dossier), written(copy)) << "same dossier, same bytes";
    }
}

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

TEST_F(GexfWriter, RandomAttributesAndLooksReadBackTheSame) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE(seed);
        Dossier dossier = randomDossier({30, 20, 10, 40}, seed);
        addRandomAttributes(dossier, seed);
        expectSame(dossier, again(dossier));
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    }
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

TEST_F(GexfWriter, ControlCharactersAreALossThatIsSaid) {
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

TEST_F(GexfWriter, WhatIsRemovedIsNotWritten) {
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

TEST_F(GexfWriter, AFailureOrAStopLeavesTheOldFile) {
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

} // namespace entente
