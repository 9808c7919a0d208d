#pragma once

#include "ui/views/table_columns.h"
#include "ui/workspace/workspace.h"

#include <QSet>
#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;
class QLabel;
class QTabBar;
class QTableView;
class QToolButton;

namespace entente::ui {

class TableModel;

/// All elements as lists: sortable, filtered as the other views are, with the same selection.
class TableView : public QWidget {
    Q_OBJECT

public:
    explicit TableView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {900, 300}; }

public slots:
    /// Puts the selected rows, or all where none is selected, on the clipboard as CSV.
    void copy();

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What has changed while nobody saw it.
    enum class Stale : std::uint8_t { Nothing, Selection, Filter, Dossier };
    bool isPostponed(Stale what);
    void makeList();
    void showTable(int tab);
    void fitColumns();
    void takeDossier();
    void takeFilter();
    void takeStyle();
    /// From the workspace to the list, and back.
    void takeSelection();
    void giveSelection();
    /// A menu that shows and hides columns.
    void showColumnsMenu(const QPoint& position);
    void setColumnShown(int column, bool shown);
    void hideColumns();
    [[nodiscard]] std::vector<int> shownColumns() const;
    void reveal(const QModelIndex& at);
    void updateCounts();

    Workspace* workspace_;
    TableModel* model_;
    QTabBar* tabs_;
    QCheckBox* all_;
    QToolButton* columns_;
    std::map<Table, QSet<QString>> hidden_; ///< titles of columns that are not shown
    QLabel* empty_;
    QTableView* list_;
    bool synchronising_ = false;
    Stale stale_ = Stale::Nothing;
};

} // namespace entente::ui
