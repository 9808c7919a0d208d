#include "core/formats/date_format.h"

#include "core/formats/letter_case.h"
#include "core/formats/number_format.h"
#include "core/formats/table.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {

namespace {

constexpr std::array<std::pair<DateFormat, std::string_view>, 6> formatWords = {
    {{DateFormat::Iso, "iso"},
     {DateFormat::DayFirst, "day-first"},
     {DateFormat::MonthFirst, "month-first"},
     {DateFormat::Serial1900, "serial"},
     {DateFormat::Serial1904, "serial-1904"},
     {DateFormat::Undecided, "undecided"}}};

/// Beginnings of the months' names in English, French, German and Russian, enough of each to know
/// it; the longer before those that they begin with.
struct MonthName {
    std::string_view begin;
    int month;
};
constexpr std::array<MonthName, 39> monthNames = {
    {{"jan", 1},  {"jän", 1},  {"янв", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},  {"фев", 2},
     {"mar", 3},  {"mär", 3},  {"mrz", 3},  {"мар", 3},  {"apr", 4},  {"avr", 4},  {"апр", 4},
     {"may", 5},  {"mai", 5},  {"мая", 5},  {"май", 5},  {"jun", 6},  {"juin", 6}, {"июн", 6},
     {"jul", 7},  {"juil", 7}, {"июл", 7},  {"aug", 8},  {"aoû", 8},  {"aou", 8},  {"авг", 8},
     {"sep", 9},  {"сен", 9},  {"oct", 10}, {"okt", 10}, {"окт", 10}, {"nov", 11}, {"ноя", 11},
     {"dec", 12}, {"dez", 12}, {"déc", 12}, {"дек", 12}}};

int monthNamed(std::string_view word) {
    const std::string lower = lowerCase(word);
    for (const MonthName& name : monthNames) {
        if (lower.starts_with(name.begin)) {
            return name.month;
        }
    }
    return 0;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<std::string> isoDay(int year, int month, int day) {
    std::string text = day != 0     ? fmt::format("{:04}-{:02}-{:02}", year, month, day)
                       : month != 0 ? fmt::format("{:04}-{:02}", year, month)
                                    : fmt::format("{:04}", year);
    return parseDate(text) ? std::optional(std::move(text)) : std::nullopt;
}

/// `12 March 2001`, `March 12, 2001`, `12-Mar-2001`, `March 2001`.
std::optional<std::string> dateInWords(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) {
        return std::nullopt;
    }
    int month = 0;
    int day = 0;
    int year = 0;
    for (std::size_t at = 0; at < text.size();) {
        constexpr std::string_view between = " \t,.-/";
        if (between.find(text[at]) != std::string_view::npos) {
            ++at;
            continue;
        }
        if (isDigit(text[at])) {
            int number = 0;
            const char* const begin = text.data() + at;
            const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
            const auto digits = static_cast<std::size_t>(end - begin);
            if (error != std::errc{} || (digits == 4 ? year : day) != 0 || digits == 3 ||
                digits > 4) {
                return std::nullopt;
            }
            (digits == 4 ? year : day) = number;
            at += digits;
            for (const std::string_view ordinal : {"st", "nd", "rd", "th", "er"}) {
                if (text.substr(at).starts_with(ordinal)) {
                    at += ordinal.size();
                    break;
                }
            }
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(" \t,.-/0123456789", at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end;
        if (word == "of" || word == "de" || word == "г" || word == "года") {
            continue;
        }
        const int named = monthNamed(word);
        if (named == 0 || month != 0) {
            return std::nullopt;
        }
        month = named;
    }
    return month != 0 && year != 0 ? isoDay(year, month, day) : std::nullopt;
}

/// Two or three numbers with the year last, `12/3/2001` or `3/2001`, and a time after them.
struct Numbers {
    int first = 0;
    int second = 0;
    int year = 0;
    bool dotted = false; ///< the day stands first wherever dots part them
};

std::optional<Numbers> numbersOf(std::string_view text) {
    // A time after the day.
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        const std::size_t blank = text.find_first_of(" T");
        if (blank == std::string_view::npos || blank > colon) {
            return std::nullopt;
        }
        text = text.substr(0, blank);
    }
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    std::size_t lengthOfLast = 0;
    char mark = 0;
    while (!text.empty()) {
        if (count == numbers.size()) {
            return std::nullopt;
        }
        const char* const last = text.data() + text.size();
        if (!isDigit(text.front())) {
            return std::nullopt;
        }
        const auto [end, error] = std::from_chars(text.data(), last, numbers[count]);
        lengthOfLast = static_cast<std::size_t>(end - text.data());
        constexpr std::size_t yearLength = 4;
        if (error != std::errc{} || lengthOfLast > yearLength ||
            (lengthOfLast > 2 && end != last)) {
            return std::nullopt;
        }
        ++count;
        text.remove_prefix(lengthOfLast);
        if (text.empty()) {
            break;
        }
        if (std::string_view("/.-").find(text.front()) == std::string_view::npos ||
            (mark != 0 && mark != text.front())) {
            return std::nullopt;
        }
        mark = text.front();
        text.remove_prefix(1);
        while (text.starts_with(' ')) {
            text.remove_prefix(1);
        }
        if (text.empty()) {
            return std::nullopt;
        }
    }
    if (count < 2 || lengthOfLast != 4) {
        return std::nullopt;
    }
    return count == 2 ? Numbers{0, numbers[0], numbers[1], mark == '.'}
                      : Numbers{numbers[0], numbers[1], numbers[2], mark == '.'};
}

std::optional<std::string> serialDate(std::string_view text, SerialDates system) {
    bool comma = false;
    const std::optional<double> number = parseTableNumber(text, comma);
    // Smaller ones are years in some rows of the column.
    constexpr double leastSerial = 3000;
    return number && *number >= leastSerial
               ? serialDateText(*number, {true, true, true, false}, system)
               : std::nullopt;
}

} // namespace

std::string_view word(DateFormat format) {
    return formatWords[static_cast<std::size_t>(format)].second;
}

std::optional<DateFormat> parseDateFormat(std::string_view text) {
    for (const auto& [format, name] : formatWords) {
        if (name == text) {
            return format;
        }
    }
    return std::nullopt;
}

std::optional<std::string> tableDate(std::string_view text, DateFormat format) {
    text = trimmed(text);
    if (text.empty()) {
        return std::nullopt;
    }
    if (format == DateFormat::Serial1900 || format == DateFormat::Serial1904) {
        if (auto date =
                serialDate(text, format == DateFormat::Serial1900 ? SerialDates::From1900
                                                                  : SerialDates::From1904)) {
            return date;
        }
    }
    if (const std::optional<Numbers> numbers = numbersOf(text)) {
        if (numbers->first == 0) {
            return isoDay(numbers->year, numbers->second, 0);
        }
        if (numbers->dotted || format == DateFormat::DayFirst) {
            return isoDay(numbers->year, numbers->second, numbers->first);
        }
        if (format == DateFormat::MonthFirst) {
            return isoDay(numbers->year, numbers->first, numbers->second);
        }
    }
    if (parseTableEndpoint(text) || parsePeriod(text)) {
        return std::string(text);
    }
    return dateInWords(text);
}

DateEvidence dateEvidence(const std::vector<std::string_view>& values) {
    DateEvidence evidence;
    std::size_t plain = 0;
    std::size_t serial = 0;
    std::size_t dayFirst = 0;
    std::size_t monthFirst = 0;
    std::size_t either = 0;
    constexpr int months = 12;
    for (const std::string_view value : values) {
        const std::string_view text = trimmed(value);
        if (text.empty()) {
            continue;
        }
        ++evidence.filled;
        const auto numbers = numbersOf(text);
        if (numbers && numbers->first != 0 && numbers->dotted && evidence.dotted.empty()) {
            evidence.dotted = text;
        }
        if (numbers && numbers->first != 0 && !numbers->dotted) {
            if (numbers->first > months && numbers->second <= months) {
                ++dayFirst;
            } else if (numbers->second > months && numbers->first <= months) {
                ++monthFirst;
            } else if (numbers->first <= months && numbers->second <= months) {
                ++either;
                if (evidence.example.empty() && numbers->first != numbers->second) {
                    evidence.example = text;
                }
            }
            continue;
        }
        const bool isYear = text.size() == 4 && std::ranges::all_of(text, isDigit);
        constexpr double leastLikely = 10'000; // 1927
        constexpr double mostLikely = 80'000;  // 2119
        bool comma = false;
        const auto number = parseTableNumber(text, comma);
        if (isYear) {
            const int year = *parseWholeNumber(text);
            constexpr int leastYear = 1000;
            constexpr int mostYear = 2100;
            if (year >= leastYear && year <= mostYear) {
                ++plain;
                ++evidence.years;
            }
        } else if (number && *number >= leastLikely && *number <= mostLikely && !comma) {
            ++serial;
        } else if (!number && tableDate(text, DateFormat::Iso)) {
            ++plain;
        }
    }
    const std::size_t slashed = dayFirst + monthFirst + either;
    evidence.dates = plain + slashed;
    if (dayFirst > 0 && dayFirst >= monthFirst) {
        evidence.format = DateFormat::DayFirst;
        evidence.dates -= monthFirst;
    } else if (monthFirst > 0) {
        evidence.format = DateFormat::MonthFirst;
        evidence.dates -= dayFirst;
    } else if (either > 0 && !evidence.example.empty()) {
        evidence.format = DateFormat::Undecided;
    } else if (either > 0) {
        evidence.format = DateFormat::DayFirst; // 3/3/2001 is the same either way
    } else if (serial > plain) {
        evidence.format = DateFormat::Serial1900;
        evidence.dates += serial;
    }
    return evidence;
}

} // namespace entente
