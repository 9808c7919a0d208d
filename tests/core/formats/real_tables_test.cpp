#include "tests/core/formats/real_data.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente {

namespace {

namespace fs = std::filesystem;

struct RealTables : RealData {};

/// Ties in force in a year.
std::size_t inForce(const Dossier& dossier, std::int32_t year) {
    const DaySpan span{dayNumber(year, 1, 1), dayNumber(year, 12, 31)};
    std::size_t count = 0;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        count += overlaps(dossier.edges().span(i), span) ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_F(RealTables, AtopAndTheStatesBesideIt) {
    const OpenedDossier opened = open({"alliances/atop-dyad-year.csv", "states/states2016.csv"});
    const Dossier& dossier = opened.dossier;
    EXPECT_EQ(opened.report.rowsRead, 273'296U + 243U);
    EXPECT_EQ(opened.report.rowsRefused + opened.report.rowsRepaired, 0U) << opened.report.text();
    EXPECT_EQ(dossier.vertices().count(), 217U);
    EXPECT_EQ(dossier.edges().count(), 7707U);
    EXPECT_EQ(dossier.claims().size(), 7707U + 217U) << "one for each tie, not for each year";
    EXPECT_TRUE(validate(dossier).empty());
    std::set<std::pair<VertexIndex, VertexIndex>> pairs;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        pairs.emplace(dossier.edges().source(i), dossier.edges().target(i));
    }
    EXPECT_EQ(pairs.size(), 5101U);
    const VertexIndex russia = dossier.findVertex("cow-365");
    const VertexIndex iran = dossier.findVertex("cow-630");
    ASSERT_NE(russia, noIndex);
    ASSERT_NE(iran, noIndex);
    EXPECT_EQ(dossier.label(russia), "Russia");
    EXPECT_EQ(dossier.label(iran), "Iran");
    // Pairs with a pledge in these years, counted from the table by other means.
    EXPECT_EQ(inForce(dossier, 2018), 4228U);
    std::vector<std::string> between;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (std::minmax(dossier.edges().source(i), dossier.edges().target(i)) ==
            std::minmax(russia, iran)) {
            between.push_back(std::string(dossier.text(dossier.edges().type(i))) + " " +
                              toEdtf(dossier.edges().period(i)));
        }
    }
    EXPECT_FALSE(between.empty());
    RecordProperty("russia_iran", testing::PrintToString(between));
    RecordProperty("in_force_1914", std::to_string(inForce(dossier, 1914)));
}

TEST_F(RealTables, TheStatesAlone) {
    const OpenedDossier opened = open({"states/states2016.csv"});
    EXPECT_EQ(opened.dossier.vertices().count(), 217U);
    EXPECT_EQ(opened.dossier.edges().count(), 0U);
    EXPECT_TRUE(validate(opened.dossier).empty());
}

TEST_F(RealTables, GephiTablesAreRead) {
    // Vertices, edges and entries refused or repaired.
    struct Expected {
        int vertices;
        int edges;
        std::size_t faults = 0;
    };
    const std::map<std::string, Expected> expected = {
        {"array_attribute", {2, 0}},
        {"complex_matrix", {27, 351}},
        {"decimal_separator", {2, 1, 0}},
        {"edges_table_repeated_with_ids", {4, 4, 1}},
        {"edges_table_types_test", {2, 2}},
        {"edges_table_with_timeset_timestamps", {3, 5}},
        {"empty", {0, 0}},
        {"field_delimiter", {2, 0}},
        {"int_attribute", {2, 0}},
        {"matrix", {5, 6}},
        {"multigraph", {2, 2}},
        {"nodes_table_types_test", {5, 0, 3}},
        {"number_format", {2, 1}},
        {"positions_z", {2, 0}},
        {"single", {2, 1}},
        {"test_utf8_chars_with_bom", {2, 0, 2}},
        {"timestamp", {2, 0}},
        {"timestamp_with_time_format", {2, 0}},
        {"timestampset_column", {2, 0}},
        {"without_attributes", {2, 0}},
    };
    std::size_t seen = 0;
    for (const auto& entry : fs::directory_iterator(data / "graph-files/gephi")) {
        if (entry.path().extension() != ".csv") {
            continue;
        }
        const std::vector<fs::path> files = {entry.path()};
        const auto known = expected.find(entry.path().stem().string());
        const OpenedDossier opened = openFiles(files);
        const std::string report = entry.path().string() + "\n" + opened.report.text();
        EXPECT_TRUE(opened.report.rowsRead > 0 || entry.path().stem() == "empty") << report;
        EXPECT_TRUE(validate(opened.dossier).empty()) << report;
        if (known != expected.end()) {
            ++seen;
            EXPECT_EQ(static_cast<int>(opened.dossier.vertices().count()), known->second.vertices)
                << report;
            EXPECT_EQ(static_cast<int>(opened.dossier.edges().count()), known->second.edges)
                << report;
            EXPECT_EQ(opened.report.rowsRefused + opened.report.rowsRepaired, known->second.faults)
                << report;
        }
    }
    EXPECT_EQ(seen, expected.size());
}

} // namespace entente
