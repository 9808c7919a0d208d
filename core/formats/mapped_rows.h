#pragma once

#include "core/formats/mapping.h"
#include "core/formats/registry.h"

#include <functional>
#include <span>

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

/// Reads the files as one dossier: those tables that have the columns that the mapping names by it,
/// others as `openFiles` would. Throws `FileError`, also where no table has those columns.
OpenedDossier openMapped(std::span<const std::filesystem::path> paths, const Mapping& mapping,
                         const Progress& progress = {});

} // namespace entente
