#include "core/formats/mapped_rows.h"
#include "core/formats/mapping_guess.h"
#include "core/model/validation.h"
#include "tests/core/formats/raw_text.h"
#include "tests/core/formats/small_workbook.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

using Lines = std::vector<std::string>;

struct Mapped : testing::Test {
    ImportReport report;

    Dossier read(const std::string& text, const Mapping& mapping) {
        const MappedTable table = mappedTable(raw(text), mapping);
        EXPECT_EQ(faults(mapping, table), Lines{});
        Dossier dossier;
        readMapped(table, mapping, dossier, report, {});
        EXPECT_TRUE(validate(dossier).empty());
        return dossier;
    }
    Dossier readAsGuessed(const std::string& text) {
        return read(text, guessMapping(*raw(text)).mapping);
    }
    static Lines edges(const Dossier& dossier) {
        Lines lines;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            const std::string period = toEdtf(dossier.edges().period(i));
            lines.push_back(dossier.describe({ElementKind::Edge, i}) +
                            (period.empty() ? "" : " " + period));
        }
        return lines;
    }
    [[nodiscard]] bool says(std::size_t line, std::string_view column,
                            std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.line == line && entry.column == column &&
                   entry.message.find(words) != std::string::npos;
        });
    }
};

Mapping everyPart() {
    Mapping mapping;
    mapping.rows = RowTarget::Agreements;
    mapping.sheet = "Data";
    mapping.encoding = "windows-1251";
    mapping.separator = ';';
    mapping.header = 0;
    mapping.skip = 2;
    mapping.decimal = ',';
    mapping.directed = false;
    mapping.actors = "state";
    mapping.columns = {{"", 1, ColumnRole::Party, DateFormat::Iso, ";"},
                       {"Datum", 0, ColumnRole::Begin, DateFormat::DayFirst, ""},
                       {"Jahr", 0, ColumnRole::End, DateFormat::Iso, "", DatePart::YearOnly},
                       {"Monat", 0, ColumnRole::End, DateFormat::Iso, "", DatePart::MonthOnly},
                       {"Tag", 0, ColumnRole::End, DateFormat::Iso, "", DatePart::DayOnly},
                       {"Quelle", 0, ColumnRole::Citation, DateFormat::Iso, ""}};
    mapping.constants = {{ColumnRole::Kind, "ally"}, {ColumnRole::Sector, "defence"}};
    return mapping;
}

} // namespace

TEST(TableDate, ReadsWhatPeopleWrite) {
    using F = DateFormat;
    EXPECT_EQ(tableDate("3/12/2001", F::DayFirst), "2001-12-03");
    EXPECT_EQ(tableDate("3/12/2001", F::MonthFirst), "2001-03-12");
    EXPECT_EQ(tableDate("3/12/2001 14:05", F::MonthFirst), "2001-03-12");
    EXPECT_EQ(tableDate("3/12/2001", F::Iso), std::nullopt);
    EXPECT_EQ(tableDate("31/2/2001", F::DayFirst), std::nullopt);
    EXPECT_EQ(tableDate("3/12/01", F::DayFirst), std::nullopt);
    EXPECT_EQ(tableDate("12.3.2001", F::MonthFirst), "2001-03-12");
    EXPECT_EQ(tableDate("3/2001", F::DayFirst), "2001-03");
    EXPECT_EQ(tableDate("12 March 2001", F::Iso), "2001-03-12");
    EXPECT_EQ(tableDate("March 12th, 2001", F::Iso), "2001-03-12");
    EXPECT_EQ(tableDate("12-Mar-2001", F::DayFirst), "2001-03-12");
    EXPECT_EQ(tableDate("1er août 2001", F::Iso), "2001-08-01");
    EXPECT_EQ(tableDate("12 марта 2001 г.", F::Iso), "2001-03-12");
    EXPECT_EQ(tableDate("Juni 1998", F::Iso), "1998-06");
    EXPECT_EQ(tableDate("36962", F::Serial1900), "2001-03-12");
    EXPECT_EQ(tableDate("2001", F::Serial1900), "2001");
    EXPECT_EQ(tableDate("present", F::DayFirst), "present");
    EXPECT_EQ(tableDate("soon", F::Iso), std::nullopt);
}

