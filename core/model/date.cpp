#include "core/model/date.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <cstdlib>

namespace entente {

namespace {

// Dates outside this range would overflow day numbers.
constexpr std::int32_t furthestYear = 5'000'000;

constexpr unsigned firstMonthOfSeason(unsigned season) {
    return season == Date::winterSeason ? 12 : (season - Date::springSeason) * 3 + 3;
}

std::optional<std::int32_t> parseNumber(std::string_view text) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

/// With a leading zero where it is below ten.
void appendTwoDigits(std::string& text, int number) {
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

bool allDigits(std::string_view text) {
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return false;
        }
    }
    return !text.empty();
}

bool readYear(std::string_view text, Date& date) {
    bool negative = false;
    bool longForm = false;
    if (!text.empty() && text.front() == 'Y') {
        longForm = true;
        text.remove_prefix(1);
    }
    if (!text.empty() && text.front() == '-') {
        negative = true;
        text.remove_prefix(1);
    }
    if (longForm ? text.size() < 5 : text.size() != 4) {
        return false;
    }
    std::string digits(text);
    if (!longForm) {
        if (digits.ends_with("XX")) {
            date.unspecified = Date::YearsOfCentury;
            digits.replace(2, 2, "00");
        } else if (digits.ends_with("X")) {
            date.unspecified = Date::YearsOfDecade;
            digits.replace(3, 1, "0");
        }
    }
    if (!allDigits(digits)) {
        return false;
    }
    const std::optional<std::int32_t> year = parseNumber(digits);
    if (!year || *year > furthestYear) {
        return false;
    }
    date.year = negative ? -*year : *year;
    return !(negative && date.unspecified != Date::None);
}

} // namespace

Day dayNumber(std::int32_t year, unsigned month, unsigned day) {
    const std::int32_t shifted = month <= 2 ? year - 1 : year;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(shifted - era * 400);
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<Day>(dayOfEra) - 719468;
}

CivilDate civilDate(Day day) {
    const std::int64_t shifted = std::int64_t{day} + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const auto dayOfEra = static_cast<unsigned>(shifted - era * 146097);
    const unsigned yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned shiftedMonth = (5 * dayOfYear + 2) / 153;
    const unsigned month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const auto year = static_cast<std::int32_t>(era * 400 + yearOfEra) + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1};
}

unsigned daysInMonth(std::int32_t year, unsigned month) {
    if (month == 2) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

DaySpan Date::span() const {
    if (unspecified == YearsOfDecade) {
        return {dayNumber(year, 1, 1), dayNumber(year + 9, 12, 31)};
    }
    if (unspecified == YearsOfCentury) {
        return {dayNumber(year, 1, 1), dayNumber(year + 99, 12, 31)};
    }
    if (month == 0) {
        return {dayNumber(year, 1, 1), dayNumber(year, 12, 31)};
    }
    if (month >= springSeason) {
        const unsigned first = firstMonthOfSeason(month);
        const std::int32_t lastYear = month == winterSeason ? year + 1 : year;
        const unsigned last = month == winterSeason ? 2 : first + 2;
        return {dayNumber(year, first, 1), dayNumber(lastYear, last, daysInMonth(lastYear, last))};
    }
    if (day == 0) {
        return {dayNumber(year, month, 1), dayNumber(year, month, daysInMonth(year, month))};
    }
    const Day only = dayNumber(year, month, day);
    return {only, only};
}

std::optional<Date> parseDate(std::string_view text) {
    Date date;
    if (text.empty()) {
        return std::nullopt;
    }
    switch (text.back()) {
    case '?':
        date.qualifier = Date::Uncertain;
        break;
    case '~':
        date.qualifier = Date::Approximate;
        break;
    case '%':
        date.qualifier = Date::Both;
        break;
    default:
        break;
    }
    if (date.qualifier != Date::Exact) {
        text.remove_suffix(1);
    }

    const std::size_t yearEnd = text.find('-', text.starts_with('Y') || text.starts_with('-')
                                                  ? (text.starts_with("Y-") ? 2 : 1)
                                                  : 0);
    if (!readYear(text.substr(0, yearEnd), date)) {
        return std::nullopt;
    }
    if (yearEnd == std::string_view::npos) {
        return date;
    }
    text.remove_prefix(yearEnd + 1);
    const std::string_view month = text.substr(0, text.find('-'));
    const std::string_view day =
        month.size() == text.size() ? std::string_view{} : text.substr(month.size() + 1);
    if (month.size() < text.size() && day.size() != 2) {
        return std::nullopt;
    }
    if (month == "XX") {
        return day.empty() || day == "XX" ? std::optional(date) : std::nullopt;
    }
    if (month.size() != 2 || !allDigits(month) || date.unspecified != Date::None) {
        return std::nullopt;
    }
    date.month = static_cast<std::uint8_t>(*parseNumber(month));
    const bool season = date.month >= Date::springSeason && date.month <= Date::winterSeason;
    if (date.month == 0 || (date.month > 12 && !season)) {
        return std::nullopt;
    }
    if (day.empty() || (day == "XX" && !season)) {
        return date;
    }
    if (season || !allDigits(day)) {
        return std::nullopt;
    }
    date.day = static_cast<std::uint8_t>(*parseNumber(day));
    if (date.day == 0 || date.day > daysInMonth(date.year, date.month)) {
        return std::nullopt;
    }
    return date;
}

std::string toEdtf(const Date& date) {
    std::string text;
    if (date.unspecified == Date::YearsOfDecade) {
        text = fmt::format("{:03}X", date.year / 10);
    } else if (date.unspecified == Date::YearsOfCentury) {
        text = fmt::format("{:02}XX", date.year / 100);
    } else if (date.year > 9999 || date.year < -9999) {
        text = fmt::format("Y{}", date.year);
    } else {
        const int year = std::abs(date.year);
        if (date.year < 0) {
            text += '-';
        }
        appendTwoDigits(text, year / 100);
        appendTwoDigits(text, year % 100);
    }
    if (date.month != 0) {
        text += '-';
        appendTwoDigits(text, date.month);
        if (date.day != 0) {
            text += '-';
            appendTwoDigits(text, date.day);
        }
    }
    switch (date.qualifier) {
    case Date::Uncertain:
        text += '?';
        break;
    case Date::Approximate:
        text += '~';
        break;
    case Date::Both:
        text += '%';
        break;
    case Date::Exact:
        break;
    }
    return text;
}

} // namespace entente
