#include "core/model/validation.h"
#include "tests/core/formats/json_reading.h"

#include <gtest/gtest.h>

#include <string>

using namespace entente;

namespace {

TEST(JsonReader, TakesEveryField) {
    const Outcome outcome = readMembers(R"(
"title": "T", "description": "D", "asOf": "2025-01-20", "language": "en",
"sectors": [{"id": "defence", "name": "Defence", "colour": "#d55e00"}, {"id": "x", "name": "X"}],
"sources": [{"id": "s", "title": "Ti", "publisher": "P", "date": "2001", "address": "A", "note": "N"}],
"actors": [{"id": "a", "kind": "state", "name": "Россия", "type": "great power",
   "names": [{"language": "ru", "text": "Россия"}, {"text": "Rus", "alias": true}],
   "codes": {"iso3": "RUS", "cow": 365, "old": ["1", "2"]},
   "location": {"latitude": 55.75, "longitude": 37.5}, "period": "1991-12-25/..",
   "status": "in force", "sectors": ["defence", "x"], "polarity": "conflictual",
   "confidence": "reported", "terms": ["t"], "note": "n", "attributes": {"k": "v", "n": 3},
   "claims": [{"statement": "S", "source": "s", "locator": "¶3", "attribution": "W",
      "confidence": "alleged", "date": "2025-01"}]}],
"agreements": [{"id": "g", "name": "G", "period": "2001-03-12/..", "renewals": ["2011", "2016"],
   "quantities": [{"number": 55, "unit": "billion m³", "per": "year"}],
   "parties": [{"actor": "a", "role": "supplier", "period": "2001/2005", "weight": 2.5,
      "claims": [{"statement": "P", "source": "s"}]}],
   "lineage": [{"type": "builds on", "agreement": "h"}]}, {"id": "h"}],
"events": [{"id": "e", "participants": [{"actor": "a", "role": "host"}]}],
"ties": [{"id": "t", "source": "a", "target": "a", "type": "self", "directed": false}])");
    EXPECT_TRUE(outcome.report.entries.empty()) << outcome.report.entries[0].message;
    const Dossier& dossier = outcome.dossier;
    EXPECT_EQ(dossier.cover().title, "T");
    EXPECT_EQ(dossier.cover().description, "D");
    EXPECT_EQ(dossier.cover().language, "en");
    EXPECT_EQ(toEdtf(dossier.cover().asOf), "2025-01-20");
    ASSERT_EQ(dossier.sectors().size(), 2U);
    EXPECT_EQ(dossier.sectors()[0].colour, 0xD55E00U);
    ASSERT_EQ(dossier.sources().size(), 1U);
    EXPECT_EQ(dossier.text(dossier.sources()[0].publisher), "P");
    const Vertex actor = dossier.vertices().row(dossier.findVertex("a"));
    EXPECT_EQ(actor.kind, VertexKind::State);
    EXPECT_EQ(dossier.text(actor.label), "Россия");
    EXPECT_EQ(dossier.text(actor.type), "great power");
    EXPECT_EQ(actor.sectors, 3U);
    EXPECT_EQ(actor.polarity, Polarity::Conflictual);
    EXPECT_EQ(actor.confidence, Confidence::Reported);
    EXPECT_EQ(actor.status, Status::InForce);
    EXPECT_EQ(toEdtf(actor.period), "1991-12-25/..");
    ASSERT_TRUE(actor.details);
    EXPECT_EQ(actor.details->names[1], (Name{"", "Rus", true}));
    ASSERT_EQ(actor.details->codes.size(), 4U);
    EXPECT_EQ(actor.details->codes[1], (Code{"cow", "365"}));
    EXPECT_EQ(actor.details->codes[3], (Code{"old", "2"}));
    EXPECT_EQ(actor.details->location, (Location{55.75, 37.5}));
    ASSERT_EQ(actor.attributes.size(), 2U);
    EXPECT_EQ(dossier.text(actor.attributes[1].value), "3");
    const Vertex agreement = dossier.vertices().row(dossier.findVertex("g"));
    EXPECT_EQ(agreement.kind, VertexKind::Agreement);
    EXPECT_EQ(agreement.details->renewals.size(), 2U);
    EXPECT_EQ(agreement.details->quantities[0], (Quantity{55, "billion m³", "year"}));
    ASSERT_EQ(dossier.edges().size(), 4U);
    EXPECT_EQ(dossier.edges().kind(0), EdgeKind::Participation);
    EXPECT_EQ(dossier.edges().weight(0), 2.5F);
    EXPECT_EQ(dossier.text(dossier.edges().type(0)), "supplier");
    ASSERT_EQ(dossier.claimsAbout({ElementKind::Vertex, dossier.findVertex("a")}).size(), 1U);
    EXPECT_EQ(dossier.claims()[0].confidence, Confidence::Alleged);
    EXPECT_EQ(dossier.text(dossier.claims()[0].locator), "¶3");
    EXPECT_EQ(dossier.claimsAbout({ElementKind::Edge, 0}).size(), 1U);
}

TEST(JsonReader, TakesPartsInAnyOrder) {
    const Outcome outcome = read(R"({
"ties": [{"source": "a", "target": "b", "sectors": ["x"],
   "claims": [{"statement": "c", "source": "s"}]}],
"agreements": [{"id": "g", "parties": [{"actor": "a"}, {"actor": "b"}],
   "claims": [{"statement": "d", "source": "s"}]}],
"actors": [{"id": "a"}, {"id": "b"}], "sources": [{"id": "s"}],
"sectors": [{"id": "x", "name": "X", "colour": "#010203"}],
"version": 1, "format": "entente-dossier"})");
    EXPECT_TRUE(outcome.report.entries.empty()) << outcome.report.entries[0].message;
    EXPECT_EQ(outcome.dossier.edges().size(), 3U);
    EXPECT_EQ(outcome.dossier.claims().size(), 2U);
    const SectorSet sector = outcome.dossier.findSector("x");
    EXPECT_NE(sector, 0U);
    EXPECT_EQ(outcome.dossier.edges().sectors(0), sector);
    EXPECT_TRUE(validate(outcome.dossier).empty());
}

