#include "ui/window/main_window.h"

#include "core/store/native_file.h"
#include "ui/panels/search_palette.h"
#include "ui/views/network_view.h"
#include "ui/views/table_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/elided_label.h"
#include "ui/window/recent_files.h"
#include "ui/window/report_dialog.h"
#include "ui/window/status_summary.h"
#include "ui/workspace/built_in_dossier.h"

#include <QApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::ui {

namespace {

struct MainWindowTest : testing::Test {
    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;

    void SetUp() override {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QApplication::setOrganizationName(QStringLiteral("EntenteTest"));
        QApplication::setApplicationName(QStringLiteral("EntenteTest"));
        QSettings().clear();
        window = std::make_unique<MainWindow>(ThemeChoice::Light);
        window->document().openBuiltIn();
        // Whatever the screen is on which tests run.
        window->resize(1600, 1000);
        window->show();
        window->workspace().waitForLayout();
    }

    [[nodiscard]] QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    /// Answers the next message box with a button and gives its words.
    static void answer(QMessageBox::StandardButton button, QString& words) {
        QTimer::singleShot(0, [button, &words] {
            for (QWidget* const widget : QApplication::topLevelWidgets()) {
                auto* const box = qobject_cast<QMessageBox*>(widget);
                if (box != nullptr && box->isVisible()) {
                    words = box->text() + QLatin1Char('\n') + box->informativeText();
                    box->button(button)->click();
                    return;
                }
            }
        });
    }

    [[nodiscard]] QAction* action(const QString& text) const {
        for (QAction* const each : window->findChildren<QAction*>()) {
            if (each->text().remove(QLatin1Char('&')) == text) {
                return each;
            }
        }
        return nullptr;
    }

    void rename(const char* title) {
        Workspace& workspace = window->workspace();
        Cover cover = workspace.dossier().cover();
        const Cover before = cover;
        cover.title = title;
        workspace.perform({"Rename", {ReplaceCover{before, cover}}});
    }
};

} // namespace

TEST_F(MainWindowTest, OpensWithTheBuiltInDossier) {
    EXPECT_EQ(window->workspace().dossier().cover().title, builtInDossier().cover().title);
    EXPECT_GT(window->workspace().network().edgeCount(), 50U);
    EXPECT_TRUE(statusSummary(window->workspace()).contains(QStringLiteral("46 of 46 actors")));
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(MainWindowTest, TheStatusLineCountsWhatIsShown) {
    Filter filter;
    filter.sectors = window->workspace().dossier().findSector("defence");
    filter.window = DaySpan{dayNumber(2001, 1, 1), dayNumber(2025, 12, 31)};
    window->workspace().setFilter(filter);
    const QString text = statusSummary(window->workspace());
    EXPECT_TRUE(text.contains(QStringLiteral("of 46 actors"))) << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("46 of 46 actors")));
    EXPECT_TRUE(text.contains(QStringLiteral("2001 – 2025")));
    EXPECT_TRUE(text.endsWith(QStringLiteral("defence")));
}

TEST_F(MainWindowTest, TheStatusLineSaysThatItGoesOnWhereThereIsNoRoom) {
    window->resize(1600, 900);
    window->show();
    QApplication::processEvents();
    auto* const label = window->statusBar()->findChild<ElidedLabel*>();
    ASSERT_NE(label, nullptr);
    ASSERT_GT(label->width(), 1000);
    label->setText(QStringLiteral("short"));
    EXPECT_EQ(label->shownText(), QStringLiteral("short"));
    const QString sentence = QStringLiteral("46 of 46 actors, ").repeated(40);
    label->setText(sentence);
    EXPECT_TRUE(label->shownText().endsWith(QChar(0x2026))) << label->shownText().toStdString();
    EXPECT_TRUE(sentence.startsWith(label->shownText().chopped(1)));
    EXPECT_LE(window->width(), 1600) << "it does not widen the window";
}

TEST_F(MainWindowTest, FilteringBySectorMovesNoMarkOnTheScreen) {
    NetworkView& view = window->networkView();
    view.setAnimationsEnabled(false);
    QApplication::processEvents();
    window->grab();
    view.finishDrawing();
    const VertexIndex iran = window->workspace().dossier().findVertex("iran");
    const auto before = view.pixelOf(iran);
    ASSERT_TRUE(before.has_value());
    Filter filter;
    for (const char* const sector : {"defence", "nuclear"}) {
        filter.sectors = window->workspace().dossier().findSector(sector);
        window->workspace().setFilter(filter);
        QApplication::processEvents();
        window->grab();
        view.finishDrawing();
        EXPECT_EQ(view.pixelOf(iran), before) << sector;
    }
}

