#pragma once

#include "core/formats/mapping.h"

#include <functional>

namespace entente {

/// One row of a table as a mapping made it.
struct MappedRow {
    std::size_t line = 0;
    ElementRef element; ///< what it became first; its index is `noIndex` where it was refused
};

/// Adds what the rows of the table become. `each`, where given, is told of every row, and stops the
/// reading with false. The mapping must have no `faults`. O(bytes).
void readMapped(const MappedTable& table, const Mapping& mapping, Dossier& dossier,
                ImportReport& report, const Progress& progress,
                const std::function<bool(const MappedRow&)>& each = {});

} // namespace entente
