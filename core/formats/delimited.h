#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Goes through delimited text row by row (RFC 4180, and what people really write): any separator,
/// LF, CRLF or bare CR, mixed too; fields in double quotes may hold separators, line ends and
/// doubled quotes. Fields are views into the text where they can be. O(bytes).
class DelimitedText {
public:
    DelimitedText(std::string_view text, char separator) : text_(text), separator_(separator) {}

    /// Reads the next row that is not blank; false at the end.
    bool next();

    /// Of the row read last; valid until the next one is read.
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
    /// 1-based line on which the row began.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// A quotation mark in this row was never closed; the row was taken to end with its line.
    [[nodiscard]] bool quoteUnclosed() const { return quoteUnclosed_; }
    /// Share of the text that is read.
    [[nodiscard]] double fraction() const;

private:
    void readRow();
    std::string_view readQuoted();
    void skipLineEnd();

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t nextLine_ = 1;
    std::size_t line_ = 0;
    bool quoteUnclosed_ = false;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unescaped_;
};

/// The separator of a table: the one of comma, semicolon, tab, bar and space that splits its first
/// rows into the same number of fields, the most fields winning.
char guessSeparator(std::string_view text);

} // namespace entente
