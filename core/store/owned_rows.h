#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// A row of a native file, for messages.
struct RowPlace {
    std::string_view table;
    std::int64_t key = 0;
};

/// Throws the `FileError` for a row that does not fit; `what` is a clause such as "“soon” is no
/// date".
[[noreturn]] void refuseRow(std::string_view file, const RowPlace& place, std::string_view what);

/// The rows of a table that belong to rows of another, read in step with their owners.
class OwnedRows {
public:
    /// The first of `columns` is the owner's key, the second the place within the owner. `file` is
    /// for messages.
    OwnedRows(Database& database, std::string_view file, std::string_view table,
              std::string_view columns);

    /// Has `take(const Statement&, const RowPlace&)` use each row of that owner. Owners must come
    /// in ascending order; a row whose owner never came is refused.
    template <typename Take>
    void ofOwner(std::int64_t owner, const Take& take) {
        if (here_ && rows_.integer(0) < owner) {
            refuseDangling();
        }
        while (here_ && rows_.integer(0) == owner) {
            take(rows_, RowPlace{table_, owner});
            here_ = rows_.step();
        }
    }

    /// Refuses rows that are left when all owners have come.
    void finish() const;

private:
    [[noreturn]] void refuseDangling() const;

    std::string file_;
    std::string table_;
    Statement rows_;
    bool here_;
};

} // namespace entente
