#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>

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

/// Whether there are more control characters than a stray one or two.
bool looksBinary(std::string_view bytes) {
    constexpr std::size_t sampleSize = 65536;
    constexpr std::size_t mostStray = 2;
    const std::string_view sample = bytes.substr(0, sampleSize);
    const auto controls = static_cast<std::size_t>(std::ranges::count_if(sample, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && (byte < '\t' || byte > '\r') && c != '\x1A' && c != '\x1B') ||
               byte == 0x7F;
    }));
    return controls > mostStray && controls * 100 > sample.size();
}

FileError noText(const std::string& file, std::string_view bytes, std::size_t at,
                 std::string_view what) {
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return FileError(
        fmt::format("{}, line {}: this is no text, it holds {}. Give a text file, for "
                    "example CSV or JSON in UTF-8; if it should be one, it was damaged "
                    "on its way: fetch it again.",
                    file, line, what));
}

/// `fromUtf16`, but not of bytes that have zeros at every other place by chance.
std::string checkedUtf16(std::string_view bytes, bool bigEndian, const std::string& file) {
    std::string text = fromUtf16(bytes, bigEndian);
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos) {
        throw noText(file, text, zero, "zero bytes");
    }
    if (looksBinary(text)) {
        throw noText(file, text, 0, "control characters");
    }
    return text;
}

/// Length of the well-formed UTF-8 letter (RFC 3629, section 4) at `at`; 0 where there is none.
std::ptrdiff_t letterLength(const char* at, const char* end) {
    const auto byte = [&](std::ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&](std::ptrdiff_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return end - at > i && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool fits =
            follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2);
        return fits ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool fits = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
                          follows(2) && follows(3);
        return fits ? 4 : 0;
    }
    return 0;
}

