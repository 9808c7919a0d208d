#pragma once

#include "core/model/date.h"

#include <QString>

#include <vector>

namespace entente::ui {

/// A stretch of time, in days and parts of days since 1970-01-01.
struct TimeRange {
    double first = 0;
    double last = 1;

    [[nodiscard]] double length() const { return last - first; }
    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// Maps days to pixels, linearly.
struct TimeAxis {
    TimeRange range;
    double left = 0;
    double right = 1;

    [[nodiscard]] double pixel(double day) const {
        return left + (day - range.first) / range.length() * (right - left);
    }
    [[nodiscard]] double day(double pixel) const {
        return range.first + (pixel - left) / (right - left) * range.length();
    }
};

struct TimeTick {
    Day day = 0;
    QString label;
    bool major = false; ///< where the next coarser unit begins
};

/// Ticks at round dates, from centuries down to days, no nearer to one another than `spacing`
/// pixels.
std::vector<TimeTick> timeTicks(const TimeAxis& axis, double spacing);

} // namespace entente::ui
