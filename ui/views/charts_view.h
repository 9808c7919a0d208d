#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

#include <set>

class QBoxLayout;
class QChartView;
class QLabel;

namespace entente::ui {

class ChartLegend;
class NamedBarsView;

/// Two charts of what the filter shows: agreements in force by sector and year, and the actors with
/// the most ties.
class ChartsView : public QWidget {
    Q_OBJECT

public:
    explicit ChartsView(Workspace* workspace, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {900, 300}; }

    /// Puts the charts on the clipboard as an image, as they are on screen.
    void copyImage();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// A chart with its heading; the message stands in for it where there is nothing to draw.
    struct Panel {
        QWidget* box = nullptr;
        QLabel* title = nullptr;
        QLabel* subtitle = nullptr;
        QChartView* view = nullptr;
        QLabel* message = nullptr;
    };

    Panel makePanel(const QString& title, QChartView* view);
    void showMessage(const Panel& panel, const QString& message);
    void update();
    void updateLegend();
    void fitLegend();
    void drawSectors();
    void drawActors();
    [[nodiscard]] std::size_t actorsThatFit() const;
    [[nodiscard]] DaySpan chartExtent() const;

    Workspace* workspace_;
    QBoxLayout* charts_;
    Panel sectors_;
    Panel actors_;
    NamedBarsView* bars_ = nullptr;
    ChartLegend* legend_;
    std::set<std::size_t> sectorsOfAgreements_; ///< drawn; `mostSectors`: none
    std::set<std::size_t> sectorsOfTies_;
    std::size_t actorsDrawn_ = 0;
    bool stale_ = true;
};

} // namespace entente::ui
