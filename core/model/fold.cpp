#include "core/model/fold.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace entente {

namespace {

struct Folding {
    char32_t letter;
    const char* folded;
};

// Made from the Unicode character database: canonical decomposition, lower case, marks dropped.
constexpr Folding foldings[] = {
#include "core/model/fold_table.inc"
};

constexpr char32_t firstCombiningMark = 0x0300;
constexpr char32_t lastCombiningMark = 0x036F;

/// The letter of a two or three byte sequence at `at`, and its length; 0 where it is neither.
std::pair<char32_t, std::size_t> letterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto follows = [&](std::size_t i) {
        return at + i < text.size() && (byte(i) & 0xC0U) == 0x80U;
    };
    if ((byte(0) & 0xE0U) == 0xC0U && follows(1)) {
        return {(byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    }
    if ((byte(0) & 0xF0U) == 0xE0U && follows(1) && follows(2)) {
        return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    }
    return {0, 1};
}

} // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char c = utf8[at];
        if (static_cast<unsigned char>(c) < 0x80U) {
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            ++at;
            continue;
        }
        const auto [letter, length] = letterAt(utf8, at);
        const auto found = std::ranges::lower_bound(foldings, letter, {}, &Folding::letter);
        if (letter != 0 && found != std::end(foldings) && found->letter == letter) {
            folded += found->folded;
        } else if (letter < firstCombiningMark || letter > lastCombiningMark) {
            folded += utf8.substr(at, length);
        }
        at += length;
    }
    return folded;
}

} // namespace entente
