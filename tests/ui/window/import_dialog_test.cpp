#include "ui/window/import_dialog.h"

#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_columns.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
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
    EXPECT_TRUE(result->item(1, 4)->text().contains(QStringLiteral("“soon” is no date")));
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return shows(dialog, "1 row taken, 0 repaired, 1 refused"); }));
}

TEST(ImportDialogTest, ShowsWhatValuesBecome) {
    ImportDialog dialog(table("from;to;strength;area;sign;reference;remark\n"
                              "A;B;1.250,5;energy;-;Smith;first\n"
                              "B;C;;;sideways;;\n"
                              "C;;2,5;;+;;\n"),
                        {}, {});
    dialog.show();
    for (const auto& [name, role] :
         std::vector<std::pair<const char*, ColumnRole>>{{"strength", ColumnRole::Weight},
                                                         {"area", ColumnRole::Sector},
                                                         {"sign", ColumnRole::Polarity},
                                                         {"reference", ColumnRole::Citation},
                                                         {"remark", ColumnRole::Note}}) {
        pick(named<QComboBox>(
                 dialog,
                 qPrintable(QStringLiteral("What the column %1 is").arg(QLatin1String(name)))),
             static_cast<int>(role));
    }
    pick(named<QComboBox>(dialog, "Decimals"), static_cast<int>(','));
    auto* const result = named<QTableWidget>(dialog, "What the first rows become");
    ASSERT_EQ(result->rowCount(), 3);
    EXPECT_EQ(result->item(0, 3)->text(),
              QStringLiteral("weight 1250.5 · conflictual · energy · source Smith · “first”"));
    EXPECT_EQ(result->item(1, 3)->text(), QStringLiteral("weight 1 · neutral"));
    EXPECT_TRUE(result->item(1, 4)->text().startsWith(QStringLiteral("repaired: ")));
    EXPECT_TRUE(result->item(2, 3)->text().isEmpty());
    EXPECT_FALSE(result->item(2, 4)->text().isEmpty());
    EXPECT_FALSE(result->item(2, 4)->text().contains(QStringLiteral("repaired: ")))
        << "it was not taken: " << result->item(2, 4)->text().toStdString();
    pick(named<QComboBox>(dialog, "Each row is"), static_cast<int>(RowTarget::Elements));
    pick(named<QComboBox>(dialog, "What the column from is"), static_cast<int>(ColumnRole::Label));
    pick(named<QComboBox>(dialog, "What the column to is"), static_cast<int>(ColumnRole::Type));
    EXPECT_EQ(result->item(0, 3)->text(),
              QStringLiteral("B · conflictual · energy · source Smith · “first”"));
}

TEST(ImportDialogTest, NoTextOfAChoiceIsCut) {
    const std::string wide(60, 'w');
    std::string rows = "from,to,signed," + wide;
    std::string values = "A,B,2001-03-12," + wide;
    for (int i = 0; i < 30; ++i) {
        rows += ",more" + std::to_string(i);
        values += ",1";
    }
    ImportDialog dialog(table(rows + "\n" + values + "\n"), {}, {});
    for (const QSize size : {QSize(900, 580), QSize(1180, 760)}) {
        dialog.resize(size);
        dialog.show();
        QApplication::processEvents();
        EXPECT_EQ(dialog.size(), size) << "there is room for all";
        const auto* const area = dialog.findChild<QScrollArea*>();
        for (const QComboBox* const box : dialog.findChildren<QComboBox*>()) {
            if (box->isVisible()) {
                EXPECT_GE(box->width(), box->minimumSizeHint().width())
                    << box->accessibleName().toStdString();
            }
        }
        for (const QLabel* const label : area->findChildren<QLabel*>()) {
            const int right =
                label->mapTo(area->viewport(), QPoint(label->sizeHint().width(), 0)).x();
            EXPECT_LE(right, area->viewport()->width()) << label->text().toStdString();
        }
    }
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
    EXPECT_EQ(QApplication::focusWidget(), named<QComboBox>(dialog, "Encoding"))
        << "and begins anew";
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
