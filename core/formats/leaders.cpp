#include "core/formats/leaders.h"

#include "core/formats/date_format.h"
#include "core/formats/gleditsch_ward.h"
#include "core/formats/research_table.h"
#include "core/formats/table_columns.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

class Archigos {
public:
    Archigos(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), spell_(rows_.take({"obsid"})),
          code_(rows_.take({"gwcode", "ccode"})), id_(rows_.take({"leadid"})),
          name_(rows_.take({"leader"})), begin_(rows_.take({"startdate"})),
          end_(rows_.take({"enddate"})), entry_(rows_.take({"entry"})), exit_(rows_.take({"exit"})),
          exitCode_(rows_.take({"exitcode"})), fate_(rows_.take({"posttenurefate"})),
          born_(rows_.take({"borndate"})), yearBorn_(rows_.take({"yrborn"})),
          died_(rows_.take({"deathdate"})), yearDied_(rows_.take({"yrdied"})),
          gender_(rows_.take({"gender"})) {}

    void read(const Progress& progress) {
        findDateFormat();
        rows_.forEachRow(progress, [this](const Fields& fields, std::size_t line) {
            return readRow(fields, line);
        });
        rows_.note(fmt::format("Leaders: {}, of whom {} came back; terms of office: {}, of which "
                               "{} go on.",
                               leaders_.size(), returned_, terms_, goingOn_));
        if (split_ > 0) {
            rows_.note(fmt::format("Terms during which the state's code of the Correlates of War "
                                   "project changed (Germany and Yemen in 1990): {}. Each is two "
                                   "ties.",
                                   split_));
        }
        rows_.sum();
    }

private:
    /// Spreadsheet programs write the dates anew when they save the table.
    void findDateFormat() {
        std::vector<std::string> texts;
        for (DelimitedText rows = rows_.table().rows(); rows.next();) {
            for (const std::size_t column : {begin_, end_, born_, died_}) {
                const std::string_view text = fieldAt(rows.fields(), column);
                if (!text.empty() && !parseTableDate(text)) {
                    texts.emplace_back(text);
                }
            }
        }
        format_ = dateEvidence({texts.begin(), texts.end()}).format;
        if (format_ == DateFormat::DayFirst || format_ == DateFormat::MonthFirst) {
            rows_.note(fmt::format("Dates written with numbers alone were read with the {} first.",
                                   format_ == DateFormat::DayFirst ? "day" : "month"));
        }
    }

    [[nodiscard]] std::optional<Date> dateOf(std::string_view text) const {
        std::optional<Date> date = parseTableDate(text);
        if (!date && (format_ == DateFormat::DayFirst || format_ == DateFormat::MonthFirst)) {
            const auto written = tableDate(text, format_);
            date = written ? parseTableDate(*written) : std::nullopt;
        }
        return date;
    }

    struct Leader {
        VertexIndex row = noIndex;
        std::string name;
        int state = 0;
        std::size_t terms = 0;
    };

    bool readRow(const Fields& fields, std::size_t line) {
        const std::string_view name = rows_.text(fields, name_);
        if (name.empty()) {
            return rows_.refuse(line, name_, "The row names no leader.");
        }
        const auto code = parseWholeNumber(fieldAt(fields, code_));
        if (!code || *code <= 0) {
            return rows_.refuse(
                line, code_,
                fmt::format("{} is no country code.", quotedField(fieldAt(fields, code_))));
        }
        const std::string_view exit = rows_.text(fields, exit_);
        Period term =
            rows_.period(date(fields, line, begin_), date(fields, line, end_), line, end_);
        if (plainColumnName(exit) == "stillinoffice") {
            term.end = {Endpoint::Kind::Open, {}};
            ++goingOn_;
        }
        Edge tie;
        tie.source = leader(fields, line, name, *code);
        tie.type = rows_.dossier().intern("leads");
        tie.polarity = Polarity::Cooperative;
        tie.sectors = rows_.dossier().sectorNamed("diplomacy");
        rows_.addAttribute(tie.attributes, "entry", rows_.text(fields, entry_));
        rows_.addAttribute(tie.attributes, "exit", exit);
        if (const std::string_view how = rows_.text(fields, exitCode_); how != exit) {
            rows_.addAttribute(tie.attributes, "exit in detail", how);
        }
        rows_.addAttribute(tie.attributes, "fate in the year after", rows_.text(fields, fate_));
        rows_.addAttribute(tie.attributes, "archigos", rows_.text(fields, spell_));
        const std::vector<CowStretch> stretches = cowCodes(*code, term);
        split_ += stretches.size() > 1 ? 1 : 0;
        for (const CowStretch& stretch : stretches) {
            tie.target = stretch.code ? rows_.state(*stretch.code) : otherState(*code);
            tie.period = stretch.period;
            rows_.cite({ElementKind::Edge, rows_.dossier().add(tie)},
                       rows_.locator(spell_, rows_.text(fields, spell_)));
        }
        ++terms_;
        return true;
    }

