#include "ui/window/report_dialog.h"

#include "tests/ui/window/dialog_controls.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

using Severity = ReportEntry::Severity;

ImportReport twoFiles() {
    ImportReport report;
    report.format = "Tables";
    report.rowsRead = 7;
    report.add({Severity::Note, "a.csv", 0, "", "odd encoding"});
    report.add({Severity::Refused, "a.csv", 3, "column Target", "no end"});
    report.add({Severity::Repaired, "b.csv", 4, "column Weight", "a comma"});
    return report;
}

} // namespace

TEST(ReportDialogTest, FiltersByWhatWasDoneAndByFile) {
    ReportDialog dialog(twoFiles());
    dialog.show();
    auto* const table = dialog.findChild<QTableView*>();
    EXPECT_EQ(table->model()->rowCount(), 3);
    const auto boxes = dialog.findChildren<QComboBox*>();
    ASSERT_EQ(boxes.size(), 2);
    boxes[0]->setCurrentIndex(boxes[0]->findData(static_cast<int>(Severity::Refused)));
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_EQ(table->model()->index(0, 2).data().toInt(), 3);
    EXPECT_EQ(dialog.copiedText(),
              QStringLiteral("a.csv, line 3, column Target: refused: no end\n"));
    boxes[0]->setCurrentIndex(0);
    boxes[1]->setCurrentIndex(boxes[1]->findData(QStringLiteral("b.csv")));
    EXPECT_EQ(table->model()->rowCount(), 1);
}

TEST(ReportDialogTest, OneRowIsNoRows) {
    ImportReport report = twoFiles();
    EXPECT_TRUE(shows(ReportDialog(report), "Tables: 7 rows read, 1 repaired, 1 refused."));
    report.rowsRead = 1;
    EXPECT_TRUE(shows(ReportDialog(report), "Tables: 1 row read, "));
}

TEST(ReportDialogTest, CopiesWhatTheCommandLinePrints) {
    const ImportReport report = twoFiles();
    ReportDialog dialog(report);
    dialog.show();
    const std::string all = report.text();
    EXPECT_EQ(dialog.copiedText().toStdString(), all.substr(all.find('\n') + 1));
    dialog.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    auto* const table = dialog.findChild<QTableView*>();
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              QStringLiteral("b.csv, line 4, column Weight: repaired: a comma\n"));
}

TEST(ReportDialogTest, ThousandsOfEntriesAreShownAtOnce) {
    ImportReport report;
    for (std::size_t i = 0; i < 3000; ++i) {
        report.add({static_cast<Severity>(i % 3), "a.csv", i, "column X", "wrong"});
    }
    ReportDialog dialog(report);
    dialog.show();
    EXPECT_EQ(dialog.findChild<QTableView*>()->model()->rowCount(), 3000);
}

} // namespace entente::ui
