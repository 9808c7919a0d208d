#pragma once

#include "ui/workspace/workspace.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace entente::ui {

/// A panel that floats over a view: rounded, in the colours of the workspace's style.
class FloatingPanel : public QFrame {
    Q_OBJECT

public:
    FloatingPanel(const Workspace* workspace, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] const Workspace& workspace() const { return *workspace_; }
    /// Gives its children the style's colours.
    void takeColours();

private:
    const Workspace* workspace_;
};

/// Says, where no vertex is visible, why that is, and offers the way out.
class NetworkEmptyState : public QWidget {
    Q_OBJECT

public:
    NetworkEmptyState(Workspace* workspace, QWidget* parent);
    /// Takes its words from the state of the workspace.
    void refresh();

private:
    Workspace* workspace_;
    QLabel* title_;
    QLabel* advice_;
    QPushButton* clear_;
};

/// One line over the view: what to click next, or why nothing came of it.
class HintBar : public FloatingPanel {
    Q_OBJECT

public:
    HintBar(const Workspace* workspace, QWidget* parent);
    /// `milliseconds` 0: until hidden.
    void say(const QString& text, int milliseconds = 0);

private:
    QLabel* text_;
    QTimer* timer_;
};

/// A sheet of glass over the canvas: what it shows needs not be drawn anew with each frame.
class NetworkGlass : public QWidget {
    Q_OBJECT

public:
    using Draw = std::function<void(QPainter&)>;

    NetworkGlass(Draw draw, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Draw draw_;
};

} // namespace entente::ui
