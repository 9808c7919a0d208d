#include "core/formats/entente_json.h"
#include "core/formats/json_output.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>

using namespace entente;

namespace {

std::string fileText(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Dossier readBack(const std::string& text) {
    ImportReport report;
    Dossier dossier = readEntenteJson(text, "written.json", report);
    EXPECT_TRUE(report.entries.empty())
        << report.entries[0].column << ": " << report.entries[0].message;
    return dossier;
}

/// A dossier with a bit of everything, its tables in no particular order.
Dossier randomDossier(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return random() % n; };
    Dossier dossier;
    dossier.setCover({"Title \"quoted\"\n", "Ünïcode 中国", *parsePeriod("2025-01-20"), "en"});
    const auto words = [&](const char* stem, std::size_t n) {
        return dossier.intern(std::string(stem) + " " + std::to_string(below(n)));
    };
    const char* const periods[] = {"",      "2001",    "2001-03-12/..", "/2024",
                                   "201X/", "-0044~/", "2001-21",       "2022-09?/2023%"};
    const auto period = [&] { return *parsePeriod(periods[below(std::size(periods))]); };
    for (int i = 0; i < 5; ++i) {
        dossier.add(Source{dossier.intern("source" + std::to_string(i)), words("title", 9),
                           words("publisher", 3), noString, noString, period()});
    }
    std::vector<VertexIndex> actors;
    std::vector<VertexIndex> agreements;
    std::vector<VertexIndex> others;
    for (int i = 0; i < 60; ++i) {
        Vertex vertex;
        vertex.id = dossier.intern("v" + std::to_string(i));
        vertex.label = words("label", 50);
        vertex.kind = static_cast<VertexKind>(below(vertexKindCount));
        vertex.confidence = static_cast<Confidence>(below(confidenceCount));
        vertex.polarity = static_cast<Polarity>(below(polarityCount));
        vertex.status = static_cast<Status>(below(statusCount));
        vertex.sectors = below(256);
        vertex.period = period();
        if (below(2) == 0) {
            VertexDetails details;
            details.names = {{"fa", "ایران", false}, {"", "alias\t\x01", true}};
            details.codes = {{"iso3", "IRN"}, {"old", "1"}, {"cow", "630"}, {"old", "2"}};
            details.location = Location{35.6892 + static_cast<double>(i) / 7, -0.1};
            details.terms = {"one", "two"};
            details.renewals = {*parseDate("2011"), *parseDate("2016-03~")};
            details.quantities = {{1.0 / 3, "t", "year"}, {1e21, "x", ""}};
            vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        }
        if (below(2) == 0) {
            vertex.attributes = {{words("key", 4), words("value", 9)}};
        }
        const VertexIndex row = dossier.add(vertex);
        (isActor(vertex.kind)                   ? actors
         : vertex.kind == VertexKind::Agreement ? agreements
                                                : others)
            .push_back(row);
    }
    others.insert(others.end(), agreements.begin(), agreements.end());
    const char* const lineages[] = {"builds on", "renews", "amends", "supersedes", "suspends"};
    for (int i = 0; i < 300; ++i) {
        Edge edge;
        edge.kind = static_cast<EdgeKind>(below(edgeKindCount));
        const bool lineage = edge.kind == EdgeKind::Lineage;
        edge.source = lineage ? agreements[below(agreements.size())] : actors[below(actors.size())];
        edge.target = lineage                      ? agreements[below(agreements.size())]
                      : edge.kind == EdgeKind::Tie ? actors[below(actors.size())]
                                                   : others[below(others.size())];
        edge.type = lineage ? dossier.intern(lineages[below(5)]) : words("role", 6);
        edge.id = below(3) == 0 ? dossier.intern("e" + std::to_string(i)) : noString;
        edge.weight = below(2) == 0 ? 1.0F : static_cast<float>(below(1000)) / 7.0F;
        edge.confidence = static_cast<Confidence>(below(confidenceCount));
        edge.polarity = static_cast<Polarity>(below(polarityCount));
        edge.directed = below(4) != 0;
        edge.sectors = below(256);
        edge.period = period();
        if (below(5) == 0) {
            edge.attributes = {{words("key", 4), words("value", 9)},
                               {dossier.intern("also"), words("value", 9)}};
        }
        dossier.add(edge);
    }
    for (int i = 0; i < 200; ++i) {
        Claim claim;
        claim.about = below(2) == 0
                          ? ElementRef{ElementKind::Vertex, static_cast<std::uint32_t>(below(60))}
                          : ElementRef{ElementKind::Edge, static_cast<std::uint32_t>(below(300))};
        claim.statement = words("statement", 100);
        claim.source = static_cast<SourceIndex>(below(5));
        claim.locator = words("¶", 14);
        claim.confidence = static_cast<Confidence>(below(confidenceCount));
        claim.date = period();
        dossier.add(claim);
    }
    return dossier;
}

TEST(JsonWriter, WritesTheSameAfterReading) {
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
        const Dossier dossier = randomDossier(seed);
        const std::string first = ententeJsonText(dossier);
        const Dossier again = readBack(first);
        EXPECT_EQ(ententeJsonText(again), first);
        EXPECT_EQ(again.vertices().size(), dossier.vertices().size());
        EXPECT_EQ(again.edges().size(), dossier.edges().size());
        EXPECT_EQ(again.claims().size(), dossier.claims().size());
        for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
            const VertexIndex other = again.findVertex(dossier.text(dossier.vertices().id(row)));
            ASSERT_NE(other, noIndex);
            EXPECT_EQ(again.vertices().period(other), dossier.vertices().period(row));
            EXPECT_EQ(again.vertices().details(other).location,
                      dossier.vertices().details(row).location);
            EXPECT_EQ(again.vertices().details(other).quantities,
                      dossier.vertices().details(row).quantities);
            EXPECT_EQ(again.vertices().sectors(other), dossier.vertices().sectors(row));
        }
    }
}

