#pragma once

#include "core/formats/delimited.h"
#include "core/formats/format.h"
#include "core/formats/raw_table.h"
#include "core/formats/table_header.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What the header of a table says that it is.
enum class TableKind : std::uint8_t {
    Nodes,     ///< Id, Label, …
    Edges,     ///< Source, Target, …
    DyadYears, ///< ccode1, ccode2, year, pledges: ATOP, COW
    States,    ///< COW's state system membership: stateabb, ccode, statenme, …
    Unknown,
};

/// A table's text, separator and header.
class Table {
public:
    static constexpr std::size_t none = TableHeader::none;

    /// Decodes the file's text, finds the separator and reads the header.
    Table(const InputFile& file, ImportReport& report);
    /// Reads the header of a table whose text and separator are known.
    Table(RawTable table, ImportReport& report);

    [[nodiscard]] const std::string& file() const { return header_.file(); }
    [[nodiscard]] TableKind kind() const { return kind_; }
    [[nodiscard]] const TableHeader& header() const { return header_; }
    /// As `TableHeader::column`.
    [[nodiscard]] std::size_t column(std::span<const std::string_view> names) const {
        return header_.column(names);
    }
    /// As `TableHeader::title`.
    [[nodiscard]] std::string title(std::size_t column) const { return header_.title(column); }
    /// Rows after the header.
    [[nodiscard]] DelimitedText rows() const;
    /// About how many rows there are, for reserving room.
    [[nodiscard]] std::size_t rowEstimate() const;

    /// Why a table of unknown kind cannot be read, as a sentence with what to do.
    [[nodiscard]] std::string whyUnknown() const;

private:
    [[nodiscard]] bool looksLikeMatrix() const;
    [[nodiscard]] bool looksLikeAdjacencyList() const;

    std::string text_;
    char separator_ = ',';
    TextOrigin origin_ = TextOrigin::File;
    TableHeader header_;
    TableKind kind_ = TableKind::Unknown;
};

/// What the header of delimited text says that the table is; text as UTF-8. A separator of 0 is
/// found out.
TableKind tableKind(std::string_view text, char separator = 0);

/// Spreadsheets may name the separator in a first line, `sep=;`; 0 where there is no such line.
char namedSeparator(std::string_view text);

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
