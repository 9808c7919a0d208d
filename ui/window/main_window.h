#pragma once

#include "ui/window/document.h"
#include "ui/window/theme.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QMenu;

namespace entente::ui {

class ChartsView;
class ElidedLabel;
class FiltersPanel;
class FloatingCard;
class HistoryPanel;
class InspectorPanel;
class MainToolBar;
class NetworkView;
class TableView;
class TimelineView;

/// The program's window: network in the centre, timeline, table and charts below, filters left,
/// inspector right. Holds the workspace, arranges the views and binds commands to it; what the
/// views do is their own affair.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(ThemeChoice theme = ThemeChoice::System);
    ~MainWindow() override;

    [[nodiscard]] Workspace& workspace() { return *workspace_; }
    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] NetworkView& networkView() { return *network_; }

    void setTheme(ThemeChoice choice);
    void search();
    void exportFigure();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QDockWidget* addDock(const QString& title, const QString& name, QWidget* content,
                         Qt::DockWidgetArea area);
    void arrangeDocks();
    void restoreArrangement();
    void saveArrangement() const;
    /// The action opens and closes the card under `anchor`.
    void connectCard(FloatingCard* card, QAction* action, const QWidget& anchor);
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeNetworkMenu();
    void makeTimeMenu();
    void makeFigureMenu();
    void makeHelpMenu();
    void fillRecentFiles();
    void takeTheme(Theme theme);
    void updateTitle();
    void updateStatus();
    QAction* makeAction(const QString& text, const QKeySequence& shortcut, const QString& tip = {});

    Workspace* workspace_;
    Document* document_;
    SystemTheme* systemTheme_;
    ThemeChoice themeChoice_ = ThemeChoice::System;
    NetworkView* network_;
    TimelineView* timeline_;
    TableView* table_;
    ChartsView* charts_;
    QDockWidget* filtersDock_ = nullptr;
    QDockWidget* inspectorDock_ = nullptr;
    QDockWidget* historyDock_ = nullptr;
    QDockWidget* timelineDock_ = nullptr;
    QDockWidget* tableDock_ = nullptr;
    QDockWidget* chartsDock_ = nullptr;
    MainToolBar* toolBar_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    QAction* layoutOptionsAction_ = nullptr;
    QAction* styleAction_ = nullptr;
    QAction* searchAction_ = nullptr;
    QAction* exportAction_ = nullptr;
    ElidedLabel* summary_ = nullptr;
    QLabel* state_ = nullptr;
};

} // namespace entente::ui
