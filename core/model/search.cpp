#include "core/model/search.h"

#include "core/model/fold.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace entente {

namespace {

constexpr int wholeName = 1000;
constexpr int nameBegin = 800;
constexpr int wordBegin = 600;
constexpr int within = 400;
constexpr int scattered = 100;
constexpr int worstLengthPenalty = 60;

/// One bit for each Latin letter and digit, the rest share what is left: a word can only be in a
/// name whose set holds the word's.
std::uint64_t letterSet(std::string_view folded) {
    std::uint64_t set = 0;
    for (const char c : folded) {
        const auto byte = static_cast<unsigned char>(c);
        if (c >= 'a' && c <= 'z') {
            set |= std::uint64_t{1} << (byte - 'a');
        } else if (c >= '0' && c <= '9') {
            set |= std::uint64_t{1} << (26U + byte - '0');
        } else if (c != ' ') {
            set |= std::uint64_t{1} << (36U + byte % 28U);
        }
    }
    return set;
}

bool continuesLetter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool partOfWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
}

bool beginsWord(std::string_view text, std::size_t at) {
    return at == 0 || (!continuesLetter(text[at]) && !partOfWord(text[at - 1]));
}

/// Where the word lies in the text: at the beginning of a word if it does anywhere.
std::size_t findWord(std::string_view text, std::string_view word) {
    const std::size_t first = text.find(word);
    for (std::size_t at = first; at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (beginsWord(text, at)) {
            return at;
        }
    }
    return first;
}

/// Where the letters of the word lie in the text, in order, the first of them at the beginning of a
/// word; a letter that begins a word is taken before one that merely comes earlier. Empty where
/// they do not.
std::vector<std::size_t> findScattered(std::string_view text, std::string_view word) {
    // last[i]: the latest place of word[i] from which the rest still fits.
    std::vector<std::size_t> last(word.size());
    std::size_t limit = text.size();
    for (std::size_t i = word.size(); i-- > 0;) {
        if (limit == 0) {
            return {};
        }
        const std::size_t at = text.rfind(word[i], limit - 1);
        if (at == std::string_view::npos) {
            return {};
        }
        last[i] = at;
        limit = at;
    }
    std::vector<std::size_t> places;
    std::size_t from = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        std::size_t taken = std::string_view::npos;
        for (std::size_t at = text.find(word[i], from); at <= last[i] && at < text.size();
             at = text.find(word[i], at + 1)) {
            // A letter right after the one before is as good as one that begins a word.
            if (beginsWord(text, at) || (i > 0 && at == places.back() + 1)) {
                taken = at;
                break;
            }
            if (taken == std::string_view::npos && i > 0) {
                taken = at;
            }
        }
        if (taken == std::string_view::npos) {
            return {};
        }
        places.push_back(taken);
        from = taken + 1;
    }
    return places;
}

int scatteredScore(std::string_view text, std::string_view word) {
    const std::vector<std::size_t> places = findScattered(text, word);
    if (places.empty()) {
        return 0;
    }
    int good = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        good += beginsWord(text, places[i]) || (i > 0 && places[i] == places[i - 1] + 1) ? 1 : 0;
    }
    // Fewer than half of the letters in runs or at beginnings of words is chance, not a match.
    if (2 * good < static_cast<int>(places.size())) {
        return 0;
    }
    return scattered + 200 * good / static_cast<int>(places.size());
}

int fieldBonus(std::size_t field) {
    constexpr int bonuses[] = {60, 50, 40, 55, -250};
    return bonuses[field];
}

std::vector<std::string> wordsOf(std::string_view query) {
    const std::string text = fold(query);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
        if (end > at) {
            words.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

/// Of each byte of `fold(text)`, the byte of `text` at which its letter begins; one more entry for
/// the end.
std::vector<std::uint32_t> originOfFolded(std::string_view text) {
    std::vector<std::uint32_t> origin;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin + 1;
        while (end < text.size() && continuesLetter(text[end])) {
            ++end;
        }
        const std::size_t bytes = fold(text.substr(begin, end - begin)).size();
        origin.insert(origin.end(), bytes, static_cast<std::uint32_t>(begin));
        begin = end;
    }
    origin.push_back(static_cast<std::uint32_t>(text.size()));
    return origin;
}

} // namespace

SearchIndex::SearchIndex(const Dossier& dossier) {
    const VertexTable& vertices = dossier.vertices();
    std::vector<std::uint32_t> connections(vertices.size());
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        for (const VertexIndex end : {dossier.edges().source(i), dossier.edges().target(i)}) {
            if (end < connections.size() && !dossier.edges().removed(i)) {
                ++connections[end];
            }
        }
    }
    for (VertexIndex i = 0; i < vertices.size(); ++i) {
        if (vertices.removed(i)) {
            continue;
        }
        beginSubject({ElementKind::Vertex, i}, connections[i]);
        const std::string_view label = dossier.text(vertices.label(i));
        addName(Field::Label, label.empty() ? dossier.text(vertices.id(i)) : label);
        for (const Name& name : vertices.details(i).names) {
            addName(name.alias ? Field::Alias : Field::Name, name.text);
        }
        for (const Code& code : vertices.details(i).codes) {
            addName(Field::Code, code.value);
        }
        addName(Field::Type, dossier.text(vertices.type(i)));
    }
    for (SourceIndex i = 0; i < dossier.sources().size(); ++i) {
        if (dossier.sourceRemoved(i)) {
            continue;
        }
        const Source& source = dossier.sources()[i];
        beginSubject({ElementKind::Source, i}, 0);
        addName(Field::Label, dossier.text(source.title));
        addName(Field::Type, dossier.text(source.publisher));
    }
}

