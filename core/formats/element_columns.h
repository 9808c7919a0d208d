#pragma once

#include "core/formats/table.h"
#include "core/formats/table_columns.h"
#include "core/formats/time_set.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Reads what rows of node tables and of edge tables have in common, from the columns that the
/// header names. What is wrong with a field goes to the report with its line and column.
class ElementColumns {
public:
    using Fields = std::span<const std::string_view>;
    using Severity = ReportEntry::Severity;

    ElementColumns(const TableHeader& header, Dossier& dossier, ImportReport& report);

    /// The column with one of these names, which then is no attribute; `TableHeader::none` where
    /// there is none.
    std::size_t take(columns::Names names);

    /// Call after all columns are taken: the others are attributes. `texts` are those among the
    /// taken ones that may hold many different texts.
    void takeAttributes(std::initializer_list<std::size_t> texts);

    /// The columns that may hold many different texts.
    [[nodiscard]] const std::vector<std::size_t>& texts() const { return texts_; }

    /// Prepares some rows from `first` on for reading, `most` of them at most; gives the row after
    /// them.
    [[nodiscard]] std::size_t prefetch(const DelimitedRows& rows, std::size_t first,
                                       std::size_t most) const;

    /// Which codes stand for a missing value.
    enum class Codes : std::uint8_t {
        All,
        Words,      ///< not −8 and −9, which are degrees too
        NotNamibia, ///< not NA, which is a country's code too
    };
    /// The field of a column that Entente knows: empty where it holds a code for a missing value,
    /// which `sum` then notes.
    std::string_view value(Fields fields, std::size_t column, Codes codes = Codes::All) {
        const std::string_view text = fieldAt(fields, column);
        return text.empty() ? text : unlessMissing(text, column, codes);
    }
    /// Has `sum` note codes for missing values.
    void countMissing(std::size_t column, std::string_view code, std::size_t count);
    /// The number in a field, which may have a decimal comma, as `sum` then notes.
    std::optional<double> number(std::string_view text, std::size_t column);

    void say(Severity severity, std::size_t line, std::size_t column, std::string message) const;

    /// As the function of that name.
    void checkShape(const DelimitedRow& row) const { entente::checkShape(header_, row, report_); }

    /// The periods that the row gives: none, one, or several of a time set. False where the row
    /// must be refused.
    bool periods(Fields fields, std::size_t line, std::vector<Period>& periods);

    [[nodiscard]] SectorSet sectors(Fields fields, std::size_t line);
    [[nodiscard]] Confidence confidence(Fields fields, std::size_t line);
    /// Neutral where the field is empty.
    [[nodiscard]] Polarity polarity(Fields fields, std::size_t line);
    [[nodiscard]] bool saysPolarity(Fields fields) const {
        const std::string_view text = fieldAt(fields, polarity_);
        return !text.empty() && !isMissingWord(text) && !isMissingNumber(text);
    }
    [[nodiscard]] StringId note(Fields fields) const {
        return dossier_.intern(fieldAt(fields, note_));
    }
    /// Replaces `values` by the row's.
    void attributes(Fields fields, std::vector<Attribute>& values);
    /// Keeps a field of the row as an attribute, since it is not what its column's name says.
    void keep(std::size_t column, std::string_view text) {
        kept_.push_back(attribute(column, text));
    }
    /// What was kept so since the row's `periods` were asked for: dates of graph files that are
    /// none, and the like.
    [[nodiscard]] const std::vector<Attribute>& kept() const { return kept_; }
    /// Whether an element is taken though one of its values is not what it should be.
    [[nodiscard]] bool takesAll() const { return header_.isOfGraph(); }
    /// What the row says of its periods, as an attribute, where several of them became one.
    [[nodiscard]] Attribute timeSet(Fields fields) const;
    /// A field as an attribute, named after its column.
    [[nodiscard]] Attribute attribute(std::size_t column, std::string_view value) const;

    /// Notes that concern the table as a whole; call after the last row. `elements` are what its
    /// rows are: "Nodes".
    void sum(std::string_view elements);

private:
    struct Missing {
        std::size_t column;
        std::string code;
        std::size_t count;
    };

    struct AttributeColumn {
        std::size_t column;
        StringId name;
        TableHeader::Values values;
    };

    /// How many elements there are of a sort, and where the first is.
    struct Tally {
        std::size_t count = 0;
        std::size_t firstLine = 0;

        void add(std::size_t line) { firstLine = count++ == 0 ? line : firstLine; }
    };

    std::string_view unlessMissing(std::string_view text, std::size_t column, Codes codes);
    /// The field of an attribute whose numbers are not kept as they are written.
    StringId numberOf(std::string_view text, const AttributeColumn& attribute);
    bool endpoint(std::string_view text, std::size_t line, std::size_t column, Endpoint& end);
    bool refuseDate(std::size_t line, std::size_t column, std::string_view text);
    void tally(TimeDetail detail, std::size_t line);

    const TableHeader& header_;
    Dossier& dossier_;
    ImportReport& report_;
    std::vector<bool> taken_;
    std::vector<AttributeColumn> attributes_;
    std::map<std::string, SectorSet, std::less<>> knownSectors_;
    std::vector<std::size_t> texts_; ///< columns of many different texts
    std::vector<Missing> missing_;
    std::map<std::size_t, std::size_t> decimalCommas_; ///< by column
    std::map<std::size_t, std::size_t> thousands_;     ///< of attributes, by column
    std::size_t openEnds_ = 0;
    Tally timesOfDay_;
    Tally yearFractions_;
    std::vector<Attribute> kept_;
    std::size_t period_ = TableHeader::none;
    std::size_t timeSet_ = TableHeader::none;
    std::size_t begin_ = TableHeader::none;
    std::size_t end_ = TableHeader::none;
    std::size_t year_ = TableHeader::none;
    std::size_t sectors_ = TableHeader::none;
    std::size_t confidence_ = TableHeader::none;
    std::size_t polarity_ = TableHeader::none;
    std::size_t note_ = TableHeader::none;
    bool dated_ = false; ///< any column says when
};

} // namespace entente
