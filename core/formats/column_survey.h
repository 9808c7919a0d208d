#pragma once

#include "core/formats/table.h"

namespace entente {

/// Which elements the rows of a table are.
enum class RowsOf : std::uint8_t { Nodes, Edges };

/// Looks through the first rows of a table of nodes or edges, and through all of them where those
/// leave open how a column writes its dates, for what the header does not say: whether days or
/// months stand first in its dates, and which columns hold something else than their names mean, as
/// a period “Jurassic” or a status “married”, and so are attributes. Gives the header that knows
/// it; the report says it. O(rows looked at).
TableHeader surveyColumns(const Table& table, RowsOf rowsOf, ImportReport& report);

} // namespace entente
