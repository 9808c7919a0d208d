#include "core/formats/node_edge_tables.h"

#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Fields = std::vector<std::string_view>;

constexpr std::size_t rowsBetweenReports = 16384;

/// The columns that both kinds of table may have, and how their fields are read.
class CommonColumns {
public:
    CommonColumns(const Table& table, Dossier& dossier, ImportReport& report)
        : table_(table), dossier_(dossier), report_(report) {
        take(id_, {"id"});
        take(label_, {"label", "name", "title"});
        take(interval_, {"interval", "timeset", "timeinterval", "period"});
        take(begin_, {"begin", "start", "from", "startdate", "begindate", "startyear", "beginyear"});
        take(end_, {"end", "to", "until", "enddate", "endyear"});
        take(year_, {"year", "date"});
        take(sectors_, {"sector", "sectors"});
        take(confidence_, {"confidence"});
        take(polarity_, {"polarity", "sign"});
        take(note_, {"note", "notes", "description"});
    }

    /// Claims a column, so that it does not become an attribute.
    void take(std::size_t& place, std::initializer_list<std::string_view> names) {
        place = table_.column(names);
        if (place != Table::none) {
            taken_.insert(place);
        }
    }

    /// Call after all columns are taken.
    void findAttributes() {
        for (std::size_t i = 0; i < table_.header().size(); ++i) {
            if (!taken_.contains(i) && !table_.header()[i].empty()) {
                attributes_.emplace_back(i, dossier_.intern(table_.header()[i]));
            }
        }
    }

    void say(Severity severity, std::size_t line, std::size_t column, std::string message) const {
        report_.add({severity, table_.file(), line,
                     column == Table::none ? std::string{}
                                           : "column " + table_.header()[column],
                     std::move(message)});
    }

    [[nodiscard]] std::vector<Attribute> attributes(const Fields& fields) const {
        std::vector<Attribute> values;
        for (const auto& [column, name] : attributes_) {
            const std::string_view value = fieldAt(fields, column);
            if (!value.empty()) {
                values.push_back({name, dossier_.intern(value)});
            }
        }
        return values;
    }

    /// The periods that the row gives: none, one, or several of a time set. False where the row
    /// must be refused.
    bool periods(const Fields& fields, std::size_t line, std::vector<Period>& periods) const {
        periods.clear();
        if (const std::string_view text = fieldAt(fields, interval_); !text.empty()) {
            std::optional<std::vector<Period>> set = parseTimeSet(text);
            if (!set) {
                return refuseDate(line, interval_, text);
            }
            periods = std::move(*set);
            if (!periods.empty()) {
                return true;
            }
        }
        const std::string_view begin = fieldAt(fields, begin_);
        const std::string_view end = fieldAt(fields, end_);
        if (begin.empty() && end.empty()) {
            const std::string_view year = fieldAt(fields, year_);
            if (!year.empty()) {
                const std::optional<Date> date = parseTableDate(year);
                if (!date) {
                    return refuseDate(line, year_, year);
                }
                periods.push_back(Period::at(*date));
            }
            return true;
        }
        Period period;
        if (!endpoint(begin, line, begin_, period.begin) || !endpoint(end, line, end_, period.end)) {
            return false;
        }
        if (period.begin.kind == Endpoint::Kind::Absent) {
            period.begin.kind = Endpoint::Kind::Unknown;
        }
        if (period.end.kind == Endpoint::Kind::Absent) {
            // A table that has an end column but no end in this row says that it goes on.
            period.end.kind = end_ == Table::none ? Endpoint::Kind::Unknown : Endpoint::Kind::Open;
        }
        periods.push_back(period);
        return true;
    }