TEST_F(MainWindowTest, AFigureShowsWhatTheFilterAsksForHoweverLargeTheDossierIs) {
    Workspace& workspace = window->workspace();
    workspace.setEvaluatedByThread(0);
    Filter filter;
    filter.sectors = workspace.dossier().findSector("nuclear");
    workspace.setFilter(filter);
    ASSERT_TRUE(workspace.isEvaluating());
    bool evaluated = false;
    QTimer::singleShot(0, [&] {
        auto* const dialog = QApplication::activeModalWidget();
        ASSERT_NE(dialog, nullptr);
        evaluated = !workspace.isEvaluating();
        dialog->close();
    });
    action(QStringLiteral("Export Figure…"))->trigger();
    EXPECT_TRUE(evaluated);
}

TEST_F(MainWindowTest, WhatIsSaidBeforeItIsShownDoesNotLieOverTheSummary) {
    MainWindow other(ThemeChoice::Light);
    emit other.networkView().rendererFailed(QStringLiteral("No OpenGL."));
    other.show();
    QApplication::processEvents();
    const auto labels = other.statusBar()->findChildren<QLabel*>();
    const auto isSummary = [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("actors"));
    };
    EXPECT_TRUE(std::ranges::none_of(labels, isSummary));
    other.statusBar()->clearMessage();
    EXPECT_TRUE(std::ranges::any_of(labels, isSummary));
}

TEST_F(MainWindowTest, TheWindowMayBeSmallAndTheNetworkIsStillSeen) {
    window->resize(1000, 600);
    QApplication::processEvents();
    EXPECT_LE(window->height(), 640);
    EXPECT_GE(window->networkView().height(), 200);
}

TEST_F(MainWindowTest, ViewsUnderOtherTabsHaveNothingToDoUntilTheyAreSeen) {
    auto* const timeline = window->findChild<TimelineView*>();
    auto* const table = window->findChild<TableView*>();
    auto* const dock = window->findChild<QDockWidget*>(QStringLiteral("tableDock"));
    QApplication::processEvents();
    EXPECT_TRUE(timeline->isVisible());
    EXPECT_FALSE(table->isVisible());
    Filter filter;
    filter.sectors = window->workspace().dossier().findSector("nuclear");
    window->workspace().setFilter(filter);
    auto* const list = table->findChild<QTableView*>();
    const int before = list->model()->rowCount();
    dock->raise();
    QApplication::processEvents();
    EXPECT_TRUE(table->isVisible());
    EXPECT_FALSE(timeline->isVisible());
    EXPECT_LT(list->model()->rowCount(), before) << "the filter has reached it";
    EXPECT_GT(list->model()->rowCount(), 0);
}

TEST_F(MainWindowTest, ABadFileIsExplainedAndTheOpenDossierStays) {
    const std::string before = window->workspace().dossier().cover().title;
    for (const auto& [name, bytes] :
         {std::pair<QString, QByteArray>{QStringLiteral("empty.csv"), ""},
          {QStringLiteral("broken.json"), "{\"format\": \"entente-dossier\""}}) {
        QString words;
        answer(QMessageBox::Ok, words);
        EXPECT_FALSE(window->document().open({write(name, bytes)}));
        EXPECT_TRUE(words.contains(name)) << words.toStdString();
        EXPECT_EQ(window->workspace().dossier().cover().title, before);
    }
}

