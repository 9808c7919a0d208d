#include "ui/scene/time_axis.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace entente::ui {

namespace {

constexpr double daysPerYear = 365.2425;
constexpr double daysPerMonth = daysPerYear / 12;

std::vector<TimeTick> yearTicks(const TimeRange& range, int step) {
    std::vector<TimeTick> ticks;
    const int first = civilDate(static_cast<Day>(std::floor(range.first))).year;
    const auto begin = static_cast<int>(std::floor(static_cast<double>(first) / step)) * step;
    for (int year = begin;; year += step) {
        const Day day = dayNumber(year, 1, 1);
        if (day > range.last) {
            break;
        }
        if (day >= range.first) {
            ticks.push_back({day, QString::number(year), year % (step * 10) == 0});
        }
    }
    return ticks;
}

std::vector<TimeTick> monthTicks(const TimeRange& range, unsigned step) {
    std::vector<TimeTick> ticks;
    const CivilDate begin = civilDate(static_cast<Day>(std::floor(range.first)));
    int year = begin.year;
    unsigned month = (begin.month - 1) / step * step + 1;
    for (;;) {
        const Day day = dayNumber(year, month, 1);
        if (day > range.last) {
            break;
        }
        if (day >= range.first) {
            const QString name =
                QLocale().standaloneMonthName(static_cast<int>(month), QLocale::ShortFormat);
            ticks.push_back({day, month == 1 ? QString::number(year) : name, month == 1});
        }
        month += step;
        if (month > 12) {
            month = 1;
            ++year;
        }
    }
    return ticks;
}

std::vector<TimeTick> dayTicks(const TimeRange& range, unsigned step) {
    std::vector<TimeTick> ticks;
    for (Day day = static_cast<Day>(std::ceil(range.first)); day <= range.last; ++day) {
        const CivilDate date = civilDate(day);
        // Counted within the month, so that ticks stay where they are while one pans.
        if ((date.day - 1) % step != 0 || (step > 1 && date.day > 28)) {
            continue;
        }
        const QString name =
            QLocale().standaloneMonthName(static_cast<int>(date.month), QLocale::ShortFormat);
        ticks.push_back({day,
                         date.day == 1 ? QStringLiteral("%1 %2").arg(name).arg(date.year)
                                       : QStringLiteral("%1 %2").arg(date.day).arg(name),
                         date.day == 1});
    }
    return ticks;
}

} // namespace

std::vector<TimeTick> timeTicks(const TimeAxis& axis, double spacing) {
    const double pixelsPerDay = (axis.right - axis.left) / axis.range.length();
    if (!(pixelsPerDay > 0) || !std::isfinite(pixelsPerDay)) {
        return {};
    }
    for (const unsigned step : {1U, 7U, 14U}) {
        if (step * pixelsPerDay >= spacing) {
            return dayTicks(axis.range, step);
        }
    }
    for (const unsigned step : {1U, 3U, 6U}) {
        if (step * daysPerMonth * pixelsPerDay >= spacing) {
            return monthTicks(axis.range, step);
        }
    }
    for (const int step : {1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000}) {
        if (step * daysPerYear * pixelsPerDay >= spacing) {
            return yearTicks(axis.range, step);
        }
    }
    return {};
}

} // namespace entente::ui
