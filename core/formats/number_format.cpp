#include "core/formats/number_format.h"

#include "core/model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The letters of the format that stand for parts of a number or date, in lower case: without
/// literals, colours, conditions and escapes.
std::string meaningful(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        switch (code[i]) {
        case '"':
            i = std::min(code.find('"', i + 1), code.size());
            break;
        case '\\':
        case '_':
        case '*':
            ++i;
            break;
        case '[': {
            const std::size_t end = std::min(code.find(']', i), code.size());
            std::string inside(code.substr(i + 1, end - i - 1));
            std::ranges::transform(inside, inside.begin(), lower);
            // Hours that count on beyond a day.
            if (!inside.empty() && inside.find_first_not_of(inside[0]) == std::string::npos &&
                (inside[0] == 'h' || inside[0] == 'm' || inside[0] == 's')) {
                letters += 'h';
            }
            i = end;
            break;
        }
        default:
            letters += lower(code[i]);
        }
    }
    return letters;
}

} // namespace

NumberFormat parseNumberFormat(std::string_view code) {
    const std::string letters = meaningful(code);
    NumberFormat format;
    if (letters == "general" || letters.find_first_of("0#?") != std::string::npos) {
        // Fractions of seconds are the only digits in formats of time.
        if (letters.find("ss.0") == std::string::npos) {
            return format;
        }
    }
    format.time = letters.find_first_of("hs") != std::string::npos;
    format.year = letters.find_first_of("ye") != std::string::npos;
    format.day = letters.find('d') != std::string::npos;
    // Beside hours or seconds a lone m stands for minutes.
    format.month =
        letters.find('m') != std::string::npos && (!format.time || format.year || format.day);
    return format;
}

NumberFormat builtInNumberFormat(unsigned id) {
    const bool eastAsianDate =
        (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
    if ((id >= 14 && id <= 16) || eastAsianDate) {
        return {true, true, true, false};
    }
    if (id == 17) {
        return {true, true, false, false};
    }
    if (id == 22) {
        return {true, true, true, true};
    }
    const bool eastAsianTime = (id >= 32 && id <= 35) || id == 55 || id == 56;
    return {false, false, false, (id >= 18 && id <= 21) || (id >= 45 && id <= 47) || eastAsianTime};
}

std::optional<std::string> serialDateText(double serial, NumberFormat format, SerialDates system) {
    constexpr double afterLastDay = 2958466;
    if (!(serial >= 0) || serial >= afterLastDay) {
        return std::nullopt;
    }
    constexpr double secondsPerDay = 86400;
    double whole = std::floor(serial);
    double seconds = std::round((serial - whole) * secondsPerDay);
    if (seconds >= secondsPerDay) {
        seconds = 0;
        ++whole;
    }
    const auto second = static_cast<int>(seconds);
    const std::string time =
        fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if (!format.date()) {
        return format.time && whole == 0 ? std::optional(time) : std::nullopt;
    }
    constexpr int serialOf1970 = 25569;
    constexpr int between1900And1904 = 1462;
    constexpr int dayThatNeverWas = 60;
    auto day = static_cast<int>(whole);
    if (system == SerialDates::From1904) {
        day += between1900And1904;
    } else if (day == 0) {
        return std::nullopt;
    } else if (day == dayThatNeverWas) {
        return "1900-02";
    } else if (day < dayThatNeverWas) {
        ++day;
    }
    const CivilDate date = civilDate(day - serialOf1970);
    if (!format.day) {
        return format.month ? fmt::format("{:04}-{:02}", date.year, date.month)
                            : fmt::format("{:04}", date.year);
    }
    std::string text = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    if (format.time && second != 0) {
        text += "T" + time;
    }
    return text;
}

std::string tableNumberText(double number) {
    constexpr double exactBelow = 1e15;
    if (std::abs(number) < exactBelow && number == std::floor(number)) {
        return fmt::format("{}", static_cast<long long>(number));
    }
    return fmt::format("{:.15g}", number);
}

} // namespace entente
