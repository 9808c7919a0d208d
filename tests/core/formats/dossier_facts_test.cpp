// Walks the list of facts that the built-in dossier must hold, line by line: first those from the
// article, by paragraph, then those from the public record.

#include "core/formats/entente_json.h"
#include "core/model/validation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <vector>

using namespace entente;

namespace {

std::string fileText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const Dossier& builtIn() {
    static const Dossier dossier = [] {
        ImportReport report;
        Dossier read =
            readEntenteJson(fileText(ENTENTE_SOURCE_DIR "/resources/dossiers/russia-iran.json"),
                            "russia-iran.json", report);
        EXPECT_TRUE(report.entries.empty())
            << report.entries[0].column << ": " << report.entries[0].message;
        return read;
    }();
    return dossier;
}

constexpr const char* article = "article";

using Cells = std::vector<std::string>;

/// The parts of a text between separators, without the blanks around them.
Cells split(const std::string& text, char separator) {
    Cells parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);) {
        const std::size_t first = part.find_first_not_of(' ');
        const std::size_t last = part.find_last_not_of(' ');
        parts.push_back(first == std::string::npos ? "" : part.substr(first, last - first + 1));
    }
    return parts;
}

/// The rows of the table under that heading of the list of facts.
std::vector<Cells> factsUnder(const std::string& heading) {
    std::istringstream in(fileText(ENTENTE_SOURCE_DIR "/tests/data/russia-iran-facts.md"));
    std::vector<Cells> rows;
    bool under = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("#")) {
            under = line == "## " + heading;
        } else if (under && line.starts_with("| ")) {
            Cells cells = split(line, '|');
            cells.erase(cells.begin());
            cells.resize(9);
            rows.push_back(cells);
        }
    }
    rows.erase(rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(2, std::ssize(rows)));
    return rows;
}

SectorSet sectorSet(const std::string& words) {
    SectorSet set = 0;
    for (const std::string& word : split(words, ' ')) {
        EXPECT_NE(builtIn().findSector(word), 0U) << word;
        set |= builtIn().findSector(word);
    }
    return set;
}

/// Each of `source / locator / attribution; …` has made a claim about the element.
void expectClaims(ElementRef element, const std::string& expected) {
    const Dossier& dossier = builtIn();
    EXPECT_FALSE(expected.empty());
    for (const std::string& by : split(expected, ';')) {
        Cells parts = split(by, '/');
        parts.resize(3);
        const auto rows = dossier.claimsAbout(element);
        EXPECT_TRUE(std::ranges::any_of(
            rows,
            [&](ClaimIndex row) {
                const Claim& claim = dossier.claims()[row];
                return dossier.text(dossier.sources()[claim.source].id) == parts[0] &&
                       (parts[1].empty() || dossier.text(claim.locator) == parts[1]) &&
                       (parts[2].empty() || dossier.text(claim.attribution) == parts[2]) &&
                       claim.statement != noString;
            }))
            << "no claim by " << by;
    }
}

/// `actor: role, polarity, period` is among those who take part.
void expectParty(VertexIndex row, const std::string& expected) {
    SCOPED_TRACE(expected);
    const Dossier& dossier = builtIn();
    const EdgeTable& edges = dossier.edges();
    const std::size_t colon = expected.find(':');
    ASSERT_NE(colon, std::string::npos);
    const VertexIndex actor = dossier.findVertex(expected.substr(0, colon));
    ASSERT_NE(actor, noIndex);
    Cells parts = split(expected.substr(colon + 1), ',');
    parts.resize(3);
    EdgeIndex edge = 0;
    while (edge < edges.size() && !(edges.kind(edge) == EdgeKind::Participation &&
                                    edges.source(edge) == actor && edges.target(edge) == row)) {
        ++edge;
    }
    ASSERT_LT(edge, edges.size());
    EXPECT_EQ(dossier.text(edges.type(edge)), parts[0]);
    EXPECT_EQ(word(edges.polarity(edge)), parts[1]);
    EXPECT_EQ(toEdtf(edges.period(edge)), parts[2]);
}

class DossierFact : public testing::TestWithParam<Cells> {};

