#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_columns.h"
#include "ui/window/import_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

InputFile table(const std::string& text) {
    return {"table.csv", text};
}

/// "a=source, c=weight" of what the dialog has, without columns that are kept as they are.
std::string roles(const ImportDialog& dialog) {
    std::string text;
    for (const MappedColumn& column : dialog.mapping().columns) {
        if (column.role != ColumnRole::Attribute) {
            text += (text.empty() ? "" : ", ") + column.name + "=" + std::string(word(column.role));
        }
    }
    return text;
}

constexpr const char* title = "lines,above\n";
constexpr const char* chosenTable = "Exporter,Importer,Year,Value\nA,B,2001,3\nB,C,2002,4\n";

/// What no guess would say.
void chooseAnotherWay(const QWidget& dialog) {
    pick(named<QComboBox>(dialog, "What the column Year is"), static_cast<int>(ColumnRole::End));
    pick(named<QComboBox>(dialog, "How the column Year is written"),
         static_cast<int>(DateFormat::DayFirst));
    pick(named<QComboBox>(dialog, "What the column Value is"),
         static_cast<int>(ColumnRole::Ignored));
    pick(named<QComboBox>(dialog, "The actors are"), QStringLiteral("company"));
    named<QLineEdit>(dialog, "Kind of all rows")->setText(QStringLiteral("supplies"));
}

void expectAnotherWay(const ImportDialog& dialog) {
    EXPECT_EQ(roles(dialog), "Exporter=source, Importer=target, Year=end, Value=ignored");
    const Mapping mapping = dialog.mapping();
    EXPECT_EQ(mapping.columns[2].date, DateFormat::DayFirst);
    EXPECT_EQ(mapping.actors, "company");
    EXPECT_EQ(mapping.constants.at(ColumnRole::Kind), "supplies");
}

} // namespace

TEST(ImportChoicesTest, TakesAMappingAndGivesItBack) {
    const std::string text = "a;b;c\nx;y;1,5\n";
    Mapping mapping;
    mapping.separator = ';';
    mapping.header = 1;
    mapping.decimal = ',';
    mapping.directed = false;
    mapping.actors = "group";
    mapping.columns = {{"a", 0, ColumnRole::Source, DateFormat::Iso, ""},
                       {"b", 0, ColumnRole::Target, DateFormat::Iso, ""},
                       {"c", 0, ColumnRole::Weight, DateFormat::Iso, ""}};
    mapping.constants = {{ColumnRole::Kind, "ally"}, {ColumnRole::Confidence, "reported"}};
    ImportDialog dialog(table(text), {}, {});
    dialog.setMapping(mapping);
    EXPECT_EQ(mappingText(dialog.mapping()), mappingText(mapping));
}

TEST(ImportChoicesTest, AnotherSeparatorKeepsWhatWasChosen) {
    ImportDialog dialog(table(chosenTable), {}, {});
    dialog.show();
    chooseAnotherWay(dialog);
    auto* const separator = named<QComboBox>(dialog, "Separator");
    pick(separator, static_cast<int>(';'));
    EXPECT_EQ(dialog.mapping().columns.size(), 1U);
    EXPECT_EQ(dialog.mapping().actors, "company");
    pick(separator, static_cast<int>(','));
    expectAnotherWay(dialog);
}

TEST(ImportChoicesTest, AnotherHeaderKeepsWhatWasChosen) {
    ImportDialog dialog(table(std::string(title) + chosenTable), {}, {});
    dialog.show();
    auto* const header = named<QSpinBox>(dialog, "Header on line");
    EXPECT_EQ(header->value(), 2);
    chooseAnotherWay(dialog);
    header->setValue(1);
    EXPECT_EQ(dialog.mapping().columns.front().name, "lines");
    header->setValue(0);
    EXPECT_TRUE(dialog.mapping().columns.front().name.empty());
    header->setValue(2);
    expectAnotherWay(dialog);
}

TEST(ImportChoicesTest, AnotherEncodingKeepsWhatWasChosenAndGuessesTheRest) {
    // "Страна;Partner;Год" of windows-1251: the first and the last name are others in Latin.
    ImportDialog dialog(
        table("\xd1\xf2\xf0\xe0\xed\xe0;Partner;x;\xc3\xee\xe4\nA;B;1;2001\nC;D;2;2002\n"), {}, {});
    dialog.show();
    pick(named<QComboBox>(dialog, "What the column x is"), static_cast<int>(ColumnRole::Note));
    pick(named<QComboBox>(dialog, "Each row is"), static_cast<int>(RowTarget::Agreements));
    pick(named<QComboBox>(dialog, "What the column Partner is"),
         static_cast<int>(ColumnRole::Party));
    auto* const encoding = named<QComboBox>(dialog, "Encoding");
    pick(encoding, QStringLiteral("windows-1251"));
    EXPECT_EQ(roles(dialog), "Страна=label, Partner=party, x=note, Год=date");
    EXPECT_EQ(dialog.mapping().rows, RowTarget::Agreements);
    EXPECT_EQ(dialog.mapping().encoding, "windows-1251");
}

