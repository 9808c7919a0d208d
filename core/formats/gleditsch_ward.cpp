#include "core/formats/gleditsch_ward.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

struct Renamed {
    int gleditschWard;
    int cow;
};

constexpr std::array<Renamed, 5> renamed = {
    {{340, 345}, {970, 946}, {971, 970}, {972, 955}, {973, 947}}};

/// States that COW's list of the state system does not have.
constexpr std::array<int, 8> notInCow = {89, 99, 396, 397, 563, 564, 711, 815};

/// A state that has another code from one day on.
struct Changed {
    int gleditschWard;
    int cowThen;
    Date from;
    Date before; ///< the day before
};

constexpr Date day(int year, std::uint8_t month, std::uint8_t dayOfMonth) {
    Date date;
    date.year = year;
    date.month = month;
    date.day = dayOfMonth;
    return date;
}

constexpr std::array<Changed, 2> changed = {{{260, 255, day(1990, 10, 3), day(1990, 10, 2)},
                                             {678, 679, day(1990, 5, 22), day(1990, 5, 21)}}};

} // namespace

std::vector<CowStretch> cowCodes(int gleditschWard, const Period& period) {
    if (std::ranges::find(notInCow, gleditschWard) != notInCow.end()) {
        return {{std::nullopt, period}};
    }
    if (const auto same = std::ranges::find(renamed, gleditschWard, &Renamed::gleditschWard);
        same != renamed.end()) {
        return {{same->cow, period}};
    }
    const auto change = std::ranges::find(changed, gleditschWard, &Changed::gleditschWard);
    if (change == changed.end() || period.span().last < change->from.span().first) {
        return {{gleditschWard, period}};
    }
    if (period.begin.kind == Endpoint::Kind::Known &&
        period.begin.date.span().first >= change->from.span().first) {
        return {{change->cowThen, period}};
    }
    using Kind = Endpoint::Kind;
    return {{gleditschWard, {period.begin, {Kind::Known, change->before}}},
            {change->cowThen, {{Kind::Known, change->from}, period.end}}};
}

} // namespace entente
