#pragma once

#include "core/formats/table.h"

namespace entente {

/// Excel workbooks (ECMA-376): the sheets are tables, as files of text are for `tablesReader`.
const Reader& xlsxReader();

/// The sheets of a workbook whose columns are known; those that are not are noted. Throws
/// `FileError`, `UnknownTable` where no sheet is known.
std::vector<Table> workbookTables(const InputFile& file, ImportReport& report,
                                  const Progress& progress);

} // namespace entente
