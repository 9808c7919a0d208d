#include "core/formats/character_entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace entente {

namespace {

/// HTML 4, section 24.2: the letters from U+00A0 on.
constexpr std::array<std::string_view, 96> latin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
constexpr std::uint32_t firstLatin1 = 0xA0;

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 5> ofMarkup = {
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

std::optional<std::uint32_t> letterNumbered(std::string_view digits) {
    const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t letter = 0;
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, letter, hexadecimal ? 16 : 10);
    const bool exists = read.ec == std::errc{} && read.ptr == end && letter != 0 &&
                        letter <= 0x10FFFF && (letter < 0xD800 || letter > 0xDFFF);
    return exists ? std::optional(letter) : std::nullopt;
}

std::optional<std::uint32_t> letterOf(std::string_view entity) {
    if (entity.starts_with('#')) {
        return letterNumbered(entity.substr(1));
    }
    for (const auto& [name, letter] : ofMarkup) {
        if (name == entity) {
            return letter;
        }
    }
    const auto found = std::ranges::find(latin1, entity);
    return found != latin1.end()
               ? std::optional(firstLatin1 + static_cast<std::uint32_t>(found - latin1.begin()))
               : std::nullopt;
}

} // namespace

void appendUtf8(std::string& text, std::uint32_t letter) {
    const auto follow = [&text, letter](unsigned shift) {
        text += static_cast<char>(0x80U | (letter >> shift & 0x3FU));
    };
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | letter >> 6U);
        follow(0);
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0U | letter >> 12U);
        follow(6);
        follow(0);
    } else {
        text += static_cast<char>(0xF0U | letter >> 18U);
        follow(12);
        follow(6);
        follow(0);
    }
}

std::uint32_t nextUtf8(std::string_view text, std::size_t& at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length == 1 || at + length > text.size()) {
        ++at;
        return first;
    }
    std::uint32_t letter = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        letter = letter << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    at += length;
    return letter;
}

std::string decodeEntities(std::string_view text) {
    constexpr std::size_t longest = 12;
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t mark = std::min(text.find('&', at), text.size());
        decoded += text.substr(at, mark - at);
        if (mark == text.size()) {
            break;
        }
        const std::string_view rest = text.substr(mark + 1, longest);
        const std::size_t end = rest.find(';');
        const auto letter =
            end != std::string_view::npos ? letterOf(rest.substr(0, end)) : std::nullopt;
        if (letter) {
            appendUtf8(decoded, *letter);
            at = mark + end + 2;
        } else {
            decoded += '&';
            at = mark + 1;
        }
    }
    return decoded;
}

} // namespace entente
