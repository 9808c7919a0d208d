#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How a column writes its dates. Years alone, ISO 8601 and dates with the month's name are
/// understood under each of them.
enum class DateFormat : std::uint8_t {
    Iso,        ///< `2001-03-12`, EDTF, `12 March 2001`, `12.3.2001`
    DayFirst,   ///< `12/3/2001`
    MonthFirst, ///< `3/12/2001`
    Serial1900, ///< `36962`, days as spreadsheets count them
    Serial1904,
    Undecided, ///< `3/12/2001`, and nothing in the column says which of the two it is
};

/// The words of mapping files: "iso", "day-first", "month-first", "serial", "serial-1904",
/// "undecided".
std::string_view word(DateFormat format);
std::optional<DateFormat> parseDateFormat(std::string_view text);

/// The date as tables have it (EDTF, or `present` and the like for an end that is open); nothing
/// where it is none. Days and months are never guessed: a year of two digits is no year.
std::optional<std::string> tableDate(std::string_view text, DateFormat format);

/// What a column's values say of how it writes dates.
struct DateEvidence {
    std::size_t filled = 0; ///< values that are not empty
    std::size_t dates = 0;  ///< of them those that are dates under `format`
    std::size_t years = 0;  ///< of those, years alone
    DateFormat format = DateFormat::Iso;
    std::string example; ///< that may be read in two ways, where `format` is undecided
    std::string dotted;  ///< the first one like `3.4.2001`, where the day stands first
};

/// Looks for a day beyond the twelfth, which shows where the day stands. O(values).
DateEvidence dateEvidence(const std::vector<std::string_view>& values);

} // namespace entente
