#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Whether it is written as a number, but one that a double cannot hold.
bool isBeyondNumbers(std::string_view text);

/// Why the text is none of the numbers that are kept: "“heavy” is no number", or that it is too
/// large or too small a one.
std::string noNumber(std::string_view text);

/// "+", "-" or "−": whether a tie is for or against, and not how much.
bool isBareSign(std::string_view text);

/// A number as tables have it: decimal point or comma, sign and exponent, and thousands parted by
/// blanks, apostrophes or the mark that is not the decimal one. `decimal` is the mark that the
/// table has; where that is not known (0), `1,234` and `1.234` are a little more than one, and what
/// can be read in one way only, `1.234,5` and `1 234`, is read so. `repaired` is set where a comma
/// was taken for the point.
std::optional<double> parseTableNumber(std::string_view text, bool& repaired, char decimal = 0);

/// The number as a program writes it, `1234567.8`, digit for digit; as it is where it is none.
std::string plainNumber(std::string_view text, char decimal);

/// Whether the text is a word for a value that is missing, as statistics programs and spreadsheets
/// write it: NA, N/A, #N/A, NULL, NaN or a point alone.
bool isMissingWord(std::string_view text);

/// Whether the text is −8 or −9, the codes of research data for "does not apply" and "missing".
bool isMissingNumber(std::string_view text);

/// A whole number, `1942` or `1942.0`.
std::optional<int> parseWholeNumber(std::string_view text);

} // namespace entente
