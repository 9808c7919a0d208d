#include "core/formats/mapped_files.h"

#include "core/formats/tables.h"
#include "tests/core/formats/small_workbook.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

namespace fs = std::filesystem;
using Severity = ReportEntry::Severity;

/// By the names of the columns of both ends.
Mapping tiesOf(const std::string& source, const std::string& target) {
    Mapping mapping;
    mapping.columns = {{source, 0, ColumnRole::Source, DateFormat::Iso, ""},
                       {target, 0, ColumnRole::Target, DateFormat::Iso, ""}};
    return mapping;
}

struct MappedFiles : testing::Test {
    TemporaryFolder folder;
    std::vector<fs::path> paths;
    OpenedDossier opened;

    void file(const std::string& name, std::string_view bytes) {
        paths.push_back(folder.path() / name);
        putBytes(paths.back(), bytes);
    }

    void open(const std::vector<Mapping>& mappings, UnknownTables unknown = UnknownTables::Refuse) {
        opened = openMapped(paths, mappings, unknown);
    }

    [[nodiscard]] std::vector<std::string> edges() const {
        std::vector<std::string> lines;
        for (EdgeIndex i = 0; i < opened.dossier.edges().size(); ++i) {
            lines.push_back(opened.dossier.describe({ElementKind::Edge, i}));
        }
        return lines;
    }

    [[nodiscard]] bool says(Severity severity, std::string_view file,
                            std::string_view words) const {
        return std::ranges::any_of(opened.report.entries, [&](const ReportEntry& entry) {
            return entry.severity == severity && entry.file == file &&
                   entry.message.find(words) != std::string::npos;
        });
    }
};

using Lines = std::vector<std::string>;

std::string row(int number, const char* one, const char* two) {
    const std::string line = std::to_string(number);
    const auto cell = [&line](char column, const char* text) {
        return "<c r='" + std::string(1, column) + line + "' t='str'><v>" + text + "</v></c>";
    };
    return "<row r='" + line + "'>" + cell('A', one) + cell('B', two) + "</row>";
}

} // namespace

TEST_F(MappedFiles, EachTableIsReadByTheFirstMappingThatFits) {
    file("a.csv", "exporter,importer\nA,B\n");
    file("b.csv", "seller,buyer\nC,D\n");
    file("c.csv", "exporter,importer\nE,F\n");
    open({tiesOf("exporter", "importer"), tiesOf("seller", "buyer")});
    EXPECT_EQ(edges(), (Lines{"A → B", "C → D", "E → F"}));
    EXPECT_EQ(opened.report.format, "Table with a mapping");
}

TEST_F(MappedFiles, StatesOfADataSetBesideAreUnited) {
    file("dyads.csv", "ccode1,ccode2,year,defense\n220,255,1990,1\n");
    file("a.csv", "exporter,importer\nFrance,Allemagne\n");
    open({tiesOf("exporter", "importer")});
    EXPECT_EQ(edges(), (Lines{"France – Germany (defence pact)", "France → Germany"}));
    EXPECT_EQ(opened.dossier.vertices().count(), 2U);
}

TEST_F(MappedFiles, ATableThatNoMappingFitsIsAskedForBeforeAnyIsRead) {
    file("a.csv", "exporter,importer\nA,B\n");
    file("b.csv", "seller,buyer\nC,D\n");
    try {
        open({tiesOf("exporter", "importer")});
        FAIL() << "should have been refused";
    } catch (const UnknownTable& table) {
        EXPECT_EQ(table.file, paths[1]);
    }
}

TEST_F(MappedFiles, ATableThatIsLeftOutCountsAsRefused) {
    file("a.csv", "exporter,importer\nA,B\n");
    file("b.csv", "seller,buyer\nC,D\n");
    open({tiesOf("exporter", "importer")}, UnknownTables::LeaveOut);
    EXPECT_EQ(edges(), Lines{"A → B"});
    EXPECT_EQ(opened.report.rowsRefused, 1U);
    EXPECT_TRUE(says(Severity::Refused, "b.csv", "The file was left out"));
}

TEST_F(MappedFiles, FilesOfOtherFormatsAreReadAsEver) {
    file("a.csv", "exporter,importer\nA,B\n");
    file("b.net", "*Vertices 2\n1 \"A\"\n2 \"C\"\n*Arcs\n1 2\n");
    file("c.csv", "Source,Target\nA,D\n");
    open({tiesOf("exporter", "importer")});
    EXPECT_EQ(edges(), (Lines{"A → D", "A → B", "A → C"}));
    EXPECT_EQ(opened.dossier.vertices().count(), 4U);
}

TEST_F(MappedFiles, AnEncodingOfOneTableIsNotForcedOnAnother) {
    file("a.csv", "\xc0;\xc1\nx;y\n");
    file("b.csv", "Source,Target\nА,Б\n");
    Mapping mapping = tiesOf("А", "Б");
    mapping.encoding = "windows-1251";
    open({mapping});
    EXPECT_EQ(edges(), (Lines{"А → Б", "x → y"}));
    paths.erase(paths.begin());
    mapping.encoding = "ASCII";
    EXPECT_THROW(open({mapping}, UnknownTables::LeaveOut), FileError);
}

TEST_F(MappedFiles, SheetsThatTheMappingIsNotForAreNamed) {
    SmallWorkbook book;
    book.sheet("Read me", row(1, "all", "that"));
    book.sheet("Ties", row(1, "exporter", "importer") + row(2, "A", "B"));
    book.sheet("More", row(1, "exporter", "importer") + row(2, "C", "D"));
    file("two.xlsx", book.bytes());
    Mapping mapping = tiesOf("exporter", "importer");
    mapping.sheet = "Ties";
    open({mapping});
    EXPECT_EQ(edges(), Lines{"A → B"});
    for (const char* const sheet : {"two.xlsx, sheet “Read me”", "two.xlsx, sheet “More”"}) {
        EXPECT_TRUE(says(Severity::Note, sheet, "The sheet was not read")) << sheet;
    }
    EXPECT_FALSE(says(Severity::Note, "two.xlsx, sheet “Ties”", "not read"));
    mapping.sheet.clear();
    open({mapping});
    EXPECT_EQ(edges(), (Lines{"A → B", "C → D"}));
    EXPECT_TRUE(says(Severity::Note, "two.xlsx, sheet “Read me”", "left out"));
}

TEST_F(MappedFiles, AMappingThatFitsNothingIsSaidToBeWrong) {
    const auto refusal = [this](const Mapping& mapping) -> std::string {
        try {
            open({mapping}, UnknownTables::LeaveOut);
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    };
    file("a.net", "*Vertices 1\n1 \"A\"\n");
    EXPECT_EQ(refusal(tiesOf("seller", "buyer")),
              "The mapping cannot be applied: none of the files is a table.");
    file("b.csv", "Source,Target\nA,B\n");
    EXPECT_EQ(refusal(tiesOf("seller", "buyer")),
              "The mapping cannot be applied. b.csv has no column “seller”: correct its name in "
              "the mapping.");
    SmallWorkbook book;
    book.sheet("Ties", row(1, "exporter", "importer"));
    paths.clear();
    file("c.xlsx", book.bytes());
    Mapping mapping = tiesOf("exporter", "importer");
    mapping.sheet = "Tie";
    EXPECT_EQ(refusal(mapping), "There is no sheet “Tie”: correct the mapping.");
}

} // namespace entente
