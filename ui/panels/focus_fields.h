#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace entente::ui {

class FlowLayout;

/// The centres of the neighbourhood that is shown, each to be removed, and how many steps it
/// reaches; hidden where there is no such focus.
class FocusFields : public QWidget {
    Q_OBJECT

public:
    explicit FocusFields(Workspace* workspace, QWidget* parent = nullptr);

    /// Names may be different.
    void takeDossier();

private:
    void takeFilter();
    void makeChips();

    Workspace* workspace_;
    QSpinBox* hops_;
    QLabel* words_;
    QWidget* chipBox_;
    FlowLayout* chips_;
    std::vector<VertexIndex> shown_;
};

} // namespace entente::ui
