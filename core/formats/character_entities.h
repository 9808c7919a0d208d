#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Replaces character references (`&#233;`, `&#xE9;`) and the entities of ISO 8859-1 (`&eacute;`)
/// and of markup (`&amp;`) by their letters in UTF-8; what is none of these stays as it is.
std::string decodeEntities(std::string_view text);

/// Appends a code point as UTF-8.
void appendUtf8(std::string& text, std::uint32_t letter);

/// The code point that begins at `at`, which moves on to the next; bytes that are no UTF-8 stand
/// for themselves.
std::uint32_t nextUtf8(std::string_view text, std::size_t& at);

} // namespace entente