TEST(MappingJson, EveryPartIsReadBack) {
    const Mapping mapping = everyPart();
    EXPECT_EQ(parseMapping(mappingText(mapping), "m.json"), mapping);
    EXPECT_EQ(parseMapping(mappingText(Mapping{}), "m.json"), Mapping{});
    EXPECT_EQ(mappingText(parseMapping(mappingText(mapping), "m.json")), mappingText(mapping));
}

TEST(MappingJson, WhatIsWrongIsNamedWithItsPlace) {
    const std::pair<const char*, const char*> cases[] = {
        {"{\n\"format\": ", "m.json, line 2"},
        {"[]", "m.json, at its top"},
        {"{}", "/format"},
        {R"({"format":"entente-mapping","rows":"cats"})", "/rows: rows are ties"},
        {R"({"format":"entente-mapping","column":[]})", "/column: “column” is not known"},
        {R"({"format":"entente-mapping","columns":[{"column":0}]})", "/columns/0/column"},
        {R"({"format":"entente-mapping","columns":[{"column":"a","is":"x"}]})", "/columns/0/is"},
        {R"({"format":"entente-mapping","columns":[{"column":"a","dates":"x"}]})",
         "/columns/0/dates"},
        {R"({"format":"entente-mapping","table":{"header":-1}})", "/table/header"},
        {R"({"format":"entente-mapping","table":{"separator":"ab"}})", "/table/separator"},
        {R"({"format":"entente-mapping","constants":{"kind":1}})", "/constants/kind"}};
    for (const auto& [text, words] : cases) {
        try {
            (void)parseMapping(text, "m.json");
            ADD_FAILURE() << text;
        } catch (const FileError& error) {
            EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << error.what();
        }
    }
}

TEST_F(Mapped, TiesHaveTheirDatesWeightsAndSources) {
    const Dossier dossier = readAsGuessed("Exporteur;Importeur;Jahr;Betrag (USD);Quelle;Art;Farbe\n"
                                          "D;F;2001;1.234,5;https://a.example;Handel;rot\n"
                                          "F;D;2002;7,25;https://a.example;Handel;\n"
                                          "I;D;2003;viel;https://b.example;Rüstung;\n"
                                          "I;;2003;1;https://b.example;Rüstung;\n");
    EXPECT_EQ(edges(dossier), (Lines{"D → F (Handel) 2001", "F → D (Handel) 2002"}));
    EXPECT_FLOAT_EQ(dossier.edges().weight(0), 1234.5F);
    EXPECT_EQ(dossier.sources().size(), 1U);
    ASSERT_EQ(dossier.claims().size(), 2U);
    EXPECT_EQ(dossier.claims()[1].about, (ElementRef{ElementKind::Edge, 1}));
    EXPECT_EQ(dossier.text(dossier.sources()[0].address), "https://a.example");
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_EQ(report.rowsRefused, 2U);
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(says(4, "column Betrag (USD)", "viel")) << report.text();
    EXPECT_TRUE(says(5, "column Importeur", "names no vertex")) << report.text();
}

TEST_F(Mapped, PartsThatAreMissingMakeDatesLessPrecise) {
    const Dossier dossier = readAsGuessed("from,to,styear,stmonth,stday,endyear,endmonth,endday\n"
                                          "A,B,1914,7,28,1918,11,11\n"
                                          "A,C,1914,-9,-9,1918,NA,\n"
                                          "A,D,1914.0,7.0,0,-9,-9,-9\n"
                                          "A,E,1914,,28,1918,88,99\n"
                                          "A,F,NA,7,28,-8,11,11\n"
                                          "A,G,1914,July,28,1918,nov,.\n"
                                          "A,H,-31,9,2,-30,8,1\n");
    EXPECT_EQ(edges(dossier), (Lines{"A → B 1914-07-28/1918-11-11", "A → C 1914/1918",
                                     "A → D 1914-07/..", "A → E 1914/1918", "A → F",
                                     "A → G 1914-07-28/1918-11", "A → H -0031-09-02/-0030-08-01"}));
    EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
}

