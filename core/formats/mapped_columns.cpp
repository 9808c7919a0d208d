#include "core/formats/mapped_columns.h"

#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

/// The column that `EdgeRows` and `NodeRows` know the role by; empty where there is none.
std::string_view columnName(ColumnRole role, RowTarget target) {
    switch (role) {
    case ColumnRole::Source:
        return target == RowTarget::Ties ? "Source" : "";
    case ColumnRole::Target:
        return target == RowTarget::Ties ? "Target" : "";
    case ColumnRole::Id:
        return "Id";
    case ColumnRole::Label:
        return "Label";
    case ColumnRole::Kind:
        // What an agreement or event is, is known: the column says of which type.
        return target == RowTarget::Agreements || target == RowTarget::Events ? "Type" : "Kind";
    case ColumnRole::Type:
        return target == RowTarget::Ties ? "Role" : "Type";
    case ColumnRole::Sector:
        return "Sector";
    case ColumnRole::Begin:
        return "Begin";
    case ColumnRole::End:
        return "End";
    case ColumnRole::Date:
        return "Date";
    case ColumnRole::Weight:
        return "Weight";
    case ColumnRole::Polarity:
        return "Polarity";
    case ColumnRole::Confidence:
        return "Confidence";
    case ColumnRole::Note:
        return "Note";
    case ColumnRole::Latitude:
        return "Latitude";
    case ColumnRole::Longitude:
        return "Longitude";
    case ColumnRole::Attribute:
    case ColumnRole::Ignored:
    case ColumnRole::Party:
    case ColumnRole::Citation:
        break;
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

MappedColumns::MappedColumns(const MappedTable& table, const Mapping& mapping, ImportReport& report)
    : table_(table), mapping_(mapping), report_(report) {
    std::vector<const MappedColumn*> byPlace(table.names.size(), nullptr);
    for (const MappedColumn& column : mapping.columns) {
        byPlace[*placeOf(column, table)] = &column;
    }
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        add(i, table.names[i], byPlace[i]);
    }
    for (std::size_t i = 0; i < table.names.size(); ++i) {
        if (byPlace[i] != nullptr) {
            addPart(i, *byPlace[i]);
        }
    }
    for (const auto& [role, value] : mapping.constants) {
        const std::string_view name = columnName(role, mapping.rows);
        if (!name.empty() && std::ranges::find(names_, name) == names_.end()) {
            addConstant(std::string(name), value);
        }
    }
    if (mapping.rows == RowTarget::Ties && !mapping.directed) {
        addConstant("Type", "Undirected");
    }
    if (const bool agreements = mapping.rows == RowTarget::Agreements;
        agreements || mapping.rows == RowTarget::Events) {
        addConstant("Kind", agreements ? "agreement" : "event");
    }
    idPlace_ = placeOfName("Id");
    if (idPlace_ == TableHeader::none && mapping.rows != RowTarget::Ties) {
        idPlace_ = names_.size();
        addConstant("Id", "");
    }
    labelPlace_ = placeOfName("Label");
    citation_ = mapping.constants.contains(ColumnRole::Citation)
                    ? mapping.constants.at(ColumnRole::Citation)
                    : std::string();
}

TableHeader MappedColumns::header(const std::string& file) const {
    TableHeader header(file, names_);
    header.setShownNames(shown_);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        header.setDecimal(i, mapping_.decimal);
        header.setValues(i, {.marked = mapping_.decimal == ','});
    }
    return header;
}

const MappedColumns::Fields& MappedColumns::convert(const Fields& row, std::size_t line) {
    kept_.resize(conversions_.size() + 1);
    for (std::size_t i = 0; i < conversions_.size(); ++i) {
        fields_[i] = converted(row, conversions_[i], kept_[i], line);
    }
    if (idPlace_ != TableHeader::none && idPlace_ >= conversions_.size()) {
        fields_[idPlace_] = {};
    }
    if (idPlace_ != TableHeader::none && fields_[idPlace_].empty() &&
        mapping_.rows != RowTarget::Ties) {
        std::string& id = kept_.back();
        if (mapping_.rows == RowTarget::Elements) {
            id = fieldAt(fields_, labelPlace_);
        } else {
            id = fmt::format("{}-{}",
                             mapping_.rows == RowTarget::Agreements ? "agreement" : "event", line);
        }
        fields_[idPlace_] = id;
    }
    return fields_;
}

std::string_view MappedColumns::id() const {
    return fieldAt(fields_, idPlace_);
}

