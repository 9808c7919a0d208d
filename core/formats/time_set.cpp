#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, lower); });
}

bool isInfinite(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    return isOneOf(text, {"infinity", "inf", "∞"});
}

std::optional<int> digits(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && text.front() != '-'
               ? std::optional(number)
               : std::nullopt;
}

/// Three numbers, parted by one of `- / .`, if the day exists.
std::optional<Date> parseLooseDay(std::string_view text) {
    const std::size_t first = text.find_first_of("-/.");
    if (first == std::string_view::npos || first == 0) {
        return std::nullopt;
    }
    const char mark = text[first];
    const std::size_t second = text.find(mark, first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    std::array<std::string_view, 3> parts = {
        text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
    constexpr std::size_t yearLength = 4;
    if (mark == '.' && parts[2].size() == yearLength) {
        std::swap(parts[0], parts[2]);
    }
    if (parts[0].size() != yearLength || parts[1].size() > 2 || parts[2].size() > 2) {
        return std::nullopt;
    }
    const auto year = digits(parts[0]);
    const auto month = digits(parts[1]);
    const auto day = digits(parts[2]);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return parseDate(fmt::format("{:04}-{:02}-{:02}", *year, *month, *day));
}

/// How a number says a moment in years; `fraction` is what is beyond the year.
std::optional<Date> parseYearNumber(std::string_view text, double& fraction) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number) ||
        std::abs(number) > 99999) {
        return std::nullopt;
    }
    Date date;
    date.year = static_cast<std::int32_t>(std::floor(number));
    fraction = number - std::floor(number);
    return date;
}

/// The date one unit of its precision before or after; the same where it has a qualifier or a
/// season.
Date neighbour(const Date& date, int step) {
    if (date.unspecified != Date::None || date.month > 12) {
        return date;
    }
    Date next = date;
    if (date.month == 0) {
        next.year += step;
    } else if (date.day == 0) {
        const int months = date.year * 12 + date.month - 1 + step;
        next.year = static_cast<std::int32_t>(std::floor(months / 12.0));
        next.month = static_cast<std::uint8_t>(months - next.year * 12 + 1);
    } else {
        const CivilDate civil = civilDate(dayNumber(date.year, date.month, date.day) + step);
        next.year = civil.year;
        next.month = static_cast<std::uint8_t>(civil.month);
        next.day = static_cast<std::uint8_t>(civil.day);
    }
    return next;
}

/// A bound of a time set; `step` says to which side an excluded one moves, 0: it is included.
std::optional<Endpoint> parseBound(std::string_view text, int step) {
    text = trimmed(text);
    std::optional<Endpoint> bound = parseTableEndpoint(text);
    if (!bound || bound->kind != Endpoint::Kind::Known || step == 0) {
        return bound;
    }
    double fraction = 0;
    // Without 2000.5 the year 2000 is still there; and so is it without the days after 2000.0.
    if (!parseYearNumber(text, fraction) || fraction == 0) {
        bound->date = neighbour(bound->date, step);
    }
    return bound;
}

/// Goes through `[…]; (…]` and gives the inside of each; false where a bracket is missing.
template <typename Take>
bool eachInterval(std::string_view text, Take take) {
    text = trimmed(text);
    if (text.starts_with('<')) {
        text.remove_prefix(1);
        if (text.ends_with('>')) {
            text.remove_suffix(1);
        }
    }
    while (!trimmed(text).empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view part = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) {
            continue;
        }
        const bool bracketed = part.size() > 2 &&
                               std::string_view("[(]").find(part.front()) != std::string::npos &&
                               std::string_view("])[").find(part.back()) != std::string::npos;
        if (!bracketed ||
            !take(part.substr(1, part.size() - 2), part.front() != '[', part.back() != ']')) {
            return false;
        }
    }
    return true;
}

/// Appends a period for each of the dates between commas; false where one is none.
bool appendMoments(std::string_view list, std::vector<Period>& periods) {
    while (true) {
        const std::size_t comma = list.find(',');
        const std::optional<Endpoint> moment = parseBound(list.substr(0, comma), 0);
        if (!moment || moment->kind != Endpoint::Kind::Known) {
            return false;
        }
        periods.push_back({*moment, {}});
        if (comma == std::string_view::npos) {
            return true;
        }
        list.remove_prefix(comma + 1);
    }
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// What follows in the text from `at` on and is made of these letters.
std::string_view run(std::string_view text, std::size_t at, std::string_view letters) {
    return text.substr(at, std::min(text.find_first_not_of(letters, at), text.size()) - at);
}

} // namespace

TimeDetail detailBeyondDates(std::string_view text) {
    constexpr std::string_view notZero = "123456789";
    if (text.find(':') != std::string_view::npos) {
        for (std::size_t at = 1; at + 1 < text.size(); ++at) {
            const bool time = (text[at] == 'T' || text[at] == ' ') && isDigit(text[at - 1]) &&
                              isDigit(text[at + 1]);
            if (time && run(text, at + 1, "0123456789:.+-").find_first_of(notZero) !=
                            std::string_view::npos) {
                return TimeDetail::TimeOfDay;
            }
        }
        return TimeDetail::None;
    }
    for (std::size_t at = text.find('.'); at != std::string_view::npos;) {
        const std::string_view fraction = run(text, at + 1, "0123456789.");
        // Several points part the numbers of a day: 12.3.2001.
        const bool single = fraction.find('.') == std::string_view::npos;
        if (single && fraction.find_first_of(notZero) != std::string_view::npos) {
            return TimeDetail::YearFraction;
        }
        at = text.find('.', at + 1 + fraction.size());
    }
    return TimeDetail::None;
}

