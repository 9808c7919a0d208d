#pragma once

#include "ui/scene/time_axis.h"
#include "ui/workspace/workspace.h"

#include <QWidget>

namespace entente::ui {

/// Over the activity chart: the time window of the filter as a band with two handles. Drag a handle
/// to move an end, the band to move both, the ground to draw a new one; double click clears it.
/// With the keyboard: Tab chooses begin, end or both, the arrows move it (Shift: ten steps), Delete
/// clears it.
class TimeBrush : public QWidget {
    Q_OBJECT

public:
    explicit TimeBrush(Workspace* workspace, QWidget* parent = nullptr);

    void setAxis(const TimeAxis& axis);
    /// What one press of an arrow key moves, in days.
    void setStep(Day step) { step_ = step; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Part : std::uint8_t { None, Begin, End, Both, New };

    [[nodiscard]] QRectF band() const;
    [[nodiscard]] Part partAt(double x) const;
    [[nodiscard]] DaySpan window() const;
    void setWindow(DaySpan window);
    void clearWindow();
    void move(Part part, double days);
    void describe();

    Workspace* workspace_;
    TimeAxis axis_;
    Day step_ = 365;
    Part dragged_ = Part::None;
    Part active_ = Part::Both;
    double pressX_ = 0;
    DaySpan windowAtPress_;
};

} // namespace entente::ui
