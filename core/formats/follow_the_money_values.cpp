#include "core/formats/follow_the_money_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

constexpr std::string_view separator = "; ";

std::string_view earliest(const std::vector<std::string_view>& dates) {
    std::string_view best = *std::ranges::min_element(dates);
    for (const std::string_view date : dates) {
        if (date.size() > best.size() && date.starts_with(best)) {
            best = date;
        }
    }
    return best;
}

Endpoint known(std::string_view text) {
    const std::optional<Date> date = ftmDate(text);
    return date ? Endpoint{Endpoint::Kind::Known, *date} : Endpoint{};
}

/// The first letter beyond Latin-1's range of marks, or 0 where all are Latin or ASCII.
char32_t firstForeignLetter(std::string_view text) {
    constexpr char32_t lastLatin = 0x24F;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        if (length > 1 && i + length <= text.size()) {
            char32_t letter = byte & (0xFFU >> (length + 1));
            for (std::size_t k = 1; k < length; ++k) {
                letter = letter << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
            }
            // Marks, and Latin letters with two diacritics, lie between the scripts.
            const bool latin = letter <= lastLatin || (letter >= 0x1E00 && letter <= 0x1EFF) ||
                               (letter >= 0x250 && letter < 0x370) ||
                               (letter >= 0x2000 && letter < 0x2C00);
            if (!latin) {
                return letter;
            }
        }
        i += length;
    }
    return 0;
}

struct Script {
    char32_t first;
    char32_t last;
    std::string_view tag;
};

constexpr std::array scripts = {
    Script{0x370, 0x3FF, "und-Grek"},   Script{0x400, 0x52F, "und-Cyrl"},
    Script{0x530, 0x58F, "und-Armn"},   Script{0x590, 0x5FF, "und-Hebr"},
    Script{0x600, 0x6FF, "und-Arab"},   Script{0x750, 0x77F, "und-Arab"},
    Script{0x900, 0x97F, "und-Deva"},   Script{0x980, 0x9FF, "und-Beng"},
    Script{0xE00, 0xE7F, "und-Thai"},   Script{0x1000, 0x109F, "und-Mymr"},
    Script{0x10A0, 0x10FF, "und-Geor"}, Script{0x1100, 0x11FF, "und-Kore"},
    Script{0x1780, 0x17FF, "und-Khmr"}, Script{0x1F00, 0x1FFF, "und-Grek"},
    Script{0x3040, 0x30FF, "und-Jpan"}, Script{0x3400, 0x9FFF, "und-Hani"},
    Script{0xAC00, 0xD7AF, "und-Kore"}, Script{0xFB50, 0xFDFF, "und-Arab"},
};

/// ISO 639-2 and 639-3 codes of languages that have one of two letters.
constexpr std::array<std::pair<std::string_view, std::string_view>, 60> twoLetters = {{
    {"ara", "ar"}, {"aze", "az"}, {"bel", "be"}, {"ben", "bn"}, {"bos", "bs"}, {"bul", "bg"},
    {"cat", "ca"}, {"ces", "cs"}, {"cym", "cy"}, {"dan", "da"}, {"deu", "de"}, {"ell", "el"},
    {"eng", "en"}, {"epo", "eo"}, {"est", "et"}, {"eus", "eu"}, {"fas", "fa"}, {"fin", "fi"},
    {"fra", "fr"}, {"gle", "ga"}, {"glg", "gl"}, {"heb", "he"}, {"hin", "hi"}, {"hrv", "hr"},
    {"hun", "hu"}, {"hye", "hy"}, {"ind", "id"}, {"isl", "is"}, {"ita", "it"}, {"jpn", "ja"},
    {"kat", "ka"}, {"kaz", "kk"}, {"kir", "ky"}, {"kor", "ko"}, {"kur", "ku"}, {"lav", "lv"},
    {"lit", "lt"}, {"mkd", "mk"}, {"mon", "mn"}, {"msa", "ms"}, {"mya", "my"}, {"nld", "nl"},
    {"nor", "no"}, {"pol", "pl"}, {"por", "pt"}, {"pus", "ps"}, {"ron", "ro"}, {"rus", "ru"},
    {"slk", "sk"}, {"slv", "sl"}, {"spa", "es"}, {"sqi", "sq"}, {"srp", "sr"}, {"swe", "sv"},
    {"tgk", "tg"}, {"tha", "th"}, {"tur", "tr"}, {"ukr", "uk"}, {"urd", "ur"}, {"zho", "zh"},
}};

} // namespace

std::optional<Date> ftmDate(std::string_view text) {
    text = text.substr(0, text.find_first_of("T "));
    while (text.size() > 4 && text.ends_with("-00")) {
        text.remove_suffix(3);
    }
    return parseDate(text);
}

Period FtmDates::period() const {
    Period period;
    if (begins.empty() && ends.empty()) {
        if (!single.empty()) {
            period.begin = known(earliest(single));
        }
        return period;
    }
    period.begin.kind = Endpoint::Kind::Unknown;
    period.end.kind = current ? Endpoint::Kind::Open : Endpoint::Kind::Unknown;
    if (!begins.empty()) {
        period.begin = known(earliest(begins));
    }
    if (!ends.empty()) {
        period.end = known(*std::ranges::max_element(ends));
    }
    return period;
}

std::string languageTag(std::string_view language) {
    const auto* const known = std::ranges::lower_bound(twoLetters, language, {},
                                                       &decltype(twoLetters)::value_type::first);
    return std::string(known != twoLetters.end() && known->first == language ? known->second
                                                                             : language);
}

std::string_view scriptTag(std::string_view text) {
    const char32_t letter = firstForeignLetter(text);
    for (const Script& script : scripts) {
        if (letter >= script.first && letter <= script.last) {
            return script.tag;
        }
    }
    return {};
}

bool holdsPart(std::string_view parts, std::string_view text) {
    for (std::size_t at = parts.find(text); at != std::string_view::npos;
         at = parts.find(text, at + 1)) {
        const std::size_t end = at + text.size();
        const bool begins = at == 0 || parts.substr(0, at).ends_with(separator);
        const bool ends = end == parts.size() || parts.substr(end).starts_with(separator);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

std::string withPart(std::string_view parts, std::string_view text) {
    std::string joined(parts);
    if (!text.empty() && !holdsPart(parts, text)) {
        joined += joined.empty() ? "" : separator;
        joined += text;
    }
    return joined;
}

std::string withParts(std::string_view parts, std::string_view further) {
    std::string joined(parts);
    while (!further.empty()) {
        const std::size_t end = std::min(further.find(separator), further.size());
        joined = withPart(joined, further.substr(0, end));
        further.remove_prefix(std::min(end + separator.size(), further.size()));
    }
    return joined;
}

} // namespace entente
