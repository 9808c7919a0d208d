#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

/// What is recognised in a table is told once a file.
struct TableDialects : TableReading {
    /// How many entries of the report hold the words.
    [[nodiscard]] long told(std::string_view words) const {
        return std::ranges::count_if(report.entries, [words](const ReportEntry& entry) {
            return entry.message.find(words) != std::string::npos;
        });
    }

    /// In UTF-16 without a byte order mark.
    static std::string utf16(std::string_view text, bool bigEndian) {
        std::string bytes;
        for (const char c : text) {
            bytes += bigEndian ? '\0' : c;
            bytes += bigEndian ? c : '\0';
        }
        return bytes;
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(TableDialects, SeparatorsAreTold) {
    const std::pair<char, const char*> separators[] = {
        {';', "semicolons"}, {'\t', "tabs"}, {'|', "vertical bars"}, {' ', "spaces"}};
    for (const auto& [separator, name] : separators) {
        report = {};
        std::string text = "Source,Target,Role\nA,B,ally\nB,C,ally\n";
        std::ranges::replace(text, ',', separator);
        EXPECT_EQ(edges(read(text)), (Lines{"A → B (ally)", "B → C (ally)"}));
        EXPECT_EQ(told(std::string("separated by ") + name), 1) << report.text();
        EXPECT_EQ(report.entries.size(), 1U) << report.text();
    }
    report = {};
    (void)read("sep=^\nSource^Target\nA^B\n");
    EXPECT_EQ(told("separated by “^”"), 1) << report.text();
    report = {};
    (void)read("Source,Target\r\nA,B\r\n");
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(TableDialects, LineEndsOfOldMacintoshesAreTold) {
    EXPECT_EQ(edges(read("Source,Target\rA,B\rB,C\r")), (Lines{"A → B", "B → C"}));
    EXPECT_EQ(told("carriage returns alone"), 1) << report.text();
}

TEST_F(TableDialects, EncodingsAreTold) {
    const std::string table = "Source,Target\nA,B\n";
    const std::pair<std::string, const char*> encodings[] = {
        {"\xEF\xBB\xBF" + table, "byte order mark"},
        {"\xFF\xFE" + utf16(table, false), "in UTF-16 and"},
        {"\xFE\xFF" + utf16(table, true), "in UTF-16 and"},
        {utf16(table, false), "UTF-16 without a byte order mark"},
        {utf16(table, true), "UTF-16 without a byte order mark"},
        {"Source,Target,Note\nA,B,Bogot\xE1\n", "Windows-1252 (Latin-1)"}};
    for (const auto& [bytes, words] : encodings) {
        report = {};
        EXPECT_EQ(edges(read(bytes)), (Lines{"A → B"})) << words;
        EXPECT_EQ(told(words), 1) << report.text();
    }
}

TEST_F(TableDialects, DecimalCommasAreToldOnce) {
    const Dossier dossier = read("Source;Target;Weight\nA;B;1,5\nA;B;2,25\nA;B;3\n");
    EXPECT_FLOAT_EQ(dossier.edges().weight(0), 1.5F);
    EXPECT_FLOAT_EQ(dossier.edges().weight(1), 2.25F);
    EXPECT_TRUE(says(0, "column Weight", "decimal comma: 2.")) << report.text();
    EXPECT_EQ(report.rowsRepaired, 0U);
    report = {};
    const Dossier nodes = read("Id;Latitude;Longitude\nA;55,75;37,6\n");
    EXPECT_EQ(nodes.vertices().details(0).location, (Location{55.75, 37.6}));
    EXPECT_TRUE(says(0, "column Latitude", "decimal comma: 1.")) << report.text();
}

TEST_F(TableDialects, CodesForMissingValuesAreNotKnownValues) {
    for (const char* const code :
         {"NA", "N/A", "n/a", "NULL", "null", "NaN", ".", "#N/A", "-9", "-8", "-9.0", ""}) {
        report = {};
        const std::string c = code;
        const Dossier dossier =
            read("Source,Target,Weight,Begin,End,Confidence,Sector,Kind\nA,B," + c + "," + c +
                 ",2001," + c + "," + c + "," + c + "\nA,B,2,1990,1995,confirmed,,tie\n");
        EXPECT_EQ(report.rowsRefused, 0U) << code << report.text();
        EXPECT_EQ(report.rowsRepaired, 0U) << code << report.text();
        EXPECT_EQ(edges(dossier), (Lines{"A → B /2001", "A → B 1990/1995"})) << code;
        EXPECT_FLOAT_EQ(dossier.edges().weight(0), 1) << code;
        EXPECT_EQ(dossier.edges().polarity(0), Polarity::Neutral) << code;
        EXPECT_EQ(dossier.edges().confidence(0), Confidence::Confirmed) << code;
        EXPECT_EQ(dossier.edges().sectors(0), 0U) << code;
        EXPECT_EQ(told("Codes for missing values"), c.empty() ? 0 : 1) << code;
        EXPECT_EQ(told("“" + c + "” in column Begin (1)"), c.empty() ? 0 : 1) << report.text();
    }
}

TEST_F(TableDialects, CodesForMissingValuesAreCountedOnceAFile) {
    (void)read("Source,Target,Weight,Year\nA,B,NA,-9\nA,B,NA,2001\nA,B,-9,NA\n");
    EXPECT_TRUE(says(0, "",
                     "Codes for missing values: “NA” in column Weight (2), “-9” in column Weight "
                     "(1), “-9” in column Year (1), “NA” in column Year (1)."))
        << report.text();
    EXPECT_EQ(report.entries.size(), 1U) << report.text();
}

TEST_F(TableDialects, AnEndThatIsMissingIsNotKnownRatherThanOpen) {
    EXPECT_EQ(edges(read("Source,Target,Begin,End\nA,B,2001,NA\nA,B,2001,-9\nA,B,2001,\n")),
              (Lines{"A → B 2001/", "A → B 2001/", "A → B 2001/.."}));
}

TEST_F(TableDialects, WeightsThatMayBeNegativeKeepMinusNine) {
    const Dossier dossier = read("Source,Target,Weight\nA,B,-9\nA,B,-3\nA,B,-8\n");
    for (EdgeIndex i = 0; i < 3; ++i) {
        EXPECT_EQ(dossier.edges().polarity(i), Polarity::Conflictual);
    }
    EXPECT_FLOAT_EQ(dossier.edges().weight(0), 9);
    EXPECT_FLOAT_EQ(dossier.edges().weight(2), 8);
    EXPECT_TRUE(says(0, "column Weight", "Negative weights: 3.")) << report.text();
    EXPECT_EQ(told("missing"), 0) << report.text();
}

TEST_F(TableDialects, LabelsAreNeverMissing) {
    const Dossier dossier = read({{"nodes.csv", "Id,Label,iso2,cow,Latitude,Longitude\n"
                                                "NA,Null,NA,565,-22.6,17.1\n"
                                                ".,N/A,,-9,-9,-8\n"},
                                  {"edges.csv", "Source,Target,Label,Note\nNA,.,NA,NULL\n"}});
    EXPECT_EQ(edges(dossier), (Lines{"Null → N/A (NA)"}));
    EXPECT_EQ(dossier.text(dossier.edges().note(0)), "NULL");
    const VertexTable& vertices = dossier.vertices();
    EXPECT_EQ(vertices.details(0).codes, (std::vector<Code>{{"cow", "565"}}));
    EXPECT_TRUE(vertices.details(1).codes.empty()) << "−9 is no code of a country";
    EXPECT_EQ(vertices.details(1).location, (Location{-9, -8})) << "but it is a latitude";
    ASSERT_EQ(vertices.row(0).attributes.size(), 1U);
    EXPECT_EQ(dossier.text(vertices.row(0).attributes[0].value), "NA") << "Namibia";
    const Dossier coded = read("Id,code:iso2\nx,NA\n");
    EXPECT_EQ(coded.vertices().details(0).codes, (std::vector<Code>{{"iso2", "NA"}}));
}

} // namespace entente
