#include "tests/core/formats/json_reading.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

using namespace entente;

namespace {

TEST(JsonInput, NamesThePlaceOfBrokenJson) {
    EXPECT_HAS(errorOf("{\"format\": \"entente-dossier\",\n \"title\": }"),
               "test.json, line 2, column 11");
    EXPECT_HAS(errorOf("{\"format\": \"entente-dossier\"\n\n \"title\": 1}"), "line 3");
    EXPECT_HAS(errorOf("{\"format\": \"entente-dossier\",\r \"title\": }"), "line 2, column 11");
    EXPECT_HAS(errorOf("{\"a\": \"ü\", 1}"), "column 12");
    EXPECT_HAS(errorOf("{\"format\": \"entente-dossier\", \"actors\": [{\"id\": \"a\""),
               "cut short");
    EXPECT_HAS(errorOf("{\"title\": \"\xFF\"}"), "line 1");
    EXPECT_HAS(errorOf("{\"title\": \"\xFF\"}"), "UTF-8");
    EXPECT_HAS(errorOf(std::string_view("{\"format\": \"entente-dossier\"}\n\0x", 32)),
               "line 2, column 1");
    EXPECT_HAS(errorOf(std::string_view("{\0}", 3)), "NUL");
    EXPECT_HAS(errorOf("{\"format\": \"entente-dossier\"} trailing"), "line 1");
    EXPECT_HAS(errorOf("{\"version\": 1e99999}"), "line 1");
    EXPECT_HAS(errorOf("{'format': 'entente-dossier'}"), "line 1, column 2");
    EXPECT_HAS(errorOf("\x89PNG\r\n\x1a\n"), "well-formed JSON");
}

TEST(JsonInput, RefusesWhatIsNoDossier) {
    EXPECT_HAS(errorOf(""), "empty");
    EXPECT_HAS(errorOf(" \n\t"), "empty");
    EXPECT_HAS(errorOf("[]"), "not an Entente dossier");
    EXPECT_HAS(errorOf("7"), "not an Entente dossier");
    EXPECT_HAS(errorOf("{}"), "not an Entente dossier");
    EXPECT_HAS(errorOf(R"({"type": "FeatureCollection", "features": [{"a": 1}]})"),
               "not an Entente dossier");
    EXPECT_HAS(errorOf(R"({"format": "gephi", "version": 1})"), "gephi");
    EXPECT_HAS(errorOf(R"({"format": "entente-dossier", "version": 2})"), "later");
}

TEST(JsonInput, RefusesPartsOfTheWrongType) {
    const Outcome outcome = readMembers(R"("title": 5, "asOf": "2025-02-30", "actors": {"id": "a"},
"events": [3, "x", null, []], "language": ["en"])");
    EXPECT_EQ(outcome.report.rowsRefused, 8U);
    EXPECT_NE(outcome.at("/title"), nullptr);
    EXPECT_NE(outcome.at("/asOf"), nullptr);
    EXPECT_NE(outcome.at("/actors"), nullptr);
    EXPECT_NE(outcome.at("/events/3"), nullptr);
    EXPECT_EQ(outcome.dossier.vertices().size(), 0U);
}

TEST(JsonInput, SurvivesDeepNesting) {
    constexpr std::size_t levels = 100000;
    const std::string open(levels, '[');
    const std::string close(levels, ']');
    const Outcome outcome =
        readMembers("\"other\": " + open + close + ", \"actors\": [{\"id\": \"c\", \"x\": " + open +
                    close + "}, {\"id\": \"a\"}], \"title\": " + open + close);
    EXPECT_EQ(outcome.report.rowsRefused, 2U);
    ASSERT_NE(outcome.at("/actors/0"), nullptr);
    EXPECT_HAS(outcome.at("/actors/0")->message, "nested");
    EXPECT_EQ(outcome.dossier.vertices().size(), 1U);
    EXPECT_FALSE(errorOf(open).empty());
    EXPECT_HAS(errorOf("{\"actors\": " + open), "cut short");
    std::string objects;
    for (std::size_t i = 0; i < levels; ++i) {
        objects += "{\"a\":";
    }
    EXPECT_FALSE(errorOf(objects).empty());
}

TEST(JsonInput, RefusesMoreThan64Sectors) {
    std::string sectors;
    for (int i = 0; i < 70; ++i) {
        sectors += "{\"id\": \"s" + std::to_string(i) + "\"},";
    }
    sectors.pop_back();
    const Outcome outcome = readMembers("\"sectors\": [" + sectors +
                                        "], \"actors\": [{\"id\": \"a\", \"sectors\": [\"s69\"]}]");
    EXPECT_EQ(outcome.dossier.sectors().size(), mostSectors);
    EXPECT_EQ(outcome.report.rowsRefused, 7U);
    EXPECT_NE(outcome.at("/actors/0/sectors/0"), nullptr);
}

TEST(JsonInput, TakesAnObjectWithVeryManyKeys) {
    std::string attributes;
    for (int i = 0; i < 20000; ++i) {
        attributes += "\"k" + std::to_string(i % 19990) + "\": \"v\",";
    }
    attributes.back() = '}';
    const Outcome outcome =
        readMembers("\"actors\": [{\"id\": \"a\", \"attributes\": {" + attributes + "}]");
    EXPECT_EQ(outcome.dossier.vertices().size(), 1U);
    EXPECT_EQ(outcome.count(Severity::Note), 10U);
    EXPECT_LE(outcome.dossier.vertices().attributes().names().size(), 512U);
    EXPECT_GT(outcome.report.rowsRepaired, 0U);
}

TEST(JsonInput, KeepsCountsWhenAllIsRefused) {
    std::string ties;
    for (int i = 0; i < 5000; ++i) {
        ties += R"({"source": "x", "target": "y"},)";
    }
    ties.pop_back();
    const Outcome outcome = readMembers("\"ties\": [" + ties + "]");
    EXPECT_EQ(outcome.report.rowsRefused, 5000U);
    EXPECT_EQ(outcome.report.entries.size(), ImportReport::mostEntries);
}

TEST(JsonInput, ReadsOtherEncodingsAndOneFileAtATime) {
    const std::string text = R"({"format": "entente-dossier", "version": 1, "title": "T"})";
    std::string utf16 = "\xFF\xFE";
    for (const char c : text) {
        utf16 += c;
        utf16 += '\0';
    }
    const std::vector<InputFile> files = {{"dir/a.json", utf16}, {"b.json", text}};
    ImportReport report;
    const Dossier dossier = ententeJsonReader().read(std::span(files).first(1), report, {});
    EXPECT_EQ(dossier.cover().title, "T");
    EXPECT_EQ(report.format, "Entente JSON");
    EXPECT_THROW(ententeJsonReader().read(files, report, {}), FileError);
}

double recognised(std::string bytes, const char* name = "file.json") {
    return ententeJsonReader().recognise({name, std::move(bytes)});
}

TEST(JsonInput, RecognisesByContent) {
    EXPECT_EQ(recognised("{\"format\": \"entente-dossier\"", "file.txt"), 1);
    EXPECT_EQ(recognised("\xEF\xBB\xBF {\"format\": \"entente-dossier\""), 1);
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("{\"format\": \"entente-dossier\"")) {
        utf16 += c;
        utf16 += '\0';
    }
    EXPECT_EQ(recognised(utf16), 1);
    EXPECT_GT(recognised("{\"actors\": [], \"ties\": []}", "file.txt"), 0);
    EXPECT_LT(recognised("{\"type\": \"FeatureCollection\"}"), 0.5);
    EXPECT_EQ(recognised("{\"type\": \"FeatureCollection\"}", "x.geojson"), 0);
    EXPECT_EQ(recognised("Id,Label\n1,entente-dossier"), 0);
    EXPECT_EQ(recognised(""), 0);
}

} // namespace
