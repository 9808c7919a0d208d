#include "core/formats/disputes.h"

#include "core/formats/conflict_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

/// Codes from 0 on, as the codebook of Militarized Interstate Disputes has them.
constexpr std::array<std::string_view, 7> fatalities = {
    "none", "1 to 25", "26 to 100", "101 to 250", "251 to 500", "501 to 999", "more than 999"};
constexpr std::array<std::string_view, 6> hostilities = {
    "", "no militarised action", "threat of force", "display of force", "use of force", "war"};
constexpr std::array<std::string_view, 10> outcomes = {
    "",          "victory of side A", "victory of side B", "side A yielded", "side B yielded",
    "stalemate", "compromise",        "released",          "unclear",        "joined a war"};
constexpr std::array<std::string_view, 5> revisions = {"", "territory", "policy", "regime",
                                                       "other"};

constexpr ConflictEvents::Words words = {
    "dispute-",        "cow dispute", "Dispute",           "militarised interstate dispute",
    "in dispute with", "security",    {"side A", "side B"}};

class Disputes {
public:
    Disputes(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), disputes_(rows_, words),
          number_(rows_.take({"dispnum", "dispnum3", "dispnum4", "disno"})),
          begin_(rows_.takeDate({"styear", "strtyr"}, {"stmon", "strtmnth"}, {"stday", "strtday"})),
          end_(rows_.takeDate({"endyear", "endyr"}, {"endmon", "endmnth"}, {"endday"})),
          goingOn_(rows_.take({"ongo2014", "ongo2010", "ongoing"})) {}

    void readDisputes(const Progress& progress) {
        const std::size_t outcome = rows_.take({"outcome"});
        const std::size_t fatality = rows_.take({"fatality"});
        const std::size_t hostility = rows_.take({"hostlev"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            ConflictEvents::Conflict& dispute = disputes_.of(id);
            dispute.period = period(fields, line);
            addWord(dispute.attributes, "outcome", outcomes, fields, outcome);
            addWord(dispute.attributes, "fatalities", fatalities, fields, fatality);
            addWord(dispute.attributes, "hostility", hostilities, fields, hostility);
            return true;
        });
        rows_.note("The table names no participants; open the one of participants (MIDB) together "
                   "with it to have them.");
        finish();
    }

    void readParticipants(const Progress& progress) {
        const std::size_t code = rows_.take({"ccode"});
        const std::size_t side = rows_.take({"sidea"});
        const std::size_t fatality = rows_.take({"fatality"});
        const std::size_t hostility = rows_.take({"hostlev"});
        const std::size_t original = rows_.take({"orig"});
        const std::size_t revision = rows_.take({"revtype1"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            const VertexIndex actor = id.empty() ? noIndex : rows_.state(fields, code, line);
            if (actor == noIndex) {
                return false;
            }
            const auto onA = rows_.count(fields, side);
            if (onA != 0 && onA != 1) {
                return rows_.refuse(line, side,
                                    fmt::format("{} does not say whether this is side A (1 or 0).",
                                                quotedField(fieldAt(fields, side))));
            }
            ConflictEvents::Participant participant{
                actor, onA == 1 ? 1 : 2, {period(fields, line)}, {}};
            addWord(participant.attributes, "hostility", hostilities, fields, hostility);
            addWord(participant.attributes, "fatalities", fatalities, fields, fatality);
            addWord(participant.attributes, "seeks to revise", revisions, fields, revision);
            addOriginator(participant.attributes, fields, original);
            disputes_.of(id).participants.push_back(std::move(participant));
            return true;
        });
        finish();
    }

    void readDyads(const Progress& progress) {
        const std::array codes = {rows_.take({"ccode1", "ccodea", "statea"}),
                                  rows_.take({"ccode2", "ccodeb", "stateb"})};
        const std::array names = {rows_.take({"namea"}), rows_.take({"nameb"})};
        const std::array sides = {rows_.take({"sidea1", "sideaa"}),
                                  rows_.take({"sidea2", "sideab"})};
        const std::array hostility = {rows_.take({"hostlev1", "hihosta"}),
                                      rows_.take({"hostlev2", "hihostb"})};
        const std::array fatality = {rows_.take({"fatality1", "fatleva"}),
                                     rows_.take({"fatality2", "fatlevb"})};
        const std::array original = {rows_.take({"orig1"}), rows_.take({"orig2"})};
        const std::size_t wholeFatality = rows_.take({"fatality", "fatlev"});
        const std::size_t wholeHostility = rows_.take({"hostlev", "hihost"});
        year_ = rows_.take({"year"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            std::array<VertexIndex, 2> actors{};
            for (std::size_t i = 0; i < actors.size(); ++i) {
                actors[i] = rows_.state(fields, codes[i], line, rows_.text(fields, names[i]));
                if (actors[i] == noIndex) {
                    return false;
                }
            }
            const Period when = rowPeriod(fields, line);
            if (when.empty()) {
                return rows_.refuse(
                    line, year_,
                    fmt::format("{} is no year.", quotedField(fieldAt(fields, year_))));
            }
            ConflictEvents::Conflict& dispute = disputes_.of(id);
            if (dispute.attributes.empty()) {
                addWord(dispute.attributes, "fatalities", fatalities, fields, wholeFatality);
                addWord(dispute.attributes, "hostility", hostilities, fields, wholeHostility);
            }
            std::array<int, 2> on{};
            for (std::size_t i = 0; i < actors.size(); ++i) {
                // Where a side is not told, it is the other one's opposite.
                const auto own = rows_.count(fields, sides[i]);
                const auto other = rows_.count(fields, sides[1 - i]);
                on[i] = own ? (*own == 1 ? 1 : 2) : other ? (*other == 1 ? 2 : 1) : 0;
                ConflictEvents::Participant& participant =
                    ConflictEvents::participant(dispute, actors[i], on[i]);
                if (participant.spells.empty()) {
                    addWord(participant.attributes, "hostility", hostilities, fields, hostility[i]);
                    addWord(participant.attributes, "fatalities", fatalities, fields, fatality[i]);
                    addOriginator(participant.attributes, fields, original[i]);
                }
                addSpell(participant.spells, when);
            }
            if (on[0] == on[1] && on[0] != 0) {
                ++sameSide_;
            } else {
                // Both directions of a pair are one tie.
                const bool swap = on[0] == 2 || (on[0] == 0 && actors[1] < actors[0]);
                dispute.dyads.push_back({actors[swap ? 1 : 0], actors[swap ? 0 : 1], when});
            }
            return true;
        });
        disputes_.forEach([](ConflictEvents::Conflict& dispute) { joinYears(dispute); });
        if (sameSide_ > 0) {
            rows_.note(
                fmt::format("Rows of pairs on the same side: {}. They give no tie.", sameSide_));
        }
        finish();
    }

private:
    std::string identifier(const Fields& fields, std::size_t line) {
        const std::string_view text = rows_.text(fields, number_);
        if (text.empty()) {
            rows_.refuse(line, number_, "The dispute has no number.");
        }
        return identifierOf(text);
    }

