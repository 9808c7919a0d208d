#include "core/formats/dot_values.h"

#include "core/formats/character_entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

constexpr double pointsPerInch = 72;

std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && std::isfinite(number)
               ? std::optional(number)
               : std::nullopt;
}

/// The number with the other sign, zero as it is.
std::string flipped(std::string_view number) {
    if (number.starts_with('-')) {
        return std::string(number.substr(1));
    }
    const bool zero = number.find_first_of("123456789") == std::string_view::npos;
    return zero ? std::string(number) : fmt::format("-{}", number);
}

/// Whether an entity may begin with the ampersand there.
bool beginsEntity(std::string_view text) {
    const std::size_t end = text.find(';');
    return end != std::string_view::npos && end > 1 &&
           std::ranges::all_of(text.substr(1, end - 1), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '#';
           });
}

} // namespace

std::string dotLabel(std::string_view value, std::string_view name) {
    std::string label;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            label += value[i];
            continue;
        }
        switch (const char c = value[++i]) {
        case 'n':
        case 'l':
        case 'r':
            // Aligned lines have a mark at the end of the last one too.
            if (c == 'n' || i + 1 < value.size()) {
                label += '\n';
            }
            break;
        case 'N':
            label += name;
            break;
        default:
            label += c;
            break;
        }
    }
    return label.find('&') == std::string::npos ? label : decodeEntities(label);
}

std::string quotedDotLabel(std::string_view label) {
    constexpr std::size_t longestEntity = 12;
    std::string text = "\"";
    for (std::size_t i = 0; i < label.size(); ++i) {
        const char c = label[i];
        if (c == '\n') {
            text += "\\n";
        } else if (c == '&' && beginsEntity(label.substr(i, longestEntity))) {
            text += "&amp;";
        } else {
            text += c == '"' || c == '\\' ? "\\" : "";
            text += c;
        }
    }
    return text + '"';
}

std::string dotValue(std::string_view value) {
    std::string text;
    for (std::size_t i = value.starts_with("\\%") ? 1 : 0; i < value.size(); ++i) {
        text += value[i];
        i += value[i] == '\\' && i + 1 < value.size() && value[i + 1] == '\\' ? 1 : 0;
    }
    return text;
}

std::string quotedDot(std::string_view value) {
    std::string text = value.starts_with('%') ? "\"\\" : "\"";
    for (const char c : value) {
        text += c == '"' || c == '\\' ? "\\" : "";
        text += c;
    }
    return text + '"';
}

std::string htmlWords(std::string_view html) {
    std::string words;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] != '<') {
            words += html[at] == '\n' || html[at] == '\t' ? ' ' : html[at];
            ++at;
            continue;
        }
        const std::size_t end = std::min(html.find('>', at), html.size());
        std::string tag(html.substr(at + 1, end - at - 1));
        std::ranges::transform(tag, tag.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (tag.starts_with("br") || tag.starts_with("/tr") || tag.starts_with("/td")) {
            words += '\n';
        }
        at = end + 1;
    }
    // Blanks that only laid out the markup.
    std::string tidy;
    for (const char c : words) {
        const bool blank = c == ' ' || c == '\n';
        if (blank && (tidy.empty() || tidy.back() == '\n')) {
            continue;
        }
        if (blank && tidy.back() == ' ') {
            tidy.back() = c;
            continue;
        }
        tidy += c;
    }
    while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == '\n')) {
        tidy.pop_back();
    }
    return decodeEntities(tidy);
}

std::optional<std::array<std::string, 3>> dotPlace(std::string_view pos) {
    if (pos.ends_with('!')) {
        pos.remove_suffix(1);
    }
    std::array<std::string, 3> place;
    std::size_t axes = 0;
    for (std::size_t at = 0; at < pos.size();) {
        const std::size_t end = std::min(pos.find_first_of(", ", at), pos.size());
        const std::string_view number = pos.substr(at, end - at);
        if (axes == place.size() || !numberOf(number)) {
            return std::nullopt;
        }
        place[axes] = axes == 1 ? flipped(number) : std::string(number);
        ++axes;
        at = end + 1;
    }
    return axes >= 2 ? std::optional(place) : std::nullopt;
}

std::optional<std::string> dotPos(std::string_view x, std::string_view y, std::string_view z) {
    std::string pos = fmt::format("{},{}", x, flipped(y));
    if (!z.empty()) {
        pos += fmt::format(",{}", z);
    }
    const auto place = dotPlace(pos);
    const bool same = !x.empty() && !y.empty() && place && (*place)[0] == x && (*place)[1] == y &&
                      (*place)[2] == z;
    return same ? std::optional(pos) : std::nullopt;
}

std::optional<std::string> dotSize(std::string_view inches) {
    const auto number = numberOf(inches);
    // Twelve digits hide what is lost on the way to inches and back.
    return number ? std::optional(fmt::format("{:.12g}", *number * pointsPerInch)) : std::nullopt;
}

std::optional<std::string> dotInches(std::string_view size) {
    const auto number = numberOf(size);
    if (!number) {
        return std::nullopt;
    }
    std::string inches = fmt::format("{}", *number / pointsPerInch);
    return dotSize(inches) == size ? std::optional(std::move(inches)) : std::nullopt;
}

} // namespace entente