TEST(JsonReader, RefusesDanglingReferencesAndReadsOn) {
    const Outcome outcome = readMembers(twoStates + R"(,
"sources": [{"id": "s"}],
"agreements": [{"id": "g", "claims": [{"statement": "c", "source": "nowhere"}],
   "parties": [{"actor": "a"}, {"actor": "nobody"}], "lineage": [{"type": "amends", "agreement": "z"}]}],
"ties": [{"source": "a", "target": "nobody"},
         {"source": "a", "target": "b"}])");
    EXPECT_EQ(outcome.report.rowsRefused, 4U);
    EXPECT_EQ(outcome.dossier.edges().size(), 2U);
    EXPECT_EQ(outcome.dossier.claims().size(), 0U);
    for (const char* place : {"/agreements/0/claims/0", "/agreements/0/parties/1",
                              "/agreements/0/lineage/0", "/ties/0"}) {
        ASSERT_NE(outcome.at(place), nullptr) << place;
        EXPECT_HAS(outcome.at(place)->message, "dangling reference");
    }
    EXPECT_EQ(outcome.at("/ties/0")->line, 6U);
    EXPECT_EQ(outcome.at("/ties/0")->file, "test.json");
    EXPECT_HAS(outcome.at("/ties/0")->message, "nobody");
}

TEST(JsonReader, SaysWhenWhatIsReferredToWasRefused) {
    const Outcome outcome = readMembers(R"("actors": [{"id": "a", "kind": "planet"}, {"id": "b"}],
"ties": [{"source": "a", "target": "b"}])");
    EXPECT_EQ(outcome.report.rowsRefused, 2U);
    ASSERT_NE(outcome.at("/actors/0/kind"), nullptr);
    EXPECT_HAS(outcome.at("/actors/0/kind")->message, "planet");
    ASSERT_NE(outcome.at("/ties/0"), nullptr);
    EXPECT_HAS(outcome.at("/ties/0")->message, "was refused itself");
}

