#include "core/formats/element_columns.h"

#include "core/formats/polarity_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace entente {

namespace {

/// Whether it says more than for or against: how much, or in words that are not known.
bool saysMore(std::string_view polarity) {
    if (polarity.empty() || isMissingNumber(polarity) || isMissingWord(polarity)) {
        return false;
    }
    bool comma = false;
    const auto number = parseTableNumber(polarity, comma);
    return number ? *number != 0 && std::abs(*number) != 1 : !polarityNamed(polarity);
}

} // namespace

ElementColumns::ElementColumns(const TableHeader& header, Dossier& dossier, ImportReport& report)
    : header_(header), dossier_(dossier), report_(report), taken_(header.names().size(), false),
      period_(take(columns::words::period)), timeSet_(take(columns::words::timeSet)),
      begin_(take(columns::words::begin)), end_(take(columns::words::end)),
      // Where rows begin and end, a year or date is something else.
      year_(begin_ == TableHeader::none ? take(columns::words::year) : TableHeader::none),
      sectors_(take(columns::words::sectors)), confidence_(take(columns::words::confidence)),
      polarity_(take(columns::words::polarity)), note_(take(columns::words::note)),
      dated_(std::min({period_, timeSet_, begin_, end_, year_}) != TableHeader::none) {}

std::size_t ElementColumns::take(columns::Names names) {
    const std::size_t place = header_.column(names);
    if (place != TableHeader::none) {
        taken_[place] = true;
    }
    return place;
}

void ElementColumns::takeAttributes(std::initializer_list<std::size_t> texts) {
    for (std::size_t i = 0; i < header_.names().size(); ++i) {
        std::string_view name = header_.names()[i];
        if (taken_[i] || name.empty()) {
            continue;
        }
        if (name.starts_with(columns::attributePrefix)) {
            name.remove_prefix(columns::attributePrefix.size());
        }
        attributes_.push_back({i, dossier_.intern(name), header_.values(i)});
        texts_.push_back(i);
    }
    std::ranges::copy_if(texts, std::back_inserter(texts_),
                         [](std::size_t column) { return column != TableHeader::none; });
    if (note_ != TableHeader::none) {
        texts_.push_back(note_);
    }
}

std::size_t ElementColumns::prefetch(const DelimitedRows& rows, std::size_t first,
                                     std::size_t most) const {
    const std::size_t end = std::min(rows.size(), first + most);
    if (texts_.empty()) {
        return end;
    }
    // As many texts as leave each other in the cache until they are read.
    std::array<std::string_view, 96> texts;
    std::size_t count = 0;
    std::size_t row = first;
    do {
        const Fields fields = rows[row].fields;
        for (const std::size_t column : texts_) {
            if (count < texts.size()) {
                texts[count++] = fieldAt(fields, column);
            }
        }
        ++row;
    } while (row < end && count + texts_.size() <= texts.size());
    dossier_.strings().prefetch(std::span(texts).first(count));
    return row;
}

std::string_view ElementColumns::unlessMissing(std::string_view text, std::size_t column,
                                               Codes codes) {
    const bool missing = (codes != Codes::Words && isMissingNumber(text)) ||
                         (isMissingWord(text) && !(codes == Codes::NotNamibia && text == "NA"));
    if (!missing) {
        return text;
    }
    countMissing(column, text, 1);
    return {};
}

void ElementColumns::countMissing(std::size_t column, std::string_view code, std::size_t count) {
    for (Missing& known : missing_) {
        if (known.column == column && known.code == code) {
            known.count += count;
            return;
        }
    }
    missing_.push_back({column, std::string(code), count});
}

std::optional<double> ElementColumns::number(std::string_view text, std::size_t column) {
    bool comma = false;
    const std::optional<double> number = parseTableNumber(text, comma, header_.decimal(column));
    if (comma) {
        ++decimalCommas_[column];
    }
    return number;
}

void ElementColumns::say(Severity severity, std::size_t line, std::size_t column,
                         std::string message) const {
    report_.add({severity, header_.file(), line, header_.title(column), std::move(message)});
}

