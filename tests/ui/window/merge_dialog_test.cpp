#include "ui/window/merge_dialog.h"

#include "core/formats/entente_json.h"
#include "ui/window/document.h"
#include "ui/window/report_dialog.h"
#include "ui/workspace/built_in_dossier.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

/// Russia for sure, two doubtful ones (one with two candidates in the dossier), and a new one.
constexpr const char* incomingText = R"({"format": "entente-dossier", "version": 1,
  "title": "Second dossier", "actors": [
    {"id": "r", "name": "Russian Federation", "kind": "state", "codes": {"iso2": "RU"}},
    {"id": "p", "name": "Putin, Vladimir", "kind": "leader"},
    {"id": "b", "name": "Bush", "kind": "leader"},
    {"id": "n", "name": "Norway", "kind": "state"}],
  "ties": [{"source": "r", "target": "n", "type": "adversary"}]})";

VertexIndex addLeader(Dossier& dossier, std::string_view id, std::string_view label,
                      std::string_view period) {
    Vertex leader;
    leader.id = dossier.intern(id);
    leader.label = dossier.intern(label);
    leader.kind = VertexKind::Leader;
    leader.period = *parsePeriod(period);
    return dossier.add(leader);
}

Dossier openDossier() {
    Dossier dossier = builtInDossier();
    addLeader(dossier, "bush-1", "Bush", "1989/1993");
    addLeader(dossier, "bush-2", "Bush", "2001/2009");
    return dossier;
}

struct MergeDialogTest : testing::Test {
    Dossier open = openDossier();
    Dossier incoming;

    void SetUp() override {
        ImportReport report;
        incoming = readEntenteJson(incomingText, "second.json", report, {});
        ASSERT_EQ(report.rowsRefused, 0U) << report.text();
    }

    [[nodiscard]] std::unique_ptr<MergeDialog> show() const {
        auto dialog = std::make_unique<MergeDialog>(open, incoming, reconcile(open, incoming),
                                                    QStringLiteral("second.json"));
        dialog->show();
        return dialog;
    }

    static QPushButton* button(const QWidget& dialog, const QString& text) {
        for (QPushButton* const each : dialog.findChildren<QPushButton*>()) {
            if (each->text().remove(QLatin1Char('&')) == text) {
                return each;
            }
        }
        return nullptr;
    }

    static bool says(const QWidget& dialog, const QString& words) {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&words](const QLabel* label) { return label->text().contains(words); });
    }
};

} // namespace

TEST_F(MergeDialogTest, ListsWhatIsDoubtfulAndCountsTheRest) {
    const auto dialog = show();
    auto* const table = dialog->findChild<QTableView*>();
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->model()->rowCount(), 3);
    EXPECT_TRUE(says(*dialog, QStringLiteral("1 surely in the dossier already")));
    EXPECT_TRUE(says(*dialog, QStringLiteral("1 new, 2 in doubt")));
    EXPECT_TRUE(says(*dialog, QStringLiteral("0 of 3 doubtful matches")));
    const auto text = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    EXPECT_EQ(text(0, DoubtfulMatches::Incoming), QStringLiteral("Putin, Vladimir"));
    EXPECT_EQ(text(0, DoubtfulMatches::Existing), QStringLiteral("Vladimir Putin"));
    EXPECT_EQ(text(0, DoubtfulMatches::Reason),
              QStringLiteral("The names consist of the same words."));
    EXPECT_EQ(text(0, DoubtfulMatches::Decision), QStringLiteral("Different"));
    EXPECT_FALSE(table->accessibleName().isEmpty());
    EXPECT_EQ(dialog->accepted().size(), 1U) << "the sure one";
}

