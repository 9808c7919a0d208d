#pragma once

#include "ui/workspace/workspace.h"

#include <QToolBar>

class QActionGroup;
class QComboBox;
class QPushButton;

namespace entente::ui {

/// The bar under the menus: projection, layout, search, export.
class MainToolBar : public QToolBar {
    Q_OBJECT

public:
    MainToolBar(Workspace* workspace, QAction* search, QAction* exportFigure,
                QWidget* parent = nullptr);

private:
    QWidget* makeProjections();
    QWidget* makeLayouts();
    void restyle();
    void takeWorkspace();

    Workspace* workspace_;
    std::vector<std::pair<Projection, QPushButton*>> projections_;
    QComboBox* layouts_ = nullptr;
    QPushButton* search_ = nullptr;
    QPushButton* export_ = nullptr;
};

} // namespace entente::ui
