#pragma once

#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Reads what rows of node tables and of edge tables have in common, from the columns that the
/// header names. What is wrong with a field goes to the report with its line and column.
class ElementColumns {
public:
    using Fields = std::vector<std::string_view>;
    using Severity = ReportEntry::Severity;

    ElementColumns(const TableHeader& header, Dossier& dossier, ImportReport& report);

    /// The column with one of these names, which then is no attribute; `TableHeader::none` where
    /// there is none.
    std::size_t take(columns::Names names);

    /// Call after all columns are taken: the others are attributes.
    void takeAttributes();

    void say(Severity severity, std::size_t line, std::size_t column, std::string message) const;

    /// Remarks on an unclosed quotation mark, on fields beyond the header and on missing ones.
    void checkShape(const DelimitedText& rows) const;

    /// The periods that the row gives: none, one, or several of a time set. False where the row
    /// must be refused.
    bool periods(const Fields& fields, std::size_t line, std::vector<Period>& periods);

    [[nodiscard]] SectorSet sectors(const Fields& fields, std::size_t line);
    [[nodiscard]] Confidence confidence(const Fields& fields, std::size_t line) const;
    /// Neutral where the field is empty.
    [[nodiscard]] Polarity polarity(const Fields& fields, std::size_t line) const;
    [[nodiscard]] bool saysPolarity(const Fields& fields) const {
        return !fieldAt(fields, polarity_).empty();
    }
    [[nodiscard]] StringId note(const Fields& fields) const {
        return dossier_.intern(fieldAt(fields, note_));
    }
    /// Replaces `values` by the row's.
    void attributes(const Fields& fields, std::vector<Attribute>& values) const;
    /// What the row says of its periods, as an attribute, where several of them became one.
    [[nodiscard]] Attribute timeSet(const Fields& fields) const;
    /// A field as an attribute, named after its column.
    [[nodiscard]] Attribute attribute(std::size_t column, std::string_view value) const;

    /// Notes that concern the table as a whole; call after the last row.
    void sum() const;

private:
    bool endpoint(std::string_view text, std::size_t line, std::size_t column, Endpoint& end) const;
    bool refuseDate(std::size_t line, std::size_t column, std::string_view text) const;

    const TableHeader& header_;
    Dossier& dossier_;
    ImportReport& report_;
    std::vector<bool> taken_;
    std::vector<std::pair<std::size_t, StringId>> attributes_;
    std::map<std::string, SectorSet, std::less<>> knownSectors_;
    std::size_t openEnds_ = 0;
    std::size_t period_ = TableHeader::none;
    std::size_t timeSet_ = TableHeader::none;
    std::size_t begin_ = TableHeader::none;
    std::size_t end_ = TableHeader::none;
    std::size_t year_ = TableHeader::none;
    std::size_t sectors_ = TableHeader::none;
    std::size_t confidence_ = TableHeader::none;
    std::size_t polarity_ = TableHeader::none;
    std::size_t note_ = TableHeader::none;
};

} // namespace entente
