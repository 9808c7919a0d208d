#include "core/formats/research_table.h"

#include "core/formats/publications.h"
#include "core/model/country_table.h"
#include "core/model/fold.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

/// Codes of missing values: words, and negative numbers.
bool isMissing(std::string_view text) {
    if (text.starts_with('-')) {
        return parseWholeNumber(text).value_or(0) < 0;
    }
    return text == "NA" || text == "N/A" || text == ".";
}

std::string meaningOf(std::string_view code) {
    switch (parseWholeNumber(code).value_or(0)) {
    case -9:
        return "−9 (not known)";
    case -8:
        return "−8 (not applicable)";
    case -7:
        return "−7 (going on)";
    case 0:
        return std::string(code);
    default:
        return fmt::format("−{}", code.substr(1));
    }
}

} // namespace

bool rowFits(const Table& table, const DelimitedText& rows, ImportReport& report) {
    using Severity = ReportEntry::Severity;
    const DelimitedRow row = rows.row();
    const std::size_t wanted = table.header().names().size();
    const std::size_t found = row.fields.size();
    const auto say = [&](Severity severity, std::size_t line, std::size_t column,
                         std::string message) {
        report.add({severity, table.file(), line, table.title(column), std::move(message)});
    };
    if (row.unclosedQuoteLine != 0) {
        say(Severity::Repaired, row.unclosedQuoteLine, found - 1,
            "A quotation mark is not closed; the field was taken to end with its line.");
    }
    if (found < wanted && row.origin == TextOrigin::File) {
        const bool cut =
            rows.atEnd() && !rows.text().ends_with('\n') && !rows.text().ends_with('\r');
        if (cut) {
            say(Severity::Refused, row.line, found - 1,
                fmt::format("The file ends in the middle of this row, after {} of {} fields; fetch "
                            "it again. The row was not taken.",
                            found, wanted));
            return false;
        }
        say(Severity::Repaired, row.line, found,
            fieldCounts(found, wanted) + "the missing ones were taken as empty.");
    }
    const bool more = found > wanted &&
                      std::ranges::any_of(row.fields.subspan(wanted),
                                          [](std::string_view field) { return !field.empty(); });
    if (more) {
        say(Severity::Refused, row.line, wanted - 1,
            fmt::format(
                "The row has {} fields, the header {}: a value with the separator in it may "
                "lack its quotation marks. The row was not taken.",
                found, wanted));
    }
    return !more;
}