TEST_F(Mapped, PartsThatDoNotExistAreLeftOutAndReported) {
    const Dossier dossier = readAsGuessed("from,to,year,month,day\n"
                                          "A,B,1914,6,31\n"
                                          "A,C,1914,13,1\n"
                                          "A,D,1900,2,29\n"
                                          "A,E,1904,2,29\n"
                                          "A,F,1904,2,14\n"
                                          "A,G,soon,2,1\n"
                                          "A,H,1904,2,1\n"
                                          "A,I,1904,2,1\n");
    EXPECT_EQ(edges(dossier).size(), 7U);
    EXPECT_EQ(edges(dossier)[0], "A → B 1914-06");
    EXPECT_EQ(edges(dossier)[1], "A → C 1914");
    EXPECT_EQ(edges(dossier)[2], "A → D 1900-02");
    EXPECT_EQ(edges(dossier)[3], "A → E 1904-02-29");
    EXPECT_TRUE(says(2, "column day", "1914-06 has no day “31”")) << report.text();
    EXPECT_TRUE(says(3, "column month", "“13” is no month"));
    EXPECT_TRUE(says(7, "column year", "“soon”")) << report.text();
    EXPECT_EQ(report.rowsRefused, 1U);
    EXPECT_EQ(report.rowsRepaired, 3U);
}

TEST_F(Mapped, PartsOfADateNeedOneAnother) {
    const auto wrong = [](std::vector<MappedColumn> columns) {
        Mapping mapping;
        mapping.columns = std::move(columns);
        mapping.columns.push_back({"a", 0, ColumnRole::Source, DateFormat::Iso, ""});
        mapping.columns.push_back({"b", 0, ColumnRole::Target, DateFormat::Iso, ""});
        const std::vector<std::string> all =
            faults(mapping, mappedTable(raw("a,b,y,m,d\n"), mapping));
        return all.empty() ? std::string() : all.front();
    };
    const auto part = [](const char* name, DatePart which) {
        return MappedColumn{name, 0, ColumnRole::Begin, DateFormat::Iso, "", which};
    };
    const MappedColumn year = part("y", DatePart::YearOnly);
    const MappedColumn month = part("m", DatePart::MonthOnly);
    const MappedColumn day = part("d", DatePart::DayOnly);
    EXPECT_EQ(wrong({day, month, year}), "");
    EXPECT_EQ(wrong({year}), "");
    EXPECT_EQ(wrong({month}), "The column “m” is the month of the begin, but no column is its "
                              "year: choose that one too.");
    EXPECT_EQ(wrong({year, day}), "The column “d” is the day of the begin, but no column is its "
                                  "month: choose that one too.");
    EXPECT_EQ(wrong({year, month, part("d", DatePart::MonthOnly)}),
              "The column “m” and the column “d” cannot both be the month of the begin: choose "
              "one.");
    EXPECT_EQ(wrong({year, part("d", DatePart::Whole)}),
              "The column “y” and the column “d” cannot both be the begin: choose one.");
}

TEST_F(Mapped, ConstantsStandForColumnsThatAreNotThere) {
    Mapping mapping;
    mapping.directed = false;
    mapping.actors = "state";
    mapping.columns = {{"a", 0, ColumnRole::Source, DateFormat::Iso, ""},
                       {"b", 0, ColumnRole::Target, DateFormat::Iso, ""},
                       {"Kind", 0, ColumnRole::Attribute, DateFormat::Iso, ""},
                       {"x", 0, ColumnRole::Ignored, DateFormat::Iso, ""}};
    mapping.constants = {{ColumnRole::Kind, "ally"},
                         {ColumnRole::Sector, "defence"},
                         {ColumnRole::Citation, "Treaty series"}};
    const Dossier dossier = read("a,b,Kind,x\nA,B,odd,1\n", mapping);
    ASSERT_EQ(dossier.edges().size(), 1U);
    const Edge edge = dossier.edges().row(0);
    EXPECT_EQ(dossier.text(edge.type), "ally");
    EXPECT_FALSE(edge.directed);
    EXPECT_EQ(edge.sectors, dossier.findSector("defence"));
    ASSERT_EQ(edge.attributes.size(), 1U);
    EXPECT_EQ(dossier.text(edge.attributes[0].name), "Kind");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::State);
    EXPECT_EQ(dossier.text(dossier.sources()[0].title), "Treaty series");
}

