#include "ui/window/import_dialog.h"

#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_columns.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

InputFile table(const std::string& text) {
    return {"table.csv", text};
}

} // namespace

TEST(ImportDialogTest, PresetsTheGuessAndShowsWhatRowsBecome) {
    ImportDialog dialog(table("Exporter,Importer,Year,Value\nA,B,2001,3\nB,C,soon,4\n"), {}, {});
    dialog.show();
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
    auto* const source = named<QComboBox>(dialog, "What the column Exporter is");
    EXPECT_EQ(source->currentData().toInt(), static_cast<int>(ColumnRole::Source));
    EXPECT_TRUE(shows(dialog, "guess"));
    auto* const result = named<QTableWidget>(dialog, "What the first rows become");
    ASSERT_EQ(result->rowCount(), 2);
    EXPECT_EQ(result->item(0, 1)->text(), QStringLiteral("A → B"));
    EXPECT_EQ(result->item(0, 2)->text(), QStringLiteral("2001"));
    EXPECT_TRUE(result->item(1, 1)->text().contains(QStringLiteral("not taken")));
    EXPECT_TRUE(result->item(1, 3)->text().contains(QStringLiteral("“soon” is no date")));
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return shows(dialog, "1 rows taken, 0 repaired, 1 refused"); }));
}

TEST(ImportDialogTest, SaysWhatIsMissingUntilItIsThere) {
    ImportDialog dialog(table("q,w\nlorem,1\nipsum,2\n"), {}, {});
    dialog.show();
    EXPECT_FALSE(button(dialog, "Import")->isEnabled());
    EXPECT_TRUE(shows(dialog, "Not yet: No column is the source"));
    pick(named<QComboBox>(dialog, "What the column q is"), static_cast<int>(ColumnRole::Source));
    EXPECT_TRUE(shows(dialog, "Not yet: No column is the target"));
    pick(named<QComboBox>(dialog, "What the column w is"), static_cast<int>(ColumnRole::Target));
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
    EXPECT_FALSE(shows(dialog, "Not yet"));
}

TEST(ImportDialogTest, DatesThatMayBeReadInTwoWaysAreAsked) {
    ImportDialog dialog(table("from,to,signed\nA,B,3/12/2001\n"), {}, {});
    dialog.show();
    EXPECT_FALSE(button(dialog, "Import")->isEnabled());
    EXPECT_TRUE(shows(dialog, "day first or month first"));
    pick(named<QComboBox>(dialog, "How the column signed is written"),
         static_cast<int>(DateFormat::MonthFirst));
    ASSERT_TRUE(button(dialog, "Import")->isEnabled());
    auto* const result = named<QTableWidget>(dialog, "What the first rows become");
    EXPECT_TRUE(result->item(0, 2)->text().startsWith(QStringLiteral("2001-03-12")));
}