ResearchTable::ResearchTable(const Table& table, Dossier& dossier, ImportReport& report)
    : table_(table), dossier_(dossier), report_(report), codes_(dossier),
      citations_(table, dossier), read_(table.header().names().size()),
      missing_(table.header().names().size()) {
    take({"version"});
}

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
    for (std::size_t i = 0; i < table_.header().plainNames().size(); ++i) {
        const std::string_view name = table_.header().plainNames()[i];
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

bool ResearchTable::isRepeated(const DelimitedText& rows) {
    if (takesRepeated_) {
        return false;
    }
    std::size_t hash = 0;
    for (const std::string_view field : rows.fields()) {
        constexpr std::size_t factor = 0x9E3779B97F4A7C15U;
        hash = (hash ^ std::hash<std::string_view>{}(field)) * factor + 1;
    }
    const auto [earlier, fresh] = lines_.try_emplace(hash, rows.line());
    if (!fresh) {
        refuse(rows.line(), Table::none,
               fmt::format("The row is the same as that on line {}.", earlier->second));
    }
    return !fresh;
}

void ResearchTable::noteUnnamed(std::size_t line, int code) {
    constexpr std::size_t most = 10;
    if (unnamed_.size() < most) {
        unnamed_.push_back(fmt::format("{} (line {})", code, line));
    } else if (unnamed_.size() == most) {
        unnamed_.emplace_back("…");
    }
}

void ResearchTable::countMissing(const Fields& fields) {
    const std::size_t columns = std::min(fields.size(), read_.size());
    for (std::size_t i = 0; i < columns; ++i) {
        if (!read_[i] || !isMissing(fields[i])) {
            continue;
        }
        const auto known =
            std::ranges::find(missing_[i], fields[i], &std::pair<std::string, std::size_t>::first);
        if (known == missing_[i].end()) {
            missing_[i].emplace_back(fields[i], 1);
        } else {
            ++known->second;
        }
    }
}

std::string_view ResearchTable::text(const Fields& fields, std::size_t column) {
    const std::string_view text = fieldAt(fields, column);
    return isMissing(text) ? std::string_view{} : text;
}

std::optional<int> ResearchTable::count(const Fields& fields, std::size_t column) {
    const std::string_view written = text(fields, column);
    return written.empty() ? std::nullopt : parseWholeNumber(written);
}

std::optional<Date> ResearchTable::date(const Fields& fields, const DateColumns& columns,
                                        std::size_t line) const {
    return columns.date(table_, fields, line, report_);
}

Period ResearchTable::period(const std::optional<Date>& first, const std::optional<Date>& last,
                             std::size_t line, std::size_t endColumn, Endpoint::Kind otherwise) {
    Period period{endpointOf(first, Endpoint::Kind::Unknown), endpointOf(last, otherwise)};
    if (first && last && last->span().last < first->span().first) {
        repaired(line, endColumn,
                 fmt::format("The end, {}, is before the begin, {}; it was taken as not known.",
                             toEdtf(*last), toEdtf(*first)));
        period.end = {Endpoint::Kind::Unknown, {}};
    }
    return period;
}

std::string ResearchTable::identifier(const Fields& fields, std::size_t column, std::size_t line,
                                      std::string_view noun) {
    const std::string_view written = text(fields, column);
    if (written.empty() || written == "0") {
        refuse(line, column, fmt::format("The {} has no number.", noun));
        return {};
    }
    return identifierOf(written);
}

VertexIndex ResearchTable::state(const Fields& fields, std::size_t column, std::size_t line,
                                 std::string_view name, NameUse use) {
    const std::string_view text = fieldAt(fields, column);
    const auto code = parseWholeNumber(text);
    if (!code || *code <= 0) {
        refuse(line, column, fmt::format("{} is no country code.", quotedField(text)));
        return noIndex;
    }
    const std::size_t unnamed = codes_.unnamed() - named_;
    const VertexIndex row = state(*code, name, use);
    if (codes_.unnamed() - named_ > unnamed) {
        noteUnnamed(line, *code);
    }
    return row;
}

VertexIndex ResearchTable::state(int code, std::string_view name, NameUse use) {
    const std::size_t unnamed = codes_.unnamed();
    const VertexIndex row = codes_.findOrAdd(code);
    if (name.empty()) {
        return row;
    }
    if (codes_.unnamed() > unnamed) {
        Vertex state = dossier_.vertices().row(row);
        state.label = dossier_.intern(name);
        dossier_.replaceVertex(row, state);
        ++named_;
    } else if (use == NameUse::Alias && name != dossier_.label(row)) {
        otherNames_[row].emplace(name);
    }
    return row;
}

VertexIndex ResearchTable::stateNamed(std::string_view name, NameUse use) {
    if (!actors_) {
        actors_.emplace(dossier_);
    }
    if (const VertexIndex known = actors_->find(name); known != noIndex) {
        return known;
    }
    const Country* const country = countries().named(name);
    const auto code = country == nullptr ? std::nullopt : parseWholeNumber(country->code("cow"));
    if (!code) {
        return actors_->findOrAdd(name, VertexKind::State);
    }
    const VertexIndex row = state(*code, name, use);
    actors_->add(name, row);
    return row;
}

std::string ResearchTable::locator(std::size_t column, std::string_view identifier) const {
    return column < table_.header().names().size()
               ? fmt::format("{} {}", table_.header().names()[column], identifier)
               : std::string(identifier);
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

void ResearchTable::addMeaning(std::vector<Attribute>& attributes, std::string_view name,
                               std::span<const Meaning> meanings, const Fields& fields,
                               std::size_t column, std::size_t line) {
    const std::string_view written = text(fields, column);
    if (written.empty()) {
        return;
    }
    const auto known = std::ranges::find(meanings, parseWholeNumber(written), &Meaning::code);
    if (known == meanings.end()) {
        repaired(line, column,
                 fmt::format("{} is no code that the codebook has; it was taken as not known.",
                             quotedField(written)));
    } else {
        addAttribute(attributes, name, known->text);
    }
}

void ResearchTable::sayAliases() {
    constexpr std::size_t most = 20;
    std::vector<std::string> said;
    for (const auto& [row, names] : otherNames_) {
        Vertex state = dossier_.vertices().row(row);
        VertexDetails details = state.details ? *state.details : VertexDetails{};
        for (const std::string& name : names) {
            const auto same = [&name](const Name& each) { return fold(each.text) == fold(name); };
            if (fold(dossier_.text(state.label)) != fold(name) &&
                std::ranges::none_of(details.names, same)) {
                details.names.push_back({"", name, true});
                said.push_back(fmt::format("{} ({})", name, dossier_.text(state.label)));
            }
        }
        state.details = std::make_shared<const VertexDetails>(std::move(details));
        dossier_.replaceVertex(row, state);
    }
    if (!said.empty()) {
        const std::size_t shown = std::min(said.size(), most);
        note(fmt::format(
            "States that have another name already, and this table's as an alias: {}{}.",
            fmt::join(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(shown), ", "),
            shown < said.size() ? fmt::format(" and {} more", said.size() - shown)
                                : std::string()));
    }
}

void ResearchTable::sayMissing() {
    std::map<std::string, std::vector<std::string>> columnsOfCode;
    for (std::size_t i = 0; i < missing_.size(); ++i) {
        for (const auto& [code, rows] : missing_[i]) {
            columnsOfCode[meaningOf(code)].push_back(
                fmt::format("{} ({})", table_.header().names()[i], rows));
        }
    }
    std::string list;
    for (const auto& [code, columns] : columnsOfCode) {
        constexpr std::size_t most = 8;
        list += fmt::format(
            "{}{} in {}", list.empty() ? "" : "; ", code,
            fmt::join(columns.begin(),
                      columns.begin() + static_cast<std::ptrdiff_t>(std::min(columns.size(), most)),
                      ", "));
        if (columns.size() > most) {
            list += fmt::format(" and {} more columns", columns.size() - most);
        }
    }
    if (!list.empty()) {
        note(fmt::format("Values that are missing, with the number of rows: {}.", list));
    }
}

void ResearchTable::sayUnread() {
    constexpr std::size_t most = 30;
    std::string list;
    std::size_t unread = 0;
    for (std::size_t i = 0; i < read_.size(); ++i) {
        if (read_[i] || table_.header().names()[i].empty()) {
            continue;
        }
        if (++unread <= most) {
            list += (list.empty() ? "" : ", ") + table_.header().names()[i];
        }
    }
    if (unread > 0) {
        note(fmt::format("Columns that were not taken: {} ({}{}).", unread, list,
                         unread > most ? ", …" : ""));
    }
}

void ResearchTable::sum() {
    sayAliases();
    note(fmt::format("Rows taken: {}.", taken_));
    sayMissing();
    sayUnread();
    if (codes_.unnamed() > named_) {
        note(fmt::format("States known by their code alone: {}, first {}. COW's list has no such "
                         "codes: correct them, or open a table that names them together with this "
                         "one.",
                         codes_.unnamed() - named_, fmt::join(unnamed_, ", ")));
    }
}

std::string identifierOf(std::string_view text) {
    const auto number = parseWholeNumber(text);
    return number ? std::to_string(*number) : std::string(text);
}

} // namespace entente
