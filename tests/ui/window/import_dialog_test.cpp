#include "ui/window/import_dialog.h"

#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_columns.h"

#include <QComboBox>
#include <QLabel>
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

} // namespace entente::ui
