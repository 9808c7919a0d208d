// The menus of the main window: what each command does is elsewhere.
#include "ui/panels/inspector_panel.h"
#include "ui/panels/layout_choices.h"
#include "ui/scene/emphasis.h"
#include "ui/views/network_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/recent_files.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

#include <numeric>

namespace entente::ui {

namespace {

/// A checkable action of an exclusive group that shows and sets one value of a choice.
QAction* addChoice(QMenu* menu, QActionGroup* group, const QString& text,
                   const QKeySequence& shortcut = {}) {
    QAction* const action = menu->addAction(text);
    action->setCheckable(true);
    action->setShortcut(shortcut);
    group->addAction(action);
    return action;
}

} // namespace

QAction* MainWindow::makeAction(const QString& text, const QKeySequence& shortcut,
                                const QString& tip) {
    auto* const action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setStatusTip(tip);
    addAction(action);
    return action;
}

void MainWindow::makeMenus() {
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeNetworkMenu();
    makeTimeMenu();
    makeFigureMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&File"));
    menu->addAction(tr("&Open…"), QKeySequence::Open, document_, &Document::openWithDialog);
    recentMenu_ = menu->addMenu(tr("Open &Recent"));
    fillRecentFiles();
    menu->addAction(tr("Import &Table…"), document_, &Document::importTable);
    menu->addAction(tr("Open &Built-in Dossier"), document_, &Document::openBuiltIn);
    QAction* const merge =
        menu->addAction(tr("&Merge…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), document_,
                        &Document::mergeWithDialog);
    merge->setStatusTip(tr("Bring other files into the open dossier"));
    menu->addSeparator();
    menu->addAction(tr("&Save"), QKeySequence::Save, document_, &Document::save);
    menu->addAction(tr("Save &As…"), QKeySequence::SaveAs, document_, &Document::saveAs);
    menu->addSeparator();
    menu->addAction(exportAction_);
    menu->addAction(tr("&Import Report…"), document_, &Document::showReport);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::fillRecentFiles() {
    recentMenu_->clear();
    const QStringList files = recentFiles::list();
    for (const QString& path : files) {
        QAction* const action = recentMenu_->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { document_->open({path}); });
    }
    recentMenu_->setToolTipsVisible(true);
    recentMenu_->setEnabled(!files.isEmpty());
    if (!files.isEmpty()) {
        recentMenu_->addSeparator();
        recentMenu_->addAction(tr("&Clear List"), this, [this] {
            recentFiles::clear();
            fillRecentFiles();
        });
    }
}

void MainWindow::makeEditMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&Edit"));
    QAction* const undo =
        menu->addAction(tr("&Undo"), QKeySequence::Undo, workspace_, &Workspace::undo);
    QAction* const redo =
        menu->addAction(tr("&Redo"), QKeySequence::Redo, workspace_, &Workspace::redo);
    const auto update = [this, undo, redo] {
        const History& history = workspace_->history();
        const auto describe = [&history](std::size_t change) {
            return QString::fromStdString(history.changes()[change].description);
        };
        undo->setEnabled(history.canUndo());
        undo->setText(history.canUndo() ? tr("&Undo: %1").arg(describe(history.done() - 1))
                                        : tr("&Undo"));
        redo->setEnabled(history.canRedo());
        redo->setText(history.canRedo() ? tr("&Redo: %1").arg(describe(history.done()))
                                        : tr("&Redo"));
    };
    connect(workspace_, &Workspace::historyChanged, this, update);
    update();
    menu->addSeparator();
    menu->addAction(searchAction_);
    menu->addAction(tr("Select &All"), QKeySequence::SelectAll, this, [this] {
        std::vector<std::uint32_t> vertices(workspace_->network().vertexCount());
        std::iota(vertices.begin(), vertices.end(), 0U);
        workspace_->select(elementsOf(workspace_->network(), vertices));
    });
    menu->addAction(tr("&Select Nothing"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), this,
                    [this] { workspace_->select({}); });
}

void MainWindow::makeViewMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&View"));
    menu->addAction(tr("Zoom &In"), QKeySequence::ZoomIn, network_, &NetworkView::zoomIn);
    menu->addAction(tr("Zoom &Out"), QKeySequence::ZoomOut, network_, &NetworkView::zoomOut);
    menu->addAction(tr("&Fit"), QKeySequence(Qt::CTRL | Qt::Key_0), network_, &NetworkView::fit);
    menu->addAction(tr("Zoom to &Selection"), QKeySequence(Qt::CTRL | Qt::Key_Period), network_,
                    &NetworkView::zoomToSelection);
    QAction* const back =
        menu->addAction(tr("Look &Back"), QKeySequence(Qt::CTRL | Qt::Key_BracketLeft), network_,
                        &NetworkView::lookBack);
    QAction* const forward =
        menu->addAction(tr("Look For&ward"), QKeySequence(Qt::CTRL | Qt::Key_BracketRight),
                        network_, &NetworkView::lookForward);
    const auto update = [this, back, forward] {
        back->setEnabled(network_->cameraHistory().canGoBack());
        forward->setEnabled(network_->cameraHistory().canGoForward());
    };
    connect(network_, &NetworkView::cameraHistoryChanged, this, update);
    update();
    menu->addSeparator();
    QAction* const legend = menu->addAction(tr("&Legend"));
    legend->setCheckable(true);
    legend->setChecked(true);
    connect(legend, &QAction::toggled, network_, &NetworkView::setLegendVisible);
    connect(network_, &NetworkView::legendVisibleChanged, legend, &QAction::setChecked);
    QAction* const minimap = menu->addAction(tr("&Minimap"));
    minimap->setCheckable(true);
    minimap->setChecked(true);
    minimap->setToolTip(tr("Shown while the view does not show all of the network"));
    connect(minimap, &QAction::toggled, network_, &NetworkView::setMinimapVisible);
    QAction* const original = menu->addAction(tr("Labels in &Own Script"));
    original->setCheckable(true);
    connect(original, &QAction::toggled, this, [this](bool on) {
        Style style = workspace_->style();
        style.labelLanguage = on ? QStringLiteral("original") : QString();
        workspace_->setStyle(std::move(style));
    });
    QAction* const collapsed = menu->addAction(tr("&Collapse Communities"));
    collapsed->setCheckable(true);
    collapsed->setToolTip(tr("Each community becomes one mark; a double click or coming nearer "
                             "opens it"));
    connect(collapsed, &QAction::toggled, workspace_, &Workspace::setCollapsed);
    connect(workspace_, &Workspace::collapsedChanged, collapsed, &QAction::setChecked);
    QAction* const bundled = menu->addAction(tr("&Bundle Edges"));
    bundled->setCheckable(true);
    bundled->setToolTip(tr("Edges between the same two regions run together"));
    connect(bundled, &QAction::toggled, this, [this](bool on) {
        constexpr double strength = 0.85;
        Style style = workspace_->style();
        style.bundling = on ? strength : 0;
        workspace_->setStyle(std::move(style));
    });
    menu->addAction(layoutOptionsAction_);
    menu->addAction(styleAction_);
    QMenu* const themes = menu->addMenu(tr("&Theme"));
    auto* const group = new QActionGroup(this);
    const std::vector<std::pair<ThemeChoice, QString>> choices = {
        {ThemeChoice::System, tr("As the &System")},
        {ThemeChoice::Light, tr("&Light")},
        {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto& [choice, text] : choices) {
        QAction* const action = addChoice(themes, group, text);
        connect(action, &QAction::triggered, this, [this, wanted = choice] { setTheme(wanted); });
        connect(themes, &QMenu::aboutToShow, action,
                [this, action, wanted = choice] { action->setChecked(themeChoice_ == wanted); });
    }
    menu->addSeparator();
    int number = 1;
    for (QDockWidget* const dock :
         {filtersDock_, inspectorDock_, historyDock_, timelineDock_, tableDock_, chartsDock_}) {
        QAction* const action = dock->toggleViewAction();
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
        menu->addAction(action);
        ++number;
    }
    menu->addSeparator();
    QAction* const full =
        menu->addAction(tr("F&ull Screen"), QKeySequence(Qt::Key_F11), this,
                        [this](bool on) { on ? showFullScreen() : showNormal(); });
    full->setCheckable(true);
}

void MainWindow::makeNetworkMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&Network"));
    auto* const projections = new QActionGroup(this);
    const std::vector<std::tuple<Projection, QString, Qt::Key>> projectionChoices = {
        {Projection::Alliances, tr("&Alliances"), Qt::Key_1},
        {Projection::Agreements, tr("A&greements"), Qt::Key_2},
        {Projection::Full, tr("&Full"), Qt::Key_3}};
    for (const auto& [projection, text, key] : projectionChoices) {
        QAction* const action = addChoice(menu, projections, text, QKeySequence(Qt::CTRL | key));
        connect(action, &QAction::triggered, this, [this, wanted = projection] {
            ProjectionOptions options = workspace_->projection();
            options.projection = wanted;
            workspace_->setProjection(options);
        });
        connect(menu, &QMenu::aboutToShow, action, [this, action, wanted = projection] {
            action->setChecked(workspace_->projection().projection == wanted);
        });
    }
    menu->addSeparator();
    QAction* const fold = menu->addAction(tr("Leaders Stand for Their &States"));
    fold->setCheckable(true);
    connect(fold, &QAction::triggered, this, [this](bool on) {
        ProjectionOptions options = workspace_->projection();
        options.foldLeaders = on;
        workspace_->setProjection(options);
    });
    connect(menu, &QMenu::aboutToShow, fold,
            [this, fold] { fold->setChecked(workspace_->projection().foldLeaders); });
    menu->addSeparator();
    auto* const layouts = new QActionGroup(this);
    menu->setToolTipsVisible(true);
    for (const LayoutChoice& choice : layoutChoices()) {
        const LayoutAlgorithm algorithm = choice.algorithm;
        QAction* const action = addChoice(menu, layouts, choice.command);
        connect(action, &QAction::triggered, this,
                [this, algorithm] { workspace_->setLayoutAlgorithm(algorithm); });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, algorithm, tip = choice.description] {
                    const QString why = whyUnavailable(algorithm, *workspace_);
                    action->setChecked(workspace_->layoutAlgorithm() == algorithm);
                    action->setEnabled(why.isEmpty());
                    action->setToolTip(why.isEmpty() ? tip : why);
                });
    }
    menu->addAction(tr("&Lay Out What Is Shown"), QKeySequence(Qt::CTRL | Qt::Key_L), workspace_,
                    &Workspace::relayout);
    menu->addAction(tr("Settle from Where It Stan&ds"), QKeySequence(Qt::Key_F5), workspace_,
                    &Workspace::continueLayout);
    QAction* const stop = menu->addAction(tr("S&top Layout"), QKeySequence(Qt::SHIFT | Qt::Key_F5),
                                          workspace_, &Workspace::stopLayout);
    QAction* const unpin = menu->addAction(tr("U&npin All"), workspace_, &Workspace::unpinAll);
    connect(menu, &QMenu::aboutToShow, this, [this, stop, unpin] {
        stop->setEnabled(workspace_->layoutRunning());
        unpin->setEnabled(workspace_->anyPinned());
    });
    // Their shortcuts must work whatever the menu was opened for last.
    connect(menu, &QMenu::aboutToHide, this, [stop, unpin] {
        stop->setEnabled(true);
        unpin->setEnabled(true);
    });
    menu->addSeparator();
    const auto selectedVertices = [this] {
        std::vector<VertexIndex> rows;
        for (const ElementRef& element : workspace_->selection()) {
            if (element.kind == ElementKind::Vertex) {
                rows.push_back(element.index);
            }
        }
        return rows;
    };
    menu->addAction(tr("Focus on Se&lected"), QKeySequence(Qt::CTRL | Qt::Key_Return), this,
                    [this, selectedVertices] { workspace_->focus(selectedVertices(), 1); });
    menu->addAction(tr("Clear F&ocus"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), this,
                    [this] { workspace_->focus({}, 1); });
    menu->addAction(tr("&Hide Selected"), QKeySequence(Qt::CTRL | Qt::Key_H), this,
                    [this, selectedVertices] { workspace_->hide(selectedVertices()); });
    menu->addAction(tr("Show All &Hidden"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), this,
                    [this] {
                        Filter filter = workspace_->filter();
                        filter.hidden.clear();
                        workspace_->setFilter(std::move(filter));
                    });
    menu->addAction(tr("Clear &All Filters"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this,
                    [this] { workspace_->setFilter({}); });
}

