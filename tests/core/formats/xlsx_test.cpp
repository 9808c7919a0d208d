#include "core/formats/xlsx.h"

#include "core/formats/entente_json.h"
#include "core/formats/input_file.h"
#include "core/formats/number_format.h"
#include "core/formats/registry.h"
#include "core/formats/tables.h"
#include "tests/core/formats/small_workbook.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace entente {

namespace {

struct Xlsx : testing::Test {
    ImportReport report;

    Dossier read(const std::string& bytes) {
        const std::vector<InputFile> files = {{"book.xlsx", bytes}};
        return xlsxReader().read(files, report, {});
    }

    std::string refusal(const std::string& bytes) {
        try {
            (void)read(bytes);
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    }

    [[nodiscard]] bool says(std::string_view file, std::size_t line, std::string_view column,
                            std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.file == file && entry.line == line && entry.column == column &&
                   entry.message.find(words) != std::string::npos;
        });
    }
};

std::string attribute(const Dossier& dossier, VertexIndex row, std::string_view name) {
    for (const Attribute& each : dossier.vertices().row(row).attributes) {
        if (dossier.text(each.name) == name) {
            return std::string(dossier.text(each.value));
        }
    }
    return {};
}

const char* const ties = "<row r='1'><c r='A1' t='inlineStr'><is><t>Source</t></is></c>"
                         "<c r='B1' t='inlineStr'><is><t>Target</t></is></c></row>"
                         "<row r='2'><c r='A2' t='inlineStr'><is><t>A</t></is></c>"
                         "<c r='B2' t='inlineStr'><is><t>B</t></is></c></row>";

} // namespace

TEST_F(Xlsx, EveryKindOfCellBecomesItsText) {
    SmallWorkbook book;
    book.strings = {"Id", "A\nlong name"};
    book.formats = {{0, ""}, {14, ""}, {164, "yyyy\\-mm"}, {22, ""}, {165, "0.0\"days\""}};
    book.sheet("Nodes",
               "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><r><t>La</t></r>"
               "<r><t>bel</t></r><rPh><t>x</t></rPh></is></c><c r='C1' t='str'><v>Begin</v></c>"
               "<c r='D1' t='str'><v>whole</v></c><c r='E1' t='str'><v>part</v></c>"
               "<c r='F1' t='str'><v>yes</v></c><c r='G1' t='str'><v>wrong</v></c>"
               "<c r='H1' t='str'><v>when</v></c><c r='I1' t='str'><v>month</v></c>"
               "<c r='J1' t='str'><v>sum</v></c><c r='K1' t='str'><v>none</v></c></row>"
               "<row r='2'><c r='A2' t='str'><v>a</v></c><c r='B2' t='s'><v>1</v></c>"
               "<c r='C2' s='1'><v>36962</v></c><c r='D2'><v>3.0</v></c>"
               "<c r='E2' s='4'><v>0.30000000000000004</v></c><c r='F2' t='b'><v>1</v></c>"
               "<c r='G2' t='e'><v>#N/A</v></c><c r='H2' s='3'><v>36962.5</v></c>"
               "<c r='I2' s='2'><v>36962</v></c><c r='J2'><f>1+1</f><v>2</v></c>"
               "<c r='K2'><f>1+1</f></c></row>");
    const Dossier dossier = read(book.bytes());
    ASSERT_EQ(dossier.vertices().size(), 1U) << report.text();
    EXPECT_EQ(dossier.label(0), "A\nlong name");
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)).substr(0, 10), "2001-03-12");
    EXPECT_EQ(attribute(dossier, 0, "whole"), "3");
    EXPECT_EQ(attribute(dossier, 0, "part"), "0.3");
    EXPECT_EQ(attribute(dossier, 0, "yes"), "true");
    EXPECT_EQ(attribute(dossier, 0, "wrong"), "");
    EXPECT_EQ(attribute(dossier, 0, "when"), "2001-03-12T12:00:00");
    EXPECT_EQ(attribute(dossier, 0, "month"), "2001-03");
    EXPECT_EQ(attribute(dossier, 0, "sum"), "2");
    EXPECT_TRUE(says("book.xlsx, sheet “Nodes”", 2, "column G", "#N/A")) << report.text();
    EXPECT_TRUE(says("book.xlsx, sheet “Nodes”", 2, "column K", "result is not in the file"));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
}

