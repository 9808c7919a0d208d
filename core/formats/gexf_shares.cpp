#include "core/formats/gexf_shares.h"

#include "core/formats/time_set.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// What two periods have in common, the least first.
enum class Common : std::uint8_t { None, Bound, Time };

bool isMoment(const Period& period) {
    return period.single() || period.begin == period.end;
}

/// The day from which the period may be over.
Day endsFrom(const Period& period) {
    return period.end.kind == Endpoint::Kind::Known ? period.end.date.span().first
                                                    : period.span().last;
}

/// Files often end one stretch with the year in which the next begins.
Common common(const Period& a, const Period& b) {
    if (!overlaps(a.span(), b.span())) {
        return Common::None;
    }
    const bool bound = !isMoment(a) && !isMoment(b) &&
                       (endsFrom(a) <= b.span().first || endsFrom(b) <= a.span().first);
    return bound ? Common::Bound : Common::Time;
}

/// A value of those that are shared out, with its time.
struct Timed {
    const GexfDynamicValue* value;
    Period period;
    bool shared = false;
};

std::vector<Timed> inOrder(std::span<const GexfDynamicValue> values, std::vector<Timed>& undated) {
    std::vector<Timed> timed;
    std::vector<Period> periods;
    for (const GexfDynamicValue& value : values) {
        const bool dated =
            parseTimeSet(timeSetOf(std::array{value.span}), periods) && periods.size() == 1;
        (dated ? timed : undated).push_back({&value, dated ? periods.front() : Period{}});
    }
    std::ranges::stable_sort(timed, {},
                             [](const Timed& value) { return value.period.span().first; });
    return timed;
}

} // namespace

GexfShares sharesOf(std::span<const GexfDynamicValue> values, std::span<const Period> periods) {
    GexfShares all;
    std::vector<Timed> undated;
    std::vector<Timed> timed = inOrder(values, undated);
    for (const Period& period : periods) {
        Common most = Common::Bound;
        for (const Timed& value : timed) {
            most = std::max(most, common(value.period, period));
        }
        std::vector<GexfDynamicValue>& share = all.shares.emplace_back();
        for (Timed& value : timed) {
            if (common(value.period, period) == most) {
                share.push_back(*value.value);
                value.shared = true;
            }
        }
    }
    for (const std::vector<Timed>* const list : {&timed, &undated}) {
        for (const Timed& value : *list) {
            if (!value.shared) {
                all.others.push_back(*value.value);
            }
        }
    }
    return all;
}

} // namespace entente
