#include "core/formats/element_columns.h"

#include "core/formats/table.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

ElementColumns::ElementColumns(const TableHeader& header, Dossier& dossier, ImportReport& report)
    : header_(header), dossier_(dossier), report_(report), taken_(header.names().size(), false),
      period_(take(columns::words::period)), timeSet_(take(columns::words::timeSet)),
      begin_(take(columns::words::begin)), end_(take(columns::words::end)),
      year_(take(columns::words::year)), sectors_(take(columns::words::sectors)),
      confidence_(take(columns::words::confidence)), polarity_(take(columns::words::polarity)),
      note_(take(columns::words::note)) {}

std::size_t ElementColumns::take(columns::Names names) {
    const std::size_t place = header_.column(names);
    if (place != TableHeader::none) {
        taken_[place] = true;
    }
    return place;
}

void ElementColumns::takeAttributes() {
    for (std::size_t i = 0; i < header_.names().size(); ++i) {
        std::string_view name = header_.names()[i];
        if (taken_[i] || name.empty()) {
            continue;
        }
        if (name.starts_with(columns::attributePrefix)) {
            name.remove_prefix(columns::attributePrefix.size());
        }
        attributes_.emplace_back(i, dossier_.intern(name));
    }
}

void ElementColumns::say(Severity severity, std::size_t line, std::size_t column,
                         std::string message) const {
    report_.add({severity, header_.file(), line, header_.title(column), std::move(message)});
}

void ElementColumns::checkShape(const DelimitedText& rows) const {
    if (rows.unclosedQuoteLine() != 0) {
        say(Severity::Repaired, rows.unclosedQuoteLine(), rows.fields().size() - 1,
            "A quotation mark is not closed; the field was taken to end with its line.");
    }
    const std::size_t wanted = header_.names().size();
    const std::size_t found = rows.fields().size();
    if (found > wanted) {
        say(Severity::Repaired, rows.line(), wanted,
            fmt::format("The row has {} fields, the header {}; those beyond were left out.", found,
                        wanted));
    } else if (found < wanted && rows.unclosedQuoteLine() == 0 &&
               rows.origin() == TextOrigin::File) {
        say(Severity::Repaired, rows.line(), found,
            fmt::format("The row has {} fields, the header {}; the missing ones were taken as "
                        "empty.",
                        found, wanted));
    }
}

bool ElementColumns::periods(const Fields& fields, std::size_t line, std::vector<Period>& periods) {
    periods.clear();
    for (const std::size_t column : {period_, timeSet_}) {
        const std::string_view text = fieldAt(fields, column);
        if (text.empty()) {
            continue;
        }
        if (!parseTimeSet(text, periods)) {
            return refuseDate(line, column, text);
        }
        if (!periods.empty()) {
            return true;
        }
    }
    const std::string_view begin = fieldAt(fields, begin_);
    const std::string_view end = fieldAt(fields, end_);
    if (begin.empty() && end.empty()) {
        const std::string_view year = fieldAt(fields, year_);
        if (year.empty()) {
            return true;
        }
        const std::optional<Period> period = parsePeriod(year);
        const std::optional<Date> date = period ? std::nullopt : parseTableDate(year);
        if (!period && !date) {
            return refuseDate(line, year_, year);
        }
        periods.push_back(period ? *period : Period::at(*date));
        return true;
    }
    Period period;
    period.begin.kind = Endpoint::Kind::Unknown;
    period.end.kind = Endpoint::Kind::Unknown;
    if (!endpoint(begin, line, begin_, period.begin) || !endpoint(end, line, end_, period.end)) {
        return false;
    }
    if (end.empty() && end_ != TableHeader::none) {
        period.end.kind = Endpoint::Kind::Open;
        ++openEnds_;
    }
    periods.push_back(period);
    return true;
}

