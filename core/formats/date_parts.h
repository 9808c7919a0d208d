#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What of a date a column holds.
enum class DatePart : std::uint8_t { Whole, YearOnly, MonthOnly, DayOnly };
inline constexpr std::size_t datePartCount = 4;

/// The words of mapping files: "whole", "year", "month", "day".
std::string_view word(DatePart part);
std::optional<DatePart> parseDatePart(std::string_view text);

/// A date whose year, month and day stood in columns of their own.
struct DateOfParts {
    std::string text;   ///< EDTF; empty where the year is missing; as it stood where it is no year
    std::string remark; ///< which part was left out because there is no such month or day
    DatePart wrong = DatePart::Whole; ///< the part that the remark is on
};

/// Where day or month are missing (empty, a word for it, 0, a negative number, 88 or 99) the date
/// is less precise; where the year is (−1 to −9, −66, −77, −88, −99 and the like of three or four
/// digits, 0), there is none. Months may have names.
DateOfParts dateOfParts(std::string_view year, std::string_view month, std::string_view day);

/// What the name of a column says of the part of a date that it holds: "styear", "begin_month",
/// "Tag".
struct DatePartNamed {
    DatePart part = DatePart::Whole;
    std::string stem; ///< the rest of the name, lower case: "st", "begin", ""
};
std::optional<DatePartNamed> datePartNamed(std::string_view name);

/// Columns of the parts of one date, by their names.
struct DatePartsNamed {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string stem;
    std::array<std::size_t, datePartCount> places{none, none, none, none}; ///< by `DatePart`
};

/// The dates of which there are a year and a month, in the order of their years; of columns with
/// the same name the first. O(columns²).
std::vector<DatePartsNamed> datePartsNamed(const std::vector<std::string>& names);

/// Whether the stem of such names speaks of a begin ("st", "from") or of an end ("end", "to").
bool namesBegin(std::string_view stem);
bool namesEnd(std::string_view stem);

} // namespace entente