TEST_F(Xlsx, DatesCountFrom1904WhereTheWorkbookSaysSo) {
    SmallWorkbook book;
    book.from1904 = true;
    book.formats = {{0, ""}, {14, ""}};
    book.sheet("S", "<row r='1'><c r='A1' t='str'><v>Id</v></c><c r='B1' t='str'><v>Date</v></c>"
                    "</row><row r='2'><c r='A2' t='str'><v>a</v></c><c r='B2' s='1'><v>0</v></c>"
                    "</row>");
    EXPECT_EQ(toEdtf(read(book.bytes()).vertices().period(0)), "1904-01-01");
}

TEST_F(Xlsx, SheetsAreTablesOfOneDossierAndRowsKeepTheirNumbers) {
    SmallWorkbook book;
    book.sheet("Ties", "<row r='1'><c r='A1' t='str'><v>All ties, 2020</v></c></row>"
                       "<row r='4'><c r='A4' t='str'><v>Source</v></c><c r='B4' t='str'><v>Target"
                       "</v></c><c r='C4' t='str'><v>Note</v></c></row>"
                       "<row r='5'><c r='A5' t='str'><v>a</v></c><c r='B5' t='str'><v>b</v></c>"
                       "<c r='C5' t='str'><v>two\nlines</v></c></row>"
                       "<row r='9'><c r='A9' t='str'><v>a</v></c></row>");
    book.sheet("Hidden", ties, true);
    book.sheet("Nodes", "<row r='1'><c r='A1' t='str'><v>Id</v></c></row>"
                        "<row r='2'><c r='A2' t='str'><v>a</v></c></row>");
    book.sheet("Readme", "<row r='1'><c r='A1' t='str'><v>Hello</v></c></row>");
    const Dossier dossier = read(book.bytes());
    EXPECT_EQ(dossier.vertices().size(), 2U);
    ASSERT_EQ(dossier.edges().size(), 1U);
    EXPECT_EQ(dossier.text(dossier.edges().note(0)), "two\nlines");
    EXPECT_TRUE(says("book.xlsx, sheet “Ties”", 9, "column Target", "names no vertex"))
        << report.text();
    EXPECT_TRUE(says("book.xlsx, sheet “Ties”", 0, "", "All ties, 2020")) << report.text();
    EXPECT_TRUE(says("book.xlsx, sheet “Hidden”", 0, "", "hidden"));
    EXPECT_TRUE(says("book.xlsx, sheet “Readme”", 0, "", "left out"));
}

TEST_F(Xlsx, CellsMergedDownwardsHaveTheirValueInEachRow) {
    SmallWorkbook book;
    book.sheet(
        "S",
        "<row r='1'><c r='A1' t='str'><v>Source</v></c><c r='B1' t='str'><v>Target</v></c>"
        "</row><row r='2'><c r='A2' t='str'><v>a</v></c><c r='B2' t='str'><v>b</v></c></row>"
        "<row r='3'><c r='B3' t='str'><v>c</v></c></row><row r='4'><c r='B4' t='str'><v>d</v>"
        "</c></row>",
        false, "<mergeCells count='1'><mergeCell ref='A2:A3'/></mergeCells>");
    const Dossier dossier = read(book.bytes());
    ASSERT_EQ(dossier.edges().size(), 2U) << report.text();
    EXPECT_EQ(dossier.label(dossier.edges().source(1)), "a");
    EXPECT_TRUE(says("book.xlsx, sheet “S”", 4, "column Source", "names no vertex"));
}

TEST_F(Xlsx, CellsWithoutPlacesStandSideBySide) {
    SmallWorkbook book;
    book.sheet("S", "<row><c t='str'><v>Source</v></c><c t='str'><v>Target</v></c></row>"
                    "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>");
    EXPECT_EQ(read(book.bytes()).edges().size(), 1U);
}

TEST_F(Xlsx, BlanksAroundTextsAreNoPartOfThem) {
    SmallWorkbook book;
    book.sheet("S", "<row><c t='str'><v> Source</v></c><c t='str'><v>Target </v></c></row>"
                    "<row><c t='str'><v> Iran </v></c><c t='str'><v>  </v></c></row>"
                    "<row><c t='str'><v>Iran</v></c><c t='str'><v>New York </v></c></row>");
    const Dossier dossier = read(book.bytes());
    ASSERT_EQ(dossier.vertices().size(), 2U) << report.text();
    EXPECT_EQ(dossier.label(0), "Iran");
    EXPECT_EQ(dossier.label(1), "New York");
}