    std::optional<Date> date(const Fields& fields, std::size_t line, std::size_t column) {
        const std::string_view text = rows_.text(fields, column);
        if (text.empty()) {
            return std::nullopt;
        }
        const auto date = dateOf(text);
        if (!date) {
            rows_.repaired(
                line, column,
                fmt::format("{} is no date; it was taken as not known.", quotedField(text)));
        }
        return date;
    }

    VertexIndex leader(const Fields& fields, std::size_t line, std::string_view name, int state) {
        std::string id(rows_.text(fields, id_));
        if (id.empty()) {
            id = rows_.text(fields, spell_);
        }
        if (id.empty()) {
            id = fmt::format("{}-{}", state, name);
        }
        const auto known = leaders_.find(id);
        if (known != leaders_.end() && known->second.name != name && known->second.state != state) {
            rows_.repaired(line, id_,
                           fmt::format("{} of state {} has the id of {} of state {}; they were "
                                       "taken for two leaders.",
                                       name, state, known->second.name, known->second.state));
            id += fmt::format("-{}", state);
        }
        Leader& leader = leaders_[id];
        returned_ += leader.terms++ == 1 ? 1 : 0;
        if (leader.row == noIndex) {
            leader = {addLeader(fields, id, name), std::string(name), state, 1};
        }
        return leader.row;
    }

    VertexIndex addLeader(const Fields& fields, const std::string& id, std::string_view name) {
        Dossier& dossier = rows_.dossier();
        Vertex vertex;
        vertex.id = dossier.intern(fmt::format("archigos-{}", id));
        if (const VertexIndex known = dossier.findVertex(vertex.id); known != noIndex) {
            return known;
        }
        vertex.label = dossier.intern(name);
        vertex.kind = VertexKind::Leader;
        addDate(vertex.attributes, "born", fields, born_, yearBorn_);
        addDate(vertex.attributes, "died", fields, died_, yearDied_);
        const std::string_view gender = rows_.text(fields, gender_);
        rows_.addAttribute(vertex.attributes, "gender",
                           gender == "M"   ? "male"
                           : gender == "F" ? "female"
                                           : gender);
        VertexDetails details;
        details.codes = {{"archigos", id}};
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        return dossier.add(vertex);
    }

    /// The date, or the year where it is not known.
    void addDate(std::vector<Attribute>& attributes, std::string_view name, const Fields& fields,
                 std::size_t date, std::size_t year) {
        const auto day = dateOf(rows_.text(fields, date));
        rows_.addAttribute(attributes, name,
                           day ? toEdtf(*day) : std::string(rows_.text(fields, year)));
    }

    /// A state that only Gleditsch and Ward count.
    VertexIndex otherState(int code) {
        Dossier& dossier = rows_.dossier();
        Vertex vertex;
        vertex.id = dossier.intern(fmt::format("gw-{}", code));
        if (const VertexIndex known = dossier.findVertex(vertex.id); known != noIndex) {
            return known;
        }
        vertex.label = dossier.intern(fmt::format("State {} (Gleditsch and Ward)", code));
        vertex.kind = VertexKind::State;
        VertexDetails details;
        details.codes = {{"gw", std::to_string(code)}};
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        return dossier.add(vertex);
    }

    ResearchTable rows_;
    std::size_t spell_;
    std::size_t code_;
    std::size_t id_;
    std::size_t name_;
    std::size_t begin_;
    std::size_t end_;
    std::size_t entry_;
    std::size_t exit_;
    std::size_t exitCode_;
    std::size_t fate_;
    std::size_t born_;
    std::size_t yearBorn_;
    std::size_t died_;
    std::size_t yearDied_;
    std::size_t gender_;
    DateFormat format_ = DateFormat::Iso;
    std::unordered_map<std::string, Leader> leaders_;
    std::size_t terms_ = 0;
    std::size_t returned_ = 0;
    std::size_t goingOn_ = 0;
    std::size_t split_ = 0;
};

} // namespace

bool isArchigos(const ColumnNames& names) {
    return names.hasAll({"leader", "startdate"}) && names.hasAny({"leadid", "obsid", "idacr"}) &&
           names.hasAny({"gwcode", "ccode"});
}

void readArchigos(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress) {
    Archigos(table, dossier, report).read(progress);
}

} // namespace entente