TEST_F(MainWindowTest, DroppedFilesOpen) {
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(write(QStringLiteral("ties.csv"), "Source,Target\nA,B\nB,C\n"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(window.get(), &drop);
    QApplication::processEvents();
    EXPECT_EQ(window->workspace().dossier().edges().count(), 2U);
    EXPECT_EQ(window->workspace().dossier().cover().title, "ties");
    EXPECT_EQ(recentFiles::list().size(), 1);
}

TEST_F(MainWindowTest, WhatAnImportLeftOutIsReported) {
    EXPECT_TRUE(window->document().open(
        {write(QStringLiteral("ties.csv"), "Source,Target,Begin\nA,B,2025-02-30\nB,C,2001\n")}));
    EXPECT_EQ(window->document().report().rowsRefused, 1U);
    auto* const dialog = window->findChild<ReportDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    dialog->close();
}

TEST_F(MainWindowTest, SavesAndOpensAgain) {
    rename("Saved");
    EXPECT_TRUE(window->isWindowModified());
    const QString path = folder.filePath(QStringLiteral("saved.entente"));
    EXPECT_TRUE(window->document().saveTo(path));
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_TRUE(window->document().open({path}));
    EXPECT_EQ(window->workspace().dossier().cover().title, "Saved");
    EXPECT_EQ(window->workspace().dossier().claims().size(), builtInDossier().claims().size());
}

TEST_F(MainWindowTest, SaysWhichFilesWereSaved) {
    ASSERT_TRUE(window->document().saveTo(folder.filePath(QStringLiteral("a.entente"))));
    EXPECT_EQ(window->statusBar()->currentMessage(),
              QStringLiteral("Saved a.entente in %1.").arg(folder.path()));
    emit window->document().saved({folder.filePath(QStringLiteral("a-nodes.csv")),
                                   folder.filePath(QStringLiteral("a-edges.csv"))});
    EXPECT_EQ(window->statusBar()->currentMessage(),
              QStringLiteral("Saved a-nodes.csv and a-edges.csv in %1.").arg(folder.path()));
}

TEST_F(MainWindowTest, AtFirstItIsNoLargerThanTheScreen) {
    const MainWindow first(ThemeChoice::Light);
    const QSize room = first.screen()->availableSize();
    EXPECT_LE(first.width(), room.width());
    EXPECT_LE(first.height(), room.height());
    EXPECT_LE(first.minimumSizeHint().width(), 900);
    EXPECT_LE(first.minimumSizeHint().height(), 620);
}

TEST_F(MainWindowTest, AFailedSaveIsExplainedAndChangesStayUnsaved) {
    rename("Unsaved");
    QString words;
    answer(QMessageBox::Ok, words);
    EXPECT_FALSE(window->document().saveTo(QStringLiteral("/proc/no/such/place.entente")));
    EXPECT_TRUE(words.contains(QStringLiteral("/proc/no/such/place.entente")))
        << words.toStdString();
    EXPECT_TRUE(window->isWindowModified());
    QString question;
    answer(QMessageBox::Discard, question);
    EXPECT_TRUE(window->document().mayClose());
    EXPECT_TRUE(question.contains(QStringLiteral("Unsaved")));
}

TEST_F(MainWindowTest, UnsavedChangesAreNotLostWithoutAsking) {
    rename("Changed");
    QString question;
    answer(QMessageBox::Cancel, question);
    window->close();
    EXPECT_TRUE(window->isVisible());
    EXPECT_FALSE(question.isEmpty());
    window->workspace().undo();
    window->close();
    EXPECT_FALSE(window->isVisible());
}

TEST_F(MainWindowTest, MenusChangeTheProjectionAndUndoNamesTheChange) {
    action(QStringLiteral("Full"))->trigger();
    EXPECT_EQ(window->workspace().projection().projection, Projection::Full);
    rename("Renamed");
    QAction* const undo = action(QStringLiteral("Undo: Rename"));
    ASSERT_NE(undo, nullptr);
    undo->trigger();
    EXPECT_EQ(window->workspace().dossier().cover().title, builtInDossier().cover().title);
}

TEST_F(MainWindowTest, SearchFliesToWhatWasFound) {
    window->search();
    auto* const palette = window->findChild<SearchPalette*>();
    ASSERT_NE(palette, nullptr);
    auto* const query = palette->findChild<QLineEdit*>();
    // As an input method would: QTest types ASCII only.
    query->insert(QStringLiteral("Росс"));
    QTest::keyClick(query, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(
        window->workspace().current(),
        (ElementRef{ElementKind::Vertex, window->workspace().dossier().findVertex("russia")}));
}

TEST_F(MainWindowTest, TheThemeReachesTheViews) {
    window->setTheme(ThemeChoice::Dark);
    EXPECT_EQ(window->workspace().style().theme, Theme::Dark);
    EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 64);
    window->setTheme(ThemeChoice::Light);
    EXPECT_GT(QApplication::palette().color(QPalette::Window).lightness(), 192);
}

TEST_F(MainWindowTest, OnAFineScreenThePictureReachesEveryCorner) {
    // A widget drawn at two device pixels a pixel, as on a screen of that scale.
    NetworkView& view = window->networkView();
    view.setAnimationsEnabled(false);
    view.fit();
    view.finishDrawing();
    QImage fine(view.size() * 2, QImage::Format_RGB32);
    fine.setDevicePixelRatio(2);
    view.render(&fine);
    QImage coarse(view.size(), QImage::Format_RGB32);
    view.render(&coarse);
    const QColor ground = window->workspace().style().colours().ground;
    const auto inkAtTheRight = [&ground](const QImage& image) {
        int ink = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = image.width() * 6 / 10; x < image.width(); ++x) {
                ink += image.pixelColor(x, y) != ground ? 1 : 0;
            }
        }
        return static_cast<double>(ink) / (image.width() * image.height());
    };
    EXPECT_GT(inkAtTheRight(coarse), 0.01);
    EXPECT_NEAR(inkAtTheRight(fine), inkAtTheRight(coarse), 0.3 * inkAtTheRight(coarse));
}

TEST_F(MainWindowTest, TheArrangementIsRemembered) {
    window->findChild<QDockWidget*>(QStringLiteral("filtersDock"))->hide();
    window->close();
    const MainWindow again(ThemeChoice::Light);
    EXPECT_TRUE(again.findChild<QDockWidget*>(QStringLiteral("filtersDock"))->isHidden());
    EXPECT_FALSE(again.findChild<QDockWidget*>(QStringLiteral("inspectorDock"))->isHidden());
}

TEST_F(MainWindowTest, EveryMenuCommandHasAName) {
    EXPECT_EQ(window->menuBar()->actions().size(), 7);
    for (const QAction* const menu : window->menuBar()->actions()) {
        ASSERT_NE(menu->menu(), nullptr);
        EXPECT_FALSE(menu->menu()->actions().isEmpty()) << menu->text().toStdString();
    }
}

} // namespace entente::ui