    [[nodiscard]] SectorSet sectors(const Fields& fields) const {
        SectorSet set = 0;
        std::string_view text = fieldAt(fields, sectors_);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(",;|/"), text.size());
            std::string_view name = text.substr(0, end);
            while (name.starts_with(' ')) {
                name.remove_prefix(1);
            }
            while (name.ends_with(' ')) {
                name.remove_suffix(1);
            }
            set |= dossier_.sectorNamed(name);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return set;
    }

    [[nodiscard]] Confidence confidence(const Fields& fields, std::size_t line) const {
        const std::string_view text = fieldAt(fields, confidence_);
        if (text.empty()) {
            return Confidence::Confirmed;
        }
        if (const auto value = parseConfidence(text)) {
            return *value;
        }
        say(Severity::Repaired, line, confidence_,
            fmt::format("“{}” is not confirmed, reported, alleged or planned; it was taken as "
                        "reported.",
                        text));
        return Confidence::Reported;
    }

    [[nodiscard]] Polarity polarity(const Fields& fields, std::size_t line) const {
        const std::string_view text = fieldAt(fields, polarity_);
        if (text.empty()) {
            return Polarity::Neutral;
        }
        if (const auto value = parsePolarity(text)) {
            return *value;
        }
        bool repaired = false;
        if (text == "+" || text == "-" || text == "−") {
            return text == "+" ? Polarity::Cooperative : Polarity::Conflictual;
        }
        if (const auto number = parseTableNumber(text, repaired)) {
            return *number > 0   ? Polarity::Cooperative
                   : *number < 0 ? Polarity::Conflictual
                                 : Polarity::Neutral;
        }
        say(Severity::Repaired, line, polarity_,
            fmt::format("“{}” is not cooperative, neutral or conflictual; it was taken as neutral.",
                        text));
        return Polarity::Neutral;
    }

    [[nodiscard]] StringId id(const Fields& fields) const {
        return dossier_.intern(fieldAt(fields, id_));
    }
    [[nodiscard]] std::string_view label(const Fields& fields) const {
        return fieldAt(fields, label_);
    }
    [[nodiscard]] StringId note(const Fields& fields) const {
        return dossier_.intern(fieldAt(fields, note_));
    }
    [[nodiscard]] std::size_t idColumn() const { return id_; }

private:
    bool endpoint(std::string_view text, std::size_t line, std::size_t column,
                  Endpoint& end) const {
        if (text.empty()) {
            return true;
        }
        if (text == "..") {
            end.kind = Endpoint::Kind::Open;
            return true;
        }
        const std::optional<Date> date = parseTableDate(text);
        if (!date) {
            return refuseDate(line, column, text);
        }
        end = {Endpoint::Kind::Known, *date};
        return true;
    }

    bool refuseDate(std::size_t line, std::size_t column, std::string_view text) const {
        say(Severity::Refused, line, column,
            fmt::format("“{}” is no date that exists; write 2001, 2001-03 or 2001-03-12. The row "
                        "was not taken.",
                        text));
        return false;
    }

    const Table& table_;
    Dossier& dossier_;
    ImportReport& report_;
    std::unordered_set<std::size_t> taken_;
    std::vector<std::pair<std::size_t, StringId>> attributes_;
    std::size_t id_ = Table::none;
    std::size_t label_ = Table::none;
    std::size_t interval_ = Table::none;
    std::size_t begin_ = Table::none;
    std::size_t end_ = Table::none;
    std::size_t year_ = Table::none;
    std::size_t sectors_ = Table::none;
    std::size_t confidence_ = Table::none;
    std::size_t polarity_ = Table::none;
    std::size_t note_ = Table::none;
};

/// Remarks on a row's shape that hold for every table.
void checkShape(const DelimitedText& rows, const Table& table, const CommonColumns& columns) {
    if (rows.quoteUnclosed()) {
        columns.say(Severity::Repaired, rows.line(), Table::none,
                    "A quotation mark is not closed; the field was taken to end with its line.");
    }
    if (rows.fields().size() > table.header().size()) {
        columns.say(Severity::Repaired, rows.line(), Table::none,
                    fmt::format("The row has {} fields, the header {}; those beyond were left out.",
                                rows.fields().size(), table.header().size()));
    }
}