/// The first byte from `at` on that is no part of well-formed UTF-8, or `end`.
const char* skipUtf8(const char* at, const char* end) {
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
        const std::ptrdiff_t length = letterLength(at, end);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

/// Whether a letter of UTF-8 begins there that the end cuts off.
bool isCutLetter(const char* at, const char* end) {
    const auto first = static_cast<unsigned char>(*at);
    const std::ptrdiff_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    return first >= 0xC2 && first <= 0xF4 && end - at < length &&
           std::all_of(at + 1, end,
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

/// UTF-8 with a few damaged letters, as a cut or patched file has: they become U+FFFD. Nothing
/// where so many are damaged that the text is in another encoding.
std::optional<std::string> mendUtf8(std::string_view bytes, std::size_t& damaged,
                                    std::size_t& firstLine) {
    std::string text;
    std::size_t good = 0;
    bool cut = false;
    damaged = 0;
    const char* const end = bytes.data() + bytes.size();
    for (const char* at = bytes.data(); at != end;) {
        const char* const stop = skipUtf8(at, end);
        good += static_cast<std::size_t>(
            std::count_if(at, stop, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
        text.append(at, stop);
        at = stop;
        if (at == end) {
            break;
        }
        if (damaged++ == 0) {
            firstLine = 1 + static_cast<std::size_t>(std::count(bytes.data(), at, '\n'));
        }
        appendLetter(text, replacement);
        cut = isCutLetter(at, end);
        do {
            ++at;
        } while (at != end && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U);
    }
    constexpr std::size_t goodForOneDamaged = 4;
    // One that is cut off at the end speaks less against UTF-8 than one in the middle.
    if (good < std::max<std::size_t>((damaged - (cut ? 1 : 0)) * goodForOneDamaged, 1)) {
        return std::nullopt;
    }
    return text;
}

/// The encoding of a text whose letters are mostly of the upper half, as only other scripts have
/// them: Windows-1251, or KOI8-R, whose small letters stand where the other has its capitals. Null
/// where it is no such text.
const char* cyrillicEncoding(std::string_view bytes) {
    constexpr std::size_t sampleSize = 65536;
    std::size_t capitals = 0;
    std::size_t small = 0;
    std::size_t runs = 0; ///< letters of the upper half after such a letter
    bool before = false;
    for (const char c : bytes.substr(0, sampleSize)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool upper = byte >= 0xC0;
        capitals += upper && byte < 0xE0 ? 1 : 0;
        small += byte >= 0xE0 ? 1 : 0;
        runs += upper && before ? 1 : 0;
        before = upper;
    }
    // Words of European languages have accents here and there, Cyrillic ones nothing else.
    if (runs * 2 < capitals + small || runs < 3) {
        return nullptr;
    }
    return small >= capitals ? "windows-1251" : "koi8-r";
}

} // namespace

bool isUtf16(std::string_view bytes) {
    const ZeroBytes zeros = zeroBytes(bytes);
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           zeros == ZeroBytes::Odd || zeros == ZeroBytes::Even;
}

bool isUtf8(std::string_view bytes) {
    const char* const end = bytes.data() + bytes.size();
    return skipUtf8(bytes.data(), end) == end;
}

DecodedText::DecodedText(std::string_view bytes, const std::string& file, ImportReport& report) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        report.note(file, "The text begins with a byte order mark, which was passed over.");
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        report.note(file, "The text is in UTF-16 and was converted.");
        converted_ = checkedUtf16(bytes.substr(2), bytes.front() == '\xFE', file);
        return;
    }
    switch (const ZeroBytes zeros = zeroBytes(bytes)) {
    case ZeroBytes::Odd:
    case ZeroBytes::Even:
        report.note(file, "The text is in UTF-16 without a byte order mark and was converted.");
        converted_ = checkedUtf16(bytes, zeros == ZeroBytes::Even, file);
        return;
    case ZeroBytes::Mixed:
        throw noText(file, bytes, bytes.find('\0'), "zero bytes");
    case ZeroBytes::None:
        break;
    }
    if (looksBinary(bytes)) {
        const auto isControl = [](char c) {
            return static_cast<unsigned char>(c) < '\t' || c == '\x7F' ||
                   (static_cast<unsigned char>(c) > '\r' && static_cast<unsigned char>(c) < ' ');
        };
        const auto at = std::ranges::find_if(bytes, isControl) - bytes.begin();
        throw noText(file, bytes, static_cast<std::size_t>(at), "control characters");
    }
    if (isUtf8(bytes)) {
        plain_ = bytes;
        return;
    }
    std::size_t damaged = 0;
    std::size_t line = 0;
    if (std::optional<std::string> mended = mendUtf8(bytes, damaged, line)) {
        report.add({ReportEntry::Severity::Note,
                    file,
                    line,
                    {},
                    fmt::format("The text is UTF-8 but for {} damaged {}, the first on this line; "
                                "\uFFFD stands for {}.",
                                damaged, damaged == 1 ? "letter" : "letters",
                                damaged == 1 ? "it" : "them")});
        converted_ = std::move(mended);
        return;
    }
    if (const char* const cyrillic = cyrillicEncoding(bytes); cyrillic != nullptr) {
        report.note(file, fmt::format("The text is not UTF-8; it was read as {} (Cyrillic). If "
                                      "letters look wrong, save it as UTF-8 and open it again.",
                                      cyrillic));
        converted_ = decodeTextAs(bytes, cyrillic, file);
        return;
    }
    report.note(file, "The text is not UTF-8; it was read as Windows-1252 (Latin-1). If letters "
                      "look wrong, save it as UTF-8 and open it again.");
    converted_ = fromWindows1252(bytes);
}

std::string decodeText(std::string_view bytes, const std::string& file, ImportReport& report) {
    DecodedText text(bytes, file, report);
    return text.converted_ ? std::move(*text.converted_) : std::string(text.plain_);
}

std::string decodeTextAs(std::string_view bytes, const std::string& encoding,
                         const std::string& file) {
    struct Converter {
        explicit Converter(const char* from) : handle(iconv_open("UTF-8", from)) {}
        ~Converter() {
            if (valid()) {
                iconv_close(handle);
            }
        }
        Converter(const Converter&) = delete;
        Converter& operator=(const Converter&) = delete;
        [[nodiscard]] bool valid() const {
            return handle != reinterpret_cast<iconv_t>(-1); // NOLINT: as POSIX has it
        }
        iconv_t handle;
    };
    const Converter converter(encoding.c_str());
    if (!converter.valid()) {
        throw FileError(fmt::format("{}: there is no encoding “{}”; write for example UTF-8, "
                                    "windows-1252 or windows-1251.",
                                    file, encoding));
    }
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    // Iconv does not write to its input, though its type allows it.
    char* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    std::array<char, 1U << 16U> piece{};
    while (left > 0) {
        char* out = piece.data();
        std::size_t room = piece.size();
        const std::size_t result = iconv(converter.handle, &in, &left, &out, &room);
        const int reason = errno;
        text.append(piece.data(), out);
        if (result != static_cast<std::size_t>(-1) || reason == E2BIG) {
            continue;
        }
        appendLetter(text, replacement);
        ++in;
        --left;
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    std::erase(text, '\0');
    return text;
}

std::string sampleOf(std::string_view bytes) {
    constexpr std::size_t sampleSize = 65536;
    std::string sample(bytes.substr(0, sampleSize));
    std::erase(sample, '\0');
    sample.erase(0, std::min(sample.find_first_not_of("\xEF\xBB\xBF\xFE\xFF"), sample.size()));
    return sample;
}

} // namespace entente