std::vector<std::string> MappedColumns::parties(const Fields& row) const {
    std::vector<std::string> parties;
    const auto add = [&parties](std::string_view name) {
        name = trimmed(name);
        if (!name.empty() && std::ranges::find(parties, name) == parties.end()) {
            parties.emplace_back(name);
        }
    };
    for (const Conversion& column : parties_) {
        std::string_view list = fieldAt(row, column.place);
        while (!column.split.empty() && list.find(column.split) != std::string_view::npos) {
            add(list.substr(0, list.find(column.split)));
            list.remove_prefix(list.find(column.split) + column.split.size());
        }
        add(list);
    }
    return parties;
}

std::string_view MappedColumns::citation(const Fields& row) const {
    const std::string_view field = trimmed(fieldAt(row, citationPlace_));
    return field.empty() ? std::string_view(citation_) : field;
}

std::string MappedColumns::partyTitle() const {
    return parties_.empty() ? std::string() : "column " + partyName_;
}

void MappedColumns::add(std::size_t place, const std::string& title, const MappedColumn* column) {
    const ColumnRole role = column == nullptr ? ColumnRole::Attribute : column->role;
    const MappedColumn defaults;
    const MappedColumn& given = column == nullptr ? defaults : *column;
    const Conversion conversion{place, role, given.date, given.split,
                                isDate(role) && given.part == DatePart::YearOnly};
    if (isDate(role) &&
        (column->part == DatePart::MonthOnly || column->part == DatePart::DayOnly)) {
        return; // of the date that the column of its year begins
    }
    const std::string shown = shownName(place);
    const bool party =
        mapping_.rows != RowTarget::Ties &&
        (role == ColumnRole::Party || role == ColumnRole::Source || role == ColumnRole::Target);
    if (party) {
        if (parties_.empty()) {
            partyName_ = shown;
        }
        parties_.push_back(conversion);
        return;
    }
    if (role == ColumnRole::Citation) {
        citationPlace_ = place;
        return;
    }
    if (role == ColumnRole::Ignored || (role == ColumnRole::Attribute && title.empty())) {
        return;
    }
    const std::string_view known = columnName(role, mapping_.rows);
    if (known.empty()) {
        std::string name = std::string(columns::attributePrefix) + title;
        for (int number = 2; std::ranges::find(names_, name) != names_.end(); ++number) {
            name = fmt::format("{}{} ({})", columns::attributePrefix, title, number);
        }
        names_.push_back(std::move(name));
    } else if (std::ranges::find(names_, known) != names_.end()) {
        names_.push_back(std::string(columns::attributePrefix) + title);
    } else {
        names_.emplace_back(known);
    }
    shown_.push_back(shown);
    conversions_.push_back(conversion);
    fields_.emplace_back();
}

void MappedColumns::addPart(std::size_t place, const MappedColumn& column) {
    if (!isDate(column.role) ||
        (column.part != DatePart::MonthOnly && column.part != DatePart::DayOnly)) {
        return;
    }
    const auto date = std::ranges::find(conversions_, column.role, &Conversion::role);
    (column.part == DatePart::MonthOnly ? date->month : date->day) = place;
}

std::string MappedColumns::shownName(std::size_t place) const {
    return table_.headerLine != 0 ? table_.names[place] : fmt::format("{}", place + 1);
}

void MappedColumns::addConstant(std::string name, const std::string& value) {
    if (std::ranges::find(names_, name) != names_.end()) {
        return;
    }
    shown_.push_back(name);
    names_.push_back(std::move(name));
    fields_.emplace_back(constants_.emplace_back(value));
}

std::size_t MappedColumns::placeOfName(std::string_view name) const {
    const auto found = std::ranges::find(names_, name);
    return found == names_.end() ? TableHeader::none
                                 : static_cast<std::size_t>(found - names_.begin());
}

std::string_view MappedColumns::converted(const Fields& row, const Conversion& conversion,
                                          std::string& kept, std::size_t line) {
    const std::string_view field = fieldAt(row, conversion.place);
    if (field.empty()) {
        return field;
    }
    if (conversion.inParts) {
        DateOfParts date =
            dateOfParts(field, fieldAt(row, conversion.month), fieldAt(row, conversion.day));
        if (!date.remark.empty()) {
            const bool month = date.wrong == DatePart::MonthOnly;
            report_.add({ReportEntry::Severity::Repaired, table_.raw->file, line,
                         "column " + shownName(month ? conversion.month : conversion.day),
                         std::move(date.remark)});
        }
        kept = std::move(date.text);
        return kept;
    }
    if (isDate(conversion.role)) {
        // What is no date stays as it is, for the report to name.
        kept = tableDate(field, conversion.date).value_or(std::string(field));
        return kept;
    }
    return field;
}

} // namespace entente
