#pragma once

#include "core/formats/mapping.h"
#include "core/formats/registry.h"

#include <filesystem>
#include <span>

namespace entente {

/// What becomes of files with tables that no mapping fits and whose columns are not known.
enum class UnknownTables : std::uint8_t {
    LeaveOut, ///< the report names them
    Refuse,   ///< `UnknownTable` is thrown for the first, before any row is read
};

/// Reads the files as `openFiles` does, but for tables that have the columns that a mapping names:
/// those by the first mapping that fits. Of a workbook, a mapping that names a sheet reads it
/// alone; the report names the others. Throws `FileError`, also where unknown tables are left out
/// and no table has the columns of a mapping.
OpenedDossier openMapped(std::span<const std::filesystem::path> paths,
                         std::span<const Mapping> mappings, UnknownTables unknown,
                         const Progress& progress = {});

} // namespace entente
