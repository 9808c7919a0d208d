#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

namespace entente::ui {

/// A card of controls that floats over the window, under the button that opens it. Esc closes it.
class FloatingCard : public QWidget {
    Q_OBJECT

public:
    FloatingCard(Workspace* workspace, QWidget* parent);

    /// Shows it under a widget of the same window.
    void openUnder(const QWidget& anchor);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void openChanged(bool open);

protected:
    /// From its edge to its content, the shadow included.
    static constexpr int around = 28;
    static constexpr int headingHeight = 28;

    /// Takes the state of the workspace; called when it opens, too.
    virtual void takeWorkspace() = 0;
    /// The control that has the focus when it opens.
    [[nodiscard]] virtual QWidget* firstControl() const = 0;

    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

    Workspace* workspace_;

private:
    void takeStyle();
};

} // namespace entente::ui