TEST_F(Xlsx, UnknownColumnsAreToldWithTheSheet) {
    SmallWorkbook book;
    book.sheet("Data", "<row r='1'><c r='A1' t='str'><v>Foo</v></c></row>");
    try {
        (void)read(book.bytes());
        FAIL();
    } catch (const UnknownTable& table) {
        EXPECT_EQ(table.sheet, "Data");
        EXPECT_NE(std::string(table.what()).find("sheet “Data”"), std::string::npos);
    }
}

TEST_F(Xlsx, DamagedWorkbooksAreRefusedInASentence) {
    SmallWorkbook book;
    book.sheet("S", ties);
    const std::string whole = book.bytes();
    ASSERT_EQ(refusal(whole), "");
    for (std::size_t length : {std::size_t{4}, whole.size() / 3, whole.size() / 2,
                               whole.size() - 30, whole.size() - 1}) {
        const std::string message = refusal(whole.substr(0, length));
        EXPECT_NE(message.find("book.xlsx"), std::string::npos) << length << message;
    }
    std::string flipped = whole;
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        report = {};
        refused += refusal(flipped).empty() ? 0 : 1; // and nothing else is thrown
    }
    EXPECT_GT(refused, 0U);
    for (const char* const part : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                   "xl/worksheets/sheet1.xml"}) {
        SmallWorkbook lacking = book;
        lacking.leftOut = part;
        EXPECT_NE(refusal(lacking.bytes()).find("damaged"), std::string::npos) << part;
    }
}

TEST_F(Xlsx, XmlThatIsNoneOrDeclaresEntitiesIsRefused) {
    for (const char* const sheet : {"<row r='1'><c", "<row></c></row>", "&x;"}) {
        SmallWorkbook book;
        book.sheet("S", sheet);
        EXPECT_NE(refusal(book.bytes()).find("part xl/worksheets/sheet1.xml, line"),
                  std::string::npos)
            << sheet;
    }
    SmallWorkbook bomb;
    bomb.sheet("S", "<row r='1'><c t='str'><v>&b;</v></c></row>");
    bomb.doctype = "<!DOCTYPE w [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>";
    EXPECT_NE(refusal(bomb.bytes()).find("declares a document type"), std::string::npos);
}

TEST_F(Xlsx, WhatSwellsOrLiesBeyondASheetIsBounded) {
    SmallWorkbook far;
    far.sheet("S", std::string(ties) +
                       "<row r='99999999999'><c r='ZZZZ9'><v>1</v></c></row>"
                       "<row r='3'><c r='XFE3'><v>1</v></c><c r='B3' t='s'><v>77</v>"
                       "</c></row>");
    EXPECT_EQ(read(far.bytes()).edges().size(), 1U);
    EXPECT_TRUE(says("book.xlsx, sheet “S”", 2, "", "cannot be")) << report.text();
    EXPECT_TRUE(says("book.xlsx, sheet “S”", 3, "column B", "not in the workbook"));
    SmallWorkbook bomb;
    bomb.sheet("S", ties);
    bomb.declaredSize = 0x7FFFFFFF;
    EXPECT_NE(refusal(bomb.bytes()), "");
}

TEST_F(Xlsx, FormatsOfNumbersAreToldFromThoseOfDates) {
    const NumberFormat day{true, true, true, false};
    EXPECT_EQ(parseNumberFormat("yyyy-mm-dd"), day);
    EXPECT_EQ(parseNumberFormat("[$-407]d. mmmm yyyy;@"), day);
    EXPECT_EQ(parseNumberFormat("General"), NumberFormat{});
    EXPECT_EQ(parseNumberFormat("#,##0.00\" days\""), NumberFormat{});
    EXPECT_EQ(parseNumberFormat("[Red]0.0%"), NumberFormat{});
    EXPECT_EQ(parseNumberFormat("h:mm:ss"), (NumberFormat{false, false, false, true}));
    EXPECT_EQ(parseNumberFormat("yyyy"), (NumberFormat{true, false, false, false}));
    EXPECT_EQ(*serialDateText(1, day, SerialDates::From1900), "1900-01-01");
    EXPECT_EQ(*serialDateText(59, day, SerialDates::From1900), "1900-02-28");
    EXPECT_EQ(*serialDateText(60, day, SerialDates::From1900), "1900-02");
    EXPECT_EQ(*serialDateText(61, day, SerialDates::From1900), "1900-03-01");
    EXPECT_EQ(*serialDateText(2958465, day, SerialDates::From1900), "9999-12-31");
    EXPECT_FALSE(serialDateText(2958466, day, SerialDates::From1900));
    EXPECT_FALSE(serialDateText(-1, day, SerialDates::From1900));
    EXPECT_EQ(tableNumberText(1e6), "1000000");
    EXPECT_EQ(tableNumberText(-2.5), "-2.5");
}

