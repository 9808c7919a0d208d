#include "core/model/name_keys.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

using Spelling = std::pair<std::string_view, std::string_view>;

/// Folded letters: those with marks (й, ё, ї) have lost them. BGN/PCGN without its signs.
constexpr std::array<Spelling, 41> cyrillic = {
    {{"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},    {"д", "d"},  {"е", "e"}, {"ж", "zh"},
     {"з", "z"},  {"и", "i"},  {"к", "k"},  {"л", "l"},    {"м", "m"},  {"н", "n"}, {"о", "o"},
     {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},    {"у", "u"},  {"ф", "f"}, {"х", "kh"},
     {"ц", "ts"}, {"ч", "ch"}, {"ш", "sh"}, {"щ", "shch"}, {"ъ", ""},   {"ы", "y"}, {"ь", ""},
     {"э", "e"},  {"ю", "yu"}, {"я", "ya"}, {"і", "i"},    {"є", "ye"}, {"ґ", "g"}, {"ј", "j"},
     {"њ", "nj"}, {"љ", "lj"}, {"ћ", "c"},  {"ђ", "dj"},   {"џ", "dz"}, {"ѕ", "dz"}}};

/// Longer ones first; vowels stand for nothing.
constexpr std::array<Spelling, 23> sounds = {
    {{"shch", "s"}, {"sch", "s"}, {"zh", "j"}, {"dj", "j"}, {"kh", "h"}, {"sh", "s"},
     {"ch", "c"},   {"ph", "f"},  {"ck", "k"}, {"gh", "g"}, {"dh", "d"}, {"th", "t"},
     {"c", "k"},    {"q", "k"},   {"w", "v"},  {"x", "ks"}, {"a", ""},   {"e", ""},
     {"i", ""},     {"o", ""},    {"u", ""},   {"y", ""},   {"j", "j"}}};

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool sameDigits(std::string_view a, std::string_view b) {
    const auto next = [](std::string_view text, std::size_t at) {
        while (at < text.size() && !isDigit(text[at])) {
            ++at;
        }
        return at;
    };
    std::size_t i = next(a, 0);
    std::size_t j = next(b, 0);
    while (i < a.size() && j < b.size() && a[i] == b[j]) {
        i = next(a, i + 1);
        j = next(b, j + 1);
    }
    return i == a.size() && j == b.size();
}

/// Optimal string alignment distance by bytes; what is more than `most` is `most` + 1.
std::size_t edits(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) {
        return most + 1;
    }
    std::vector<std::size_t> before;
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min(
                {last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        if (*std::ranges::min_element(now) > most) {
            return most + 1;
        }
        before = last;
        std::swap(last, now);
    }
    return last[b.size()];
}

/// Words of one name that the other lacks are long enough for a slip of the pen.
bool onlyLongWordsDiffer(std::string_view a, std::string_view b) {
    constexpr std::size_t shortWord = 4;
    const std::vector<std::string_view> words = nameWords(a);
    const std::vector<std::string_view> others = nameWords(b);
    const auto longOrKnown = [](const std::vector<std::string_view>& known) {
        return [&known](std::string_view word) {
            return letters(word) >= shortWord || std::ranges::find(known, word) != known.end();
        };
    };
    return words.size() == others.size() && std::ranges::all_of(words, longOrKnown(others)) &&
           std::ranges::all_of(others, longOrKnown(words));
}

} // namespace

std::vector<std::string_view> nameWords(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && isWordByte(folded[end])) {
            ++end;
        }
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

std::string sortedWords(std::string_view folded) {
    std::vector<std::string_view> words = nameWords(folded);
    std::ranges::sort(words);
    std::string sorted;
    sorted.reserve(folded.size());
    for (const std::string_view word : words) {
        sorted += sorted.empty() ? "" : " ";
        sorted += word;
    }
    return sorted;
}

std::string romanised(std::string_view folded) {
    std::string latin;
    latin.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto lead = static_cast<unsigned char>(folded[at]);
        const std::size_t length = lead == 0xD0U || lead == 0xD1U || lead == 0xD2U ? 2 : 1;
        const std::string_view letter = folded.substr(at, length);
        const auto* const known =
            length == 1 ? cyrillic.end() : std::ranges::find(cyrillic, letter, &Spelling::first);
        latin += known == cyrillic.end() ? letter : known->second;
        at += letter.size();
    }
    return latin;
}

std::string consonants(std::string_view romanisedWords) {
    constexpr std::size_t fewest = 4;
    std::string all;
    std::size_t count = 0;
    for (std::size_t at = 0; at < romanisedWords.size();) {
        const std::string_view rest = romanisedWords.substr(at);
        const auto* const known = std::ranges::find_if(
            sounds, [rest](const Spelling& sound) { return rest.starts_with(sound.first); });
        const std::string_view sound = known == sounds.end() ? rest.substr(0, 1) : known->second;
        if (!sound.empty() && (all.empty() || !all.ends_with(sound))) {
            all += sound;
            count += sound == " " ? 0 : 1;
        }
        at += known == sounds.end() ? 1 : known->first.size();
    }
    return count < fewest ? std::string{} : all;
}

bool spelledAlike(std::string_view a, std::string_view b, std::size_t mostEdits) {
    return sameDigits(a, b) && edits(a, b, mostEdits) <= mostEdits && onlyLongWordsDiffer(a, b);
}

} // namespace entente
