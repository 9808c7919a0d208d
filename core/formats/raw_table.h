#pragma once

#include "core/formats/delimited.h"
#include "core/formats/format.h"

#include <string>
#include <vector>

namespace entente {

/// The text of one table before anything is known of its columns: of a file, or of one sheet of a
/// workbook.
struct RawTable {
    std::string file;  ///< as reports name it
    std::string sheet; ///< empty where it is the file itself
    std::string text;  ///< UTF-8
    char separator = ',';
    TextOrigin origin = TextOrigin::File;

    [[nodiscard]] DelimitedText rows() const { return {text, separator, origin}; }
};

/// What the user knows better than the file shows.
struct TextChoices {
    std::string encoding; ///< "windows-1251", as of iconv; empty: found out
    char separator = 0;   ///< 0: found out
};

/// The file's table, or those of a workbook's sheets, without those that are hidden or empty.
/// Throws `FileError`. O(bytes).
std::vector<RawTable> rawTables(const InputFile& file, const TextChoices& choices,
                                ImportReport& report, const Progress& progress);

/// The line of the header: of the first row that says what the table is, or else that has about
/// as many fields as the rows after it. Rows above it are titles. 1-based; 1 for an empty table.
/// Looks at the first rows only.
std::size_t findHeaderLine(const RawTable& table);

} // namespace entente
