#include "core/formats/mapping.h"

#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> targetWords = {"ties", "elements", "agreements",
                                                         "events"};
constexpr std::array<std::string_view, columnRoleCount> roleWords = {
    "attribute", "ignored",    "source", "target",       "party",    "id",       "label",
    "kind",      "type",       "sector", "begin",        "end",      "date",     "weight",
    "polarity",  "confidence", "note",   "cited source", "latitude", "longitude"};

template <typename Value, std::size_t Count>
std::optional<Value> parsed(const std::array<std::string_view, Count>& words,
                            std::string_view text) {
    const auto found = std::ranges::find(words, text);
    return found == words.end() ? std::nullopt
                                : std::optional(static_cast<Value>(found - words.begin()));
}

std::string nameOf(const MappedColumn& column) {
    return column.name.empty() ? fmt::format("column {}", column.number)
                               : fmt::format("column “{}”", column.name);
}

/// How the roles of rows are called in messages.
std::string_view noun(RowTarget target) {
    switch (target) {
    case RowTarget::Ties:
        return "a tie";
    case RowTarget::Elements:
        return "an element";
    case RowTarget::Agreements:
        return "an agreement";
    case RowTarget::Events:
        break;
    }
    return "an event";
}

/// A month is one of a year, and a day one of a month.
void checkPart(const Mapping& mapping, const MappedColumn& column,
               std::vector<std::string>& faults) {
    if (!isDate(column.role) || column.part == DatePart::Whole ||
        column.part == DatePart::YearOnly) {
        return;
    }
    const DatePart needed =
        column.part == DatePart::DayOnly ? DatePart::MonthOnly : DatePart::YearOnly;
    if (std::ranges::none_of(mapping.columns, [&](const MappedColumn& each) {
            return each.role == column.role && each.part == needed;
        })) {
        faults.push_back(fmt::format("The {} is the {} of the {}, but no column is its {}: choose "
                                     "that one too.",
                                     nameOf(column), word(column.part), word(column.role),
                                     word(needed)));
    }
}

/// Whether one is a begin and the other a date, which beside an end is the begin.
bool bothBegin(ColumnRole one, ColumnRole other) {
    return (one == ColumnRole::Begin && other == ColumnRole::Date) ||
           (one == ColumnRole::Date && other == ColumnRole::Begin);
}

void checkColumns(const Mapping& mapping, const MappedTable& table,
                  std::vector<std::string>& faults) {
    std::array<const MappedColumn*, columnRoleCount> first{};
    for (const MappedColumn& column : mapping.columns) {
        if (!placeOf(column, table)) {
            faults.push_back(fmt::format("{} has no {}: correct its name in the mapping.",
                                         table.raw->file, nameOf(column)));
            continue;
        }
        if (!fits(column.role, mapping.rows)) {
            faults.push_back(fmt::format("The {} cannot be the {} of {}: choose something else "
                                         "for it.",
                                         nameOf(column), word(column.role), noun(mapping.rows)));
            continue;
        }
        if (isDate(column.role) && column.part == DatePart::Whole &&
            column.date == DateFormat::Undecided) {
            faults.push_back(fmt::format("Say how the {} writes dates: day first or month first.",
                                         nameOf(column)));
        }
        const MappedColumn*& other = first[static_cast<std::size_t>(column.role)];
        const auto clash = std::ranges::find_if(
            mapping.columns.data(), &column,
            [&column](const MappedColumn& each) { return exclude(each, column); });
        if (clash != &column && bothBegin(clash->role, column.role)) {
            faults.push_back(fmt::format("The {} and the {} cannot both say when rows begin: make "
                                         "one of them the end, or keep it as it is.",
                                         nameOf(*clash), nameOf(column)));
        } else if (clash != &column) {
            faults.push_back(
                fmt::format("The {} and the {} cannot both be the {}{}: choose one.",
                            nameOf(*clash), nameOf(column),
                            column.part != DatePart::Whole && clash->part == column.part
                                ? fmt::format("{} of the ", word(column.part))
                                : "",
                            word(column.role)));
        }
        checkPart(mapping, column, faults);
        other = &column;
    }
    const auto has = [&first](ColumnRole role) {
        return first[static_cast<std::size_t>(role)] != nullptr;
    };
    switch (mapping.rows) {
    case RowTarget::Ties:
        for (const ColumnRole end : {ColumnRole::Source, ColumnRole::Target}) {
            if (!has(end)) {
                faults.push_back(fmt::format("No column is the {} of the ties: choose the column "
                                             "of one of their ends.",
                                             word(end)));
            }
        }
        break;
    case RowTarget::Elements:
        if (!has(ColumnRole::Id) && !has(ColumnRole::Label)) {
            faults.emplace_back("No column names the elements: choose the column of their ids or "
                                "labels.");
        }
        break;
    case RowTarget::Agreements:
    case RowTarget::Events:
        if (!has(ColumnRole::Party) && !has(ColumnRole::Source) && !has(ColumnRole::Target)) {
            faults.emplace_back("No column names the parties: choose one for each, or one with a "
                                "list of them.");
        }
        break;
    }
}

} // namespace

