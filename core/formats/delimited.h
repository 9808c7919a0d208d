#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Where delimited text comes from.
enum class TextOrigin : std::uint8_t {
    File,
    Sheet, ///< of a workbook: a line is a row, also where a field has line ends, and rows may be
           ///< shorter than the header
};

/// Goes through delimited text row by row (RFC 4180, and what people really write): any separator,
/// LF, CRLF or bare CR, mixed too; fields in double quotes may hold separators, line ends and
/// doubled quotes; blanks around fields are passed over. Where the separator is a space, several
/// count as one. Fields are views into the text where they can be. O(bytes).
class DelimitedText {
public:
    DelimitedText(std::string_view text, char separator, TextOrigin origin = TextOrigin::File)
        : text_(text), separator_(separator), origin_(origin) {}

    /// Reads the next row that is not blank; false at the end.
    bool next();

    /// Of the row read last; valid until the next one is read.
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
    /// 1-based line on which the row began.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// The line of a quotation mark in this row that is never closed, 0 where there is none. Its
    /// field was taken to end with that line, so that it does not swallow the rows after it.
    [[nodiscard]] std::size_t unclosedQuoteLine() const { return unclosedQuoteLine_; }
    [[nodiscard]] TextOrigin origin() const { return origin_; }
    /// Where in the text the next row begins.
    [[nodiscard]] std::size_t position() const { return at_; }
    /// The whole text was read.
    [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
    /// Share of the text that is read.
    [[nodiscard]] double fraction() const;

private:
    void readRow();
    void readQuoted();
    void readPlain();
    void keepUnescaped(std::string_view inside, std::string_view after);
    [[nodiscard]] bool endsField(std::size_t at) const;
    void skipBlanks();
    void skipLineEnd();

    std::string_view text_;
    char separator_;
    TextOrigin origin_;
    std::size_t at_ = 0;
    std::size_t nextLine_ = 1;
    std::size_t line_ = 0;
    std::size_t unclosedQuoteLine_ = 0;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unescaped_;
};

/// Comma, semicolon, tab, bar and space, the likeliest separator of the table first: the one that
/// splits its first rows into the same number of fields, and into more of them. Looks at the first
/// 64 KiB.
std::vector<char> likelySeparators(std::string_view text);

} // namespace entente
