#pragma once

#include "ui/panels/floating_card.h"

#include <QTimer>

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
class LayoutPanel : public FloatingCard {
    Q_OBJECT

public:
    explicit LayoutPanel(Workspace* workspace, QWidget* parent = nullptr);

protected:
    void takeWorkspace() override;
    void takeWorkspaceIfOpen();
    [[nodiscard]] QWidget* firstControl() const override;

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
    void takeUses(const QString& name);

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