void MainWindow::makeTimeMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&Time"));
    menu->addAction(tr("&Play or Pause"), QKeySequence(Qt::CTRL | Qt::Key_P), timeline_,
                    &TimelineView::togglePlay);
    menu->addAction(tr("&Whole Period"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), this,
                    [this] {
                        Filter filter = workspace_->filter();
                        filter.window.reset();
                        workspace_->setFilter(std::move(filter));
                    });
    menu->addAction(tr("&Fit Timeline"), timeline_, &TimelineView::fit);
}

void MainWindow::makeFigureMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("F&igure"));
    menu->addAction(exportAction_);
}

void MainWindow::makeHelpMenu() {
    QMenu* const menu = menuBar()->addMenu(tr("&Help"));
    menu->addAction(tr("&Mouse and Keys"), QKeySequence::HelpContents, this, [this] {
        QMessageBox box(this);
        box.setWindowTitle(tr("Mouse and keys"));
        box.setTextFormat(Qt::RichText);
        box.setText(tr(
            "<p><b>Network.</b> Drag the ground to pan, turn the wheel to zoom about the pointer. "
            "Shift and drag selects a box, Ctrl and Shift a lasso. Drag a mark to move and pin it. "
            "Double click focuses on a neighbourhood, or opens a community that is drawn as one "
            "mark, as zooming in does. Arrow keys go from mark to mark.</p>"
            "<p><b>Layout.</b> Ctrl+L lays out what is shown, F5 lets it settle from where it "
            "stands, "
            "Shift+F5 stops. Ctrl+Shift+L opens the options, Ctrl+Shift+Y what marks and edges "
            "are coloured and sized by.</p>"
            "<p><b>Timeline.</b> Turn the wheel to zoom, drag to pan. The brush below sets the "
            "time window of every view; double click clears it.</p>"
            "<p><b>Everywhere.</b> Ctrl+K finds anything, Ctrl+1 to 3 change the projection, "
            "Ctrl+E exports a figure, Ctrl+Z undoes, Alt+1 to 6 show or hide panels.</p>"));
        box.exec();
    });
    menu->addAction(tr("&About Entente"), this, [this] {
        QMessageBox::about(
            this, tr("About Entente"),
            tr("<h3>Entente %1</h3><p>An explorer of relations between states, leaders, "
               "organisations and groups.</p><p>Free software under the GNU General Public "
               "License, version 3 or later. It comes with no warranty.</p>")
                .arg(QApplication::applicationVersion()));
    });
}

} // namespace entente::ui
