#pragma once

#include "core/formats/table.h"

namespace entente {

/// A table whose columns no reader knows, but a mapping can say what they are.
class UnknownTable : public FileError {
public:
    UnknownTable(const std::string& message, std::filesystem::path path, std::string sheetName = {})
        : FileError(message), file(std::move(path)), sheet(std::move(sheetName)) {}

    std::filesystem::path file;
    std::string sheet; ///< of a workbook, else empty
};

/// Reads tables of known kinds as one dossier, whatever their order. O(bytes).
Dossier readTables(std::span<const Table> tables, ImportReport& report, const Progress& progress);

/// Node and edge tables as Gephi and spreadsheets have them (RFC 4180 in any dialect), and research
/// data sets in their original columns (see `dataSets`). Files opened together make one dossier.
const Reader& tablesReader();

/// Writes `NAME-nodes.csv` and `NAME-edges.csv` (RFC 4180, LF), which Gephi reads too.
const Writer& tablesWriter();

} // namespace entente
