#include "ui/scene/timeline_bars.h"

#include <algorithm>

namespace entente::ui {

namespace {

// A bar that never began starts this far out of sight.
constexpr double beyond = 80;
constexpr double thinnestStripe = 2.5;
constexpr double shortestBar = 3;

BarEnd endOf(const Endpoint& endpoint, bool single) {
    switch (endpoint.kind) {
    case Endpoint::Kind::Open:
        return BarEnd::Fade;
    case Endpoint::Kind::Unknown:
        return BarEnd::Ragged;
    case Endpoint::Kind::Absent:
        return single ? BarEnd::Square : BarEnd::Ragged;
    case Endpoint::Kind::Known:
        break;
    }
    return endpoint.date.qualifier != Date::Exact || endpoint.date.unspecified != Date::None
               ? BarEnd::Soft
               : BarEnd::Square;
}

} // namespace

std::optional<Bar> periodBar(const Period& period, const BarFrame& frame, double top,
                             double height) {
    const TimeAxis& axis = frame.axis;
    const DaySpan span = period.span();
    const double first = span.first == earliestDay ? axis.left - beyond : axis.pixel(span.first);
    const double last =
        span.last == latestDay ? axis.right + timelineRightMargin : axis.pixel(span.last + 1.0);
    const double left = std::max(first, axis.left);
    const double right = std::min(std::max(last, first + shortestBar), frame.width);
    if (right <= left) {
        return std::nullopt;
    }
    Bar bar;
    bar.rect = QRectF(left, top, right - left, height);
    bar.outline = Qt::transparent;
    bar.begin = first < axis.left && span.first != earliestDay
                    ? BarEnd::Square
                    : endOf(period.begin, period.single());
    bar.end = endOf(period.end, period.single());
    if (bar.end == BarEnd::Ragged && span.last == latestDay) {
        // Not known when it ended: torn off soon after what is known.
        const double known = frame.asOf.empty() ? right : axis.pixel(frame.asOf.span().last);
        bar.rect.setRight(std::clamp(known, left + 12, frame.width));
    }
    return bar;
}

std::vector<Bar> stripedBar(const Period& period, const BarFrame& frame, double middle,
                            std::size_t count) {
    const double stripe = std::max(thinnestStripe, timelineBarHeight / static_cast<double>(count));
    const double top = middle - stripe * static_cast<double>(count) / 2;
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < count; ++i) {
        if (auto bar = periodBar(period, frame, top + stripe * static_cast<double>(i), stripe)) {
            bars.push_back(*bar);
        }
    }
    return bars;
}

} // namespace entente::ui
