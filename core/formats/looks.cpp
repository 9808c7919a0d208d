#include "core/formats/looks.h"

#include "core/formats/colour_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace entente {

namespace {

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

bool isHex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A part of a colour; some files write it with a point.
std::optional<int> colourPart(std::string_view text) {
    constexpr double most = 255;
    text = trimmed(text);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !(number >= 0) ||
        number > most) {
        return std::nullopt;
    }
    return static_cast<int>(std::lround(number));
}

std::optional<FileColour> parseHex(std::string digits) {
    constexpr std::size_t shortSize = 3;
    constexpr std::size_t size = 6;
    constexpr std::size_t sizeWithAlpha = 8;
    if (!isHex(digits)) {
        return std::nullopt;
    }
    if (digits.size() == shortSize) {
        digits = {digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]};
    }
    if (digits.size() != size && digits.size() != sizeWithAlpha) {
        return std::nullopt;
    }
    FileColour colour{"#" + digits.substr(0, size), {}};
    if (digits.size() == sizeWithAlpha) {
        int alpha = 0;
        std::from_chars(digits.data() + size, digits.data() + sizeWithAlpha, alpha, 16);
        if (alpha != 255) {
            colour.alpha = fmt::format("{:.3g}", alpha / 255.0);
        }
    }
    return colour;
}

} // namespace

std::optional<FileColour> parseFileColour(std::string_view text) {
    std::string name = lowered(trimmed(text));
    if (name.starts_with('#')) {
        return parseHex(name.substr(1));
    }
    if (name.starts_with("rgb(") && name.ends_with(')')) {
        const std::string_view inside = std::string_view(name).substr(4, name.size() - 5);
        const std::size_t first = inside.find(',');
        const std::size_t second = inside.find(',', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos) {
            return std::nullopt;
        }
        const auto hex =
            hexColour(inside.substr(0, first), inside.substr(first + 1, second - first - 1),
                      inside.substr(second + 1));
        return hex ? std::optional(FileColour{*hex, {}}) : std::nullopt;
    }
    if (const auto named = namedColour(name)) {
        return FileColour{fmt::format("#{:06x}", *named), {}};
    }
    constexpr std::size_t size = 6;
    return name.size() == size ? parseHex(std::move(name)) : std::nullopt;
}

std::optional<std::string> hexColour(std::string_view red, std::string_view green,
                                     std::string_view blue) {
    const auto r = colourPart(red);
    const auto g = colourPart(green);
    const auto b = colourPart(blue);
    if (!r || !g || !b) {
        return std::nullopt;
    }
    return fmt::format("#{:02x}{:02x}{:02x}", *r, *g, *b);
}

bool isHexColour(std::string_view text) {
    constexpr std::size_t size = 7;
    return text.size() == size && text.front() == '#' && isHex(text.substr(1));
}

ColourParts colourParts(std::string_view hex) {
    const auto part = [hex](std::size_t at) {
        int number = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, number, 16);
        return number;
    };
    return {part(1), part(3), part(5)};
}

bool isNumber(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
}

std::string flipped(std::string_view number) {
    const bool zero = number.find_first_of("123456789") >= number.find_first_of("eE");
    if (!isNumber(number) || zero) {
        return std::string(number);
    }
    if (number.starts_with('-')) {
        return std::string(number.substr(1));
    }
    return "-" + std::string(number.substr(number.starts_with('+') ? 1 : 0));
}

} // namespace entente