TEST_P(DossierFact, IsInTheBuiltInDossier) {
    const Cells& fact = GetParam();
    SCOPED_TRACE(fact[0]);
    const Dossier& dossier = builtIn();
    const VertexTable& vertices = dossier.vertices();
    const VertexIndex row = dossier.findVertex(fact[1]);
    ASSERT_NE(row, noIndex);
    EXPECT_EQ(word(vertices.kind(row)), fact[2]);
    EXPECT_EQ(toEdtf(vertices.period(row)), fact[3]);
    EXPECT_EQ(vertices.sectors(row), sectorSet(fact[4]));
    EXPECT_EQ(word(vertices.polarity(row)), fact[5]);
    EXPECT_EQ(word(vertices.confidence(row)), fact[6]);
    for (const std::string& party : split(fact[7], ';')) {
        if (!party.empty()) {
            expectParty(row, party);
        }
    }
    expectClaims({ElementKind::Vertex, row}, fact[8]);
}

INSTANTIATE_TEST_SUITE_P(BuiltIn, DossierFact,
                         testing::ValuesIn(factsUnder("Agreements and events")));

class DossierTieFact : public testing::TestWithParam<Cells> {};

TEST_P(DossierTieFact, IsInTheBuiltInDossier) {
    const Cells& fact = GetParam();
    SCOPED_TRACE(fact[0]);
    const Dossier& dossier = builtIn();
    const EdgeTable& edges = dossier.edges();
    EdgeIndex edge = 0;
    while (edge < edges.size() &&
           !(edges.kind(edge) == EdgeKind::Tie &&
             edges.source(edge) == dossier.findVertex(fact[1]) &&
             edges.target(edge) == dossier.findVertex(fact[2]) &&
             dossier.text(edges.type(edge)) == fact[3] && toEdtf(edges.period(edge)) == fact[4])) {
        ++edge;
    }
    ASSERT_LT(edge, edges.size());
    EXPECT_EQ(edges.sectors(edge), sectorSet(fact[5]));
    EXPECT_EQ(word(edges.polarity(edge)), fact[6]);
    EXPECT_EQ(word(edges.confidence(edge)), fact[7]);
    expectClaims({ElementKind::Edge, edge}, fact[8]);
}

INSTANTIATE_TEST_SUITE_P(BuiltIn, DossierTieFact, testing::ValuesIn(factsUnder("Ties")));

TEST(BuiltInDossier, ListOfFactsIsComplete) {
    EXPECT_EQ(factsUnder("Agreements and events").size(), 39U);
    EXPECT_EQ(factsUnder("Ties").size(), 26U);
}

const VertexDetails& detailsOf(const char* id) {
    return builtIn().vertices().details(builtIn().findVertex(id));
}

TEST(BuiltInDossier, IsValidAndAsOfTheDay) {
    const std::vector<Fault> faults = validate(builtIn());
    EXPECT_TRUE(faults.empty()) << faults[0].message;
    EXPECT_EQ(toEdtf(builtIn().cover().asOf), "2025-01-20");
    EXPECT_EQ(builtIn().sectors(), standardSectors());
}

TEST(BuiltInDossier, SaysOfEveryElementWhoClaimsIt) {
    const Dossier& dossier = builtIn();
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        EXPECT_FALSE(dossier.claimsAbout({ElementKind::Vertex, row}).empty()) << dossier.label(row);
    }
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        if (dossier.edges().kind(row) != EdgeKind::Participation) {
            EXPECT_FALSE(dossier.claimsAbout({ElementKind::Edge, row}).empty())
                << dossier.describe({ElementKind::Edge, row});
        }
    }
    std::set<std::string_view> cited;
    for (const Claim& claim : dossier.claims()) {
        if (dossier.text(dossier.sources()[claim.source].id) == article) {
            cited.insert(dossier.text(claim.locator));
        }
    }
    for (int paragraph = 1; paragraph <= 14; ++paragraph) {
        EXPECT_TRUE(cited.contains("¶" + std::to_string(paragraph)) ||
                    std::ranges::any_of(cited,
                                        [&](std::string_view locator) {
                                            return locator.find("¶" + std::to_string(paragraph)) !=
                                                   locator.npos;
                                        }))
            << paragraph;
    }
}

TEST(BuiltInDossier, TermsOfTheTreatyOf2025) {
    const std::vector<std::string>& terms = detailsOf("treaty-russia-iran-2025").terms;
    const auto has = [&](std::string_view words) {
        return std::ranges::any_of(
            terms, [&](const std::string& term) { return term.find(words) != term.npos; });
    };
    EXPECT_TRUE(has("Joint military exercises"));
    EXPECT_TRUE(has("actions that threaten the other"));
    EXPECT_TRUE(has("sanctions"));
    EXPECT_TRUE(has("Twenty years"));
    EXPECT_EQ(detailsOf("treaty-russia-iran-2025").quantities[0].number, 20);
}

