#include "core/store/owned_rows.h"

#include "core/model/file_error.h"

#include <fmt/format.h>

namespace entente {

void refuseRow(std::string_view file, const RowPlace& place, std::string_view what) {
    throw FileError(
        fmt::format("“{}” is damaged: in table {}, row {}, {}. Open an earlier copy, or "
                    "correct the row with the sqlite3 program.",
                    file, place.table, place.key, what));
}

OwnedRows::OwnedRows(Database& database, std::string_view file, std::string_view table,
                     std::string_view columns)
    : file_(file), table_(table),
      rows_(database, fmt::format("SELECT {} FROM {} ORDER BY 1, 2", columns, table)),
      here_(rows_.step()) {}

void OwnedRows::finish() const {
    if (here_) {
        refuseDangling();
    }
}

void OwnedRows::refuseDangling() const {
    refuseRow(file_, {table_, rows_.integer(0)}, "what it belongs to does not exist");
}

} // namespace entente