TEST(JsonWriter, LeavesDefaultsOutAndKeepsTheOrder) {
    Dossier dossier;
    dossier.setSectors({{"energy", "Energy", 0xE69F00}});
    dossier.setCover({"T", "", {}, ""});
    Vertex actor;
    actor.id = dossier.intern("a");
    actor.label = dossier.intern("Ä/b");
    actor.kind = VertexKind::State;
    dossier.add(actor);
    Edge tie;
    tie.source = tie.target = 0;
    dossier.add(tie);
    EXPECT_EQ(ententeJsonText(dossier), R"({
  "format": "entente-dossier",
  "version": 1,
  "title": "T",
  "sectors": [
    {
      "id": "energy",
      "name": "Energy",
      "colour": "#E69F00"
    }
  ],
  "sources": [],
  "actors": [
    {
      "id": "a",
      "kind": "state",
      "name": "Ä/b"
    }
  ],
  "agreements": [],
  "events": [],
  "ties": [
    {
      "source": "a",
      "target": "a"
    }
  ]
}
)");
}

TEST(JsonWriter, LeavesOutWhatCannotBeReadAndSaysSo) {
    Dossier dossier;
    Vertex vertex;
    vertex.kind = VertexKind::State;
    vertex.id = dossier.intern("a");
    dossier.add(vertex);
    dossier.add(vertex);
    vertex.id = noString;
    dossier.add(vertex);
    vertex.id = dossier.intern("gone");
    dossier.setRemoved({ElementKind::Vertex, dossier.add(vertex)}, true);
    Edge edge;
    edge.source = 0;
    edge.target = 3;
    dossier.add(edge);
    edge.target = noIndex;
    dossier.add(edge);
    edge.target = 2;
    edge.weight = std::numeric_limits<float>::infinity();
    dossier.add(edge);
    edge.kind = EdgeKind::Lineage;
    edge.weight = 1;
    dossier.add(edge);
    Claim claim;
    claim.about = {ElementKind::Vertex, 0};
    dossier.add(claim);
    const std::vector<std::string> losses = ententeJsonWriter().losses(dossier);
    ASSERT_EQ(losses.size(), 4U);
    EXPECT_EQ(losses[0].substr(0, 2), "3 ");
    EXPECT_EQ(losses[1].substr(0, 2), "1 ");
    EXPECT_EQ(losses[2].substr(0, 2), "1 ");
    EXPECT_EQ(losses[3].substr(0, 2), "2 ");
    const Dossier again = readBack(ententeJsonText(dossier));
    EXPECT_EQ(again.vertices().size(), 3U);
    EXPECT_EQ(again.edges().size(), 1U);
    EXPECT_EQ(again.edges().target(0), 2U);
    EXPECT_TRUE(ententeJsonWriter().losses(again).empty());
}

TEST(JsonWriter, EscapesAndMendsText) {
    JsonOutput out;
    out.beginObject();
    out.text("a\"", "\b\f\n\r\t\x1f\\ \x7f中😀");
    out.text("bad", std::string("x\xFFy\xC0\x80z\xED\xA0\x80\0", 10));
    out.endObject();
    EXPECT_EQ(out.take(), "{\n  \"a\\\"\": \"\\b\\f\\n\\r\\t\\u001f\\\\ \x7f中😀\",\n  \"bad\": "
                          "\"x\xEF\xBF\xBDy\xEF\xBF\xBD\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\xEF"
                          "\xBF\xBD\xEF\xBF\xBD\"\n}\n");
}

TEST(JsonWriter, WritesAFileAndNothingBesideIt) {
    const std::filesystem::path directory =
        std::filesystem::path(testing::TempDir()) / "entente-json-writer";
    std::filesystem::remove_all(directory);
    std::filesystem::create_directories(directory);
    const Dossier dossier = randomDossier(9);
    const auto written = ententeJsonWriter().write(dossier, directory / "d.json", {});
    EXPECT_EQ(written, std::vector{directory / "d.json"});
    EXPECT_EQ(fileText(directory / "d.json"), ententeJsonText(dossier));
    EXPECT_THROW(ententeJsonWriter().write(dossier, directory / "no" / "d.json", {}), FileError);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory), {}), 1);
    std::filesystem::remove_all(directory);
}

TEST(JsonWriter, BuiltInDossierIsWrittenAsItStands) {
    const std::string text = fileText(ENTENTE_SOURCE_DIR "/resources/dossiers/russia-iran.json");
    ASSERT_FALSE(text.empty());
    EXPECT_EQ(ententeJsonText(readBack(text)), text);
}

} // namespace
