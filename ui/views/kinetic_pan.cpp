#include "ui/views/kinetic_pan.h"

#include <cmath>

namespace entente::ui {

namespace {

constexpr double memory = 80;    ///< of the drag, in milliseconds
constexpr double pause = 40;     ///< who rests this long before letting go throws nothing
constexpr double slowing = 180;  ///< milliseconds in which the speed falls to 1/e
constexpr double slowest = 0.02; ///< pixels a millisecond
constexpr double slowestThrow = 0.15;

double speedOf(QPointF velocity) {
    return std::hypot(velocity.x(), velocity.y());
}

} // namespace

void KineticPan::drag(QPointF delta, double time) {
    velocity_ = {};
    steps_.push_back({delta, time});
    while (steps_.front().time < time - memory) {
        steps_.pop_front();
    }
}

void KineticPan::release(double time) {
    QPointF way;
    for (const Step& step : steps_) {
        way += step.delta;
    }
    const bool moving = steps_.size() > 1 && time - steps_.back().time < pause;
    const double taken = moving ? time - steps_.front().time : 0;
    steps_.clear();
    velocity_ = taken > 0 ? way / taken : QPointF();
    if (speedOf(velocity_) < slowestThrow) {
        velocity_ = {};
    }
    last_ = time;
}

void KineticPan::stop() {
    velocity_ = {};
    steps_.clear();
}

QPointF KineticPan::advance(double time) {
    // The way that is left of an exponential fall of speed.
    const double left = std::exp(-std::max(0.0, time - last_) / slowing);
    const QPointF delta = velocity_ * (slowing * (1 - left));
    velocity_ *= left;
    last_ = time;
    if (speedOf(velocity_) < slowest) {
        velocity_ = {};
    }
    return delta;
}

} // namespace entente::ui
