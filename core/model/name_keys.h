#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The words of a folded name: runs of letters and digits of any script. They live as long as it.
std::vector<std::string_view> nameWords(std::string_view folded);

/// The words of a folded name in alphabetical order, a blank between: "putin vladimir" of "Putin,
/// Vladimir" as of "Vladimir Putin".
std::string sortedWords(std::string_view folded);

/// The text in Latin letters where it is Cyrillic ("путин" gives "putin"); other scripts stay.
std::string romanised(std::string_view folded);

/// What different spellings and transcriptions of a name have in common: the consonants of each
/// word of a folded, romanised name, those that stand for one sound as one ("zh" as "j", "kh" as
/// "h"). Empty where there are fewer than four, too few to tell names apart.
std::string consonants(std::string_view romanisedWords);

/// Whether two names in the form of `sortedWords` may be spellings of one: no more than
/// `mostEdits` letters inserted, left out, changed or swapped with their neighbours, all in words
/// of four letters or more, and the same digits. O(length²).
bool spelledAlike(std::string_view a, std::string_view b, std::size_t mostEdits);

} // namespace entente
