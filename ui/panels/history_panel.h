#pragma once

#include "ui/workspace/workspace.h"

#include <QAbstractListModel>
#include <QWidget>

class QListView;

namespace entente::ui {

/// The changes made to the dossier, the first row being the dossier as it was opened.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit HistoryModel(const Workspace* workspace, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void takeHistory();

private:
    const Workspace* workspace_;
};

/// The list of changes; a click on one goes back or forward to where it was just done.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {288, 240}; }

private:
    void goTo(int row);
    void takeHistory();
    void takeStyle();

    Workspace* workspace_;
    HistoryModel* model_;
    QListView* list_;
};

} // namespace entente::ui
