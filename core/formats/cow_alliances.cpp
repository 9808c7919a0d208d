#include "core/formats/cow_alliances.h"

#include "core/formats/alliance_agreements.h"

#include <fmt/format.h>

#include <array>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

bool namesAlliances(const ColumnNames& names) {
    return names.hasAny({"version4id", "version3id"});
}

class CowAlliances {
public:
    CowAlliances(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report),
          alliances_(rows_, "cow alliance", "cow-alliance-", "version4id"), pledges_(table),
          id_(rows_.take({"version4id", "version3id"})), year_(rows_.take({"year"})),
          leftCensor_(rows_.take({"leftcensor"})), rightCensor_(rows_.take({"rightcensor"})) {
        for (const std::size_t column : pledges_.all()) {
            rows_.takeColumn(column);
        }
    }

    void readMembers(const Progress& progress) {
        const std::size_t code = rows_.take({"ccode"});
        const std::size_t name = rows_.take({"statename"});
        const DateColumns begin = rows_.takeDate({"memstyear"}, {"memstmonth"}, {"memstday"});
        const DateColumns end = rows_.takeDate({"memendyear"}, {"memendmonth"}, {"memendday"});
        const DateColumns wholeBegin = rows_.takeDate({"allstyear"}, {"allstmonth"}, {"allstday"});
        const DateColumns wholeEnd = rows_.takeDate({"allendyear"}, {"allendmonth"}, {"allendday"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            const VertexIndex state =
                id.empty() ? noIndex : rows_.state(fields, code, line, rows_.text(fields, name));
            if (state == noIndex) {
                return false;
            }
            AllianceAgreements::Alliance& alliance = alliances_.of(id);
            alliance.stays.push_back(stay(fields, line, state, begin, end));
            if (wholeBegin.present()) {
                takeWhole(alliance.period, fields, rows_.date(fields, wholeBegin, line),
                          rows_.date(fields, wholeEnd, line));
            }
            return true;
        });
        finish();
    }

    void readDyads(const Progress& progress) {
        const std::array codes = {rows_.take({"ccode1"}), rows_.take({"ccode2"})};
        const std::array names = {rows_.take({"statename1"}), rows_.take({"statename2"})};
        const DateColumns begin = rows_.takeDate({"dyadstyear"}, {"dyadstmonth"}, {"dyadstday"});
        const DateColumns end = rows_.takeDate({"dyadendyear"}, {"dyadendmonth"}, {"dyadendday"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            std::array<VertexIndex, 2> states{};
            for (std::size_t i = 0; i < states.size(); ++i) {
                states[i] = rows_.state(fields, codes[i], line, rows_.text(fields, names[i]));
                if (states[i] == noIndex) {
                    return false;
                }
            }
            const AllianceAgreements::Stay one = stay(fields, line, states[0], begin, end);
            std::vector<AllianceAgreements::Stay>& stays = alliances_.of(id).stays;
            for (const VertexIndex state : states) {
                stays.push_back(one);
                stays.back().state = state;
            }
            return true;
        });
        finish();
    }

private:
    /// The data begin with 1816.
    static constexpr int firstYear = 1816;

    std::string identifier(const Fields& fields, std::size_t line) {
        return rows_.identifier(fields, id_, line, "alliance");
    }

    bool yes(const Fields& fields, std::size_t column) {
        return rows_.count(fields, column).value_or(0) == 1;
    }

    /// An end that the row leaves blank.
    Endpoint::Kind lastKind(const Fields& fields) {
        return yes(fields, rightCensor_) ? Endpoint::Kind::Open : Endpoint::Kind::Unknown;
    }

    /// Each row of an alliance repeats its dates; one that a member left may leave the end blank.
    void takeWhole(Period& whole, const Fields& fields, const std::optional<Date>& first,
                   const std::optional<Date>& last) {
        using Kind = Endpoint::Kind;
        const bool before = yes(fields, leftCensor_) && first && first->year <= firstYear;
        const Endpoint begin =
            before ? Endpoint{Kind::Unknown, {}} : endpointOf(first, Kind::Unknown);
        const Endpoint end = endpointOf(last, lastKind(fields));
        if (whole.empty() || before) {
            whole.begin = begin;
        }
        if (whole.end.kind == Kind::Absent || whole.end.kind == Kind::Unknown) {
            whole.end = end;
        }
    }

    AllianceAgreements::Stay stay(const Fields& fields, std::size_t line, VertexIndex state,
                                  const DateColumns& begin, const DateColumns& end) {
        AllianceAgreements::Stay stay;
        stay.state = state;
        stay.pledges = pledges_.read(fields, line, rows_.report());
        if (!begin.present()) {
            DateColumns columns;
            columns.year = year_;
            if (const auto year = rows_.date(fields, columns, line)) {
                stay.period = Period::between(*year, *year);
            }
            return stay;
        }
        const auto first = rows_.date(fields, begin, line);
        const auto last = rows_.date(fields, end, line);
        stay.period = rows_.period(first, last, line, end.year, lastKind(fields));
        if (yes(fields, leftCensor_) && (!first || first->year <= firstYear)) {
            stay.period.begin = {Endpoint::Kind::Unknown, {}};
            ++leftCensored_;
            if (first) {
                rows_.addAttribute(stay.attributes, "in force by", toEdtf(*first));
            }
        }
        return stay;
    }

    void finish() {
        if (leftCensored_ > 0) {
            rows_.note(fmt::format("Rows with left_censor 1: {}. What they tell of began before "
                                   "the data do; the begin was taken as not known.",
                                   leftCensored_));
        }
        alliances_.add();
        rows_.sum();
    }

    ResearchTable rows_;
    AllianceAgreements alliances_;
    PledgeColumns pledges_;
    std::size_t id_;
    std::size_t year_;
    std::size_t leftCensor_;
    std::size_t rightCensor_;
    std::size_t leftCensored_ = 0;
};

} // namespace

bool isCowAlliancesByMember(const ColumnNames& names) {
    return namesAlliances(names) && names.has("ccode");
}

bool isCowAlliancesByDyad(const ColumnNames& names) {
    return namesAlliances(names) && names.hasAll({"ccode1", "ccode2"});
}

void readCowAlliancesByMember(const Table& table, Dossier& dossier, ImportReport& report,
                              const Progress& progress) {
    CowAlliances(table, dossier, report).readMembers(progress);
}

void readCowAlliancesByDyad(const Table& table, Dossier& dossier, ImportReport& report,
                            const Progress& progress) {
    CowAlliances(table, dossier, report).readDyads(progress);
}

} // namespace entente