std::optional<Date> parseTableDate(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<Date> date = parseDate(text)) {
        return date;
    }
    constexpr std::size_t compactLength = 8;
    if (text.size() == compactLength && digits(text)) {
        return parseDate(
            fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6)));
    }
    constexpr std::size_t dayLength = 10;
    if (text.size() > dayLength && (text[dayLength] == 'T' || text[dayLength] == ' ')) {
        return parseTableDate(text.substr(0, dayLength));
    }
    if (const std::optional<Date> date = parseLooseDay(text)) {
        return date;
    }
    double fraction = 0;
    return parseYearNumber(text, fraction);
}

std::optional<Endpoint> parseTableEndpoint(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<Date> date = parseDate(text)) {
        return Endpoint{Endpoint::Kind::Known, *date};
    }
    if (isOneOf(text, {"..", "ongoing", "present", "now", "open"}) || isInfinite(text)) {
        return Endpoint{Endpoint::Kind::Open, {}};
    }
    if (isOneOf(text, {"?", "unknown"})) {
        return Endpoint{Endpoint::Kind::Unknown, {}};
    }
    const std::optional<Date> date = parseTableDate(text);
    return date ? std::optional(Endpoint{Endpoint::Kind::Known, *date}) : std::nullopt;
}

bool parseTimeSet(std::string_view text, std::vector<Period>& periods) {
    periods.clear();
    text = trimmed(text);
    if (text.empty()) {
        return true;
    }
    if (std::string_view("<[(").find(text.front()) == std::string::npos) {
        std::optional<Period> period = parsePeriod(text);
        if (const std::optional<Date> date = period ? std::nullopt : parseTableDate(text)) {
            period = Period::at(*date);
        }
        if (period) {
            periods.push_back(*period);
        }
        return period.has_value();
    }
    return eachInterval(text, [&periods](std::string_view inside, bool openBegin, bool openEnd) {
        if (std::ranges::count(inside, ',') > 1) {
            return appendMoments(inside, periods);
        }
        const std::size_t comma = inside.find(',');
        const bool single = comma == std::string_view::npos;
        const std::optional<Endpoint> begin =
            parseBound(inside.substr(0, comma), openBegin && !single ? 1 : 0);
        if (!begin || (single && begin->kind != Endpoint::Kind::Known)) {
            return false;
        }
        if (single) {
            periods.push_back({*begin, {}});
            return true;
        }
        const std::optional<Endpoint> end = parseBound(inside.substr(comma + 1), openEnd ? -1 : 0);
        if (!end) {
            return false;
        }
        Period period{*begin, *end};
        const DaySpan span = period.span();
        if (openEnd && span.last < span.first) {
            period.end = period.begin;
        }
        periods.push_back(period);
        return true;
    });
}

Period periodOf(const std::vector<Period>& spells) {
    if (spells.empty()) {
        return {};
    }
    Period period = spells.front();
    if (spells.size() > 1) {
        const Period& last = spells.back();
        period.end = last.end.kind == Endpoint::Kind::Absent ? last.begin : last.end;
    }
    return period;
}

std::optional<double> lastDynamicValue(std::string_view text) {
    std::optional<double> value;
    if (!text.starts_with('<') && !text.starts_with('[')) {
        return value;
    }
    const bool whole = eachInterval(text, [&value](std::string_view inside, bool, bool) {
        const std::size_t comma = inside.rfind(',');
        const std::string_view last = trimmed(inside.substr(comma + 1));
        double number = 0;
        const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
        if (comma == std::string_view::npos || error != std::errc{} ||
            end != last.data() + last.size() || !std::isfinite(number)) {
            return false;
        }
        value = number;
        return true;
    });
    return whole ? value : std::nullopt;
}

std::string timeSetText(const Period& period) {
    if (period.empty()) {
        return {};
    }
    const DaySpan span = period.span();
    const auto text = [](Day day, std::string_view limitless) {
        if (day == earliestDay || day == latestDay) {
            return std::string(limitless);
        }
        const CivilDate civil = civilDate(day);
        if (civil.year >= 0 && civil.year <= 9999) {
            return toEdtf(Date{civil.year, static_cast<std::uint8_t>(civil.month),
                               static_cast<std::uint8_t>(civil.day)});
        }
        return fmt::format("{}{:04}-{:02}-{:02}", civil.year < 0 ? "-" : "", std::abs(civil.year),
                           civil.month, civil.day);
    };
    std::string set = "<[";
    set += text(span.first, "-Infinity");
    set += ", ";
    set += text(span.last, "Infinity");
    set += "]>";
    return set;
}

} // namespace entente
