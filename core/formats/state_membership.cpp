#include "core/formats/state_membership.h"

#include "core/formats/research_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

/// Tables of which state was in the system, or a great power, and when.
class StateTenures {
public:
    StateTenures(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), code_(rows_.take({"ccode"})),
          name_(rows_.take({"statenme"})), abbreviation_(rows_.take({"stateabb"})),
          version_(rows_.take({"version"})),
          begin_(rows_.takeDate({"styear"}, {"stmonth"}, {"stday"})),
          end_(rows_.takeDate({"endyear"}, {"endmonth"}, {"endday"})) {
        // COW's list of country codes has some of its states twice.
        rows_.takeRepeatedRows();
    }

    void readStates(const Progress& progress) {
        readTenures(progress);
        for (auto& [row, tenures] : tenures_) {
            setPeriod(row, tenures);
        }
        if (repeated_ > 0) {
            rows_.note(fmt::format("States with more than one tenure: {}. Each was taken to last "
                                   "from its first to its last, its note lists them.",
                                   repeated_));
        }
        finish("Tenures");
    }

    void readMajorPowers(const Progress& progress) {
        readTenures(progress);
        for (auto& [row, tenures] : tenures_) {
            std::string list;
            for (const Period& tenure : sorted(tenures)) {
                list += (list.empty() ? "" : "; ") + toEdtf(tenure);
            }
            Vertex state = rows_.dossier().vertices().row(row);
            rows_.addAttribute(state.attributes, "major power", list);
            rows_.dossier().replaceVertex(row, state);
        }
        finish("Stretches as a major power");
    }

    void readYears(const Progress& progress) {
        DateColumns columns;
        columns.year = rows_.take({"year"});
        std::map<VertexIndex, std::vector<Date>> years;
        int lastYear = 0;
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const auto year = rows_.date(fields, columns, line);
            if (!year) {
                return rows_.refuse(
                    line, columns.year,
                    fmt::format("{} is no year.", quotedField(fieldAt(fields, columns.year))));
            }
            const VertexIndex row = state(fields, line);
            if (row == noIndex) {
                return false;
            }
            years[row].push_back(*year);
            lastYear = std::max(lastYear, year->year);
            return true;
        });
        for (auto& [row, own] : years) {
            // A table of tenures says it to the day.
            if (!rows_.dossier().vertices().period(row).empty()) {
                continue;
            }
            std::ranges::sort(own, {}, &Date::year);
            std::vector<Period> tenures;
            for (const Date& year : own) {
                if (tenures.empty() || tenures.back().end.date.year + 1 < year.year) {
                    tenures.push_back(Period::between(year, year));
                }
                tenures.back().end.date = year;
            }
            if (tenures.back().end.date.year == lastYear) {
                tenures.back().end = {Endpoint::Kind::Open, {}};
                ++goingOn_;
            }
            setPeriod(row, tenures);
        }
        finish("Tenures");
    }