TEST(BuiltInDossier, RenewalsLineageAndQuantities) {
    const std::vector<Date> renewals = {*parseDate("2011"), *parseDate("2016"), *parseDate("2021")};
    EXPECT_EQ(detailsOf("treaty-russia-iran-2001").renewals, renewals);
    EXPECT_EQ(detailsOf("treaty-russia-china-2001").renewals,
              std::vector{*parseDate("2021-06-28")});
    EXPECT_EQ(detailsOf("gas-pipeline-azerbaijan").quantities,
              (std::vector<Quantity>{{55, "billion m³", "year"}}));
    const Dossier& dossier = builtIn();
    const EdgeTable& edges = dossier.edges();
    EdgeIndex lineage = 0;
    while (lineage < edges.size() && edges.kind(lineage) != EdgeKind::Lineage) {
        ++lineage;
    }
    ASSERT_LT(lineage, edges.size());
    EXPECT_EQ(edges.source(lineage), dossier.findVertex("treaty-russia-iran-2025"));
    EXPECT_EQ(edges.target(lineage), dossier.findVertex("treaty-russia-iran-2001"));
    EXPECT_EQ(dossier.text(edges.type(lineage)), "builds on");
    expectClaims({ElementKind::Edge, lineage}, "article / ¶7");
}

TEST(BuiltInDossier, StatusesAsOfTheDay) {
    const auto status = [](const char* id) {
        return builtIn().vertices().status(builtIn().findVertex(id));
    };
    EXPECT_EQ(status("treaty-russia-iran-2025"), Status::Signed);
    EXPECT_EQ(status("treaty-russia-iran-2001"), Status::InForce);
    EXPECT_EQ(status("treaty-russia-north-korea-2024"), Status::InForce);
    EXPECT_EQ(status("eaeu-iran-2023"), Status::Signed);
    EXPECT_EQ(status("gas-pipeline-azerbaijan"), Status::Negotiated);
    EXPECT_EQ(status("sanctions-us-iran"), Status::InForce);
}

TEST(BuiltInDossier, StatesCarryTheirScriptCodesAndCapital) {
    struct State {
        const char* id;
        const char* language;
        const char* name;
        const char* iso3;
        const char* cow;
    };
    for (const State& state : {State{"russia", "ru", "Россия", "RUS", "365"},
                               {"iran", "fa", "ایران", "IRN", "630"},
                               {"china", "zh", "中国", "CHN", "710"},
                               {"north-korea", "ko", "조선민주주의인민공화국", "PRK", "731"},
                               {"ukraine", "uk", "Україна", "UKR", "369"},
                               {"turkiye", "tr", "Türkiye", "TUR", "640"},
                               {"syria", "ar", "سوريا", "SYR", "652"},
                               {"israel", "he", "ישראל", "ISR", "666"},
                               {"azerbaijan", "az", "Azərbaycan", "AZE", "373"}}) {
        SCOPED_TRACE(state.id);
        const VertexDetails& details = detailsOf(state.id);
        const auto holds = [](const auto& values, const auto& value) {
            return std::ranges::find(values, value) != values.end();
        };
        EXPECT_TRUE(holds(details.names, Name{state.language, state.name, false}));
        EXPECT_TRUE(holds(details.codes, Code{"iso3", state.iso3}));
        EXPECT_TRUE(holds(details.codes, Code{"cow", state.cow}));
        EXPECT_TRUE(details.location);
    }
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

TEST(BuiltInDossier, ParaphrasesTheArticle) {
    const std::string text = fileText(ENTENTE_DATA_DIR "/../seed/article.txt");
    if (text.empty()) {
        GTEST_SKIP() << "the article is not here";
    }
    constexpr std::ptrdiff_t run = 6;
    const auto runsOf = [](const std::string& passage) {
        const std::vector<std::string> words = wordsOf(passage);
        std::set<std::vector<std::string>> runs;
        for (auto word = words.begin(); words.end() - word >= run; ++word) {
            runs.insert(std::vector(word, word + run));
        }
        return runs;
    };
    const auto theirs = runsOf(text);
    ASSERT_FALSE(theirs.empty());
    for (const Claim& claim : builtIn().claims()) {
        const std::string statement(builtIn().text(claim.statement));
        for (const auto& words : runsOf(statement)) {
            EXPECT_FALSE(theirs.contains(words)) << statement;
        }
    }
}

} // namespace