Status statusOf(const CommonColumns& columns, const Fields& fields, std::size_t line,
                std::size_t column) {
    const std::string_view text = fieldAt(fields, column);
    if (text.empty()) {
        return Status::Unstated;
    }
    if (const auto status = parseStatus(text)) {
        return *status;
    }
    columns.say(Severity::Repaired, line, column,
                fmt::format("“{}” is no status that Entente knows (negotiated, signed, in force, "
                            "suspended, ended); it was left out.",
                            text));
    return Status::Unstated;
}

std::optional<Location> locationOf(const Fields& fields, std::size_t latitude,
                                   std::size_t longitude) {
    bool repaired = false;
    const auto north = parseTableNumber(fieldAt(fields, latitude), repaired);
    const auto east = parseTableNumber(fieldAt(fields, longitude), repaired);
    return north && east ? std::optional(Location{*north, *east}) : std::nullopt;
}

} // namespace

void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    CommonColumns columns(table, dossier, report);
    std::size_t kind = 0;
    std::size_t type = 0;
    std::size_t status = 0;
    std::size_t latitude = 0;
    std::size_t longitude = 0;
    columns.take(kind, {"kind"});
    columns.take(type, {"type"});
    columns.take(status, {"status"});
    columns.take(latitude, {"latitude", "lat"});
    columns.take(longitude, {"longitude", "lon", "lng"});
    columns.findAttributes();
    dossier.reserve(dossier.vertices().size() + table.rowEstimate(), dossier.edges().size());

    std::vector<Period> periods;
    std::size_t count = 0;
    for (DelimitedText rows = table.rows(); rows.next();) {
        if (++count % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction());
        }
        const Fields& fields = rows.fields();
        checkShape(rows, table, columns);
        Vertex vertex;
        vertex.id = columns.id(fields);
        if (vertex.id == noString) {
            columns.say(Severity::Refused, rows.line(), columns.idColumn(),
                        "The row has no id; it was not taken.");
            continue;
        }
        if (dossier.findVertex(vertex.id) != noIndex) {
            columns.say(Severity::Refused, rows.line(), columns.idColumn(),
                        fmt::format("The id “{}” is there already (a duplicate id); the row was "
                                    "not taken.",
                                    dossier.text(vertex.id)));
            continue;
        }
        if (!columns.periods(fields, rows.line(), periods)) {
            continue;
        }
        if (periods.size() > 1) {
            periods.front().end = periods.back().end;
            columns.say(Severity::Repaired, rows.line(), Table::none,
                        "The element has several periods; it was taken to last from the first to "
                        "the last.");
        }
        vertex.period = periods.empty() ? Period{} : periods.front();
        const std::string_view label = columns.label(fields);
        vertex.label = label.empty() ? vertex.id : dossier.intern(label);
        const std::string_view kindText = fieldAt(fields, kind);
        const auto kindWord = parseVertexKind(kindText);
        if (!kindText.empty() && !kindWord) {
            columns.say(Severity::Repaired, rows.line(), kind,
                        fmt::format("“{}” is no kind that Entente knows; it was kept as the type "
                                    "of an actor.",
                                    kindText));
        }
        vertex.kind = kindWord.value_or(VertexKind::Other);
        const std::string_view typeText = fieldAt(fields, type);
        vertex.type = dossier.intern(typeText.empty() && !kindWord ? kindText : typeText);
        vertex.sectors = columns.sectors(fields);
        vertex.confidence = columns.confidence(fields, rows.line());
        vertex.polarity = columns.polarity(fields, rows.line());
        vertex.status = statusOf(columns, fields, rows.line(), status);
        vertex.note = columns.note(fields);
        vertex.attributes = columns.attributes(fields);
        if (const auto location = locationOf(fields, latitude, longitude)) {
            VertexDetails details;
            details.location = location;
            vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        }
        dossier.add(vertex);
        ++report.rowsRead;
    }
}

