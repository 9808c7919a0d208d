#include "core/formats/node_rows.h"

#include "core/formats/table.h"
#include "core/formats/text_list.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// Words that people use for Entente's kinds.
constexpr std::array<std::pair<std::string_view, VertexKind>, 14> kindSynonyms = {
    {{"country", VertexKind::State},
     {"nation", VertexKind::State},
     {"person", VertexKind::Leader},
     {"organisation", VertexKind::Organisation},
     {"institution", VertexKind::Organisation},
     {"bloc", VertexKind::Group},
     {"firm", VertexKind::Company},
     {"corporation", VertexKind::Company},
     {"treaty", VertexKind::Agreement},
     {"pact", VertexKind::Agreement},
     {"contract", VertexKind::Agreement},
     {"visit", VertexKind::Event},
     {"meeting", VertexKind::Event},
     {"strike", VertexKind::Event}}};

std::optional<VertexKind> kindNamed(std::string_view text) {
    if (const auto kind = parseVertexKind(text)) {
        return kind;
    }
    const std::string plain = plainColumnName(text);
    for (const auto& [word, kind] : kindSynonyms) {
        if (word == plain) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace

NodeRows::NodeRows(const TableHeader& header, Dossier& dossier, ImportReport& report)
    : header_(header), dossier_(dossier), report_(report), columns_(header, dossier, report),
      id_(columns_.take(columns::words::id)), label_(columns_.take(columns::words::label)),
      kind_(columns_.take(columns::words::kind)), type_(columns_.take(columns::words::type)),
      status_(columns_.take(columns::words::status)),
      latitude_(columns_.take(columns::words::latitude)),
      longitude_(columns_.take(columns::words::longitude)),
      terms_(columns_.take(columns::words::terms)),
      renewals_(columns_.take(columns::words::renewals)),
      quantities_(columns_.take(columns::words::quantities)) {
    takeCodes();
    takeNames();
    columns_.takeAttributes({id_, label_});
}

void NodeRows::takeCodes() {
    for (std::size_t i = 0; i < header_.names().size(); ++i) {
        const std::string_view name = header_.names()[i];
        if (name.starts_with(columns::codePrefix)) {
            codes_.emplace_back(i, name.substr(columns::codePrefix.size()));
        } else {
            for (const auto& [plain, system] : columns::ofCodes) {
                if (header_.plainNames()[i] == plain) {
                    codes_.emplace_back(i, system);
                }
            }
        }
    }
    for (const auto& [column, system] : codes_) {
        columns_.take(std::array<std::string_view, 1>{header_.plainNames()[column]});
    }
}

void NodeRows::takeNames() {
    for (std::size_t i = 0; i < header_.names().size(); ++i) {
        const std::string_view name = header_.names()[i];
        for (const std::string_view prefix : {columns::namePrefix, columns::aliasPrefix}) {
            if (name.starts_with(prefix)) {
                names_.push_back({i, name.substr(prefix.size()), prefix == columns::aliasPrefix});
                columns_.take(std::array<std::string_view, 1>{header_.plainNames()[i]});
            }
        }
    }
}

std::size_t NodeRows::prepare(const DelimitedRows& rows, std::size_t first) const {
    return columns_.prefetch(rows, first, rows.size());
}

void NodeRows::read(const DelimitedRows& rows, std::size_t row) {
    columns_.checkShape(rows[row]);
    read(rows[row].fields, rows[row].line);
}

VertexIndex NodeRows::read(Fields fields, std::size_t line) {
    vertex_ = Vertex{};
    vertex_.id = dossier_.intern(fieldAt(fields, id_));
    if (vertex_.id == noString) {
        columns_.say(Severity::Refused, line, id_, "The row has no id; it was not taken.");
        return noIndex;
    }
    if (dossier_.findVertex(vertex_.id) != noIndex) {
        columns_.say(Severity::Refused, line, id_,
                     fmt::format("The id {} is there already (a duplicate id); the row was "
                                 "not taken.",
                                 quotedField(dossier_.text(vertex_.id))));
        return noIndex;
    }
    if (!columns_.periods(fields, line, periods_)) {
        return noIndex;
    }
    if (periods_.size() > 1) {
        columns_.say(Severity::Repaired, line, TableHeader::none,
                     "The element has several periods; it was taken to last from the first to "
                     "the last, and all of them were kept as an attribute.");
    }
    vertex_.period = periodOf(periods_);
    const std::string_view label = fieldAt(fields, label_);
    vertex_.label = label.empty() ? vertex_.id : dossier_.intern(label);
    vertex_.sectors = columns_.sectors(fields, line);
    vertex_.confidence = columns_.confidence(fields, line);
    vertex_.polarity = columns_.polarity(fields, line);
    vertex_.status = status(fields, line);
    vertex_.note = columns_.note(fields);
    columns_.attributes(fields, vertex_.attributes);
    readKind(fields, line);
    if (periods_.size() > 1) {
        vertex_.attributes.push_back(columns_.timeSet(fields));
    }
    readDetails(fields, line);
    std::ranges::copy(columns_.kept(), std::back_inserter(vertex_.attributes));
    ++report_.rowsRead;
    return dossier_.add(vertex_);
}

void NodeRows::readKind(Fields fields, std::size_t line) {
    const std::string_view kindText = columns_.value(fields, kind_);
    const std::string_view typeText = fieldAt(fields, type_);
    // A table without kinds may have them under Type.
    const auto kind = kindNamed(kind_ == TableHeader::none ? typeText : kindText);
    vertex_.kind = kind.value_or(VertexKind::Other);
    if (kindText.empty() || parseVertexKind(kindText)) {
        vertex_.type = dossier_.intern(typeText);
        return;
    }
    vertex_.type = dossier_.intern(typeText.empty() ? kindText : typeText);
    if (kind) {
        return;
    }
    const bool typed = !typeText.empty();
    columns_.say(Severity::Repaired, line, kind_,
                 fmt::format("{} is no kind that Entente knows (state, leader, organisation, "
                             "group, company, agreement, event); it was kept as {}.",
                             quotedField(kindText),
                             typed ? "an attribute" : "the type of an actor"));
    if (typed) {
        columns_.keep(kind_, kindText);
    }
}

Status NodeRows::status(Fields fields, std::size_t line) {
    const std::string_view text = columns_.value(fields, status_);
    if (text.empty()) {
        return Status::Unstated;
    }
    if (const auto known = parseStatus(text)) {
        return *known;
    }
    columns_.say(Severity::Repaired, line, status_,
                 fmt::format("{} is no status that Entente knows (negotiated, signed, in "
                             "force, suspended, ended); it was kept as an attribute.",
                             quotedField(text)));
    columns_.keep(status_, text);
    return Status::Unstated;
}

std::optional<double> NodeRows::degrees(Fields fields, std::size_t line, std::size_t column,
                                        double limit) {
    const std::string_view text = columns_.value(fields, column, ElementColumns::Codes::Words);
    if (text.empty()) {
        return std::nullopt;
    }
    const std::optional<double> number = columns_.number(text, column);
    if (!number || std::abs(*number) > limit) {
        columns_.say(Severity::Repaired, line, column,
                     fmt::format("{} is no number of degrees from −{} to {}; it was kept as an "
                                 "attribute.",
                                 quotedField(text), limit, limit));
        columns_.keep(column, text);
        return std::nullopt;
    }
    return number;
}

void NodeRows::readDetails(Fields fields, std::size_t line) {
    VertexDetails details;
    const auto north = degrees(fields, line, latitude_, 90);
    const auto east = degrees(fields, line, longitude_, 180);
    if (north && east) {
        details.location = Location{*north, *east};
    }
    for (const auto& [column, system] : codes_) {
        for (std::string& code :
             splitList(columns_.value(fields, column, ElementColumns::Codes::NotNamibia))) {
            details.codes.push_back({std::string(system), std::move(code)});
        }
    }
    for (const auto& [column, language, alias] : names_) {
        for (std::string& name : splitList(fieldAt(fields, column))) {
            details.names.push_back({std::string(language), std::move(name), alias});
        }
    }
    details.terms = splitList(fieldAt(fields, terms_));
    readRenewals(fields, line, details);
    readQuantities(fields, line, details);
    if (!details.empty()) {
        vertex_.details = std::make_shared<const VertexDetails>(std::move(details));
    }
}

void NodeRows::readRenewals(Fields fields, std::size_t line, VertexDetails& details) {
    for (const std::string& text : splitList(fieldAt(fields, renewals_))) {
        if (const std::optional<Date> date = parseTableDate(text)) {
            details.renewals.push_back(*date);
        } else {
            columns_.say(
                Severity::Repaired, line, renewals_,
                fmt::format("{} is no date of a renewal; it was left out.", quotedField(text)));
        }
    }
}

void NodeRows::readQuantities(Fields fields, std::size_t line, VertexDetails& details) {
    constexpr std::string_view perWord = " per ";
    for (const std::string& text : splitList(fieldAt(fields, quantities_))) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        const auto number = columns_.number(std::string_view(text).substr(0, blank), quantities_);
        if (!number) {
            columns_.say(Severity::Repaired, line, quantities_,
                         fmt::format("{} does not begin with a number and is no quantity; it was "
                                     "left out.",
                                     quotedField(text)));
            continue;
        }
        Quantity quantity{*number, text.substr(std::min(blank + 1, text.size())), {}};
        if (const std::size_t per = quantity.unit.rfind(perWord); per != std::string::npos) {
            quantity.per = quantity.unit.substr(per + perWord.size());
            quantity.unit.resize(per);
        }
        details.quantities.push_back(std::move(quantity));
    }
}

} // namespace entente
