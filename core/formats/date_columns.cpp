#include "core/formats/date_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

std::size_t columnOf(const Table& table, DateColumns::Names names) {
    return table.column(std::span(names.begin(), names.size()));
}

bool isMissing(std::string_view text) {
    return text.empty() || text == "NA" || text == ".";
}

enum class Which : std::uint8_t { Earlier, Later };

/// Of two begins, or of two ends. Unknown where either is: it may lie beyond the other. Of two that
/// are as early (or late), the more precise.
Endpoint chosen(const Endpoint& one, const Endpoint& other, Day DaySpan::*edge, Which which) {
    using Kind = Endpoint::Kind;
    if (one.kind == Kind::Unknown || other.kind == Kind::Unknown) {
        return {Kind::Unknown, {}};
    }
    if (one.kind != Kind::Known || other.kind != Kind::Known) {
        return one.kind == Kind::Known ? one : other;
    }
    const DaySpan a = one.date.span();
    const DaySpan b = other.date.span();
    if (a.*edge == b.*edge) {
        return a.last - a.first <= b.last - b.first ? one : other;
    }
    return (a.*edge < b.*edge) == (which == Which::Earlier) ? one : other;
}

} // namespace

DateColumns::DateColumns(const Table& table, Names years, Names months, Names days)
    : year(columnOf(table, years)), month(columnOf(table, months)), day(columnOf(table, days)) {}

std::optional<Date> DateColumns::date(const Table& table, const Fields& fields, std::size_t line,
                                      ImportReport& report) const {
    using Severity = ReportEntry::Severity;
    constexpr int furthestYear = 9999;
    const std::string_view text = fieldAt(fields, year);
    const auto number = parseWholeNumber(text);
    if (!number || *number > furthestYear) {
        if (!isMissing(text)) {
            report.add(
                {Severity::Repaired, table.file(), line, table.title(year),
                 fmt::format("{} is no year; it was taken as not known.", quotedField(text))});
        }
        return std::nullopt;
    }
    if (*number <= 0) {
        return std::nullopt;
    }
    const auto part = [&](std::size_t column, std::string_view noun) {
        const std::string_view written = fieldAt(fields, column);
        const auto value = parseWholeNumber(written);
        if (!value && !isMissing(written)) {
            report.add({Severity::Repaired, table.file(), line, table.title(column),
                        fmt::format("{} is no {}; it was taken as not known.", quotedField(written),
                                    noun)});
        }
        return value.value_or(0);
    };
    const int months = part(month, "month");
    const int days = part(day, "day");
    Date date;
    date.year = *number;
    if (months > 12) {
        report.add({Severity::Repaired, table.file(), line, table.title(month),
                    fmt::format("There is no month {}; the year was taken.", months)});
    } else if (months >= 1) {
        date.month = static_cast<std::uint8_t>(months);
        if (days >= 1 && days <= static_cast<int>(daysInMonth(*number, date.month))) {
            date.day = static_cast<std::uint8_t>(days);
        } else if (days > 0) {
            report.add({Severity::Repaired, table.file(), line, table.title(day),
                        fmt::format("{}-{:02} has no day {}; the month was taken.", *number, months,
                                    days)});
        }
    }
    return date;
}

std::optional<int> DateColumns::yearCode(const Fields& fields) const {
    return parseWholeNumber(fieldAt(fields, year));
}

Endpoint endpointOf(const std::optional<Date>& date, Endpoint::Kind otherwise) {
    return date ? Endpoint{Endpoint::Kind::Known, *date} : Endpoint{otherwise, {}};
}

bool touch(const Period& earlier, const Period& later) {
    if (earlier.end.kind == Endpoint::Kind::Unknown) {
        return false;
    }
    const Day end = earlier.span().last;
    return end == latestDay || later.span().first <= end + 1;
}

Period unite(const Period& one, const Period& other) {
    using Kind = Endpoint::Kind;
    if (one.empty() || other.empty()) {
        return one.empty() ? other : one;
    }
    const bool open = one.end.kind == Kind::Open || other.end.kind == Kind::Open;
    return {chosen(one.begin, other.begin, &DaySpan::first, Which::Earlier),
            open ? Endpoint{Kind::Open, {}}
                 : chosen(one.end, other.end, &DaySpan::last, Which::Later)};
}

Period commonPeriod(const Period& one, const Period& other) {
    if (!overlaps(one.span(), other.span())) {
        return {};
    }
    return {chosen(one.begin, other.begin, &DaySpan::first, Which::Later),
            chosen(one.end, other.end, &DaySpan::last, Which::Earlier)};
}

} // namespace entente