void readEdges(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    CommonColumns columns(table, dossier, report);
    std::size_t source = 0;
    std::size_t target = 0;
    std::size_t type = 0;
    std::size_t kind = 0;
    std::size_t weight = 0;
    std::size_t relation = 0;
    columns.take(source, {"source"});
    columns.take(target, {"target"});
    columns.take(type, {"type"});
    columns.take(kind, {"kind"});
    columns.take(weight, {"weight"});
    columns.take(relation, {"role", "relation", "tietype"});
    columns.findAttributes();
    dossier.reserve(dossier.vertices().size(), dossier.edges().size() + table.rowEstimate());

    std::size_t unlisted = 0;
    const auto endOf = [&](std::string_view id) {
        const StringId name = dossier.intern(id);
        if (const VertexIndex known = dossier.findVertex(name); known != noIndex) {
            return known;
        }
        ++unlisted;
        Vertex vertex;
        vertex.id = name;
        vertex.label = name;
        return dossier.add(vertex);
    };
    const bool nodesKnown = dossier.vertices().count() > 0;
    std::vector<Period> periods;
    std::size_t count = 0;
    for (DelimitedText rows = table.rows(); rows.next();) {
        if (++count % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction());
        }
        const Fields& fields = rows.fields();
        checkShape(rows, table, columns);
        const std::string_view sourceId = fieldAt(fields, source);
        const std::string_view targetId = fieldAt(fields, target);
        if (sourceId.empty() || targetId.empty()) {
            columns.say(Severity::Refused, rows.line(), sourceId.empty() ? source : target,
                        "The row names no vertex here; it was not taken.");
            continue;
        }
        if (!columns.periods(fields, rows.line(), periods)) {
            continue;
        }
        Edge edge;
        const std::string_view weightText = fieldAt(fields, weight);
        if (!weightText.empty()) {
            bool repaired = false;
            const auto number = parseTableNumber(weightText, repaired);
            if (!number) {
                columns.say(Severity::Refused, rows.line(), weight,
                            fmt::format("“{}” is no number; the row was not taken.", weightText));
                continue;
            }
            if (repaired) {
                columns.say(Severity::Repaired, rows.line(), weight,
                            fmt::format("The comma in “{}” was taken for the decimal point.",
                                        weightText));
            }
            edge.weight = static_cast<float>(*number);
        }
        edge.source = endOf(sourceId);
        edge.target = endOf(targetId);
        edge.id = columns.id(fields);
        const std::string_view typeText = fieldAt(fields, type);
        const auto isWord = [&typeText](std::string_view word) {
            return std::ranges::equal(typeText, word, {}, [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
        };
        edge.directed = !isWord("undirected");
        const std::string_view kindText = fieldAt(fields, kind);
        const auto kindWord = parseEdgeKind(kindText);
        const VertexKind targetKind = dossier.vertices().kind(edge.target);
        const VertexKind sourceKind = dossier.vertices().kind(edge.source);
        edge.kind = kindWord                ? *kindWord
                    : isActor(targetKind) ? EdgeKind::Tie
                    : isActor(sourceKind) ? EdgeKind::Participation
                                          : EdgeKind::Lineage;
        const std::string_view relationText = fieldAt(fields, relation);
        const std::string_view meaning = !relationText.empty() ? relationText
                                         : !isWord("directed") && !isWord("undirected") &&
                                                   !isWord("mutual")
                                             ? typeText
                                         : !kindWord && !kindText.empty() ? kindText
                                                                          : columns.label(fields);
        edge.type = dossier.intern(meaning);
        edge.sectors = columns.sectors(fields);
        edge.confidence = columns.confidence(fields, rows.line());
        edge.polarity = columns.polarity(fields, rows.line());
        edge.note = columns.note(fields);
        edge.attributes = columns.attributes(fields);
        if (periods.empty()) {
            periods.emplace_back();
        }
        for (const Period& period : periods) {
            edge.period = period;
            dossier.add(edge);
        }
        ++report.rowsRead;
    }
    if (unlisted > 0 && nodesKnown) {
        report.add({Severity::Note, table.file(), 0, {},
                    fmt::format("{} ends of edges are not in the node table; they became actors.",
                                unlisted)});
    }
}

} // namespace entente
