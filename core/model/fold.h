#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The text in the form in which searches compare: lower case and without diacritics for Latin,
/// Greek and Cyrillic letters (ß becomes ss, ı and İ become i, Ё becomes е), typographic hyphens,
/// apostrophes and no-break spaces as a keyboard has them, other scripts as they are. Invalid UTF-8
/// is passed through. Folding twice changes nothing. O(length).
std::string fold(std::string_view utf8);

} // namespace entente
