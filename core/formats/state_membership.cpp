#include "core/formats/state_membership.h"

#include "core/formats/country_codes.h"
#include "core/formats/date_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

std::size_t columnOf(const Table& table, std::string_view name) {
    return table.column(std::array{name});
}

class StateMembership {
public:
    StateMembership(const Table& table, Dossier& dossier, ImportReport& report)
        : table_(table), dossier_(dossier), report_(report), codes_(dossier),
          code_(columnOf(table, "ccode")), name_(columnOf(table, "statenme")),
          abbreviation_(columnOf(table, "stateabb")), version_(columnOf(table, "version")),
          begin_(table, {"styear"}, {"stmonth"}, {"stday"}),
          end_(table, {"endyear"}, {"endmonth"}, {"endday"}) {}

    void read() {
        for (DelimitedText rows = table_.rows(); rows.next();) {
            readRow(rows.fields(), rows.line());
        }
        for (auto& [row, tenures] : tenures_) {
            tell(row, tenures);
        }
        if (repeated_ > 0) {
            report_.note(table_.file(),
                         fmt::format("States with more than one tenure: {}. Each was taken to last "
                                     "from its first to its last, its note lists them.",
                                     repeated_));
        }
        if (goingOn_ > 0) {
            report_.note(
                table_.file(),
                fmt::format("Tenures that last to the end of the table: {}. They were taken as "
                            "going on.",
                            goingOn_));
        }
    }

private:
    void readRow(const std::vector<std::string_view>& fields, std::size_t line) {
        const auto code = parseWholeNumber(fieldAt(fields, code_));
        if (!code || *code < 0) {
            report_.add({Severity::Refused, table_.file(), line, table_.title(code_),
                         fmt::format("{} is no country code; the row was not taken.",
                                     quotedField(fieldAt(fields, code_)))});
            return;
        }
        Period tenure;
        if (begin_.present()) {
            tenure = {
                endpointOf(begin_.date(table_, fields, line, report_), Endpoint::Kind::Unknown),
                endpointOf(end_.date(table_, fields, line, report_), Endpoint::Kind::Unknown)};
        }
        const Date& last = tenure.end.date;
        if (tenure.end.kind == Endpoint::Kind::Known && last.month == 12 && last.day == 31 &&
            parseWholeNumber(fieldAt(fields, version_)) == last.year) {
            tenure.end = {Endpoint::Kind::Open, {}};
            ++goingOn_;
        }
        ++report_.rowsRead;
        VertexIndex state = codes_.find(*code);
        if (state == noIndex) {
            Vertex vertex;
            const std::string_view name = fieldAt(fields, name_);
            const std::string_view abbreviation = fieldAt(fields, abbreviation_);
            vertex.label = dossier_.intern(name.empty() ? abbreviation : name);
            if (!abbreviation.empty()) {
                VertexDetails details;
                details.codes = {{"cow abbreviation", std::string(abbreviation)}};
                vertex.details = std::make_shared<const VertexDetails>(std::move(details));
            }
            state = codes_.add(*code, std::move(vertex));
        }
        tenures_[state].push_back(tenure);
    }

    void tell(VertexIndex row, std::vector<Period>& tenures) {
        std::ranges::stable_sort(tenures, {},
                                 [](const Period& tenure) { return tenure.span().first; });
        Vertex state = dossier_.vertices().row(row);
        state.period = {tenures.front().begin, tenures.back().end};
        if (tenures.size() > 1 && begin_.present()) {
            ++repeated_;
            std::string note = "In the state system ";
            for (std::size_t i = 0; i < tenures.size(); ++i) {
                const bool open = tenures[i].end.kind == Endpoint::Kind::Open;
                note += i == 0 ? "" : i + 1 == tenures.size() ? " and " : ", ";
                note += open ? "since " + toEdtf(tenures[i].begin.date)
                             : fmt::format("from {} to {}", toEdtf(tenures[i].begin.date),
                                           toEdtf(tenures[i].end.date));
            }
            const std::string_view known = dossier_.text(state.note);
            state.note =
                dossier_.intern(known.empty() ? note + "." : fmt::format("{} {}.", known, note));
        }
        dossier_.replaceVertex(row, state);
    }

    const Table& table_;
    Dossier& dossier_;
    ImportReport& report_;
    CountryCodes codes_;
    std::size_t code_;
    std::size_t name_;
    std::size_t abbreviation_;
    std::size_t version_;
    DateColumns begin_;
    DateColumns end_;
    std::map<VertexIndex, std::vector<Period>> tenures_;
    std::size_t repeated_ = 0;
    std::size_t goingOn_ = 0;
};

} // namespace

bool isStateMembership(const ColumnNames& names) {
    return !names.has("id") && names.has("ccode") && names.hasAny({"statenme", "stateabb"});
}

void readStateMembership(const Table& table, Dossier& dossier, ImportReport& report,
                         const Progress& /*progress*/) {
    StateMembership(table, dossier, report).read();
}

} // namespace entente