TEST(JsonReader, RefusesDuplicateIds) {
    const Outcome outcome =
        readMembers(twoStates + R"(, "events": [{"id": "a"}], "sources": [{"id": "s"}, {"id": "s"}],
"sectors": [{"id": "q"}, {"id": "q"}],
"ties": [{"id": "t", "source": "a", "target": "b"}, {"id": "t", "source": "b", "target": "a"}])");
    EXPECT_EQ(outcome.report.rowsRefused, 4U);
    EXPECT_NE(outcome.at("/events/0"), nullptr);
    EXPECT_NE(outcome.at("/sources/1"), nullptr);
    EXPECT_NE(outcome.at("/sectors/1"), nullptr);
    ASSERT_NE(outcome.at("/ties/1"), nullptr);
    EXPECT_HAS(outcome.at("/ties/1")->message, "duplicate id");
    EXPECT_TRUE(validate(outcome.dossier).empty());
}

struct BadElement {
    const char* element; ///< an actor beside "id": "c"
    const char* pointer;
    const char* message;
};

class RefusedElement : public testing::TestWithParam<BadElement> {};

TEST_P(RefusedElement, IsNamedAndTheRestIsRead) {
    const BadElement& bad = GetParam();
    const Outcome outcome = readMembers("\"actors\": [{\"id\": \"a\"},\n {\"id\": \"c\", " +
                                        std::string(bad.element) + "},\n {\"id\": \"b\"}]");
    EXPECT_EQ(outcome.report.rowsRefused, 1U);
    EXPECT_EQ(outcome.dossier.vertices().size(), 2U);
    const ReportEntry* const entry = outcome.at(bad.pointer);
    ASSERT_NE(entry, nullptr) << outcome.report.entries.at(0).column;
    EXPECT_EQ(entry->severity, Severity::Refused);
    EXPECT_EQ(entry->line, 3U);
    EXPECT_HAS(entry->message, bad.message);
}

INSTANTIATE_TEST_SUITE_P(
    JsonReader, RefusedElement,
    testing::Values(BadElement{R"("period": "2025-02-30")", "/actors/1/period", "2025-02-30"},
                    BadElement{R"("period": "last spring")", "/actors/1/period", "EDTF"},
                    BadElement{R"("period": 2001)", "/actors/1/period", "a number"},
                    BadElement{R"("polarity": "friendly")", "/actors/1/polarity", "friendly"},
                    BadElement{R"("confidence": "sure")", "/actors/1/confidence", "confirmed"},
                    BadElement{R"("status": "maybe")", "/actors/1/status", "in force"},
                    BadElement{R"("kind": "agreement")", "/actors/1/kind", "organisation"},
                    BadElement{R"("name": ["x"])", "/actors/1/name", "a list"},
                    BadElement{R"("name": null)", "/actors/1/name", "null"},
                    BadElement{R"("name": "a\u0000b")", "/actors/1/name", "NUL"},
                    BadElement{R"("sectors": "defence")", "/actors/1/sectors", "list"},
                    BadElement{R"("sectors": [""])", "/actors/1/sectors/0", "no name"},
                    BadElement{R"("claims": {})", "/actors/1/claims", "an object"},
                    BadElement{R"("names": true)", "/actors/1/names", "true or false"},
                    BadElement{R"("codes": {"a/b~": [{}]})", "/actors/1/codes/a~1b~0/0",
                               "an object"},
                    BadElement{R"("attributes": "x")", "/actors/1/attributes", "a text"}));

TEST(JsonReader, RefusesOddEdges) {
    const Outcome outcome = readMembers(twoStates + R"(, "agreements": [{"id": "g", "parties":
[{"role": "x"}, {"actor": "g"}, 7], "lineage": [{"type": "likes", "agreement": "g"}, {"type": "renews", "agreement": "a"}]}],
"ties": [{"source": "a"}, {"source": "a", "target": "g"}, {"source": "a", "target": "b", "weight": "2"},
{"source": "a", "target": "b", "weight": 1e60}, {"source": "a", "target": "b", "directed": "no"}, "x"])");
    EXPECT_EQ(outcome.report.rowsRefused, 11U);
    EXPECT_EQ(outcome.dossier.edges().size(), 0U);
    ASSERT_NE(outcome.at("/ties/1"), nullptr);
    EXPECT_HAS(outcome.at("/ties/1")->message, "an actor is wanted");
    EXPECT_NE(outcome.at("/agreements/0/parties/0"), nullptr);
    EXPECT_NE(outcome.at("/agreements/0/parties/1"), nullptr);
    EXPECT_NE(outcome.at("/agreements/0/parties/2"), nullptr);
    EXPECT_NE(outcome.at("/agreements/0/lineage/0/type"), nullptr);
    EXPECT_NE(outcome.at("/agreements/0/lineage/1"), nullptr);
    EXPECT_NE(outcome.at("/ties/2/weight"), nullptr);
    EXPECT_NE(outcome.at("/ties/3/weight"), nullptr);
    EXPECT_NE(outcome.at("/ties/5"), nullptr);
}

