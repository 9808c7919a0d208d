#include "core/formats/gexf_periods.h"

#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace entente {

namespace {

/// Empty where the day's year has not four digits.
std::string dayText(Day day) {
    const CivilDate civil = civilDate(day);
    constexpr int most = 9999;
    if (std::abs(civil.year) > most) {
        return {};
    }
    return fmt::format("{}{:04}-{:02}-{:02}", civil.year < 0 ? "-" : "", std::abs(civil.year),
                       civil.month, civil.day);
}

std::string bound(const Endpoint& end, bool last, GexfTimeFormat format) {
    if (end.kind != Endpoint::Kind::Known) {
        return {};
    }
    if (format == GexfTimeFormat::Integer || format == GexfTimeFormat::Double) {
        return fmt::format("{}", end.date.year);
    }
    const DaySpan days = end.date.span();
    return dayText(last ? days.last : days.first);
}

GexfSpan spanOf(const Period& period, GexfTimeFormat format) {
    GexfSpan span;
    span.begin = bound(period.begin, false, format);
    span.end = bound(period.single() ? period.begin : period.end, true, format);
    return span;
}

bool readsBack(const GexfSpan& span, const Period& period) {
    std::vector<Period> periods;
    return parseTimeSet(timeSetOf(std::array{span}), periods) && periods.size() == 1 &&
           periods.front() == period;
}

bool isReadable(const GexfSpan& span) {
    std::vector<Period> periods;
    return parseTimeSet(timeSetOf(std::array{span}), periods);
}

} // namespace

const GexfPeriods::Written& GexfPeriods::of(std::string_view edtf) {
    if (const auto known = known_.find(edtf); known != known_.end()) {
        return known->second;
    }
    Written written;
    if (const std::optional<Period> period = parsePeriod(edtf); period && !period->empty()) {
        written.span = spanOf(*period, format_);
        if (!written.span.empty() && !isReadable(written.span)) {
            written.span = {};
        }
        written.exact = !written.span.empty() && readsBack(written.span, *period);
    }
    return known_.emplace(edtf, std::move(written)).first->second;
}

} // namespace entente
