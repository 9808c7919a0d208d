#pragma once

#include "core/formats/format.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// The text of a file as UTF-8 without a byte order mark. Takes UTF-8 (a few damaged letters become
/// U+FFFD), UTF-16 of either order with or without a mark (seen by its zero bytes), and else
/// Windows-1252, which holds all of Latin-1's letters; all but plain UTF-8 is noted in the report.
/// Throws `FileError`, naming `file` and the line, where the bytes are no text. O(bytes).
std::string decodeText(std::string_view bytes, const std::string& file, ImportReport& report);

/// As `decodeText`, without a copy where the bytes are UTF-8 already: they must outlive this.
class DecodedText {
public:
    DecodedText(std::string_view bytes, const std::string& file, ImportReport& report);
    /// Text that is UTF-8 already.
    explicit DecodedText(std::string text) : converted_(std::move(text)) {}

    [[nodiscard]] std::string_view view() const { return converted_ ? *converted_ : plain_; }

private:
    friend std::string decodeText(std::string_view bytes, const std::string& file,
                                  ImportReport& report);

    std::string_view plain_;
    std::optional<std::string> converted_;
};

/// Decodes the bytes from the encoding of that name (iconv: "windows-1251", "koi8-r"); what stands
/// for no letter becomes U+FFFD. Throws `FileError` where there is no such encoding. O(bytes).
std::string decodeTextAs(std::string_view bytes, const std::string& encoding,
                         const std::string& file);

/// The first 64 KiB of a file, for telling its format by what is ASCII in it: without a byte order
/// mark, and without the NULs between the letters where it is UTF-16.
std::string sampleOf(std::string_view bytes);

/// Whether the bytes are UTF-16, by a byte order mark or by where their zero bytes lie.
bool isUtf16(std::string_view bytes);

/// Whether the bytes are well-formed UTF-8 (RFC 3629).
bool isUtf8(std::string_view bytes);

} // namespace entente
