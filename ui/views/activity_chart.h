#pragma once

#include "ui/scene/time_axis.h"
#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QChart;
class QChartView;

namespace entente::ui {

class TimeBrush;

/// Agreements in force and events by sector over time, stacked, on the timeline's own axis, with
/// the brush that sets the time window of all views.
class ActivityChart : public QWidget {
    Q_OBJECT

public:
    explicit ActivityChart(Workspace* workspace, QWidget* parent = nullptr);

    /// Aligns the chart with the timeline above it; pixels are this widget's.
    void setAxis(const TimeAxis& axis);
    [[nodiscard]] TimeBrush& brush() { return *brush_; }

    [[nodiscard]] QSize sizeHint() const override { return {600, 76}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// At once, or in a turn of its own where it takes long.
    void rebuildInTime();
    void rebuild();
    void align();

    Workspace* workspace_;
    TimeAxis axis_;
    bool stale_ = true;
    QTimer rebuildTimer_;
    QChart* chart_;
    QChartView* view_;
    TimeBrush* brush_;
};

} // namespace entente::ui
