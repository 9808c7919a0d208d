#pragma once

#include "core/formats/format.h"

#include <string>
#include <string_view>

namespace entente {

/// The text of a file as UTF-8 without a byte order mark. Takes UTF-8 (a few damaged letters become
/// U+FFFD), UTF-16 of either order with or without a mark (seen by its zero bytes), and else
/// Windows-1252, which holds all of Latin-1's letters; all but plain UTF-8 is noted in the report.
/// Throws `FileError`, naming `file` and the line, where the bytes are no text. O(bytes).
std::string decodeText(std::string_view bytes, const std::string& file, ImportReport& report);

/// Decodes the bytes from the encoding of that name (iconv: "windows-1251", "koi8-r"); what stands
/// for no letter becomes U+FFFD. Throws `FileError` where there is no such encoding. O(bytes).
std::string decodeTextAs(std::string_view bytes, const std::string& encoding,
                         const std::string& file);

/// Whether the bytes are well-formed UTF-8 (RFC 3629).
bool isUtf8(std::string_view bytes);

} // namespace entente
