#include "ui/window/main_window.h"

#include "ui/panels/filters_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/layout_panel.h"
#include "ui/panels/search_palette.h"
#include "ui/panels/style_panel.h"
#include "ui/views/charts_view.h"
#include "ui/views/network_view.h"
#include "ui/views/table_view.h"
#include "ui/views/timeline_view.h"
#include "ui/window/elided_label.h"
#include "ui/window/export_dialog.h"
#include "ui/window/layout_status.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/status_summary.h"
#include "ui/window/window_size.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

namespace entente::ui {

namespace {

// Raised when docks come or go, so that an older arrangement is not restored over them.
constexpr int arrangementVersion = 1;

/// "Saved out-nodes.csv and out-edges.csv in /home/a."
QString savedText(const QStringList& files) {
    QStringList names;
    for (const QString& file : files) {
        names << QFileInfo(file).fileName();
    }
    return MainWindow::tr("Saved %1 in %2.")
        .arg(names.join(MainWindow::tr(" and ")),
             QDir::toNativeSeparators(QFileInfo(files.front()).absolutePath()));
}

QString themeWord(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    case ThemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace

MainWindow::MainWindow(ThemeChoice theme)
    : workspace_(new Workspace(this)), document_(new Document(workspace_, this)),
      systemTheme_(new SystemTheme(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setDockNestingEnabled(true);

    network_ = new NetworkView(workspace_, this);
    // In a small window it is the panels that give way.
    network_->setMinimumSize(320, 260);
    setCentralWidget(network_);
    timeline_ = new TimelineView(workspace_, this);
    table_ = new TableView(workspace_, this);
    charts_ = new ChartsView(workspace_, this);
    arrangeDocks();

    searchAction_ = makeAction(tr("&Find…"), QKeySequence(Qt::CTRL | Qt::Key_K));
    exportAction_ = makeAction(tr("&Export Figure…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(searchAction_, &QAction::triggered, this, &MainWindow::search);
    connect(exportAction_, &QAction::triggered, this, &MainWindow::exportFigure);
    layoutOptionsAction_ =
        makeAction(tr("La&yout Options…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    styleAction_ = makeAction(tr("St&yle…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y));
    toolBar_ = new MainToolBar(workspace_, layoutOptionsAction_, styleAction_, searchAction_,
                               exportAction_, this);
    addToolBar(toolBar_);
    connectCard(new LayoutPanel(workspace_, this), layoutOptionsAction_, toolBar_->layoutBox());
    connectCard(new StylePanel(workspace_, this), styleAction_, toolBar_->styleButton());
    makeMenus();

    summary_ = new ElidedLabel(this);
    summary_->setContentsMargins(12, 2, 12, 2);
    state_ = new QLabel(this);
    state_->setContentsMargins(12, 2, 12, 2);
    statusBar()->addWidget(summary_, 1);
    statusBar()->addPermanentWidget(new LayoutStatus(workspace_, this));
    statusBar()->addPermanentWidget(state_);
    constexpr int readingTime = 12'000;
    connect(network_, &NetworkView::rendererFailed, this,
            [this](const QString& message) { statusBar()->showMessage(message, readingTime); });
    // What is said before the window is shown would else be written over the summary.
    connect(statusBar(), &QStatusBar::messageChanged, summary_,
            [this](const QString& message) { summary_->setVisible(message.isEmpty()); });
    statusBar()->setSizeGripEnabled(false);

    connect(workspace_, &Workspace::filterChanged, this, &MainWindow::updateStatus);
    connect(workspace_, &Workspace::visibilityChanged, this, &MainWindow::updateStatus);
    connect(workspace_, &Workspace::historyChanged, this, &MainWindow::updateTitle);
    connect(workspace_, &Workspace::pathChanged, this, &MainWindow::updateTitle);
    connect(workspace_, &Workspace::dossierChanged, this, &MainWindow::updateTitle);
    connect(systemTheme_, &SystemTheme::changed, this, [this](Theme system) {
        if (themeChoice_ == ThemeChoice::System) {
            takeTheme(system);
        }
    });
    connect(document_, &Document::recentFilesChanged, this, &MainWindow::fillRecentFiles);
    connect(document_, &Document::saved, this, [this](const QStringList& files) {
        statusBar()->showMessage(savedText(files), readingTime);
    });

    setTheme(theme);
    restoreArrangement();
    updateTitle();
    updateStatus();
    network_->setFocus();
}

MainWindow::~MainWindow() = default;

QDockWidget* MainWindow::addDock(const QString& title, const QString& name, QWidget* content,
                                 Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    // To Qt, what lies under another tab is visible. A view that nobody sees has nothing to do.
    connect(dock, &QDockWidget::visibilityChanged, content, &QWidget::setVisible);
    QSizePolicy policy = content->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    content->setSizePolicy(policy);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::arrangeDocks() {
    filtersDock_ = addDock(tr("Filters"), QStringLiteral("filtersDock"),
                           new FiltersPanel(workspace_, this), Qt::LeftDockWidgetArea);
    inspectorDock_ = addDock(tr("Inspector"), QStringLiteral("inspectorDock"),
                             new InspectorPanel(workspace_, this), Qt::RightDockWidgetArea);
    historyDock_ = addDock(tr("History"), QStringLiteral("historyDock"),
                           new HistoryPanel(workspace_, this), Qt::RightDockWidgetArea);
    timelineDock_ = addDock(tr("Timeline"), QStringLiteral("timelineDock"), timeline_,
                            Qt::BottomDockWidgetArea);
    tableDock_ =
        addDock(tr("Table"), QStringLiteral("tableDock"), table_, Qt::BottomDockWidgetArea);
    chartsDock_ =
        addDock(tr("Charts"), QStringLiteral("chartsDock"), charts_, Qt::BottomDockWidgetArea);
    // Of what is under a tab at the bottom, none keeps the window from being small.
    constexpr int leastHeight = 170;
    for (QWidget* const view : {static_cast<QWidget*>(timeline_), static_cast<QWidget*>(table_),
                                static_cast<QWidget*>(charts_)}) {
        view->setMinimumHeight(leastHeight);
    }
    tabifyDockWidget(timelineDock_, tableDock_);
    tabifyDockWidget(tableDock_, chartsDock_);
    timelineDock_->raise();
    // Their tabs name them already and are what one drags: a title bar would say it twice.
    for (QDockWidget* const dock : {timelineDock_, tableDock_, chartsDock_}) {
        dock->setTitleBarWidget(new QWidget(dock));
        connect(dock, &QDockWidget::topLevelChanged, dock, [dock](bool floating) {
            dock->setTitleBarWidget(floating ? nullptr : new QWidget(dock));
        });
    }
    historyDock_->hide();
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    resizeDocks({filtersDock_, inspectorDock_}, {264, 288}, Qt::Horizontal);
    resizeDocks({timelineDock_}, {368}, Qt::Vertical);
}

void MainWindow::connectCard(FloatingCard* card, QAction* action, const QWidget& anchor) {
    action->setCheckable(true);
    connect(action, &QAction::toggled, card, [card, &anchor](bool open) {
        if (open) {
            card->openUnder(anchor);
        } else {
            card->hide();
        }
    });
    connect(card, &FloatingCard::openChanged, this, [this, action](bool open) {
        action->setChecked(open);
        if (!open) {
            network_->setFocus();
        }
    });
}

void MainWindow::restoreArrangement() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resizeWithinScreen(*this, {1600, 1000});
    }
    restoreState(settings.value(QStringLiteral("window/arrangement")).toByteArray(),
                 arrangementVersion);
}

void MainWindow::saveArrangement() const {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/arrangement"), saveState(arrangementVersion));
    settings.setValue(QStringLiteral("theme"), themeWord(themeChoice_));
}

void MainWindow::setTheme(ThemeChoice choice) {
    themeChoice_ = choice;
    takeTheme(choice == ThemeChoice::System ? systemTheme_->theme()
              : choice == ThemeChoice::Dark ? Theme::Dark
                                            : Theme::Light);
}

void MainWindow::takeTheme(Theme theme) {
    applyTheme(*qApp, theme);
    Style style = workspace_->style();
    style.theme = theme;
    style.font = QApplication::font();
    workspace_->setStyle(std::move(style));
}

void MainWindow::search() {
    auto* const palette = new SearchPalette(workspace_, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->popUp();
}

void MainWindow::exportFigure() {
    // What the caption says and what is drawn are to be one.
    workspace_->waitForEvaluation();
    const bool timeline = timelineDock_->isAncestorOf(focusWidget());
    ExportDialog dialog(*workspace_, timeline ? FigureView::Timeline : FigureView::Network, this);
    dialog.exec();
}

void MainWindow::updateTitle() {
    const QString title = QString::fromStdString(workspace_->dossier().cover().title);
    setWindowTitle(tr("%1[*] — Entente").arg(title.isEmpty() ? tr("Untitled") : title));
    const bool changed = workspace_->history().changedSinceSaved();
    setWindowModified(changed);
    setWindowFilePath(QString::fromStdU16String(workspace_->path().u16string()));
    state_->setText(changed                      ? tr("not saved")
                    : workspace_->path().empty() ? QString()
                                                 : tr("saved"));
}

void MainWindow::updateStatus() {
    summary_->setText(statusSummary(*workspace_));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!document_->mayClose()) {
        event->ignore();
        return;
    }
    saveArrangement();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& address : event->mimeData()->urls()) {
        if (address.isLocalFile()) {
            paths << address.toLocalFile();
        }
    }
    event->acceptProposedAction();
    // Not inside the drop: a dialog there would freeze the program that the files come from.
    QMetaObject::invokeMethod(
        this, [this, paths] { document_->open(paths); }, Qt::QueuedConnection);
}

} // namespace entente::ui
