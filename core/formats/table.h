#pragma once

#include "core/formats/data_set.h"
#include "core/formats/delimited.h"
#include "core/formats/format.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A table's text, separator and header.
class Table {
public:
    static constexpr std::size_t none = SIZE_MAX;

    /// Decodes the file's text, finds the separator and the header, and reads it.
    Table(const InputFile& file, ImportReport& report);

    [[nodiscard]] const std::string& file() const { return file_; }
    /// What the header says that the table is; null where it is not known.
    [[nodiscard]] const DataSet* dataSet() const { return dataSet_; }
    /// Column names as written, each but once: a second `Age` is called `Age (2)`.
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    /// Names as `plainColumnName` gives them.
    [[nodiscard]] const std::vector<std::string>& plainNames() const { return plainNames_; }
    /// The column with one of these plain names, the first name that is there; `none` where there
    /// is none.
    [[nodiscard]] std::size_t column(std::span<const std::string_view> names) const;
    /// "column Source", or "column 3" where it has no name; empty for `none`.
    [[nodiscard]] std::string title(std::size_t column) const;
    /// Rows after the header.
    [[nodiscard]] DelimitedText rows() const;
    /// About how many rows there are, for reserving room.
    [[nodiscard]] std::size_t rowEstimate() const;

    /// Why a table of unknown kind cannot be read, as a sentence with what to do.
    [[nodiscard]] std::string whyUnknown() const;

private:
    [[nodiscard]] bool looksLikeMatrix() const;
    [[nodiscard]] bool looksLikeAdjacencyList() const;
    void nameColumnsApart(ImportReport& report);

    std::string file_;
    std::string text_;
    char separator_ = ',';
    std::size_t titleRows_ = 0; ///< above the header
    std::size_t headerLine_ = 1;
    std::vector<std::string> header_;
    std::vector<std::string> plainNames_;
    const DataSet* dataSet_ = nullptr;
};

/// What the header of delimited text says that the table is; text as UTF-8.
const DataSet* tableDataSet(std::string_view text);

/// The field of a row, empty where the row is too short or the column is `Table::none`.
inline std::string_view fieldAt(const std::vector<std::string_view>& fields, std::size_t column) {
    return column < fields.size() ? fields[column] : std::string_view{};
}

/// The field as messages show it: in quotation marks, on one line, cut where it is long.
std::string quotedField(std::string_view field);

/// A number as tables have it: decimal point or comma, sign and exponent. `repaired` is set where a
/// comma was taken for the point.
std::optional<double> parseTableNumber(std::string_view text, bool& repaired);

/// A whole number, `1942` or `1942.0`.
std::optional<int> parseWholeNumber(std::string_view text);

} // namespace entente
