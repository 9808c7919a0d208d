#pragma once

#include <QPointF>

#include <deque>

namespace entente::ui {

/// Lets a view that was thrown glide on and come to rest. Times are milliseconds of any clock.
class KineticPan {
public:
    /// The pointer is dragged by `delta`.
    void drag(QPointF delta, double time);
    /// It lets go: gliding begins if it was moving.
    void release(double time);
    void stop();
    [[nodiscard]] bool isGliding() const { return !velocity_.isNull(); }
    /// How far to move until now since the last call.
    QPointF advance(double time);

private:
    struct Step {
        QPointF delta;
        double time;
    };

    std::deque<Step> steps_;
    QPointF velocity_; ///< pixels a millisecond
    double last_ = 0;
};

} // namespace entente::ui
