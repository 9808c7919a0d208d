#include "core/formats/letter_case.h"

#include <algorithm>

namespace entente {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const auto byte = static_cast<unsigned char>(lower[i]);
        if (byte >= 'A' && byte <= 'Z') {
            lower[i] = static_cast<char>(byte - 'A' + 'a');
            continue;
        }
        if (i + 1 == lower.size() || (byte != 0xC3 && byte != 0xD0)) {
            continue;
        }
        const auto next = static_cast<unsigned char>(lower[i + 1]);
        if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {
            lower[i + 1] = static_cast<char>(next + 0x20); // À to Þ, but ×
        } else if (byte == 0xD0 && next == 0x81) {
            lower[i] = '\xD1'; // Ё
            lower[i + 1] = '\x91';
        } else if (byte == 0xD0 && next >= 0x90 && next <= 0x9F) {
            lower[i + 1] = static_cast<char>(next + 0x20); // А to П
        } else if (byte == 0xD0 && next >= 0xA0 && next <= 0xAF) {
            lower[i] = '\xD1'; // Р to Я
            lower[i + 1] = static_cast<char>(next - 0x20);
        }
        ++i;
    }
    return lower;
}

bool isWord(std::string_view text, std::string_view word) {
    return std::ranges::equal(text, word, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

} // namespace entente
