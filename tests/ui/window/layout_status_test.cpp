#include "ui/window/layout_status.h"

#include "tests/ui/sample_workspace.h"
#include "ui/panels/layout_panel.h"
#include "ui/panels/link_button.h"
#include "ui/window/main_window.h"
#include "ui/workspace/built_in_dossier.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

struct LayoutStatusTest : testing::Test, SampleWorkspace {
    LayoutStatus status{&workspace};
    QLabel* text = status.findChild<QLabel*>();

    void putAt(double height) {
        workspace.setLayoutEngine(
            [height](const LayoutGraph& graph, const LayoutOptions&, const Progress&) {
                std::vector<Point> positions(graph.vertexCount());
                for (std::size_t i = 0; i < positions.size(); ++i) {
                    positions[i] = {static_cast<double>(i), height};
                }
                return positions;
            });
    }

    void goOnForever() {
        workspace.setLayoutEngine([](const LayoutGraph&, const LayoutOptions&,
                                     const Progress& progress) -> std::vector<Point> {
            for (;;) {
                progress.tell(0.5);
                progress.throwIfStopped();
                std::this_thread::yield();
            }
        });
    }
};

} // namespace

TEST(RemainingTime, IsInPlainWords) {
    EXPECT_EQ(remainingTime(100, 0.5), QString()) << "too early to tell";
    EXPECT_EQ(remainingTime(1000, 0.01), QString());
    EXPECT_EQ(remainingTime(1000, 0.25), QStringLiteral("about 3 s left"));
    EXPECT_EQ(remainingTime(9000, 0.95), QStringLiteral("almost done"));
    EXPECT_EQ(remainingTime(10'000, 0.29), QStringLiteral("about 25 s left"));
    EXPECT_EQ(remainingTime(60'000, 0.25), QStringLiteral("about 3 min left"));
}

TEST_F(LayoutStatusTest, ShowsWhatTakesLongAndStopsIt) {
    goOnForever();
    workspace.relayout();
    EXPECT_TRUE(status.isHidden()) << "it may be over in a moment";
    QTRY_VERIFY_WITH_TIMEOUT(!status.isHidden() &&
                                 text->text().contains(QLatin1String("left")),
                             patience);
    EXPECT_EQ(status.findChild<QProgressBar*>()->value(), 500);
    const QString pictures = qEnvironmentVariable("ENTENTE_PICTURES");
    if (!pictures.isEmpty()) {
        status.grab().save(pictures + QStringLiteral("/layout-status.png"));
    }
    auto* const stop = status.findChild<LinkButton*>();
    EXPECT_EQ(stop->accessibleName(), QLatin1String("Stop the layout"));
    QSignalSpy finished(&workspace, &Workspace::layoutFinished);
    stop->click();
    ASSERT_TRUE(finished.wait(patience));
    EXPECT_TRUE(status.isHidden());
}

TEST_F(LayoutStatusTest, TellsHowFarItMovedWhatWasThere) {
    putAt(0);
    workspace.relayout();
    workspace.waitForLayout();
    putAt(0.3);
    workspace.continueLayout();
    workspace.waitForLayout();
    EXPECT_FALSE(status.isHidden());
    EXPECT_EQ(text->text(), QStringLiteral("Laid out: moved by 0.3 edge lengths on average"));
    EXPECT_TRUE(status.findChild<LinkButton*>()->isHidden());
}

TEST(MainWindowLayout, TheOptionsOpenFromTheBarAndTheKeyboard) {
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    MainWindow window(ThemeChoice::Light);
    window.document().openBuiltIn();
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    window.workspace().waitForLayout();
    auto* const panel = window.findChild<LayoutPanel*>();
    auto* const button = window.findChild<QPushButton*>(QStringLiteral("layoutOptions"));
    ASSERT_NE(panel, nullptr);
    ASSERT_NE(button, nullptr);
    EXPECT_TRUE(panel->isHidden());
    button->click();
    EXPECT_TRUE(panel->isVisible());
    EXPECT_TRUE(button->isChecked());
    EXPECT_TRUE(window.rect().contains(panel->geometry()));
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        window.setTheme(theme == Theme::Dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString pictures = qEnvironmentVariable("ENTENTE_PICTURES");
        if (!pictures.isEmpty()) {
            QTest::qWait(300);
            window.grab().save(QStringLiteral("%1/layout-panel-%2.png")
                                   .arg(pictures)
                                   .arg(static_cast<int>(theme)));
        }
    }
    QTest::keyClick(panel, Qt::Key_Escape);
    EXPECT_TRUE(panel->isHidden());
    EXPECT_FALSE(button->isChecked());
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(panel->isVisible());
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(panel->isHidden());
    window.setTheme(ThemeChoice::Light);
}

TEST(MainWindowLayout, AMapIsOfferedWhereThereArePlaces) {
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    MainWindow window(ThemeChoice::Light);
    Dossier dossier;
    Vertex vertex;
    vertex.kind = VertexKind::State;
    dossier.add(vertex);
    window.workspace().setDossier(std::move(dossier), {});
    window.workspace().waitForLayout();
    QComboBox* layouts = nullptr;
    for (QComboBox* const box : window.findChildren<QComboBox*>()) {
        layouts = box->accessibleName() == QLatin1String("Layout") ? box : layouts;
    }
    ASSERT_NE(layouts, nullptr);
    EXPECT_EQ(layouts->count(), 9);
    const int map = layouts->findData(static_cast<int>(LayoutAlgorithm::Geographic));
    const QModelIndex index = layouts->model()->index(map, 0);
    EXPECT_FALSE(index.flags().testFlag(Qt::ItemIsEnabled));
    EXPECT_TRUE(index.data(Qt::ToolTipRole).toString().contains(QLatin1String("latitude")));
}

} // namespace entente::ui
