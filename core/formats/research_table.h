#pragma once

#include "core/formats/actors_by_name.h"
#include "core/formats/country_codes.h"
#include "core/formats/date_columns.h"
#include "core/formats/publications.h"
#include "core/formats/table.h"

#include <concepts>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// What a code of a codebook stands for.
struct Meaning {
    int code;
    std::string_view text;
};

/// Whether the row has as many fields as the header. One that lacks some is taken, but for one that
/// the end of the file cuts off; one that has more is not. All of that goes to the report.
bool rowFits(const Table& table, const DelimitedText& rows, ImportReport& report);

/// Reads what the tables of research data sets have in common: numbers, codes of missing values,
/// dates and states by their country code. Remembers which columns were read and what was missing,
/// for the report.
class ResearchTable {
public:
    using Fields = std::vector<std::string_view>;
    using Names = std::initializer_list<std::string_view>;
    using Severity = ReportEntry::Severity;

    /// What becomes of a name beside the one that a state has.
    enum class NameUse : std::uint8_t {
        Alias,  ///< a further name
        Unused, ///< nothing: it is an abbreviation, or the heading of a column
    };

    ResearchTable(const Table& table, Dossier& dossier, ImportReport& report);

    [[nodiscard]] const Table& table() const { return table_; }
    [[nodiscard]] Dossier& dossier() { return dossier_; }
    [[nodiscard]] ImportReport& report() { return report_; }

    /// The column with the first of these names that is there; `Table::none` where there is none.
    std::size_t take(Names names);
    DateColumns takeDate(Names year, Names month, Names day);
    /// All columns called `stem` and a number, by number: mem1, mem2, …
    std::vector<std::size_t> takeNumbered(std::string_view stem);
    void takeColumn(std::size_t column);

    /// Rows that are the same as an earlier one are not refused: they may stand for two things.
    void takeRepeatedRows() { takesRepeated_ = true; }
    /// Calls `readRow(fields, line)` for each row; it gives whether the row was taken. Rows that do
    /// not fit the header, or are the same as an earlier one, are refused before.
    template <std::invocable<const Fields&, std::size_t> ReadRow>
    void forEachRow(const Progress& progress, ReadRow readRow) {
        constexpr std::size_t rowsBetweenReports = 4096;
        std::size_t count = 0;
        for (DelimitedText rows = table_.rows(); rows.next();) {
            if (++count % rowsBetweenReports == 0) {
                progress.throwIfStopped();
                progress.tell(rows.fraction());
            }
            if (!rowFits(table_, rows, report_) || isRepeated(rows)) {
                continue;
            }
            countMissing(rows.fields());
            if (readRow(rows.fields(), rows.line())) {
                ++report_.rowsRead;
                ++taken_;
            }
        }
    }

    /// The field; empty where it holds a code of a missing value.
    [[nodiscard]] static std::string_view text(const Fields& fields, std::size_t column);
    /// The field as a number of 0 or more; nothing where it is missing or no number.
    [[nodiscard]] static std::optional<int> count(const Fields& fields, std::size_t column);
    /// The date in these columns; see `DateColumns`.
    std::optional<Date> date(const Fields& fields, const DateColumns& columns,
                             std::size_t line) const;
    /// From the one to the other, of which each is unknown, or of the kind `otherwise` for the
    /// last, where there is none. An end before the begin goes to the report and is taken as not
    /// known.
    Period period(const std::optional<Date>& first, const std::optional<Date>& last,
                  std::size_t line, std::size_t endColumn,
                  Endpoint::Kind otherwise = Endpoint::Kind::Unknown);
    /// The number under which the table has a conflict or an agreement; empty, and an entry in the
    /// report, where there is none. `noun` as in "The war has no number."
    std::string identifier(const Fields& fields, std::size_t column, std::size_t line,
                           std::string_view noun);
    /// The state whose country code stands there, called `name` where nothing else names it;
    /// `noIndex` and an entry in the report where it is no code.
    VertexIndex state(const Fields& fields, std::size_t column, std::size_t line,
                      std::string_view name = {}, NameUse use = NameUse::Alias);
    VertexIndex state(int code, std::string_view name = {}, NameUse use = NameUse::Alias);
    /// The state of that name, as the table of countries has it, or else as another table has named
    /// it; where neither knows it, one of that name alone. What the name is, if not the state's
    /// own, becomes an alias.
    VertexIndex stateNamed(std::string_view name, NameUse use = NameUse::Alias);
    [[nodiscard]] CountryCodes& codes() { return codes_; }

    /// See `Citations::add`.
    void cite(ElementRef about, std::string_view locator = {}) { citations_.add(about, locator); }
    void cite(VertexIndex vertex, std::string_view locator = {}) {
        citations_.add({ElementKind::Vertex, vertex}, locator);
    }
    /// The column's heading and the identifier: "WarNum 106".
    [[nodiscard]] std::string locator(std::size_t column, std::string_view identifier) const;

    /// Says that the row was not taken; gives false.
    bool refuse(std::size_t line, std::size_t column, std::string_view why);
    void repaired(std::size_t line, std::size_t column, std::string what);
    void note(std::string message);
    /// An attribute where the value is not empty.
    void addAttribute(std::vector<Attribute>& attributes, std::string_view name,
                      std::string_view value);
    /// An attribute with what the code in that column stands for. A code that the codebook does not
    /// have goes to the report.
    void addMeaning(std::vector<Attribute>& attributes, std::string_view name,
                    std::span<const Meaning> meanings, const Fields& fields, std::size_t column,
                    std::size_t line);

    /// Says what was missing, which columns were not read and which states have no name. Call once,
    /// after the last row.
    void sum();

private:
    void countMissing(const Fields& fields);
    bool isRepeated(const DelimitedText& rows);
    void noteUnnamed(std::size_t line, int code);
    void sayMissing();
    void sayUnread();
    void sayAliases();

    const Table& table_;
    Dossier& dossier_;
    ImportReport& report_;
    CountryCodes codes_;
    Citations citations_;
    std::vector<bool> read_;
    std::size_t taken_ = 0;
    bool takesRepeated_ = false;
    std::unordered_map<std::size_t, std::size_t> lines_; ///< of rows, by the hash of their fields
    std::vector<std::string> unnamed_;                   ///< codes that nothing names, and where
    std::size_t named_ = 0; ///< states that have no name but this table's
    std::vector<std::vector<std::pair<std::string, std::size_t>>> missing_; ///< of each column
    std::map<VertexIndex, std::set<std::string>> otherNames_;
    std::optional<ActorsByName> actors_;
};

/// An identifier as text: `12.0` and `12` are the same.
std::string identifierOf(std::string_view text);

} // namespace entente
