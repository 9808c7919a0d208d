#pragma once

#include "ui/scene/timeline_scene.h"
#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QScrollBar;
class QToolButton;

namespace entente::ui {

class ActivityChart;

/// The lanes of the timeline: draws them, zooms and pans in time, selects.
class TimelineCanvas : public QWidget {
    Q_OBJECT

public:
    explicit TimelineCanvas(Workspace* workspace, QWidget* parent = nullptr);

    void setGrouping(TimelineGrouping grouping);
    [[nodiscard]] TimelineGrouping grouping() const { return grouping_; }
    void setRange(TimeRange range);
    [[nodiscard]] TimeRange range() const { return range_; }
    /// The range that shows every lane from begin to end.
    [[nodiscard]] TimeRange wholeRange() const;
    void setScroll(double scroll);
    [[nodiscard]] double scroll() const { return scroll_; }
    /// Of all lanes.
    [[nodiscard]] double contentHeight() const;
    [[nodiscard]] TimeAxis axis() const;
    /// Built when it is first asked for after a change.
    [[nodiscard]] const TimelineScene& scene() const;
    /// The element drawn at a pixel; its index is `noIndex` where there is none.
    [[nodiscard]] ElementRef elementAt(QPointF pixel) const;
    /// Scrolls and pans so that the element is in sight.
    void show(ElementRef element);
    void zoom(double factor, double aroundPixel);

signals:
    void rangeChanged();
    void scrollRequested(double scroll);
    void lanesChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeDossier();
    [[nodiscard]] const std::vector<TimelineLane>& lanes() const;
    [[nodiscard]] TimelineSceneOptions options() const;

    Workspace* workspace_;
    TimelineGrouping grouping_ = TimelineGrouping::Sector;
    mutable std::optional<std::vector<TimelineLane>> lanes_; ///< made when they are asked for
    mutable QString lanesLanguage_; ///< of names in `lanes_`
    mutable std::optional<TimelineScene> scene_;
    mutable TimelineSceneOptions sceneOptions_; ///< what `scene_` was built with
    TimeRange range_;
    double scroll_ = 0;
    QPointF press_;
    TimeRange rangeAtPress_;
    double scrollAtPress_ = 0;
    bool dragging_ = false;
};

/// The timeline with its header, its activity chart and its player.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(Workspace* workspace, QWidget* parent = nullptr);

    void fit();
    void setGrouping(TimelineGrouping grouping);
    void togglePlay();
    /// Moves the time window one step on; stops playing at the end.
    void step();
    [[nodiscard]] bool playing() const { return player_.isActive(); }
    /// The picture as shown; its corner at the origin.
    [[nodiscard]] DisplayList displayList() const;
    [[nodiscard]] TimelineCanvas& canvas() { return *canvas_; }

    [[nodiscard]] QSize sizeHint() const override { return {900, 340}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHeader();
    void restyle();
    void updateScrollBar();
    void updateAxis();
    void stop();

    Workspace* workspace_;
    TimelineCanvas* canvas_;
    ActivityChart* chart_;
    QScrollBar* scrollBar_;
    QComboBox* grouping_ = nullptr;
    QComboBox* stepLength_ = nullptr;
    QToolButton* play_ = nullptr;
    QLabel* chartLabel_ = nullptr;
    QTimer player_;
};

} // namespace entente::ui
