#include "core/formats/research_table.h"

#include "core/model/fold.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

std::string_view meaningOf(std::string_view code) {
    return code == "−9"   ? " (not known)"
           : code == "−8" ? " (not applicable)"
           : code == "−7" ? " (going on)"
                          : "";
}

} // namespace

ResearchTable::ResearchTable(const Table& table, Dossier& dossier, ImportReport& report)
    : table_(table), dossier_(dossier), report_(report), codes_(dossier),
      read_(table.header().size()) {}

void ResearchTable::takeColumn(std::size_t column) {
    if (column < read_.size()) {
        read_[column] = true;
    }
}

std::size_t ResearchTable::take(Names names) {
    const std::size_t column = table_.column(std::span(names.begin(), names.size()));
    takeColumn(column);
    return column;
}

DateColumns ResearchTable::takeDate(Names year, Names month, Names day) {
    const DateColumns columns(table_, year, month, day);
    for (const std::size_t column : {columns.year, columns.month, columns.day}) {
        takeColumn(column);
    }
    return columns;
}

std::vector<std::size_t> ResearchTable::takeNumbered(std::string_view stem) {
    std::map<int, std::size_t> found;
    for (std::size_t i = 0; i < table_.plainNames().size(); ++i) {
        const std::string_view name = table_.plainNames()[i];
        if (!name.starts_with(stem)) {
            continue;
        }
        const std::string_view number = name.substr(stem.size());
        if (const auto value = parseWholeNumber(number); value && number.size() < 4) {
            found.emplace(*value, i);
            takeColumn(i);
        }
    }
    std::vector<std::size_t> columns;
    for (const auto& [number, column] : found) {
        columns.push_back(column);
    }
    return columns;
}

bool ResearchTable::countMissing(std::string_view text, std::size_t column) {
    if (text == "NA" || text == "N/A" || text == ".") {
        ++missing_[std::string(text)][column];
        return true;
    }
    if (text.starts_with('-')) {
        if (const auto number = parseWholeNumber(text); number && *number < 0) {
            ++missing_[fmt::format("−{}", -static_cast<long>(*number))][column];
            return true;
        }
    }
    return text.empty();
}

std::string_view ResearchTable::text(const Fields& fields, std::size_t column) {
    const std::string_view text = fieldAt(fields, column);
    return countMissing(text, column) ? std::string_view{} : text;
}

std::optional<int> ResearchTable::count(const Fields& fields, std::size_t column) {
    const std::string_view written = text(fields, column);
    return written.empty() ? std::nullopt : parseWholeNumber(written);
}

std::optional<Date> ResearchTable::date(const Fields& fields, const DateColumns& columns,
                                        std::size_t line) {
    for (const std::size_t column : {columns.year, columns.month, columns.day}) {
        countMissing(fieldAt(fields, column), column);
    }
    return columns.date(table_, fields, line, report_);
}

VertexIndex ResearchTable::state(const Fields& fields, std::size_t column, std::size_t line,
                                 std::string_view name) {
    const std::string_view text = fieldAt(fields, column);
    const auto code = parseWholeNumber(text);
    if (!code || *code <= 0) {
        refuse(line, column, fmt::format("{} is no country code.", quotedField(text)));
        return noIndex;
    }
    return state(*code, name);
}

VertexIndex ResearchTable::state(int code, std::string_view name) {
    const VertexIndex known = codes_.find(code);
    if (known == noIndex && !name.empty()) {
        Vertex state;
        state.label = dossier_.intern(name);
        return codes_.add(code, std::move(state));
    }
    if (known == noIndex) {
        return codes_.findOrAdd(code);
    }
    if (!name.empty() && name != dossier_.label(known)) {
        otherNames_[known].emplace(name);
    }
    return known;
}

bool ResearchTable::refuse(std::size_t line, std::size_t column, std::string_view why) {
    report_.add({Severity::Refused, table_.file(), line, table_.title(column),
                 fmt::format("{} The row was not taken.", why)});
    return false;
}

void ResearchTable::repaired(std::size_t line, std::size_t column, std::string what) {
    report_.add({Severity::Repaired, table_.file(), line, table_.title(column), std::move(what)});
}

void ResearchTable::note(std::string message) {
    report_.note(table_.file(), std::move(message));
}

void ResearchTable::addAttribute(std::vector<Attribute>& attributes, std::string_view name,
                                 std::string_view value) {
    if (!value.empty()) {
        attributes.push_back({dossier_.intern(name), dossier_.intern(value)});
    }
}

void ResearchTable::sayAliases() {
    for (const auto& [row, names] : otherNames_) {
        Vertex state = dossier_.vertices().row(row);
        VertexDetails details = state.details ? *state.details : VertexDetails{};
        for (const std::string& name : names) {
            const auto same = [&name](const Name& each) { return fold(each.text) == fold(name); };
            if (fold(dossier_.text(state.label)) != fold(name) &&
                std::ranges::none_of(details.names, same)) {
                details.names.push_back({"", name, true});
            }
        }
        state.details = std::make_shared<const VertexDetails>(std::move(details));
        dossier_.replaceVertex(row, state);
    }
}

void ResearchTable::sum() {
    sayAliases();
    note(fmt::format("Rows taken: {}.", taken_));
    if (!missing_.empty()) {
        std::string list;
        for (const auto& [code, columns] : missing_) {
            list += fmt::format("{}{}{} in ", list.empty() ? "" : "; ", code, meaningOf(code));
            constexpr std::size_t mostColumns = 8;
            std::size_t named = 0;
            for (const auto& [column, count] : columns) {
                if (named == mostColumns) {
                    list += fmt::format(" and {} more columns", columns.size() - named);
                    break;
                }
                list += fmt::format("{}{} ({})", named++ == 0 ? "" : ", ", table_.header()[column],
                                    count);
            }
        }
        note(fmt::format("Values that are missing, with how many rows have them: {}.", list));
    }
    std::string unread;
    std::size_t unreadCount = 0;
    for (std::size_t i = 0; i < read_.size(); ++i) {
        if (!read_[i] && !table_.header()[i].empty()) {
            constexpr std::size_t most = 30;
            if (unreadCount++ < most) {
                unread += (unread.empty() ? "" : ", ") + table_.header()[i];
            }
            if (unreadCount == most + 1) {
                unread += ", …";
            }
        }
    }
    if (unreadCount > 0) {
        note(fmt::format("Columns that were not taken: {} ({}).", unreadCount, unread));
    }
    if (codes_.unnamed() > 0) {
        note(fmt::format("States known by their code alone: {}. Open the table of states of the "
                         "Correlates of War project (states2016.csv) together with this one to "
                         "have their names.",
                         codes_.unnamed()));
    }
}

std::string identifierOf(std::string_view text) {
    const auto number = parseWholeNumber(text);
    return number ? std::to_string(*number) : std::string(text);
}

} // namespace entente
