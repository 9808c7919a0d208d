#pragma once

#include "core/formats/workbook.h"

#include <string>

namespace entente {

/// Fields of a sheet's text are parted by this.
inline constexpr char sheetSeparator = '\t';

/// How a report names a sheet: `book.xlsx, sheet “Ties”`.
std::string sheetTitle(const std::string& file, const std::string& sheet);

/// A sheet's cells as delimited text, a row on the line of its number (where line ends inside of
/// quotation marks are not counted): numbers as `tableNumberText`, dates in ISO 8601 as far as
/// their format shows them, formulas as their last results, errors as empty fields. A value of
/// cells merged downwards stands in each of their rows. What was passed over or changed goes to the
/// report. Throws `FileError` where the text would be larger than 512 MiB. O(bytes of the sheet).
std::string sheetText(Workbook& workbook, const Sheet& sheet, ImportReport& report,
                      const Progress& progress);

} // namespace entente
