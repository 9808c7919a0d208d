#include "core/formats/xml_encoding.h"

#include "core/formats/text_encoding.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace entente {

namespace {

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, lower); });
}

struct CloseConversion {
    void operator()(void* conversion) const { iconv_close(conversion); }
};

/// The bytes as UTF-8, by the C library.
std::string converted(const InputFile& file, std::string_view encoding) {
    const std::string name(encoding);
    const iconv_t opened = iconv_open("UTF-8", name.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) { // NOLINT: iconv's own sign of failure
        throw FileError(fmt::format("{} says that it is in the encoding “{}”, which Entente does "
                                    "not know: save it as UTF-8 and open it again.",
                                    file.path.string(), name));
    }
    const std::unique_ptr<void, CloseConversion> conversion(opened);
    std::string bytes = file.bytes;
    std::string text;
    std::array<char, 65536> piece{};
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0) {
        char* out = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(conversion.get(), &in, &left, &out, &room);
        text.append(piece.data(), piece.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            const auto lines = std::count(bytes.data(), in, '\n');
            throw FileError(fmt::format("{}, line {}: here is no letter of the encoding “{}” that "
                                        "the file declares: correct the declaration, or save the "
                                        "file as UTF-8.",
                                        file.path.string(), lines + 1, name));
        }
    }
    return text;
}

} // namespace

std::string_view declaredEncoding(std::string_view bytes) {
    constexpr std::size_t longest = 256;
    constexpr std::string_view blanks = " \t\r\n";
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::string_view sample = bytes.substr(0, longest);
    const std::string_view declaration = sample.substr(0, sample.find("?>"));
    constexpr std::string_view word = "encoding";
    const std::size_t at = declaration.find(word);
    if (!declaration.starts_with("<?xml") || at == std::string_view::npos) {
        return {};
    }
    std::string_view rest = declaration.substr(at + word.size());
    const std::size_t quote = rest.find_first_not_of(std::string(blanks) + "=");
    if (quote == std::string_view::npos) {
        return {};
    }
    const std::string_view value = rest.substr(quote + 1);
    const std::size_t end = value.find(rest[quote]);
    return end == std::string_view::npos ? std::string_view{} : value.substr(0, end);
}

void decodeXml(const InputFile& file, ImportReport& report, std::string& text, std::size_t& first) {
    const std::string name = file.path.string();
    const std::string_view bytes = file.bytes;
    first = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::string_view encoding = declaredEncoding(bytes);
    const bool plain =
        first > 0 || isOneOf(encoding, {"", "utf-8", "utf8", "us-ascii", "ascii", "utf-16"});
    if (plain && isUtf8(bytes)) {
        // A zero byte in the first letters tells UTF-16, which decodeText reads.
        const bool wide = bytes.substr(0, 4).find('\0') != std::string_view::npos;
        if (!wide) {
            return;
        }
    }
    first = 0;
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.substr(0, 4).find('\0') != std::string_view::npos;
    if (plain || wide) {
        text = decodeText(bytes, name, report);
        return;
    }
    // As browsers do: what calls itself Latin-1 is Windows-1252, which has the same letters and
    // more.
    text = converted(file, isOneOf(encoding, {"iso-8859-1", "latin1"}) ? "WINDOWS-1252" : encoding);
    report.note(name, fmt::format("The text is in {} and was converted.", encoding));
}

} // namespace entente
