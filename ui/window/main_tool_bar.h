#pragma once

#include "ui/workspace/workspace.h"

#include <QToolBar>

class QComboBox;
class QPushButton;

namespace entente::ui {

/// The bar under the menus: projection, layout, search, export.
class MainToolBar : public QToolBar {
    Q_OBJECT

public:
    MainToolBar(Workspace* workspace, QAction* layoutOptions, QAction* style, QAction* search,
                QAction* exportFigure, QWidget* parent = nullptr);

    /// Under which the layout's options open.
    [[nodiscard]] const QWidget& layoutBox() const;
    /// Under which the style opens.
    [[nodiscard]] const QWidget& styleButton() const;

private:
    QWidget* makeProjections();
    QWidget* makeLayouts(QAction* options);
    void addStyle(QAction* style);
    void takeAvailable();
    void restyle();
    void takeWorkspace();

    Workspace* workspace_;
    std::vector<std::pair<Projection, QPushButton*>> projections_;
    QComboBox* layouts_ = nullptr;
    QPushButton* layoutOptions_ = nullptr;
    QPushButton* style_ = nullptr;
    QPushButton* search_ = nullptr;
    QPushButton* export_ = nullptr;
};

} // namespace entente::ui
