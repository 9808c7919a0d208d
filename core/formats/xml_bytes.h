#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::xml {

/// What a byte may be in XML 1.0.
enum Class : std::uint8_t {
    NameStart = 1,
    NameByte = 2,
    Blank = 4,
    EndsText = 8,  ///< needs a look in a text
    EndsValue = 16 ///< needs a look in a value of an attribute
};

constexpr std::array<std::uint8_t, 256> makeClasses() {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
        const bool further = (c >= '0' && c <= '9') || c == '-' || c == '.';
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        const bool control = c < ' ' && !blank;
        unsigned bits = 0;
        bits |= letter ? unsigned{NameStart | NameByte} : 0U;
        bits |= further ? unsigned{NameByte} : 0U;
        bits |= blank ? unsigned{Blank} : 0U;
        // U+FFFE and U+FFFF begin with EF BF; of what else begins so, expat is the judge.
        const bool both = c == '<' || c == '&' || control || c == 0xEF;
        bits |= both || c == '\r' || c == ']' ? unsigned{EndsText} : 0U;
        bits |= both || (blank && c != ' ') || c == '"' || c == '\'' ? unsigned{EndsValue} : 0U;
        classes[c] = static_cast<std::uint8_t>(bits);
    }
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> classes = makeClasses();

inline bool is(char c, Class wanted) {
    return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

/// One that no XML holds.
inline bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' && !is(c, Blank);
}

/// Whether a reference may name the code point.
inline bool isLetter(std::uint32_t number) {
    return number == '\t' || number == '\n' || number == '\r' ||
           (number >= ' ' && number < 0xD800) || (number >= 0xE000 && number < 0xFFFE) ||
           (number >= 0x10000 && number <= 0x10FFFF);
}

/// Whether an XML declaration may name the encoding.
inline bool isEncodingName(std::string_view text) {
    return !text.empty() && is(text[0], NameStart) && text[0] != '_' && text[0] != ':' &&
           std::ranges::all_of(text, [](char c) { return is(c, NameByte) && c != ':'; });
}

} // namespace entente::xml
