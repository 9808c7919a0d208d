#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The text (UTF-8) in lower case, as far as its letters are basic Latin, Latin-1 or Cyrillic:
/// enough for names of columns and months.
std::string lowerCase(std::string_view text);

/// Whether the text is that word, which is in lower case, in whatever case its Latin letters are.
bool isWord(std::string_view text, std::string_view word);

} // namespace entente