TEST(ImportDialogTest, TakesAMappingAndGivesItBack) {
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

namespace {

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

TEST(ImportDialogTest, AnotherSeparatorKeepsWhatWasChosen) {
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

TEST(ImportDialogTest, AnotherHeaderKeepsWhatWasChosen) {
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

TEST(ImportDialogTest, AnotherEncodingKeepsWhatWasChosenAndGuessesTheRest) {
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

TEST(ImportDialogTest, AMappingWithAnEncodingReadsTheTableAgain) {
    ImportDialog dialog(table("\xc0;\xc1\nA;B\n"), {}, {});
    Mapping mapping;
    mapping.encoding = "windows-1251";
    mapping.columns = {{"А", 0, ColumnRole::Source, DateFormat::Iso, ""},
                       {"Б", 0, ColumnRole::Target, DateFormat::Iso, ""}};
    dialog.setMapping(mapping);
    EXPECT_EQ(roles(dialog), "А=source, Б=target");
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
}

TEST(ImportDialogTest, ADateInThreeColumnsIsPreset) {
    ImportDialog dialog(table("from,to,styear,stmonth,stday\nA,B,1914,7,-9\n"), {}, {});
    dialog.show();
    EXPECT_EQ(named<QComboBox>(dialog, "How the column stmonth is written")->currentText(),
              QStringLiteral("its month: 3 or March"));
    EXPECT_TRUE(button(dialog, "Import")->isEnabled());
    auto* const result = named<QTableWidget>(dialog, "What the first rows become");
    EXPECT_EQ(result->item(0, 2)->text(), QStringLiteral("1914-07/"));
}

TEST(ImportDialogTest, ColumnsThatAreChosenForOneDateBecomeItsParts) {
    ImportDialog dialog(table("from,to,y_day,z_month,q_year\nA,B,2,7,1914\n"), {}, {});
    dialog.show();
    for (const char* const name : {"What the column z_month is", "What the column q_year is"}) {
        pick(named<QComboBox>(dialog, name), static_cast<int>(ColumnRole::End));
    }
    auto* const result = named<QTableWidget>(dialog, "What the first rows become");
    EXPECT_EQ(result->item(0, 2)->text(), QStringLiteral("/1914-07"));
    pick(named<QComboBox>(dialog, "What the column y_day is"), static_cast<int>(ColumnRole::End));
    EXPECT_EQ(result->item(0, 2)->text(), QStringLiteral("/1914-07-02"));
    pick(named<QComboBox>(dialog, "What the column q_year is"), static_cast<int>(ColumnRole::Note));
    EXPECT_FALSE(button(dialog, "Import")->isEnabled());
    EXPECT_TRUE(shows(dialog, "no column is its year"));
    Mapping mapping = dialog.mapping();
    mapping.columns[4] = {"q_year", 0, ColumnRole::End, DateFormat::Iso, "", DatePart::YearOnly};
    dialog.setMapping(mapping);
    EXPECT_EQ(mappingText(dialog.mapping()), mappingText(mapping));
    EXPECT_EQ(result->item(0, 2)->text(), QStringLiteral("/1914-07-02"));
}

namespace {

/// Names the file in the dialog that asks for one.
void nameFile(QObject* parent, const QString& path) {
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    whenAsked<QFileDialog>(parent, [path](QFileDialog& dialog) {
        auto* const name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
}

} // namespace

TEST(ImportDialogTest, AMappingIsSavedAndLoaded) {
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

TEST(ImportDialogTest, AMappingThatCannotBeLoadedIsExplainedAndChangesNothing) {
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

TEST(ImportDialogTest, EveryControlHasANameAndIsReachedByTab) {
    ImportDialog dialog(table("from,to,signed\nA,B,3/12/2001\n"), {}, {});
    dialog.show();
    for (const QWidget* const widget : dialog.findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QComboBox*>(widget) != nullptr ||
                             qobject_cast<const QSpinBox*>(widget) != nullptr ||
                             qobject_cast<const QTableWidget*>(widget) != nullptr;
        if (control && widget->isVisible()) {
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
            EXPECT_TRUE((widget->focusPolicy() & Qt::TabFocus) != 0);
        }
    }
}

TEST(ImportDialogTest, TabGoesThroughTheControlsAsOneReadsThem) {
    ImportDialog dialog(table("from,to,signed\nA,B,2001\n"), {}, {});
    dialog.show();
    dialog.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    const auto stops = [&dialog](int key) {
        named<QComboBox>(dialog, "Encoding")->setFocus();
        QStringList names;
        constexpr int most = 40;
        for (int i = 0; i < most; ++i) {
            const QWidget* const at = QApplication::focusWidget();
            const auto* const pressed = qobject_cast<const QPushButton*>(at);
            const QString name = pressed != nullptr ? pressed->text().remove(QLatin1Char('&'))
                                                    : at->accessibleName();
            if (names.contains(name)) {
                break;
            }
            names << name;
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
        }
        return names;
    };
    const QStringList controls = {QStringLiteral("Encoding"),
                                  QStringLiteral("Separator"),
                                  QStringLiteral("Header on line"),
                                  QStringLiteral("Rows to skip"),
                                  QStringLiteral("Decimals"),
                                  QStringLiteral("Each row is"),
                                  QString(), // the box says itself that ties have a direction
                                  QStringLiteral("The actors are"),
                                  QStringLiteral("Kind of all rows"),
                                  QStringLiteral("Sector of all rows"),
                                  QStringLiteral("What the column from is"),
                                  QStringLiteral("What the column to is"),
                                  QStringLiteral("What the column signed is"),
                                  QStringLiteral("How the column signed is written"),
                                  QStringLiteral("First rows of the table"),
                                  QStringLiteral("What the first rows become")};
    const QStringList first = stops(Qt::Key_Tab);
    EXPECT_EQ(first.mid(0, controls.size()), controls)
        << first.join(QStringLiteral(" | ")).toStdString();
    QStringList buttons = first.mid(controls.size());
    std::vector<int> places;
    for (const QString& name : buttons) {
        places.push_back(button(dialog, name.toUtf8().constData())->x());
    }
    EXPECT_TRUE(std::ranges::is_sorted(places)) << "in the order in which they stand";
    EXPECT_EQ(buttons.size(), 4);
    // New controls take the places of the old ones.
    pick(named<QComboBox>(dialog, "Separator"), static_cast<int>(';'));
    pick(named<QComboBox>(dialog, "Separator"), static_cast<int>(','));
    EXPECT_EQ(stops(Qt::Key_Tab), first);
    const QStringList back = stops(Qt::Key_Backtab);
    ASSERT_EQ(back.size(), first.size());
    EXPECT_EQ(back[1], first.last());
    EXPECT_EQ(back.last(), first[1]);
}

} // namespace entente::ui
