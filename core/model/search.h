#pragma once

#include "core/model/dossier.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What a search found: an element, the name of it that matches best, and where.
struct SearchMatch {
    /// Bytes `begin` to `end` (past the last) of `text`, on borders of letters.
    struct Letters {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;

        friend bool operator==(const Letters&, const Letters&) = default;
    };

    ElementRef element;
    std::string_view text;        ///< lives in the dossier, as long as that is not edited
    std::vector<Letters> letters; ///< the letters that matched, in order, not touching
    int score = 0;                ///< the higher the better
};

/// Finds vertices and sources by any of their names, whatever the script, case or diacritics: by
/// label, names in other languages, aliases, titles, codes and types. Every word of the query must
/// be found; a word that is a whole name counts most, then one that begins a name, begins a word,
/// lies within a name, and last one whose letters come in that order, from the beginning of a word.
/// Of equals the more connected and then the shorter wins.
///
/// Notices nothing of later edits: make a new one after a change. Building is O(names + edges).
class SearchIndex {
public:
    explicit SearchIndex(const Dossier& dossier);

    /// The best matches, best first. O(names); 2 to 7 ms for 100,000 names.
    [[nodiscard]] std::vector<SearchMatch> find(std::string_view query, std::size_t most) const;

    /// Names that are searched.
    [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
    enum class Field : std::uint8_t { Label, Name, Alias, Code, Type };

    struct IndexedName {
        std::string_view text;
        std::uint32_t begin = 0; ///< in `folded_`
        std::uint32_t length = 0;
        Field field = Field::Label;
    };

    struct Subject {
        ElementRef element;
        std::uint32_t firstName = 0;
        std::uint64_t letters = 0; ///< of all its names
        std::int16_t weight = 0;
    };

    struct Candidate {
        std::uint32_t subject = 0;
        std::uint32_t name = 0;
        int score = 0;
    };

    void addName(Field field, std::string_view text);
    void beginSubject(ElementRef element, std::size_t connections);
    [[nodiscard]] std::string_view folded(std::uint32_t name) const {
        return std::string_view(folded_).substr(names_[name].begin, names_[name].length);
    }
    [[nodiscard]] int score(std::uint32_t name, std::string_view word, std::uint64_t letters) const;
    [[nodiscard]] Candidate bestOf(std::uint32_t subject, const std::vector<std::string>& words,
                                   const std::vector<std::uint64_t>& letters) const;
    [[nodiscard]] SearchMatch match(const Candidate& candidate,
                                    const std::vector<std::string>& words) const;

    std::string folded_;
    std::vector<IndexedName> names_;
    std::vector<std::uint64_t> letters_; ///< of each name
    std::vector<Subject> subjects_;
};

} // namespace entente
