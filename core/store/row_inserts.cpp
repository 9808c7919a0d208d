#include "core/store/row_inserts.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

RowInserts::RowInserts(Database& database, std::string_view table, std::size_t columns)
    : database_(database), table_(table), columns_(columns), values_(rowsAtOnce * columns),
      all_(prepared(rowsAtOnce)) {}

Statement RowInserts::prepared(std::size_t rows) const {
    std::string row = "(?";
    for (std::size_t i = 1; i < columns_; ++i) {
        row += ", ?";
    }
    row += ')';
    std::string sql = fmt::format("INSERT INTO {} VALUES {}", table_, row);
    for (std::size_t i = 1; i < rows; ++i) {
        sql += ", " + row;
    }
    return {database_, sql};
}

RowInserts& RowInserts::bind(std::size_t column, std::string_view text) {
    // Texts lie all over the memory: this one is on its way while the other rows are gathered.
    __builtin_prefetch(text.data());
    value(column) = text;
    return *this;
}

RowInserts& RowInserts::bind(std::size_t column, std::int64_t number) {
    value(column) = number;
    return *this;
}

RowInserts& RowInserts::bind(std::size_t column, double number) {
    value(column) = number;
    return *this;
}

RowInserts& RowInserts::bindOwn(std::size_t column, std::string_view text) {
    own_[rows_] = text;
    value(column) = std::string_view(own_[rows_]);
    return *this;
}

void RowInserts::add() {
    if (++rows_ == rowsAtOnce) {
        insert(all_);
    }
}

void RowInserts::finish() {
    if (rows_ > 0) {
        Statement rest = prepared(rows_);
        insert(rest);
    }
}

void RowInserts::insert(Statement& statement) {
    for (std::size_t i = 0; i < rows_ * columns_; ++i) {
        const int parameter = static_cast<int>(i) + 1;
        const Value& value = values_[i];
        if (const auto* const text = std::get_if<std::string_view>(&value)) {
            statement.bind(parameter, *text);
        } else if (const auto* const number = std::get_if<std::int64_t>(&value)) {
            statement.bind(parameter, *number);
        } else if (const auto* const real = std::get_if<double>(&value)) {
            statement.bind(parameter, *real);
        } else {
            statement.bindNull(parameter);
        }
    }
    statement.execute();
    std::ranges::fill(values_, Value{});
    rows_ = 0;
}

} // namespace entente