std::string_view word(RowTarget target) {
    return targetWords[static_cast<std::size_t>(target)];
}
std::string_view word(ColumnRole role) {
    return roleWords[static_cast<std::size_t>(role)];
}
std::optional<RowTarget> parseRowTarget(std::string_view text) {
    return parsed<RowTarget>(targetWords, text);
}
std::optional<ColumnRole> parseColumnRole(std::string_view text) {
    return parsed<ColumnRole>(roleWords, text);
}

bool fits(ColumnRole role, RowTarget target) {
    switch (role) {
    case ColumnRole::Source:
    case ColumnRole::Target:
        return target != RowTarget::Elements;
    case ColumnRole::Weight:
        return target == RowTarget::Ties;
    case ColumnRole::Party:
        return target == RowTarget::Agreements || target == RowTarget::Events;
    case ColumnRole::Latitude:
    case ColumnRole::Longitude:
        return target != RowTarget::Ties;
    default:
        return true;
    }
}

bool mayRepeat(ColumnRole role) {
    return role == ColumnRole::Attribute || role == ColumnRole::Ignored ||
           role == ColumnRole::Party;
}

bool exclude(const MappedColumn& one, const MappedColumn& other) {
    if (bothBegin(one.role, other.role)) {
        return true;
    }
    if (one.role != other.role || mayRepeat(one.role)) {
        return false;
    }
    return !isDate(one.role) || one.part == other.part || one.part == DatePart::Whole ||
           other.part == DatePart::Whole;
}

DelimitedText MappedTable::rows(std::size_t skip) const {
    DelimitedText text = raw->rows();
    if (raw->origin == TextOrigin::File && namedSeparator(raw->text) != '\0') {
        text.next();
    }
    if (headerLine != 0) {
        while (text.line() < headerLine && text.next()) {
        }
    }
    for (; skip > 0 && text.next(); --skip) {
    }
    return text;
}

MappedTable mappedTable(std::shared_ptr<const RawTable> raw, const Mapping& mapping) {
    MappedTable table{std::move(raw), 0, {}};
    table.headerLine = mapping.header ? *mapping.header : findHeaderLine(*table.raw);
    DelimitedText text = table.raw->rows();
    if (table.headerLine != 0) {
        while (text.next() && text.line() < table.headerLine) {
        }
        table.headerLine = std::max<std::size_t>(text.line(), 1);
        table.names.assign(text.fields().begin(), text.fields().end());
        return table;
    }
    std::size_t columns = 0;
    constexpr std::size_t mostRows = 100;
    for (std::size_t i = 0; i < mostRows && text.next(); ++i) {
        columns = std::max(columns, text.fields().size());
    }
    for (std::size_t i = 1; i <= columns; ++i) {
        table.names.push_back(fmt::format("column {}", i));
    }
    return table;
}

std::optional<std::size_t> placeOf(const MappedColumn& column, const MappedTable& table) {
    if (column.name.empty()) {
        return column.number >= 1 && column.number <= table.names.size()
                   ? std::optional(column.number - 1)
                   : std::nullopt;
    }
    const auto at = [&table](auto found) {
        return found == table.names.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - table.names.begin()));
    };
    if (const auto place = at(std::ranges::find(table.names, column.name))) {
        return place;
    }
    return at(std::ranges::find(table.names, plainColumnName(column.name), plainColumnName));
}

std::vector<std::string> faults(const Mapping& mapping, const MappedTable& table) {
    std::vector<std::string> faults;
    checkColumns(mapping, table, faults);
    for (const auto& [role, value] : mapping.constants) {
        const bool constant = role != ColumnRole::Attribute && role != ColumnRole::Ignored &&
                              role != ColumnRole::Id && fits(role, mapping.rows);
        if (!constant) {
            faults.push_back(fmt::format("The {} of {} cannot be the same for all rows: take it "
                                         "out of the constants.",
                                         word(role), noun(mapping.rows)));
        }
    }
    if (!mapping.actors.empty()) {
        const auto kind = parseVertexKind(mapping.actors);
        if (!kind || !isActor(*kind)) {
            faults.push_back(fmt::format("{} is no kind of actor: write state, leader, "
                                         "organisation, group or company.",
                                         quotedField(mapping.actors)));
        }
    }
    return faults;
}

} // namespace entente
