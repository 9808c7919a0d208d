#pragma once

#include "core/formats/date_format.h"
#include "core/formats/date_parts.h"
#include "core/formats/raw_table.h"

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What each row of a table becomes.
enum class RowTarget : std::uint8_t {
    Ties,       ///< an edge between two ends
    Elements,   ///< an actor, or what its kind says
    Agreements, ///< an agreement with its parties
    Events,     ///< an event with its participants
};

/// What a column is.
enum class ColumnRole : std::uint8_t {
    Attribute, ///< kept under its own name
    Ignored,
    Source, ///< the end that a tie begins at
    Target,
    Party, ///< of an agreement or event, one or a list
    Id,
    Label,
    Kind,
    Type,
    Sector,
    Begin,
    End,
    Date,
    Weight,
    Polarity,
    Confidence,
    Note,
    Citation, ///< the source that says so
    Latitude,
    Longitude,
};
inline constexpr std::size_t columnRoleCount = 20;

/// The words of mapping files: "ties"; "source", "cited source".
std::string_view word(RowTarget target);
std::string_view word(ColumnRole role);
std::optional<RowTarget> parseRowTarget(std::string_view text);
std::optional<ColumnRole> parseColumnRole(std::string_view text);

struct MappedColumn {
    std::string name;       ///< as in the header; empty where the number counts
    std::size_t number = 0; ///< 1-based; 0 where the name counts
    ColumnRole role = ColumnRole::Attribute;
    DateFormat date = DateFormat::Iso; ///< of columns of dates
    std::string split;               ///< parts the parties that are in one field; empty: one party
    DatePart part = DatePart::Whole; ///< of columns of dates

    friend bool operator==(const MappedColumn&, const MappedColumn&) = default;
};

/// What the columns of a table are, for tables that do not say it themselves. Columns that are not
/// named are kept as attributes.
struct Mapping {
    RowTarget rows = RowTarget::Ties;
    std::string sheet;                 ///< of a workbook; empty: its first
    std::string encoding;              ///< empty: found out
    char separator = 0;                ///< 0: found out
    std::optional<std::size_t> header; ///< its line, 0: there is none; nothing: found out
    std::size_t skip = 0;              ///< rows passed over under the header
    char decimal = '.';
    bool directed = true;
    std::vector<MappedColumn> columns;
    /// Roles without a column have these values; not for ends, parties, ids and dates of their own.
    std::map<ColumnRole, std::string> constants;
    std::string actors; ///< the kind of ends and parties: "state"; empty: not known

    [[nodiscard]] TextChoices textChoices() const { return {encoding, separator}; }
    friend bool operator==(const Mapping&, const Mapping&) = default;
};

/// Whether columns of the role hold dates.
constexpr bool isDate(ColumnRole role) {
    return role == ColumnRole::Begin || role == ColumnRole::End || role == ColumnRole::Date;
}
/// Whether the role says something of what rows become.
bool fits(ColumnRole role, RowTarget target);
/// Whether several columns may have the role.
bool mayRepeat(ColumnRole role);
/// Whether only one of the columns can be what both are.
bool exclude(const MappedColumn& one, const MappedColumn& other);

/// A table, its text and where its header and rows are.
struct MappedTable {
    std::shared_ptr<const RawTable> raw; ///< shared: it may be large
    std::size_t headerLine = 0;          ///< 0: none
    std::vector<std::string> names;      ///< of columns; "column 1" where there is no header

    /// After the header and the rows that are passed over.
    [[nodiscard]] DelimitedText rows(std::size_t skip = 0) const;
};

/// Finds the header where the mapping does not say where it is.
MappedTable mappedTable(std::shared_ptr<const RawTable> table, const Mapping& mapping);

/// The column's place in the table, nothing where it has none of that name or number.
std::optional<std::size_t> placeOf(const MappedColumn& column, const MappedTable& table);

/// Why the mapping cannot be applied to the table, a sentence each with what to do; empty where it
/// can.
std::vector<std::string> faults(const Mapping& mapping, const MappedTable& table);

/// The mapping as JSON, as resources/schema/entente-mapping.schema.json describes it.
std::string mappingText(const Mapping& mapping);
/// The inverse. `file` is for messages. Throws `FileError`, naming the place in it.
Mapping parseMapping(std::string_view text, const std::string& file);
Mapping readMapping(const std::filesystem::path& path);
/// Replaces the file whole or not at all. Throws `FileError`.
void writeMapping(const Mapping& mapping, const std::filesystem::path& path);

} // namespace entente
