#pragma once

#include "core/formats/data_set.h"
#include "core/formats/delimited.h"
#include "core/formats/format.h"
#include "core/formats/raw_table.h"
#include "core/formats/table_header.h"
#include "core/formats/table_numbers.h"
#include "core/formats/text_encoding.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A table's text, separator and header.
class Table {
public:
    static constexpr std::size_t none = TableHeader::none;

    /// Decodes the file's text, finds the separator and the header, and reads it; the report says
    /// what it found. The file must outlive this.
    Table(const InputFile& file, ImportReport& report);
    /// Reads the header of a table whose text and separator are known.
    Table(RawTable table, ImportReport& report);

    [[nodiscard]] const std::string& file() const { return header_.file(); }
    /// What the header says that the table is; null where it is not known.
    [[nodiscard]] const DataSet* dataSet() const { return dataSet_; }
    [[nodiscard]] const TableHeader& header() const { return header_; }
    /// As `TableHeader::column`.
    [[nodiscard]] std::size_t column(std::span<const std::string_view> names) const {
        return header_.column(names);
    }
    /// As `TableHeader::title`.
    [[nodiscard]] std::string title(std::size_t column) const { return header_.title(column); }
    /// Rows after the header.
    [[nodiscard]] DelimitedText rows() const;
    /// All rows, of a table that may have no header.
    [[nodiscard]] DelimitedText allRows() const;
    /// About how many rows there are, for reserving room.
    [[nodiscard]] std::size_t rowEstimate() const;

    /// Why a table of unknown kind cannot be read, as a sentence with what to do.
    [[nodiscard]] std::string whyUnknown() const;

private:
    void noteDialect(ImportReport& report) const;

    DecodedText text_;
    char separator_ = ',';
    std::size_t titleRows_ = 0; ///< above the header
    TextOrigin origin_ = TextOrigin::File;
    TableHeader header_;
    const DataSet* dataSet_ = nullptr;
};

/// What the header of delimited text says that the table is, or else its rows; text as UTF-8.
const DataSet* tableDataSet(std::string_view text);

/// What the header of delimited text says that the table is; null where it is not known.
const DataSet* headerDataSet(std::string_view text, char separator);

/// Spreadsheets may name the separator in a first line, `sep=;`; 0 where there is no such line.
char namedSeparator(std::string_view text);

/// The field of a row, empty where the row is too short or the column is `Table::none`.
inline std::string_view fieldAt(std::span<const std::string_view> fields, std::size_t column) {
    return column < fields.size() ? fields[column] : std::string_view{};
}

/// The field as messages show it: in quotation marks, on one line, cut where it is long.
std::string quotedField(std::string_view field);

/// "The row has 2 fields, the header 3; " — what became of it follows.
std::string fieldCounts(std::size_t found, std::size_t wanted);

/// Remarks on an unclosed quotation mark, on fields beyond the header and on missing ones.
void checkShape(const TableHeader& header, const DelimitedRow& row, ImportReport& report);

} // namespace entente
