#pragma once

#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QVBoxLayout;

namespace entente::ui {

class LayoutRow;
class LinkButton;

/// How the network is laid out, floating over the window: which layout, for what, how far apart.
/// What one changes is seen at once: spread scales, other sliders let the picture settle anew from
/// where it stands, choices lay it out again. Esc closes it.
class LayoutPanel : public QWidget {
    Q_OBJECT

public:
    explicit LayoutPanel(Workspace* workspace, QWidget* parent = nullptr);

    /// Shows it under a widget of the same window.
    void openUnder(const QWidget& anchor);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct SliderRow {
        QLabel* name = nullptr;
        QLabel* value = nullptr;
        QSlider* slider = nullptr;
    };

    QWidget* makeAlgorithms();
    QWidget* makeOptions();
    QButtonGroup* addChoice(QGridLayout& grid, const QString& title, const QStringList& names,
                            const QStringList& tips);
    SliderRow addSlider(QVBoxLayout& column, const QString& name, const QString& accessibleName,
                        const QString& tip, int least, int most);
    void addSeed(QVBoxLayout& column);
    void addCommands(QVBoxLayout& column);
    void takeSliders(bool settles);
    void takeChoices();
    void arrangeAnew(std::uint64_t seed);
    void reset();
    void takeWorkspace();
    void takeUses(const QString& name);
    void takeStyle();

    Workspace* workspace_;
    std::vector<LayoutRow*> rows_;
    QButtonGroup* effort_ = nullptr;
    QButtonGroup* emphasis_ = nullptr;
    SliderRow spread_;
    SliderRow gravity_;
    SliderRow lengthByWeight_;
    QSpinBox* seed_ = nullptr;
    QPushButton* another_ = nullptr;
    LinkButton* reset_ = nullptr;
    QPushButton* start_ = nullptr;
    QTimer settleTimer_;
};

} // namespace entente::ui