TEST(JsonReader, RepairsWhatCostsOnlyADetail) {
    const Outcome outcome =
        readMembers(R"("sectors": [{"id": "x", "name": "X", "colour": "#000000"}],
"actors": [{"id": "a", "sectors": ["x", "ports"], "names": [{"language": "ru"}, {"text": "ok"}],
"location": {"latitude": 91, "longitude": 0}, "quantities": [{"unit": "t"}],
"renewals": ["2025-02-30", "2011"]}, {"id": "b", "sectors": ["ports"]}])");
    EXPECT_EQ(outcome.report.rowsRefused, 0U);
    EXPECT_EQ(outcome.report.rowsRepaired, 5U);
    EXPECT_EQ(outcome.dossier.vertices().size(), 2U);
    EXPECT_NE(outcome.dossier.findSector("ports"), 0U);
    ASSERT_NE(outcome.at("/actors/0/sectors/1"), nullptr);
    EXPECT_HAS(outcome.at("/actors/0/sectors/1")->message, "ports");
    EXPECT_NE(outcome.at("/actors/0/names/0"), nullptr);
    EXPECT_NE(outcome.at("/actors/0/location"), nullptr);
    EXPECT_NE(outcome.at("/actors/0/renewals/0"), nullptr);
    const VertexDetails& details = outcome.dossier.vertices().details(0);
    EXPECT_EQ(details.names.size(), 1U);
    EXPECT_EQ(details.renewals.size(), 1U);
    EXPECT_FALSE(details.location);
}

TEST(JsonReader, KeepsUnknownFieldsAsAttributesAndNotesThemOnce) {
    const Outcome outcome = readMembers(R"("extra": {"deep": [1]},
"actors": [{"id": "a", "population": 7, "more": {}}, {"id": "b", "population": 8}])");
    EXPECT_EQ(outcome.count(Severity::Note), 3U);
    ASSERT_NE(outcome.at("/extra"), nullptr);
    ASSERT_NE(outcome.at("/actors/0/population"), nullptr);
    EXPECT_HAS(outcome.at("/actors/0/population")->message, "kept as an attribute");
    const Vertex b = outcome.dossier.vertices().row(1);
    ASSERT_EQ(b.attributes.size(), 1U);
    EXPECT_EQ(outcome.dossier.text(b.attributes[0].value), "8");
}

TEST(JsonReader, NotesDuplicateKeysAndTakesTheLast) {
    const Outcome outcome = readMembers(
        R"("title": "one", "title": "two", "actors": [{"id": "a", "name": "x", "name": "y"}])");
    EXPECT_EQ(outcome.count(Severity::Note), 2U);
    EXPECT_EQ(outcome.dossier.cover().title, "two");
    EXPECT_EQ(outcome.dossier.label(0), "y");
    ASSERT_NE(outcome.at("/actors/0"), nullptr);
    EXPECT_HAS(outcome.at("/actors/0")->message, "name");
}

TEST(JsonReader, StopsWhenAskedTo) {
    std::string text = "{\"format\": \"entente-dossier\", \"version\": 1, \"actors\": [";
    for (int i = 0; i < 40000; ++i) {
        text += "{\"id\": \"actor with a long name " + std::to_string(i) + "\"},\n";
    }
    text += "{\"id\": \"last\"}]}";
    std::stop_source source;
    double told = 0;
    Progress progress;
    progress.stop = source.get_token();
    progress.report = [&](double fraction) {
        told = fraction;
        source.request_stop();
    };
    ImportReport report;
    EXPECT_THROW(readEntenteJson(text, "test.json", report, progress), Cancelled);
    EXPECT_GT(told, 0);
    EXPECT_LT(told, 1);
}

} // namespace
