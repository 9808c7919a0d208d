#pragma once

#include "core/formats/table.h"
#include "core/model/period.h"

#include <initializer_list>
#include <optional>

namespace entente {

/// The columns that hold one date of a research data set: year, month and day, a number each. Where
/// the day or the month is blank, 0 or negative (codes of missing values) the date is less precise;
/// where the year is, there is none.
class DateColumns {
public:
    using Fields = std::vector<std::string_view>;
    using Names = std::initializer_list<std::string_view>;

    DateColumns() = default;
    /// The first column that is there of the names for each; the table has none of some.
    DateColumns(const Table& table, Names years, Names months, Names days);

    std::size_t year = Table::none;
    std::size_t month = Table::none;
    std::size_t day = Table::none;

    [[nodiscard]] bool present() const { return year != Table::none; }
    /// Nothing where the row gives no year. A year or day that does not exist goes to the report.
    [[nodiscard]] std::optional<Date> date(const Table& table, const Fields& fields,
                                           std::size_t line, ImportReport& report) const;
    /// The number in the column of the year, which may be a code: 0, −7, …
    [[nodiscard]] std::optional<int> yearCode(const Fields& fields) const;
};

/// The date, or an end of that kind where there is none.
Endpoint endpointOf(const std::optional<Date>& date, Endpoint::Kind otherwise);

/// Whether one begins before, or on the day after, the other ends: two stretches of one period.
bool touch(const Period& earlier, const Period& later);

/// From the earlier begin to the later end; an end that is not known or open is neither moved nor
/// filled in by the other's.
Period unite(const Period& one, const Period& other);

/// The time that both have in common; empty where there is none.
Period commonPeriod(const Period& one, const Period& other);

} // namespace entente
