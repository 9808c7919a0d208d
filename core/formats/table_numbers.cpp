#include "core/formats/table_numbers.h"

#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente {

bool isBeyondNumbers(std::string_view text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    return end == last && error == std::errc::result_out_of_range;
}

std::string noNumber(std::string_view text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    const bool isNumber = end == last && error == std::errc{} && std::isfinite(number);
    return fmt::format("{} is {}", quotedField(text),
                       isNumber || isBeyondNumbers(text)
                           ? "a number too large or too small to be kept"
                           : "no number");
}

bool isBareSign(std::string_view text) {
    return text == "+" || text == "-" || text == "−";
}

namespace {

/// The mark between thousands at the begin of the text, or nothing.
std::string_view thousandsMark(std::string_view text, char decimal) {
    for (const std::string_view mark : {" ", "\u00A0", "\u202F", "'", "’", ",", "."}) {
        if (text.starts_with(mark) && mark.front() != decimal) {
            return mark;
        }
    }
    return {};
}

/// `1 234 567,8` without its marks between thousands and with a point. Empty where it is no such
/// number, or may be another one: where the decimal mark is not known (0), `1,234` and `1.234`.
std::string withoutThousands(std::string_view text, char decimal) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t group = 3;
    std::string plain;
    if (text.starts_with('-')) {
        plain += '-';
        text.remove_prefix(1);
    }
    const std::size_t first = std::min(text.find_first_not_of(digits), text.size());
    const std::string_view mark = thousandsMark(text.substr(first), decimal);
    if (first == 0 || (!mark.empty() && (first > group || text.starts_with('0')))) {
        return {};
    }
    plain += text.substr(0, first);
    text.remove_prefix(first);
    std::size_t groups = 0;
    for (; !mark.empty() && text.starts_with(mark); ++groups) {
        text.remove_prefix(mark.size());
        if (std::min(text.find_first_not_of(digits), text.size()) != group) {
            return {};
        }
        plain += text.substr(0, group);
        text.remove_prefix(group);
    }
    const bool decimals = text.starts_with('.') || text.starts_with(',');
    if (decimal == 0 && !decimals && groups == 1 && (mark == "," || mark == ".")) {
        return {};
    }
    if (decimals && (decimal == 0 || text.front() == decimal)) {
        plain += '.';
        text.remove_prefix(1);
    }
    return plain.append(text);
}

/// `plain` becomes what was read; it stays empty where that is the text itself.
std::optional<double> readNumber(std::string_view text, bool& repaired, char decimal,
                                 std::string& plain) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    const auto read = [](std::string_view written) -> std::optional<double> {
        double number = 0;
        const auto [end, error] =
            std::from_chars(written.data(), written.data() + written.size(), number);
        const bool whole = error == std::errc{} && end == written.data() + written.size();
        return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
    };
    const std::size_t comma = text.find(',');
    const bool pointed = text.find('.') != std::string_view::npos;
    // Where the comma is decimal, points part thousands before they are decimal themselves.
    const bool pointLast = decimal == ',' && pointed;
    std::optional<double> number = pointLast ? std::nullopt : read(text);
    if (!number && decimal != 0) {
        plain = withoutThousands(text, decimal);
        number = read(plain);
        repaired = repaired || (number && decimal == ',' && comma != std::string_view::npos);
    }
    if (!number && pointLast) {
        plain.clear();
        number = read(text);
    }
    if (!number && comma != std::string_view::npos && !pointed) {
        plain = text;
        plain[comma] = '.';
        number = read(plain);
        repaired = repaired || number;
    }
    if (!number) {
        plain = withoutThousands(text, 0);
        number = read(plain);
        repaired = repaired || (number && plain.find('.') != std::string::npos &&
                                text[text.find_last_of(".,")] == ',');
    }
    return number;
}

} // namespace

std::optional<double> parseTableNumber(std::string_view text, bool& repaired, char decimal) {
    std::string plain;
    return readNumber(text, repaired, decimal, plain);
}

std::string plainNumber(std::string_view text, char decimal) {
    bool repaired = false;
    std::string plain;
    return readNumber(text, repaired, decimal, plain) && !plain.empty() ? plain : std::string(text);
}

bool isMissingWord(std::string_view text) {
    constexpr std::size_t longest = 4;
    if (text.empty() || text.size() > longest ||
        std::string_view(".Nn#").find(text.front()) == std::string_view::npos) {
        return false;
    }
    const auto upper = [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    };
    constexpr std::array<std::string_view, 6> words = {".", "NA", "N/A", "#N/A", "NULL", "NAN"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, upper); });
}

bool isMissingNumber(std::string_view text) {
    return text.starts_with('-') &&
           (text == "-9" || text == "-8" || text == "-9.0" || text == "-8.0");
}

std::optional<int> parseWholeNumber(std::string_view text) {
    int number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    const std::string_view rest(end, static_cast<std::size_t>(last - end));
    const bool whole = rest.empty() || (rest.front() == '.' &&
                                        rest.find_first_not_of('0', 1) == std::string_view::npos);
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace entente
