#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

class QScrollArea;

namespace entente::ui {

class ElementEditor;
class PageWidget;

/// Everything about what is selected: one element, several, or else the dossier's cover. Its links
/// jump, "Edit" changes what can be changed.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    explicit InspectorPanel(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {288, 720}; }

    /// Opens the editor of the current element, if it has one.
    void edit();

private:
    void showPage();
    void closeEditor();

    Workspace* workspace_;
    QScrollArea* scroll_;
    QWidget* content_ = nullptr;
    PageWidget* page_ = nullptr;
    ElementEditor* editor_ = nullptr;
    std::optional<ElementRef> shown_;
};

} // namespace entente::ui
