#include "core/formats/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace entente {

namespace {

void appendLetter(std::string& text, std::uint32_t letter) {
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | letter >> 6U);
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0U | letter >> 12U);
        text += static_cast<char>(0x80U | (letter >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else {
        text += static_cast<char>(0xF0U | letter >> 18U);
        text += static_cast<char>(0x80U | (letter >> 12U & 0x3FU));
        text += static_cast<char>(0x80U | (letter >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
}

constexpr std::uint32_t replacement = 0xFFFD;

std::string fromUtf16(std::string_view bytes, bool bigEndian) {
    std::string text;
    text.reserve(bytes.size() / 2);
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(bigEndian ? first << 8U | second : second << 8U | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t high = unit(at);
        if (high < 0xD800 || high > 0xDFFF) {
            appendLetter(text, high);
            continue;
        }
        const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
            appendLetter(text, 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00));
            at += 2;
        } else {
            appendLetter(text, replacement);
        }
    }
    return text;
}

std::string fromWindows1252(std::string_view bytes) {
    static constexpr std::array<std::uint16_t, 32> upper = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendLetter(text, byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80U] : byte);
    }
    return text;
}

/// How a sample's zero bytes lie: text in UTF-16 has nearly all of them at every other byte.
enum class ZeroBytes : std::uint8_t { None, Odd, Even, Mixed };

ZeroBytes zeroBytes(std::string_view bytes) {
    constexpr std::size_t sampleSize = 4096;
    const std::string_view sample = bytes.substr(0, sampleSize);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') {
            ++(i % 2 == 0 ? even : odd);
        }
    }
    if (even == 0 && odd == 0) {
        return bytes.find('\0') == std::string_view::npos ? ZeroBytes::None : ZeroBytes::Mixed;
    }
    const std::size_t pairs = sample.size() / 2;
    if (odd * 4 > pairs && even * 20 <= odd) {
        return ZeroBytes::Odd;
    }
    if (even * 4 > pairs && odd * 20 <= even) {
        return ZeroBytes::Even;
    }
    return ZeroBytes::Mixed;
}

bool looksBinary(std::string_view bytes) {
    constexpr std::size_t sampleSize = 65536;
    std::size_t odd = 0;
    const std::string_view sample = bytes.substr(0, sampleSize);
    for (const char c : sample) {
        const auto byte = static_cast<unsigned char>(c);
        odd += byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1A' ? 1 : 0;
    }
    return odd * 100 > sample.size();
}

void note(ImportReport& report, const std::string& file, const char* message) {
    report.add({ReportEntry::Severity::Note, file, 0, {}, message});
}

} // namespace

bool isUtf8(std::string_view bytes) {
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at != end) {
        // Eight plain letters at a time: most of most files.
        while (end - at >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            if ((word & 0x8080808080808080ULL) != 0) {
                break;
            }
            at += 8;
        }
        if (at == end) {
            break;
        }
        const auto byte = [&](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
        const auto follows = [&](std::ptrdiff_t i, unsigned low = 0x80, unsigned high = 0xBF) {
            return end - at > i && byte(i) >= low && byte(i) <= high;
        };
        const unsigned first = byte(0);
        if (first < 0x80) {
            ++at;
        } else if (first >= 0xC2 && first <= 0xDF && follows(1)) {
            at += 2;
        } else if (first >= 0xE0 && first <= 0xEF &&
                   follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) &&
                   follows(2)) {
            at += 3;
        } else if (first >= 0xF0 && first <= 0xF4 &&
                   follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
                   follows(2) && follows(3)) {
            at += 4;
        } else {
            return false;
        }
    }
    return true;
}

std::string decodeText(std::string_view bytes, const std::string& file, ImportReport& report) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        note(report, file, "The text begins with a byte order mark, which was passed over.");
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        note(report, file, "The text is in UTF-16 and was converted.");
        return fromUtf16(bytes.substr(2), bytes.front() == '\xFE');
    }
    switch (zeroBytes(bytes)) {
    case ZeroBytes::Odd:
    case ZeroBytes::Even:
        note(report, file, "The text is in UTF-16 without a byte order mark and was converted.");
        return fromUtf16(bytes, zeroBytes(bytes) == ZeroBytes::Even);
    case ZeroBytes::Mixed:
        throw FileError(file + " is no text: it holds zero bytes. Give a text file, for example "
                               "CSV or JSON in UTF-8.");
    case ZeroBytes::None:
        break;
    }
    if (isUtf8(bytes)) {
        return std::string(bytes);
    }
    if (looksBinary(bytes)) {
        throw FileError(file + " is no text: it holds bytes that no text has. Give a text file, "
                               "for example CSV or JSON in UTF-8.");
    }
    note(report, file, "The text is not UTF-8; it was read as Windows-1252 (Latin-1). If letters "
                       "look wrong, save it as UTF-8 and open it again.");
    return fromWindows1252(bytes);
}

} // namespace entente