private:
    void readTenures(const Progress& progress) {
        rows_.forEachRow(progress, [this](const Fields& fields, std::size_t line) {
            const VertexIndex row = state(fields, line);
            if (row == noIndex) {
                return false;
            }
            tenures_[row].push_back(tenure(fields, line));
            return true;
        });
    }

    Period tenure(const Fields& fields, std::size_t line) {
        if (!begin_.present()) {
            return {};
        }
        Period tenure = rows_.period(rows_.date(fields, begin_, line),
                                     rows_.date(fields, end_, line), line, end_.year);
        const Date& last = tenure.end.date;
        if (tenure.end.kind == Endpoint::Kind::Known && last.month == 12 && last.day == 31 &&
            rows_.count(fields, version_) == last.year) {
            tenure.end = {Endpoint::Kind::Open, {}};
            ++goingOn_;
        }
        return tenure;
    }

    /// A table of states names them as it likes, whatever the table of countries calls them.
    VertexIndex state(const Fields& fields, std::size_t line) {
        const auto code = rows_.count(fields, code_);
        const std::string_view name = rows_.text(fields, name_);
        const std::string_view abbreviation = rows_.text(fields, abbreviation_);
        VertexIndex row = code && *code > 0 ? rows_.codes().find(*code) : noIndex;
        if (row != noIndex || !code || *code <= 0 || name.empty()) {
            row = rows_.state(fields, code_, line, abbreviation, ResearchTable::NameUse::Unused);
        } else {
            Vertex vertex;
            vertex.label = rows_.dossier().intern(name);
            row = rows_.codes().add(*code, std::move(vertex));
        }
        if (row != noIndex) {
            addAbbreviation(row, abbreviation);
            rows_.cite(row, rows_.locator(code_, fieldAt(fields, code_)));
        }
        return row;
    }

    void addAbbreviation(VertexIndex row, std::string_view abbreviation) {
        Vertex state = rows_.dossier().vertices().row(row);
        VertexDetails details = state.details ? *state.details : VertexDetails{};
        constexpr std::string_view system = "cow abbreviation";
        if (abbreviation.empty() ||
            std::ranges::find(details.codes, system, &Code::system) != details.codes.end()) {
            return;
        }
        details.codes.push_back({std::string(system), std::string(abbreviation)});
        state.details = std::make_shared<const VertexDetails>(std::move(details));
        rows_.dossier().replaceVertex(row, state);
    }

    static std::vector<Period>& sorted(std::vector<Period>& tenures) {
        std::ranges::stable_sort(tenures, {},
                                 [](const Period& tenure) { return tenure.span().first; });
        tenures.erase(std::unique(tenures.begin(), tenures.end()), tenures.end());
        return tenures;
    }

    void setPeriod(VertexIndex row, std::vector<Period>& tenures) {
        sorted(tenures);
        Vertex state = rows_.dossier().vertices().row(row);
        state.period = {tenures.front().begin, tenures.back().end};
        if (tenures.size() > 1) {
            ++repeated_;
            std::string note = "In the state system ";
            for (std::size_t i = 0; i < tenures.size(); ++i) {
                const bool open = tenures[i].end.kind == Endpoint::Kind::Open;
                note += i == 0 ? "" : i + 1 == tenures.size() ? " and " : ", ";
                note += open ? "since " + toEdtf(tenures[i].begin.date)
                             : fmt::format("from {} to {}", toEdtf(tenures[i].begin.date),
                                           toEdtf(tenures[i].end.date));
            }
            const std::string_view known = rows_.dossier().text(state.note);
            state.note = rows_.dossier().intern(known.empty() ? note + "."
                                                              : fmt::format("{} {}.", known, note));
        }
        rows_.dossier().replaceVertex(row, state);
    }

    void finish(std::string_view what) {
        if (goingOn_ > 0) {
            rows_.note(fmt::format(
                "{} that last to the end of the table: {}. They were taken as going on.", what,
                goingOn_));
        }
        rows_.sum();
    }

    ResearchTable rows_;
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
    return !names.hasAny({"id", "year"}) && names.hasAll({"ccode", "statenme"});
}

bool isMajorPowers(const ColumnNames& names) {
    return !names.hasAny({"id", "year", "statenme"}) &&
           names.hasAll({"ccode", "stateabb", "styear", "endyear"});
}

bool isStateYears(const ColumnNames& names) {
    // The same columns begin the National Material Capabilities.
    return !names.hasAny({"id", "styear", "milex", "cinc"}) &&
           names.hasAll({"ccode", "stateabb", "year", "version"});
}

void readStateMembership(const Table& table, Dossier& dossier, ImportReport& report,
                         const Progress& progress) {
    StateTenures(table, dossier, report).readStates(progress);
}

void readMajorPowers(const Table& table, Dossier& dossier, ImportReport& report,
                     const Progress& progress) {
    StateTenures(table, dossier, report).readMajorPowers(progress);
}

void readStateYears(const Table& table, Dossier& dossier, ImportReport& report,
                    const Progress& progress) {
    StateTenures(table, dossier, report).readYears(progress);
}

} // namespace entente