bool ElementColumns::endpoint(std::string_view text, std::size_t line, std::size_t column,
                              Endpoint& end) const {
    if (text.empty()) {
        return true;
    }
    const std::optional<Endpoint> read = parseTableEndpoint(text);
    if (!read) {
        return refuseDate(line, column, text);
    }
    end = *read;
    return true;
}

bool ElementColumns::refuseDate(std::size_t line, std::size_t column, std::string_view text) const {
    say(Severity::Refused, line, column,
        fmt::format("{} is no date that exists; write 2001, 2001-03 or 2001-03-12, or "
                    "2001/2010 for a period. The row was not taken.",
                    quotedField(text)));
    return false;
}

SectorSet ElementColumns::sectors(const Fields& fields, std::size_t line) {
    const std::string_view text = fieldAt(fields, sectors_);
    if (text.empty()) {
        return 0;
    }
    if (const auto known = knownSectors_.find(text); known != knownSectors_.end()) {
        return known->second;
    }
    SectorSet set = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(",;|/"), rest.size());
        std::string_view name = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (name.starts_with(' ')) {
            name.remove_prefix(1);
        }
        while (name.ends_with(' ')) {
            name.remove_suffix(1);
        }
        const SectorSet sector = dossier_.sectorNamed(name);
        if (sector == 0 && !name.empty()) {
            say(Severity::Repaired, line, sectors_,
                fmt::format("{} is one sector too many: a dossier holds {}. It was left out here "
                            "and in the rows after it.",
                            quotedField(name), mostSectors));
        }
        set |= sector;
    }
    knownSectors_.emplace(text, set);
    return set;
}

Confidence ElementColumns::confidence(const Fields& fields, std::size_t line) const {
    const std::string_view text = fieldAt(fields, confidence_);
    if (text.empty()) {
        return Confidence::Confirmed;
    }
    if (const auto value = parseConfidence(text)) {
        return *value;
    }
    say(Severity::Repaired, line, confidence_,
        fmt::format("{} is not confirmed, reported, alleged or planned; it was taken as "
                    "reported.",
                    quotedField(text)));
    return Confidence::Reported;
}

Polarity ElementColumns::polarity(const Fields& fields, std::size_t line) const {
    const std::string_view text = fieldAt(fields, polarity_);
    if (text.empty()) {
        return Polarity::Neutral;
    }
    if (const auto value = parsePolarity(text)) {
        return *value;
    }
    if (text == "+" || text == "-" || text == "−") {
        return text == "+" ? Polarity::Cooperative : Polarity::Conflictual;
    }
    bool repaired = false;
    if (const auto number = parseTableNumber(text, repaired)) {
        return *number > 0   ? Polarity::Cooperative
               : *number < 0 ? Polarity::Conflictual
                             : Polarity::Neutral;
    }
    say(Severity::Repaired, line, polarity_,
        fmt::format("{} is not cooperative, neutral or conflictual; it was taken as neutral.",
                    quotedField(text)));
    return Polarity::Neutral;
}

void ElementColumns::attributes(const Fields& fields, std::vector<Attribute>& values) const {
    values.clear();
    for (const auto& [column, name] : attributes_) {
        const std::string_view value = fieldAt(fields, column);
        if (!value.empty()) {
            values.push_back({name, dossier_.intern(value)});
        }
    }
}

Attribute ElementColumns::attribute(std::size_t column, std::string_view value) const {
    return {dossier_.intern(header_.names()[column]), dossier_.intern(value)};
}

Attribute ElementColumns::timeSet(const Fields& fields) const {
    const std::size_t column = fieldAt(fields, period_).empty() ? timeSet_ : period_;
    return attribute(column, fieldAt(fields, column));
}

void ElementColumns::sum() const {
    if (openEnds_ > 0) {
        say(Severity::Note, 0, end_,
            fmt::format(
                "Rows with a begin but no end: {}. They were taken as going on; write ? for "
                "an end that is not known.",
                openEnds_));
    }
}

} // namespace entente