bool ElementColumns::periods(Fields fields, std::size_t line, std::vector<Period>& periods) {
    periods.clear();
    kept_.clear();
    if (!dated_) {
        return true;
    }
    for (const std::size_t column : {period_, timeSet_}) {
        const std::string_view text = value(fields, column);
        if (text.empty()) {
            continue;
        }
        if (!parseTimeSet(text, periods)) {
            periods.clear();
            if (!refuseDate(line, column, text)) {
                return false;
            }
        }
        if (!periods.empty()) {
            tally(detailBeyondDates(text), line);
            return true;
        }
    }
    // Beside the column of an end, that of a date is the begin's.
    const std::size_t beginColumn =
        begin_ == TableHeader::none && end_ != TableHeader::none ? year_ : begin_;
    const std::string_view begin = value(fields, beginColumn);
    const std::string_view end = value(fields, end_);
    if (begin.empty() && end.empty()) {
        const std::string_view year = value(fields, year_);
        if (year.empty()) {
            return true;
        }
        if (const std::optional<Period> period = parsePeriod(year)) {
            periods.push_back(*period);
            return true;
        }
        Endpoint at;
        if (!endpoint(year, line, year_, at)) {
            return false;
        }
        if (at.kind == Endpoint::Kind::Known) {
            tally(detailBeyondDates(year), line);
            periods.push_back(Period::at(at.date));
        }
        return true;
    }
    Period period;
    period.begin.kind = Endpoint::Kind::Unknown;
    period.end.kind = Endpoint::Kind::Unknown;
    if (!endpoint(begin, line, beginColumn, period.begin) ||
        !endpoint(end, line, end_, period.end)) {
        return false;
    }
    if (!kept_.empty() && period.begin.kind != Endpoint::Kind::Known &&
        period.end.kind != Endpoint::Kind::Known) {
        return true;
    }
    const TimeDetail detail = detailBeyondDates(begin);
    tally(detail != TimeDetail::None ? detail : detailBeyondDates(end), line);
    // A code says that the end is not known; an empty field leaves open whether there is one.
    if (fieldAt(fields, end_).empty() && end_ != TableHeader::none) {
        period.end.kind = Endpoint::Kind::Open;
        ++openEnds_;
    }
    if (period.begin.kind == Endpoint::Kind::Known && period.end.kind == Endpoint::Kind::Known &&
        period.end.date.span().last < period.begin.date.span().first) {
        say(Severity::Note, line, end_,
            fmt::format("The end, {}, is before the begin, {}; both were kept as they are.",
                        toEdtf(period.end.date), toEdtf(period.begin.date)));
    }
    periods.push_back(period);
    return true;
}

bool ElementColumns::endpoint(std::string_view text, std::size_t line, std::size_t column,
                              Endpoint& end) {
    if (text.empty()) {
        return true;
    }
    std::optional<Endpoint> read = parseTableEndpoint(text);
    if (!read) {
        const auto written = tableDate(text, header_.dateFormat(column));
        read = written ? parseTableEndpoint(*written) : std::nullopt;
    }
    if (!read) {
        return refuseDate(line, column, text);
    }
    end = *read;
    return true;
}

bool ElementColumns::refuseDate(std::size_t line, std::size_t column, std::string_view text) {
    if (takesAll()) {
        say(Severity::Repaired, line, column,
            fmt::format("{} is no date that exists (2001, 2001-03 or 2001-03-12, or 2001/2010 for "
                        "a period); it was kept as an attribute.",
                        quotedField(text)));
        keep(column, text);
        return true;
    }
    if (header_.dateFormat(column) == DateFormat::Undecided &&
        dateEvidence({text}).format == DateFormat::Undecided) {
        say(Severity::Refused, line, column,
            fmt::format("Nothing in this column says whether {} begins with the day or the month; "
                        "write 2001-03-12, or say it in a mapping. The row was not taken.",
                        quotedField(text)));
        return false;
    }
    say(Severity::Refused, line, column,
        fmt::format("{} is no date that exists; write 2001, 2001-03 or 2001-03-12, or "
                    "2001/2010 for a period. The row was not taken.",
                    quotedField(text)));
    return false;
}

void ElementColumns::tally(TimeDetail detail, std::size_t line) {
    if (detail == TimeDetail::TimeOfDay) {
        timesOfDay_.add(line);
    } else if (detail == TimeDetail::YearFraction) {
        yearFractions_.add(line);
    }
}

