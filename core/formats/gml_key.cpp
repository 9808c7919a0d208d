#include "core/formats/character_entities.h"
#include "core/formats/gml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace entente {

namespace {

bool isLetter(std::uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The code point that an escape at the text's begin stands for, and the escape's length.
struct Escape {
    std::uint32_t letter = 0;
    std::size_t length = 0;
};

std::optional<Escape> escapeAt(std::string_view text) {
    constexpr std::size_t least = 4;
    constexpr std::size_t most = 6;
    if (!text.starts_with("_x")) {
        return std::nullopt;
    }
    const std::size_t end = text.substr(0, most + 3).find('_', 2);
    if (end == std::string_view::npos || end < least + 2) {
        return std::nullopt;
    }
    Escape escape{0, end + 1};
    const auto read = std::from_chars(text.data() + 2, text.data() + end, escape.letter, 16);
    const bool exists = read.ec == std::errc{} && read.ptr == text.data() + end &&
                        escape.letter != 0 && escape.letter <= 0x10FFFF;
    return exists ? std::optional(escape) : std::nullopt;
}

bool isHexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether the text, with whatever comes after it, might be taken for an escape.
bool mayBeginEscape(std::string_view text) {
    constexpr std::size_t digits = 4;
    return text.starts_with("_x") && text.size() >= digits + 2 &&
           std::ranges::all_of(text.substr(2, digits), isHexadecimal);
}

/// Whether the letter at the text's begin is written as it is, behind other letters.
bool isPlain(std::string_view text) {
    const char c = text.front();
    return isLetter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9') ||
           (c == '_' && !mayBeginEscape(text));
}

} // namespace

std::string gmlKey(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = at;
        const std::uint32_t letter = nextUtf8(name, at);
        const bool plain = begin > 0 ? isPlain(name.substr(begin)) : isLetter(letter);
        // An x before an escape at the beginning stands for nothing.
        const bool misread =
            begin == 0 && letter == 'x' && at < name.size() && !isPlain(name.substr(at));
        if (plain && !misread) {
            key += static_cast<char>(letter);
        } else {
            key += fmt::format("{}_x{:04X}_", begin == 0 ? "x" : "", letter);
        }
    }
    return key;
}

std::string gmlKeyName(std::string_view key) {
    if (key.starts_with("x_x") && escapeAt(key.substr(1))) {
        key.remove_prefix(1);
    }
    std::string name;
    while (!key.empty()) {
        if (const std::optional<Escape> escape = escapeAt(key)) {
            appendUtf8(name, escape->letter);
            key.remove_prefix(escape->length);
        } else {
            name += key.front();
            key.remove_prefix(1);
        }
    }
    return name;
}

} // namespace entente