    Period period(const Fields& fields, std::size_t line) {
        const bool open = rows_.count(fields, goingOn_) == 1;
        return {endpointOf(rows_.date(fields, begin_, line), Endpoint::Kind::Unknown),
                endpointOf(rows_.date(fields, end_, line),
                           open ? Endpoint::Kind::Open : Endpoint::Kind::Unknown)};
    }

    /// The pair's own dates where the table has them, else the year of the row.
    Period rowPeriod(const Fields& fields, std::size_t line) {
        if (begin_.present() && end_.present()) {
            return period(fields, line);
        }
        DateColumns columns;
        columns.year = year_;
        const auto year = rows_.date(fields, columns, line);
        return year ? Period::between(*year, *year) : Period{};
    }

    static void addSpell(std::vector<Period>& spells, const Period& spell) {
        spells.push_back(spell);
        join(spells);
    }

    /// Stretches that touch become one.
    static void join(std::vector<Period>& spells) {
        std::ranges::stable_sort(spells, {},
                                 [](const Period& spell) { return spell.span().first; });
        std::vector<Period> joined;
        for (const Period& spell : spells) {
            if (!joined.empty() && (joined.back() == spell || touch(joined.back(), spell))) {
                joined.back() = unite(joined.back(), spell);
            } else {
                joined.push_back(spell);
            }
        }
        spells = std::move(joined);
    }

    static void joinYears(ConflictEvents::Conflict& dispute) {
        std::vector<std::pair<std::pair<VertexIndex, VertexIndex>, std::vector<Period>>> pairs;
        for (const ConflictEvents::Dyad& dyad : dispute.dyads) {
            const std::pair pair(dyad.first, dyad.second);
            auto known = std::ranges::find(pairs, pair, &decltype(pairs)::value_type::first);
            if (known == pairs.end()) {
                known = pairs.insert(pairs.end(), {pair, {}});
            }
            known->second.push_back(dyad.period);
        }
        dispute.dyads.clear();
        for (auto& [pair, spells] : pairs) {
            join(spells);
            for (const Period& spell : spells) {
                dispute.dyads.push_back({pair.first, pair.second, spell});
            }
        }
    }

    void addWord(std::vector<Attribute>& attributes, std::string_view name,
                 std::span<const std::string_view> meanings, const Fields& fields,
                 std::size_t column) {
        const auto code = rows_.count(fields, column);
        if (code && static_cast<std::size_t>(*code) < meanings.size()) {
            rows_.addAttribute(attributes, name, meanings[static_cast<std::size_t>(*code)]);
        }
    }

    void addOriginator(std::vector<Attribute>& attributes, const Fields& fields,
                       std::size_t column) {
        const auto code = rows_.count(fields, column);
        rows_.addAttribute(attributes, "originator", code == 1 ? "yes" : code == 0 ? "no" : "");
    }

    void finish() {
        disputes_.add();
        rows_.sum();
    }

    ResearchTable rows_;
    ConflictEvents disputes_;
    std::size_t number_;
    DateColumns begin_;
    DateColumns end_;
    std::size_t goingOn_;
    std::size_t year_ = Table::none;
    std::size_t sameSide_ = 0;
};

bool namesDisputes(const ColumnNames& names) {
    return names.hasAny({"dispnum", "dispnum3", "dispnum4", "disno"});
}

} // namespace

bool isDisputes(const ColumnNames& names) {
    return namesDisputes(names) && names.has("styear") && !names.hasAny({"ccode", "ccode1"});
}

bool isDisputeParticipants(const ColumnNames& names) {
    return namesDisputes(names) && names.hasAll({"ccode", "sidea"});
}

bool isDisputeDyads(const ColumnNames& names) {
    return namesDisputes(names) &&
           (names.hasAll({"ccode1", "ccode2"}) || names.hasAll({"ccodea", "ccodeb"}) ||
            names.hasAll({"statea", "stateb"}));
}

void readDisputes(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress) {
    Disputes(table, dossier, report).readDisputes(progress);
}

void readDisputeParticipants(const Table& table, Dossier& dossier, ImportReport& report,
                             const Progress& progress) {
    Disputes(table, dossier, report).readParticipants(progress);
}

void readDisputeDyads(const Table& table, Dossier& dossier, ImportReport& report,
                      const Progress& progress) {
    Disputes(table, dossier, report).readDyads(progress);
}

} // namespace entente
