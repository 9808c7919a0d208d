#pragma once

#include "core/formats/format.h"

namespace entente {

/// Excel workbooks (ECMA-376): each visible sheet is a table, read as files of tables are; sheets
/// whose columns are not known are left out where others are.
const Reader& xlsxReader();

} // namespace entente
