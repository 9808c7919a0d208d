#pragma once

#include "core/formats/date_format.h"
#include "core/formats/format.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The columns of rows that describe elements: the header of a table, or the attributes that a
/// graph file declares.
class TableHeader {
public:
    static constexpr std::size_t none = SIZE_MAX;

    /// `noun` is what the file's users call a column: "column" or "attribute".
    TableHeader(std::string file, std::vector<std::string> names, std::string_view noun = "column");

    [[nodiscard]] const std::string& file() const { return file_; }
    /// As written, each but once: a second `Age` is called `Age (2)`.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// Names as `plainColumnName` gives them.
    [[nodiscard]] const std::vector<std::string>& plainNames() const { return plainNames_; }
    /// The column with one of these plain names, the first name that is there; `none` where there
    /// is none.
    [[nodiscard]] std::size_t column(std::span<const std::string_view> names) const;
    /// Has `column` pass it over: its values are not what its name says, and so it is an attribute.
    void setAttribute(std::size_t column);
    /// How the column writes dates; ISO 8601 and the like where nothing else was set.
    [[nodiscard]] DateFormat dateFormat(std::size_t column) const {
        return column < dateFormats_.size() ? dateFormats_[column] : DateFormat::Iso;
    }
    void setDateFormat(std::size_t column, DateFormat format);
    /// The decimal mark of the column's numbers; 0 where it is not known.
    [[nodiscard]] char decimal(std::size_t column) const {
        return column < decimals_.size() ? decimals_[column] : '\0';
    }
    void setDecimal(std::size_t column, char mark);
    /// How the values of an attribute are taken.
    struct Values {
        bool numbers = false;      ///< a word for a missing value is no value
        bool missingCodes = false; ///< nor is −8 or −9
        bool marked = false;       ///< numbers have marks that they are kept without
    };
    [[nodiscard]] Values values(std::size_t column) const {
        return column < values_.size() ? values_[column] : Values{};
    }
    void setValues(std::size_t column, Values values);
    /// "column Source", or "column 3" where it has no name; empty for `none`.
    [[nodiscard]] std::string title(std::size_t column) const;
    /// Whether the columns are the attributes of a graph file: an element that is left out takes
    /// its place in the graph with it.
    [[nodiscard]] bool isOfGraph() const { return noun_ == "attribute"; }
    /// Names for `title` where the columns are called otherwise in the file.
    void setShownNames(std::vector<std::string> names) { shownNames_ = std::move(names); }

    /// Gives columns of the same name names of their own, and notes it; the header is in that line.
    void nameApart(ImportReport& report, std::size_t line = 1);

private:
    std::string file_;
    std::string noun_;
    std::vector<std::string> names_;
    std::vector<std::string> plainNames_;
    std::vector<std::string> shownNames_;
    std::vector<bool> attributes_; ///< by column; empty where none is set
    std::vector<DateFormat> dateFormats_;
    std::vector<char> decimals_;
    std::vector<Values> values_;
};

} // namespace entente
