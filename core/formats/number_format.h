#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// What a spreadsheet's number format makes of a number, as far as a table must know.
struct NumberFormat {
    bool year = false;
    bool month = false;
    bool day = false;
    bool time = false;

    [[nodiscard]] bool date() const { return year || month || day; }
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

/// Reads a format code, `yyyy\-mm\-dd hh:mm` (ECMA-376 part 1, 18.8.31); its first section counts.
NumberFormat parseNumberFormat(std::string_view code);

/// The formats that workbooks name by number alone (18.8.30).
NumberFormat builtInNumberFormat(unsigned id);

/// The day on which spreadsheets count 0.
enum class SerialDates : std::uint8_t {
    From1900, ///< day 1 is 1900-01-01, and day 60 the 29 February 1900 that never was
    From1904, ///< day 0 is 1904-01-01
};

/// A spreadsheet's serial number as the format shows it, in ISO 8601: `2001-03-12`, `2001-03`,
/// `2001-03-12T13:05:00`, `13:05:00`. Nothing where it is no date up to 9999-12-31.
std::optional<std::string> serialDateText(double serial, NumberFormat format, SerialDates system);

/// A number as a table has it: 15 digits as spreadsheets show them, whole ones without a point.
std::string tableNumberText(double number);

} // namespace entente