TEST(ImportChoicesTest, WhatRowsAreMayBeTriedOut) {
    ImportDialog dialog(table(chosenTable), {}, {});
    dialog.show();
    chooseAnotherWay(dialog);
    const std::string ties = mappingText(dialog.mapping());
    auto* const rows = named<QComboBox>(dialog, "Each row is");
    pick(rows, static_cast<int>(RowTarget::Elements));
    EXPECT_FALSE(button(dialog, "Import")->isEnabled());
    pick(named<QComboBox>(dialog, "What the column Exporter is"),
         static_cast<int>(ColumnRole::Label));
    EXPECT_EQ(roles(dialog), "Exporter=label, Year=end, Value=ignored");
    const std::string elements = mappingText(dialog.mapping());
    pick(rows, static_cast<int>(RowTarget::Ties));
    EXPECT_EQ(mappingText(dialog.mapping()), ties);
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
    pick(rows, static_cast<int>(RowTarget::Elements));
    EXPECT_EQ(mappingText(dialog.mapping()), elements);
    // What was guessed comes back as well.
    ImportDialog guessed(table(chosenTable), {}, {});
    guessed.show();
    const std::string guess = mappingText(guessed.mapping());
    pick(named<QComboBox>(guessed, "Each row is"), static_cast<int>(RowTarget::Elements));
    pick(named<QComboBox>(guessed, "Each row is"), static_cast<int>(RowTarget::Ties));
    EXPECT_EQ(mappingText(guessed.mapping()), guess);
}

TEST(ImportChoicesTest, AMappingWithAnEncodingReadsTheTableAgain) {
    ImportDialog dialog(table("\xc0;\xc1\nA;B\n"), {}, {});
    Mapping mapping;
    mapping.encoding = "windows-1251";
    mapping.columns = {{"А", 0, ColumnRole::Source, DateFormat::Iso, ""},
                       {"Б", 0, ColumnRole::Target, DateFormat::Iso, ""}};
    dialog.setMapping(mapping);
    EXPECT_EQ(roles(dialog), "А=source, Б=target");
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
}

TEST(ImportChoicesTest, AMappingIsSavedAndLoaded) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("m.json"));
    ImportDialog first(table(chosenTable), {}, {});
    first.show();
    chooseAnotherWay(first);
    nameFile(&first, path);
    button(first, "Save Mapping…")->click();
    EXPECT_EQ(mappingText(readMapping(path.toStdU16String())), mappingText(first.mapping()));

    ImportDialog second(table(chosenTable), {}, {});
    second.show();
    nameFile(&second, path);
    button(second, "Load Mapping…")->click();
    expectAnotherWay(second);
    EXPECT_EQ(mappingText(second.mapping()), mappingText(first.mapping()));
}

TEST(ImportChoicesTest, ASavedMappingHasItsEndingAndReplacesNothingUnasked) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.json"));
    const auto size = [&path] { return QFileInfo(path).size(); };
    ImportDialog dialog(table(chosenTable), {}, {});
    dialog.show();
    nameFile(&dialog, folder.filePath(QStringLiteral("map")));
    button(dialog, "Save Mapping…")->click();
    EXPECT_EQ(mappingText(readMapping(path.toStdU16String())), mappingText(dialog.mapping()));
    EXPECT_TRUE(shows(dialog, "The mapping was saved in ")) << "so that one knows";
    EXPECT_TRUE(shows(dialog, "map.json"));

    const qint64 before = size();
    named<QLineEdit>(dialog, "Kind of all rows")->setText(QStringLiteral("supplies"));
    EXPECT_FALSE(shows(dialog, "map.json")) << "what was saved is another";
    for (const char* const answer : {"Cancel", "Replace"}) {
        nameFile(&dialog, folder.filePath(QStringLiteral("map")));
        QString words;
        whenAsked<QMessageBox>(&dialog, [&](QMessageBox& box) {
            words = box.informativeText();
            if (answer == std::string_view("Cancel")) {
                // Who does not want that is asked for another name.
                whenAsked<QFileDialog>(&dialog, [](QFileDialog& again) { again.reject(); });
            }
            button(box, answer)->click();
        });
        button(dialog, "Save Mapping…")->click();
        EXPECT_EQ(words, path);
        EXPECT_EQ(size() == before, answer == std::string_view("Cancel")) << answer;
    }
}

TEST(ImportChoicesTest, AMappingThatCannotBeLoadedIsExplainedAndChangesNothing) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("m.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"entente-mapping\", \"rows\": \"cats\"}");
    file.close();
    ImportDialog dialog(table(chosenTable), {}, {});
    dialog.show();
    const std::string before = mappingText(dialog.mapping());
    nameFile(&dialog, path);
    QString words;
    whenAsked<QMessageBox>(&dialog, [&words](QMessageBox& box) {
        words = box.text();
        box.accept();
    });
    button(dialog, "Load Mapping…")->click();
    EXPECT_TRUE(words.contains(QStringLiteral("/rows"))) << words.toStdString();
    EXPECT_EQ(mappingText(dialog.mapping()), before);
}

} // namespace entente::ui
