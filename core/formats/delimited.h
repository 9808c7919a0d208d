#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
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

/// One row of a table and where it stood.
struct DelimitedRow {
    std::span<const std::string_view> fields;
    std::size_t line = 0; ///< 1-based line on which it began
    /// The line of a quotation mark in it that is never closed, 0 where there is none. Its field
    /// was taken to end with that line, so that it does not swallow the rows after it.
    std::size_t unclosedQuoteLine = 0;
    TextOrigin origin = TextOrigin::File;
};

/// Rows that were read together.
class DelimitedRows {
public:
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] DelimitedRow operator[](std::size_t i) const {
        const Place& place = places_[i];
        const std::size_t end = i + 1 < places_.size() ? places_[i + 1].field : fields_.size();
        return {std::span(fields_).subspan(place.field, end - place.field), place.line,
                place.unclosedQuoteLine, origin_};
    }
    /// Has lines count from further on.
    void addLines(std::size_t before);

private:
    friend class DelimitedText;

    struct Place {
        std::uint32_t field;
        std::uint32_t line;
        std::uint32_t unclosedQuoteLine;
    };
    std::vector<std::string_view> fields_;
    std::vector<Place> places_;
    TextOrigin origin_ = TextOrigin::File;
    std::deque<std::string> unescaped_; ///< never moved, as fields are views into them
};

/// Goes through delimited text row by row (RFC 4180, and what people really write): any separator,
/// LF, CRLF or bare CR, mixed too; fields in double quotes may hold separators, line ends and
/// doubled quotes; blanks around fields are passed over. Where the separator is a space, several
/// count as one. Fields are views into the text where they can be. O(bytes).
class DelimitedText {
public:
    DelimitedText(std::string_view text, char separator, TextOrigin origin = TextOrigin::File)
        : text_(text), end_(text.size()), separator_(separator), origin_(origin) {}

    /// Reads the next row that is not blank; false at the end.
    bool next();
    /// Reads the rows that are left into `rows`, whose memory is used again.
    void rest(DelimitedRows& rows);
    /// The rows that begin between two places in the text, of which the first is the begin of a
    /// row; lines count from there.
    [[nodiscard]] DelimitedText part(std::size_t begin, std::size_t end) const;

    /// Of the row read last; valid until the next one is read.
    [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t unclosedQuoteLine() const { return unclosedQuoteLine_; }
    [[nodiscard]] DelimitedRow row() const { return {fields_, line_, unclosedQuoteLine_, origin_}; }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] TextOrigin origin() const { return origin_; }
    /// Where in the text the next row begins, and on which line.
    [[nodiscard]] std::size_t position() const { return at_; }
    [[nodiscard]] std::size_t nextLine() const { return nextLine_; }
    /// The whole text was read.
    [[nodiscard]] bool atEnd() const { return at_ >= end_; }
    /// Share of the text that is read.
    [[nodiscard]] double fraction() const {
        return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
    }

private:
    void readRow();
    void readQuoted();
    void readPlain();
    void keepUnescaped(std::string_view inside, std::string_view after);
    [[nodiscard]] bool isBlankRow() const;
    [[nodiscard]] bool endsField(std::size_t at) const;
    void skipBlanks();
    void skipLineEnd();

    std::string_view text_;
    std::size_t end_; ///< rows that begin here are not read
    char separator_;
    TextOrigin origin_;
    std::size_t at_ = 0;
    std::size_t nextLine_ = 1;
    std::size_t line_ = 0;
    std::size_t unclosedQuoteLine_ = 0;
    std::size_t firstField_ = 0; ///< of the row, where rows are kept together
    std::vector<std::string_view> fields_;
    std::deque<std::string> unescaped_;
};

/// Comma, semicolon, tab, bar and space, the likeliest separator of the table first: the one that
/// splits its first rows into the same number of fields, and into more of them. Looks at the first
/// 64 KiB.
std::vector<char> likelySeparators(std::string_view text);

} // namespace entente