void SearchIndex::beginSubject(ElementRef element, std::size_t connections) {
    Subject subject;
    subject.element = element;
    subject.firstName = static_cast<std::uint32_t>(names_.size());
    // Sources stand behind what they are about.
    subject.weight = static_cast<std::int16_t>(
        element.kind == ElementKind::Source
            ? -80
            : std::min(48, 6 * static_cast<int>(std::bit_width(connections))));
    subjects_.push_back(subject);
}

void SearchIndex::addName(Field field, std::string_view text) {
    if (text.empty()) {
        return;
    }
    const std::string form = fold(text);
    names_.push_back({text, static_cast<std::uint32_t>(folded_.size()),
                      static_cast<std::uint32_t>(form.size()), field});
    letters_.push_back(letterSet(form));
    subjects_.back().letters |= letters_.back();
    folded_ += form;
}

int SearchIndex::score(std::uint32_t name, std::string_view word, std::uint64_t letters) const {
    if ((letters_[name] & letters) != letters) {
        return 0;
    }
    const std::string_view text = folded(name);
    const Field field = names_[name].field;
    int score = 0;
    if (const std::size_t at = findWord(text, word); at != std::string_view::npos) {
        score = word.size() == text.size() ? wholeName
                : at == 0                  ? nameBegin
                : beginsWord(text, at)     ? wordBegin
                                           : within;
        // A letter in the middle of something says nothing.
        if (score == within && word.size() == 1) {
            return 0;
        }
    } else if (word.size() > 1 && (field == Field::Label || field == Field::Name)) {
        score = scatteredScore(text, word);
    }
    if (score == 0) {
        return 0;
    }
    const auto excess = static_cast<int>(std::min<std::size_t>(text.size() - word.size(), 240));
    return std::max(1, score + fieldBonus(static_cast<std::size_t>(field)) -
                           std::min(excess / 4, worstLengthPenalty));
}

SearchIndex::Candidate SearchIndex::bestOf(std::uint32_t subject,
                                           const std::vector<std::string>& words,
                                           const std::vector<std::uint64_t>& letters) const {
    const std::uint32_t begin = subjects_[subject].firstName;
    const auto end = static_cast<std::uint32_t>(
        subject + 1 < subjects_.size() ? subjects_[subject + 1].firstName : names_.size());
    // Each word may be in another of the names ("iran treaty" finds a treaty by a Persian alias and
    // its type), but the name that holds most of them is the one to show.
    Candidate best{subject, begin, 0};
    int total = 0;
    int bestName = -1;
    std::vector<int> ofName(words.size() > 1 ? end - begin : 0);
    for (std::size_t w = 0; w < words.size(); ++w) {
        int bestOfWord = 0;
        for (std::uint32_t name = begin; name < end; ++name) {
            const int found = score(name, words[w], letters[w]);
            if (words.size() == 1) {
                if (found > bestName) {
                    bestName = found;
                    best.name = name;
                }
            } else {
                ofName[name - begin] += found;
            }
            bestOfWord = std::max(bestOfWord, found);
        }
        if (bestOfWord == 0) {
            return best;
        }
        total += bestOfWord;
    }
    if (words.size() > 1) {
        const auto most = std::ranges::max_element(ofName);
        best.name = begin + static_cast<std::uint32_t>(most - ofName.begin());
        total = (total + *most) / 2;
    }
    best.score = std::max(1, total / static_cast<int>(words.size()) + subjects_[subject].weight);
    return best;
}

SearchMatch SearchIndex::match(const Candidate& candidate,
                               const std::vector<std::string>& words) const {
    const IndexedName& name = names_[candidate.name];
    const std::string_view text = folded(candidate.name);
    const std::vector<std::uint32_t> origin = originOfFolded(name.text);
    std::vector<std::uint8_t> marked(name.text.size());
    const auto mark = [&](std::size_t begin, std::size_t end) {
        std::size_t past = end;
        while (past < text.size() && origin[past] == origin[end - 1]) {
            ++past;
        }
        std::fill(marked.begin() + origin[begin], marked.begin() + origin[past], std::uint8_t{1});
    };
    for (const std::string& word : words) {
        if (const std::size_t at = findWord(text, word); at != std::string_view::npos) {
            mark(at, at + word.size());
        } else if (name.field == Field::Label || name.field == Field::Name) {
            for (const std::size_t place : findScattered(text, word)) {
                mark(place, place + 1);
            }
        }
    }
    SearchMatch match{subjects_[candidate.subject].element, name.text, {}, candidate.score};
    for (std::uint32_t i = 0; i < marked.size(); ++i) {
        if (marked[i] == 0) {
            continue;
        }
        if (!match.letters.empty() && match.letters.back().end == i) {
            ++match.letters.back().end;
        } else {
            match.letters.push_back({i, i + 1});
        }
    }
    return match;
}

std::vector<SearchMatch> SearchIndex::find(std::string_view query, std::size_t most) const {
    const std::vector<std::string> words = wordsOf(query);
    if (words.empty() || most == 0) {
        return {};
    }
    std::vector<std::uint64_t> letters;
    std::uint64_t all = 0;
    for (const std::string& word : words) {
        letters.push_back(letterSet(word));
        all |= letters.back();
    }
    std::vector<Candidate> candidates;
    for (std::uint32_t subject = 0; subject < subjects_.size(); ++subject) {
        if ((subjects_[subject].letters & all) == all) {
            if (const Candidate found = bestOf(subject, words, letters); found.score > 0) {
                candidates.push_back(found);
            }
        }
    }
    const auto better = [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : a.subject < b.subject;
    };
    const std::size_t kept = std::min(most, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                      candidates.end(), better);
    std::vector<SearchMatch> matches;
    for (std::size_t i = 0; i < kept; ++i) {
        matches.push_back(match(candidates[i], words));
    }
    return matches;
}

} // namespace entente
