#include "core/formats/atop.h"

#include "core/formats/alliance_agreements.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

class Atop {
public:
    Atop(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), alliances_(rows_, "atop", "atop-", "atopid"),
          pledges_(table), id_(rows_.take({"atopid"})) {
        for (const std::size_t column : pledges_.all()) {
            rows_.takeColumn(column);
        }
    }

    void readMembers(const Progress& progress) {
        const std::size_t member = rows_.take({"member"});
        const DateColumns entry = rows_.takeDate({"yrent"}, {"moent"}, {"dayent"});
        const DateColumns exit = rows_.takeDate({"yrexit"}, {"moexit"}, {"dayexit"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            const VertexIndex state = id.empty() ? noIndex : rows_.state(fields, member, line);
            if (state == noIndex) {
                return false;
            }
            AllianceAgreements::Stay stay;
            stay.state = state;
            stay.period = period(fields, line, entry, exit);
            stay.pledges = pledges_.read(fields, line, rows_.report());
            alliances_.of(id).stays.push_back(std::move(stay));
            return true;
        });
        finish();
    }

    void readAlliances(const Progress& progress) {
        rows_.take({"phase", "atopidphase", "phaseno"});
        const std::vector<std::size_t> members = rows_.takeNumbered("mem");
        const DateColumns begin = rows_.takeDate({"begyr"}, {"begmo"}, {"begday"});
        const DateColumns end = rows_.takeDate({"endyr"}, {"endmo"}, {"endday"});
        std::map<std::string, std::vector<Phase>> phases;
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            AllianceAgreements::Alliance& alliance = alliances_.of(id);
            const Phase phase{period(fields, line, begin, end),
                              pledges_.read(fields, line, rows_.report())};
            phases[id].push_back(phase);
            alliance.period = unite(alliance.period, phase.period);
            alliance.pledges |= phase.pledges;
            for (const std::size_t column : members) {
                // Columns beyond the last member are blank or 0.
                const auto code = rows_.count(fields, column);
                if (code && *code > 0) {
                    alliance.stays.push_back({rows_.state(*code), phase.period, phase.pledges, {}});
                }
            }
            return true;
        });
        std::size_t onePhase = 0;
        for (auto& [id, own] : phases) {
            AllianceAgreements::Alliance& alliance = alliances_.of(id);
            if (own.size() == 1) {
                onePhase += alliances_.hasParties(id) ? 0 : 1;
                for (AllianceAgreements::Stay& stay : alliance.stays) {
                    stay.period = {};
                }
            } else {
                alliance.note = note(own);
            }
        }
        if (onePhase > 0) {
            rows_.note(fmt::format("Alliances of one row: {}. The table does not say when their "
                                   "members came and went; open the member file of ATOP together "
                                   "with this one to have their dates.",
                                   onePhase));
        }
        finish();
    }

private:
    struct Phase {
        Period period;
        PledgeSet pledges;
    };

    std::string identifier(const Fields& fields, std::size_t line) {
        return rows_.identifier(fields, id_, line, "alliance");
    }

    Period period(const Fields& fields, std::size_t line, const DateColumns& begin,
                  const DateColumns& end) {
        const bool inEffect = end.present() && end.yearCode(fields) == 0;
        return rows_.period(rows_.date(fields, begin, line), rows_.date(fields, end, line), line,
                            end.year, inEffect ? Endpoint::Kind::Open : Endpoint::Kind::Unknown);
    }

    static std::string note(std::vector<Phase>& phases) {
        std::ranges::stable_sort(phases, {},
                                 [](const Phase& phase) { return phase.period.span().first; });
        std::string text = "Phases: ";
        for (std::size_t i = 0; i < phases.size(); ++i) {
            const std::string list = listOfPledges(phases[i].pledges);
            text += fmt::format("{}{} {}", i == 0 ? "" : "; ", toEdtf(phases[i].period),
                                list.empty() ? "no pledge" : list);
        }
        return text + ".";
    }

    void finish() {
        alliances_.add();
        rows_.sum();
    }

    ResearchTable rows_;
    AllianceAgreements alliances_;
    PledgeColumns pledges_;
    std::size_t id_;
};

} // namespace

bool isAtopMembers(const ColumnNames& names) {
    return names.hasAll({"atopid", "member"}) && names.hasAny({"yrent", "yrexit"});
}

bool isAtopAlliances(const ColumnNames& names) {
    return names.hasAll({"atopid", "begyr"}) && names.hasAny({"mem1", "endyr"});
}

bool isAtopStateYears(const ColumnNames& names) {
    return names.hasAll({"state", "year", "atopally"});
}

void refuseAtopStateYears(const Table& table, Dossier& /*dossier*/, ImportReport& /*report*/,
                          const Progress& /*progress*/) {
    throw FileError(fmt::format(
        "{}, line 1: this is ATOP's table by state and year, which counts a state’s alliances but "
        "does not name its allies. Open the member file (atop5_1m.csv) or the dyad-year file "
        "(atop5_1dy.csv) instead.",
        table.file()));
}

void readAtopMembers(const Table& table, Dossier& dossier, ImportReport& report,
                     const Progress& progress) {
    Atop(table, dossier, report).readMembers(progress);
}

void readAtopAlliances(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress) {
    Atop(table, dossier, report).readAlliances(progress);
}

} // namespace entente