TEST_F(Xlsx, OtherArchivesAndProtectedFilesGetAdvice) {
    const auto advice = [](const std::string& bytes) { return describeContent(bytes); };
    std::string locked = "\xD0\xCF\x11\xE0" + std::string(600, '\0');
    for (const char c : std::string("EncryptedPackage")) {
        locked += c;
        locked += '\0';
    }
    EXPECT_NE(advice(locked).find("password"), std::string::npos);
    EXPECT_NE(advice("PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
                  .find("OpenDocument"),
              std::string::npos);
    EXPECT_EQ(xlsxReader().recognise({"a.zip", "PK\3\4 anything"}), 0);
}

TEST_F(Xlsx, AWorkbookAndTablesOfTextMakeOneDossierInAnyOrder) {
    const TemporaryFolder folder;
    const auto cells = [](std::string_view row, std::initializer_list<const char*> texts) {
        std::string xml = "<row r='" + std::string(row) + "'>";
        char column = 'A';
        for (const char* const text : texts) {
            xml += std::string("<c r='") + column++ + std::string(row) + "' t='str'><v>" + text +
                   "</v></c>";
        }
        return xml + "</row>";
    };
    SmallWorkbook nodes;
    nodes.sheet("N", cells("1", {"Id", "Label", "Kind"}) + cells("2", {"1", "Iran", "state"}) +
                         cells("3", {"2", "Treaty", "agreement"}));
    SmallWorkbook edges;
    edges.sheet("E", cells("1", {"Source", "Target"}) + cells("2", {"1", "2"}));
    const auto file = [&folder](const char* name, const std::string& bytes) {
        putBytes(folder.path() / name, bytes);
        return folder.path() / name;
    };
    const auto nodeBook = file("n.xlsx", nodes.bytes());
    const auto nodeText = file("n.csv", "Id,Label,Kind\n1,Iran,state\n2,Treaty,agreement\n");
    const auto edgeBook = file("e.xlsx", edges.bytes());
    const auto edgeText = file("e.tsv", "Source\tTarget\n1\t2\n");
    const std::string expected =
        ententeJsonText(openFiles(std::vector{nodeText, edgeText}).dossier);
    for (const auto& files : {std::vector{nodeBook, edgeText}, std::vector{edgeText, nodeBook},
                              std::vector{nodeText, edgeBook}, std::vector{nodeBook, edgeBook}}) {
        const OpenedDossier opened = openFiles(files);
        EXPECT_EQ(ententeJsonText(opened.dossier), expected) << files.front();
        EXPECT_EQ(opened.report.rowsRead, 3U);
    }
}

TEST_F(Xlsx, AWorkbookThatIsNotKnownIsAskedForBesideATableThatIs) {
    const TemporaryFolder folder;
    SmallWorkbook book;
    book.sheet("S",
               "<row r='1'><c r='A1' t='str'><v>x</v></c><c r='B1' t='str'><v>y</v></c></row>");
    putBytes(folder.path() / "a.csv", "Source,Target\n1,2\n");
    putBytes(folder.path() / "b.xlsx", book.bytes());
    try {
        (void)openFiles(std::vector{folder.path() / "a.csv", folder.path() / "b.xlsx"});
        ADD_FAILURE() << "should have asked";
    } catch (const UnknownTable& table) {
        EXPECT_EQ(table.file.filename(), "b.xlsx");
        EXPECT_EQ(table.sheet, "S");
    }
}

TEST_F(Xlsx, WhatOpenpyxlWritesIsRead) {
    const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                       ("entente-openpyxl-" + std::to_string(getpid()) + ".xlsx");
    const std::string script =
        "/usr/bin/python3 -c \"import openpyxl, datetime; b = openpyxl.Workbook(); s = b.active; "
        "s.append(['Source', 'Target', 'Begin', 'Weight']); "
        "s.append(['a', 'b', datetime.date(2001, 3, 12), 2.5]); b.save('" +
        path.string() + "')\" 2>/dev/null";
    if (std::system(script.c_str()) != 0) {
        GTEST_SKIP() << "python3-openpyxl is not installed";
    }
    const OpenedDossier opened = openFiles(std::vector{path});
    std::filesystem::remove(path);
    ASSERT_EQ(opened.dossier.edges().size(), 1U);
    EXPECT_EQ(toEdtf(opened.dossier.edges().period(0)), "2001-03-12/");
    EXPECT_FLOAT_EQ(opened.dossier.edges().weight(0), 2.5F);
}

} // namespace entente
