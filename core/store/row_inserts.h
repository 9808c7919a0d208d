#pragma once

#include "core/store/database.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

/// Inserts the rows of one table, many in a statement: SQLite takes less than half as long as for
/// one statement a row. Texts that are bound must live until `finish`, unless they are `bindOwn`.
class RowInserts {
public:
    RowInserts(Database& database, std::string_view table, std::size_t columns);

    /// Columns count from 1. Those of a row that are not bound are NULL.
    RowInserts& bind(std::size_t column, std::string_view text);
    RowInserts& bind(std::size_t column, std::int64_t number);
    /// Not-a-number becomes NULL.
    RowInserts& bind(std::size_t column, double number);
    /// A text that is kept here; at most one a row.
    RowInserts& bindOwn(std::size_t column, std::string_view text);

    /// The row is whole: it is inserted together with others.
    void add();
    /// Inserts what is left.
    void finish();

private:
    using Value = std::variant<std::monostate, std::int64_t, double, std::string_view>;
    static constexpr std::size_t rowsAtOnce = 32;

    [[nodiscard]] Value& value(std::size_t column) {
        return values_[rows_ * columns_ + column - 1];
    }
    [[nodiscard]] Statement prepared(std::size_t rows) const;
    void insert(Statement& statement);

    Database& database_;
    std::string table_;
    std::size_t columns_;
    std::size_t rows_ = 0;
    std::vector<Value> values_;
    std::array<std::string, rowsAtOnce> own_;
    Statement all_;
};

} // namespace entente