TEST_F(Mapped, RowsBecomeAgreementsWithTheirParties) {
    const Dossier dossier = readAsGuessed("Treaty,Members,Date,Source\n"
                                          "Pact of X,\"A; B ;A\",12 March 2001,Gazette\n"
                                          "Pact Y,A; D,March 2002,Gazette\n"
                                          "Z,,2003,q\n");
    EXPECT_EQ(edges(dossier),
              (Lines{"A → Pact of X", "B → Pact of X", "A → Pact Y", "D → Pact Y"}));
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::Agreement);
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "2001-03-12");
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_TRUE(says(4, "column Members", "names no party")) << report.text();
    EXPECT_EQ(dossier.claims().size(), 2U);
}

TEST_F(Mapped, ARowForEachPartyIsOneAgreement) {
    Mapping mapping;
    mapping.rows = RowTarget::Agreements;
    mapping.columns = {{"id", 0, ColumnRole::Id, DateFormat::Iso, ""},
                       {"member", 0, ColumnRole::Party, DateFormat::Iso, ""}};
    const Dossier dossier = read("id,member\n7,A\n7,B\n8,A\n", mapping);
    EXPECT_EQ(edges(dossier), (Lines{"A → 7", "B → 7", "A → 8"}));
    EXPECT_EQ(report.rowsRead, 3U);
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(Mapped, RowsBecomeElements) {
    const Dossier dossier = readAsGuessed("pays,capitale,latitude,longitude\n"
                                          "France,Paris,\"48.9\",2.3\nItalie,Rome,41.9,12.5\n");
    ASSERT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.label(0), "France");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::State);
    ASSERT_TRUE(dossier.vertices().row(1).details);
    EXPECT_DOUBLE_EQ(dossier.vertices().row(1).details->location->latitude, 41.9);
}

TEST_F(Mapped, FaultsSayWhatIsMissing) {
    const MappedTable table = mappedTable(raw("a,b,c\n1,2,3\n"), Mapping{});
    EXPECT_EQ(faults(Mapping{}, table).size(), 2U);
    Mapping twice;
    twice.columns = {{"a", 0, ColumnRole::Source, DateFormat::Iso, ""},
                     {"b", 0, ColumnRole::Source, DateFormat::Iso, ""},
                     {"c", 0, ColumnRole::Target, DateFormat::Iso, ""},
                     {"d", 0, ColumnRole::Note, DateFormat::Iso, ""}};
    const std::vector<std::string> wrong = faults(twice, table);
    ASSERT_EQ(wrong.size(), 2U);
    EXPECT_NE(wrong[0].find("cannot both be the source"), std::string::npos) << wrong[0];
    EXPECT_NE(wrong[1].find("has no column “d”"), std::string::npos) << wrong[1];
}

TEST_F(Mapped, NumbersFollowTheDecimalMarkAndAreNeverTenTimesAsMuch) {
    const auto weights = [&](const std::string& numbers, char decimal) {
        Mapping mapping = guessMapping(*raw("Payer;Payee;Amount\n" + numbers)).mapping;
        mapping.decimal = decimal;
        const Dossier dossier = read("Payer;Payee;Amount\n" + numbers, mapping);
        std::vector<float> all;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            all.push_back(dossier.edges().weight(i));
        }
        return all;
    };
    EXPECT_EQ(weights("A;B;1,5\nA;B;1,250\nA;B;1,250.5\nA;B;1.250,5\n", '.'),
              (std::vector<float>{1.5F, 1250, 1250.5F, 1250.5F}));
    EXPECT_TRUE(says(0, "column Amount", "decimal comma: 2.")) << report.text();
    EXPECT_EQ(weights("A;B;1,5\nA;B;1.250\nA;B;1.25\nA;B;5.000.000\n", ','),
              (std::vector<float>{1.5F, 1250, 1.25F, 5e6F}));
}

TEST_F(Mapped, FieldsBeyondTheHeaderAreNamed) {
    (void)readAsGuessed("Payer;Payee;Since\nA;B;2001;x;y\n");
    EXPECT_TRUE(says(2, "column 4", "5 fields, the header 3; those beyond were left out"))
        << report.text();
}

TEST_F(Mapped, TwoColumnsThatBeginAreOneTooMany) {
    Mapping mapping = guessMapping(*raw("Payer;Payee;Start;Finish\nA;B;2001;2002\n")).mapping;
    mapping.columns[3].role = ColumnRole::Date;
    const Lines wrong = faults(mapping, mappedTable(raw("Payer;Payee;Start;Finish\n"), mapping));
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_NE(wrong[0].find("cannot both say when rows begin"), std::string::npos) << wrong[0];
}

} // namespace entente