SectorSet ElementColumns::sectors(Fields fields, std::size_t line) {
    const std::string_view text = value(fields, sectors_);
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

Confidence ElementColumns::confidence(Fields fields, std::size_t line) {
    const std::string_view text = value(fields, confidence_);
    if (text.empty()) {
        return Confidence::Confirmed;
    }
    if (const auto value = parseConfidence(text)) {
        return *value;
    }
    say(Severity::Repaired, line, confidence_,
        fmt::format("{} is not confirmed, reported, alleged or planned; it was taken as "
                    "reported, and kept as an attribute.",
                    quotedField(text)));
    keep(confidence_, text);
    return Confidence::Reported;
}

Polarity ElementColumns::polarity(Fields fields, std::size_t line) {
    const std::string_view text = value(fields, polarity_);
    if (text.empty()) {
        return Polarity::Neutral;
    }
    if (const auto value = polarityNamed(text)) {
        return *value;
    }
    if (const auto balance = number(text, polarity_)) {
        return *balance > 0   ? Polarity::Cooperative
               : *balance < 0 ? Polarity::Conflictual
                              : Polarity::Neutral;
    }
    say(Severity::Repaired, line, polarity_,
        fmt::format("{} is not cooperative, neutral or conflictual; it was taken as neutral, and "
                    "kept as an attribute.",
                    quotedField(text)));
    return Polarity::Neutral;
}

StringId ElementColumns::numberOf(std::string_view text, const AttributeColumn& attribute) {
    const auto& [column, name, values] = attribute;
    if ((values.numbers && isMissingWord(text)) || (values.missingCodes && isMissingNumber(text))) {
        countMissing(column, text, 1);
        return noString;
    }
    if (!values.marked) {
        return dossier_.intern(text);
    }
    const char decimal = header_.decimal(column);
    const std::string plain = plainNumber(text, decimal);
    if (plain != text) {
        const bool comma = text.find(',') != std::string_view::npos && decimal != '.';
        ++(comma ? decimalCommas_ : thousands_)[column];
    }
    return dossier_.intern(plain);
}

void ElementColumns::attributes(Fields fields, std::vector<Attribute>& values) {
    values.clear();
    for (const AttributeColumn& attribute : attributes_) {
        const std::string_view text = fieldAt(fields, attribute.column);
        const bool asWritten = !attribute.values.numbers && !attribute.values.marked;
        const StringId value = text.empty() ? noString
                               : asWritten  ? dossier_.intern(text)
                                            : numberOf(text, attribute);
        if (value != noString) {
            values.push_back({attribute.name, value});
        }
    }
    const std::string_view polarity = fieldAt(fields, polarity_);
    if (saysMore(polarity)) {
        values.push_back(attribute(polarity_, polarity));
    }
}

Attribute ElementColumns::attribute(std::size_t column, std::string_view value) const {
    return {dossier_.intern(header_.names()[column]), dossier_.intern(value)};
}

Attribute ElementColumns::timeSet(Fields fields) const {
    const std::size_t column = fieldAt(fields, period_).empty() ? timeSet_ : period_;
    return attribute(column, fieldAt(fields, column));
}

void ElementColumns::sum(std::string_view elements) {
    const auto tell = [&](const Tally& tally, std::string_view what) {
        if (tally.count > 0) {
            say(Severity::Note, tally.firstLine, TableHeader::none,
                fmt::format(fmt::runtime(what), elements, tally.count));
        }
    };
    tell(timesOfDay_,
         "{} whose times have a time of day: {}, the first here. Dates are days, months "
         "or years; the times of day were left out.");
    tell(yearFractions_, "{} whose times have a fraction of a year: {}, the first here. Dates are "
                         "days, months or years; the fractions were left out.");
    if (openEnds_ > 0) {
        say(Severity::Note, 0, end_,
            fmt::format(
                "Rows with a begin but no end: {}. They were taken as going on; write ? for "
                "an end that is not known.",
                openEnds_));
    }
    for (const auto& [column, count] : decimalCommas_) {
        say(Severity::Note, 0, column, fmt::format("Numbers with a decimal comma: {}.", count));
    }
    for (const auto& [column, count] : thousands_) {
        say(Severity::Note, 0, column,
            fmt::format("Numbers with marks between thousands: {}.", count));
    }
    if (!missing_.empty()) {
        std::ranges::stable_sort(missing_, {}, &Missing::column);
        std::string list;
        for (const Missing& missing : missing_) {
            list +=
                fmt::format("{}{} in {} ({})", list.empty() ? "" : ", ", quotedField(missing.code),
                            header_.title(missing.column), missing.count);
        }
        say(Severity::Note, 0, TableHeader::none,
            fmt::format("Codes for missing values: {}. They were taken as not known.", list));
    }
}

} // namespace entente