TEST_F(MergeDialogTest, TheKeyboardDecides) {
    const auto dialog = show();
    auto* const table = dialog->findChild<QTableView*>();
    QTest::keyClick(table, Qt::Key_Space);
    EXPECT_EQ(dialog->accepted().size(), 2U);
    EXPECT_TRUE(says(*dialog, QStringLiteral("1 of 3 doubtful matches")));
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    EXPECT_EQ(dialog->accepted().size(), 3U);
    // Of two candidates for one only one is the same.
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    EXPECT_EQ(dialog->accepted().size(), 3U);
    QTest::keyClick(table, Qt::Key_Space);
    EXPECT_EQ(dialog->accepted().size(), 2U);
    // Enter takes the decisions, Escape none.
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(dialog->result(), QDialog::Accepted);
    const auto other = show();
    QTest::keyClick(other.get(), Qt::Key_Escape);
    EXPECT_EQ(other->result(), QDialog::Rejected);
}

TEST_F(MergeDialogTest, AllAreTheSameOrDifferent) {
    const auto dialog = show();
    QTest::mouseClick(button(*dialog, QStringLiteral("All the Same")), Qt::LeftButton);
    EXPECT_EQ(dialog->accepted().size(), 3U);
    QTest::mouseClick(button(*dialog, QStringLiteral("All Different")), Qt::LeftButton);
    EXPECT_EQ(dialog->accepted().size(), 1U);
}

TEST_F(MergeDialogTest, SaysThatNothingIsDoubtful) {
    const MergeDialog dialog(open, open, reconcile(open, open), QStringLiteral("same.json"));
    EXPECT_EQ(dialog.findChild<QTableView*>(), nullptr);
    EXPECT_TRUE(says(dialog, QStringLiteral("No doubtful matches")));
    EXPECT_EQ(dialog.accepted().size(), open.vertices().count());
}

namespace {

struct DocumentMerge : MergeDialogTest {
    QTemporaryDir folder;
    QWidget window;
    Workspace workspace;
    Document document{&workspace, &window};

    void SetUp() override {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        MergeDialogTest::SetUp();
        workspace.setDossier(openDossier(), {});
        workspace.waitForLayout();
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(incomingText);
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("second.json")); }

    /// Presses a button of the merge dialog as soon as there is one.
    void press(const QString& text) {
        auto* const timer = new QTimer(&window);
        timer->setInterval(5);
        connect(timer, text);
        timer->start();
    }

private:
    static void connect(QTimer* timer, const QString& text) {
        QObject::connect(timer, &QTimer::timeout, timer, [timer, text] {
            if (auto* const dialog =
                    qobject_cast<MergeDialog*>(QApplication::activeModalWidget())) {
                timer->stop();
                button(*dialog, text)->click();
            }
        });
    }
};

} // namespace

TEST_F(DocumentMerge, BringsTheFileInAsOneChange) {
    const std::string before = ententeJsonText(workspace.dossier());
    const std::size_t vertices = workspace.dossier().vertices().count();
    press(QStringLiteral("Merge"));
    ASSERT_TRUE(document.merge({path()}));
    EXPECT_EQ(workspace.dossier().vertices().count(), vertices + 3);
    EXPECT_EQ(workspace.history().changes().size(), 1U);
    EXPECT_EQ(workspace.history().changes().front().description, "Merge “Second dossier”");
    auto* const report = window.findChild<ReportDialog*>();
    ASSERT_NE(report, nullptr);
    EXPECT_TRUE(
        report->copiedText().contains(QStringLiteral("United with what was there: 1 actor")));
    workspace.waitForLayout();
    workspace.undo();
    EXPECT_EQ(ententeJsonText(workspace.dossier()), before);
    workspace.redo();
    EXPECT_EQ(workspace.dossier().vertices().count(), vertices + 3);
}

TEST_F(DocumentMerge, CancelLeavesTheDossierAsItWas) {
    const std::string before = ententeJsonText(workspace.dossier());
    press(QStringLiteral("Cancel"));
    EXPECT_FALSE(document.merge({path()}));
    EXPECT_EQ(ententeJsonText(workspace.dossier()), before);
    EXPECT_FALSE(workspace.history().canUndo());
    EXPECT_FALSE(document.merge({}));
}

} // namespace entente::ui
