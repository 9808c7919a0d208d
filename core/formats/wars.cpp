#include "core/formats/wars.h"

#include "core/formats/conflict_events.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

/// As the codebooks of COW Wars have them.
constexpr std::array<Meaning, 8> outcomes = {{{1, "won"},
                                              {2, "lost"},
                                              {3, "compromise or tie"},
                                              {4, "became another type of war"},
                                              {5, "going on"},
                                              {6, "stalemate"},
                                              {7, "went on below the level of war"},
                                              {8, "changed sides"}}};
/// Of the tables that have a column for each side.
constexpr std::array<Meaning, 7> sideOutcomes = {{{1, "side 1 won"},
                                                  {2, "side 2 won"},
                                                  {3, "compromise or tie"},
                                                  {4, "became another type of war"},
                                                  {5, "going on"},
                                                  {6, "stalemate"},
                                                  {7, "went on below the level of war"}}};
/// Of the Dyadic Inter-State War Data, for the first of the two.
constexpr std::array<Meaning, 3> dyadOutcomes = {{{1, "won"}, {2, "neither won"}, {3, "lost"}}};
constexpr std::array<Meaning, 4> dyadRoles = {
    {{1, "initiator"}, {2, "joined the initiator"}, {3, "target"}, {4, "joined the target"}}};
constexpr std::array<Meaning, 2> initiators = {{{1, "yes"}, {2, "no"}}};
constexpr std::array<Meaning, 9> types = {{{1, "inter-state"},
                                           {2, "colonial"},
                                           {3, "imperial"},
                                           {4, "civil, for central control"},
                                           {5, "civil, over local issues"},
                                           {6, "regional internal"},
                                           {7, "intercommunal"},
                                           {8, "in territory of no state"},
                                           {9, "across the borders of states"}}};
constexpr std::array<Meaning, 15> places = {
    {{1, "Western Hemisphere"},
     {2, "Europe"},
     {4, "Africa"},
     {6, "Middle East"},
     {7, "Asia"},
     {9, "Oceania"},
     {11, "Europe and Middle East"},
     {12, "Europe and Asia"},
     {13, "Americas and Asia"},
     {14, "Europe, Africa and Middle East"},
     {15, "Europe, Africa, Middle East and Asia"},
     {16, "Africa, Middle East, Asia and Oceania"},
     {17, "Asia and Oceania"},
     {18, "Africa and Middle East"},
     {19, "Europe, Africa, Middle East, Asia and Oceania"}}};

constexpr std::array<std::string_view, 3> namesOfDeaths = {
    "combat deaths of side 1", "combat deaths of side 2", "combat deaths"};

struct Spell {
    DateColumns begin;
    DateColumns end;
};

constexpr ConflictEvents::Words words(std::string_view type) {
    return {"war-",        "cow war", "War",    type,
            "at war with", "defence", "WarNum", {"side 1", "side 2"}};
}

class Wars {
public:
    Wars(const Table& table, Dossier& dossier, ImportReport& report, std::string_view type)
        : rows_(table, dossier, report), wars_(rows_, words(type)), number_(rows_.take({"warnum"})),
          name_(rows_.take({"warname"})), warType_(rows_.take({"wartype"})),
          where_(rows_.take({"wherefought"})), from_(rows_.take({"transfrom"})),
          to_(rows_.take({"transto"})), outcome_(rows_.take({"outcome"})),
          initiator_(rows_.take({"initiator"})) {
        for (const std::string_view number : {"1", "2", "3", "4", ""}) {
            const auto numbered = [this, number](std::string_view stem, std::string_view full,
                                                 std::string_view brief) {
                const std::string one = fmt::format("{}{}{}", stem, full, number);
                const std::string other = fmt::format("{}{}{}", stem, brief, number);
                return rows_.take({one, other});
            };
            Spell spell;
            for (const auto& [date, stem] :
                 {std::pair(&spell.begin, "start"), std::pair(&spell.end, "end")}) {
                date->year = numbered(stem, "year", "yr");
                date->month = numbered(stem, "month", "mo");
                date->day = numbered(stem, "day", "dy");
            }
            if (spell.begin.present()) {
                spells_.push_back(spell);
            }
        }
    }

    void readParticipants(const Progress& progress) {
        const std::size_t code = rows_.take({"ccode"});
        const std::size_t state = rows_.take({"statename"});
        const std::size_t side = rows_.take({"side"});
        const std::size_t deaths = rows_.take({"batdeath"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            const int on = rows_.count(fields, side).value_or(0);
            if (on != 1 && on != 2) {
                return rows_.refuse(line, side,
                                    fmt::format("{} is no side; sides are 1 and 2.",
                                                quotedField(fieldAt(fields, side))));
            }
            const std::string_view name = rows_.text(fields, state);
            const VertexIndex actor = rows_.state(fields, code, line, name);
            if (actor == noIndex) {
                return false;
            }
            ConflictEvents::Participant participant{actor, on, spells(fields, line), {}};
            std::vector<Attribute>& attributes = participant.attributes;
            if (!name.empty() && name != rows_.dossier().label(actor)) {
                rows_.addAttribute(attributes, "called", name);
            }
            rows_.addMeaning(attributes, "initiator", initiators, fields, initiator_, line);
            rows_.addMeaning(attributes, "outcome", outcomes, fields, outcome_, line);
            rows_.addAttribute(attributes, "battle deaths", rows_.text(fields, deaths));
            ConflictEvents::Conflict& war = take(id, fields, line);
            war.participants.push_back(std::move(participant));
            return true;
        });
        finish();
    }

    void readSides(const Progress& progress) {
        const std::array codes = {rows_.take({"ccodea", "ccode1"}),
                                  rows_.take({"ccodeb", "ccode2"})};
        const std::array sides = {rows_.take({"sidea"}), rows_.take({"sideb"})};
        const std::array deaths = {
            rows_.take({"sideadeaths", "deathssidea", "deathsa", "batdeath"}),
            rows_.take({"sidebdeaths", "deathssideb", "deathsb", "nonstatedeaths"})};
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            std::array<VertexIndex, 2> actors{};
            for (std::size_t i = 0; i < actors.size(); ++i) {
                const std::string_view name = rows_.text(fields, sides[i]);
                const int code = rows_.count(fields, codes[i]).value_or(0);
                actors[i] = code > 0       ? rows_.state(code, name)
                            : name.empty() ? noIndex
                                           : group(name);
            }
            if (actors[0] == noIndex && actors[1] == noIndex) {
                return rows_.refuse(line, sides[0], "The row names nobody on either side.");
            }
            ConflictEvents::Conflict& war = take(id, fields, line);
            addSides(war, fields, line);
            for (std::size_t i = 0; i < actors.size(); ++i) {
                if (actors[i] != noIndex) {
                    const int side = static_cast<int>(i) + 1;
                    addSpells(ConflictEvents::participant(war, actors[i], side), fields, line);
                    rows_.addAttribute(ConflictEvents::participant(war, actors[i], side).attributes,
                                       "battle deaths", rows_.text(fields, deaths[i]));
                }
            }
            return true;
        });
        finish();
    }

    void readDyads(const Progress& progress) {
        const std::array codes = {rows_.take({"statea"}), rows_.take({"stateb"})};
        const std::array roles = {rows_.take({"warolea"}), rows_.take({"waroleb"})};
        const std::array deaths = {rows_.take({"batdtha"}), rows_.take({"batdthb"})};
        const std::size_t outcome = rows_.take({"outcomea"});
        const std::size_t dispute = rows_.take({"disno"});
        const DateColumns year = rows_.takeDate({"year"}, {}, {});
        spells_ = {{rows_.takeDate({"warstrtyr"}, {"warstrtmnth"}, {"warstrtday"}),
                    rows_.takeDate({"warendyr"}, {"warendmnth"}, {"warenday", "warendday"})}};
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            ConflictEvents::Pair pair;
            for (std::size_t i = 0; i < codes.size(); ++i) {
                ConflictEvents::Pair::Member& member = pair.members[i];
                member.actor = rows_.state(fields, codes[i], line);
                if (member.actor == noIndex) {
                    return false;
                }
                const auto role = rows_.count(fields, roles[i]);
                member.side = role == 1 || role == 2 ? 1 : role == 3 || role == 4 ? 2 : 0;
                rows_.addMeaning(member.attributes, "role in the war", dyadRoles, fields, roles[i],
                                 line);
                rows_.addAttribute(member.attributes, "battle deaths",
                                   rows_.text(fields, deaths[i]));
            }
            rows_.addMeaning(pair.members[0].attributes, "outcome", dyadOutcomes, fields, outcome,
                             line);
            if (pair.members[0].actor == pair.members[1].actor) {
                return rows_.refuse(line, codes[1], "A state cannot be at war with itself.");
            }
            pair.period = spells(fields, line).front();
            if (const auto date = rows_.date(fields, year, line);
                date && pair.period.begin.kind == Endpoint::Kind::Unknown) {
                pair.period = Period::between(*date, *date);
            }
            ConflictEvents::Conflict& war = wars_.of(id);
            if (war.attributes.empty()) {
                rows_.addAttribute(war.attributes, "dispute", rows_.text(fields, dispute));
            }
            wars_.addPair(war, std::move(pair));
            return true;
        });
        finish();
    }

    void readGroups(const Progress& progress) {
        const std::array sides = {rows_.takeNumbered("sidea"), rows_.takeNumbered("sideb")};
        deaths_ = {rows_.take({"sideadeaths"}), rows_.take({"sidebdeaths"}),
                   rows_.take({"totalcombatdeaths"})};
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            ConflictEvents::Conflict& war = take(id, fields, line);
            addSides(war, fields, line);
            for (std::size_t i = 0; i < sides.size(); ++i) {
                for (const std::size_t column : sides[i]) {
                    if (const std::string_view name = rows_.text(fields, column); !name.empty()) {
                        addSpells(
                            ConflictEvents::participant(war, group(name), static_cast<int>(i) + 1),
                            fields, line);
                    }
                }
            }
            return true;
        });
        finish();
    }

private:
    std::string identifier(const Fields& fields, std::size_t line) {
        return rows_.identifier(fields, number_, line, "war");
    }

    ConflictEvents::Conflict& take(const std::string& id, const Fields& fields, std::size_t line) {
        ConflictEvents::Conflict& war = wars_.of(id);
        if (!war.name.empty() || !war.attributes.empty()) {
            return war;
        }
        war.name = std::string(rows_.text(fields, name_));
        rows_.addMeaning(war.attributes, "war type", types, fields, warType_, line);
        rows_.addMeaning(war.attributes, "where fought", places, fields, where_, line);
        rows_.addAttribute(war.attributes, "came out of war", rows_.text(fields, from_));
        rows_.addAttribute(war.attributes, "became war", rows_.text(fields, to_));
        return war;
    }

    /// Initiators and outcomes are told of sides here, not of each participant.
    void addSides(ConflictEvents::Conflict& war, const Fields& fields, std::size_t line) {
        const auto lacks = [&war, this](std::string_view name) {
            const StringId id = rows_.dossier().intern(name);
            return std::ranges::find(war.attributes, id, &Attribute::name) == war.attributes.end();
        };
        if (lacks("initiator")) {
            rows_.addAttribute(war.attributes, "initiator", rows_.text(fields, initiator_));
        }
        if (lacks("outcome")) {
            rows_.addMeaning(war.attributes, "outcome", sideOutcomes, fields, outcome_, line);
        }
        for (std::size_t i = 0; i < deaths_.size(); ++i) {
            if (lacks(namesOfDeaths[i])) {
                rows_.addAttribute(war.attributes, namesOfDeaths[i],
                                   rows_.text(fields, deaths_[i]));
            }
        }
    }

    std::vector<Period> spells(const Fields& fields, std::size_t line) {
        constexpr int goingOn = -7;
        std::vector<Period> periods;
        for (std::size_t i = 0; i < spells_.size(); ++i) {
            const auto begin = rows_.date(fields, spells_[i].begin, line);
            const auto end = rows_.date(fields, spells_[i].end, line);
            const auto endYear = spells_[i].end.yearCode(fields);
            if (!begin && !end && (i > 0 || endYear != goingOn)) {
                continue;
            }
            periods.push_back(
                rows_.period(begin, end, line, spells_[i].end.year,
                             endYear == goingOn ? Endpoint::Kind::Open : Endpoint::Kind::Unknown));
        }
        if (periods.empty()) {
            periods.push_back({{Endpoint::Kind::Unknown, {}}, {Endpoint::Kind::Unknown, {}}});
        }
        return periods;
    }

    void addSpells(ConflictEvents::Participant& participant, const Fields& fields,
                   std::size_t line) {
        std::ranges::copy(spells(fields, line), std::back_inserter(participant.spells));
    }

    VertexIndex group(std::string_view name) {
        Vertex vertex;
        vertex.id = rows_.dossier().intern(fmt::format("cow-group-{}", plainColumnName(name)));
        if (const VertexIndex known = rows_.dossier().findVertex(vertex.id); known != noIndex) {
            return known;
        }
        vertex.label = rows_.dossier().intern(name);
        vertex.kind = VertexKind::Group;
        return rows_.dossier().add(vertex);
    }

    void finish() {
        wars_.add();
        rows_.sum();
    }

    ResearchTable rows_;
    ConflictEvents wars_;
    std::size_t number_;
    std::size_t name_;
    std::size_t warType_;
    std::size_t where_;
    std::size_t from_;
    std::size_t to_;
    std::size_t outcome_;
    std::size_t initiator_;
    std::vector<Spell> spells_;
    std::array<std::size_t, 3> deaths_ = {Table::none, Table::none, Table::none};
};

bool namesWars(const ColumnNames& names) {
    return names.hasAll({"warnum", "warname"});
}

} // namespace

bool isInterStateWars(const ColumnNames& names) {
    return namesWars(names) && names.hasAll({"ccode", "side"});
}

bool isWarDyads(const ColumnNames& names) {
    return names.hasAll({"warnum", "statea", "stateb", "warstrtyr"});
}

bool isExtraStateWars(const ColumnNames& names) {
    return namesWars(names) && names.hasAll({"sidea", "sideb", "ccode1"});
}

bool isIntraStateWars(const ColumnNames& names) {
    return namesWars(names) && names.hasAll({"sidea", "sideb", "ccodea"});
}

bool isNonStateWars(const ColumnNames& names) {
    return namesWars(names) && names.hasAll({"sidea1", "sideb1"});
}

void readInterStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress) {
    Wars(table, dossier, report, "inter-state war").readParticipants(progress);
}

void readWarDyads(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress) {
    Wars(table, dossier, report, "inter-state war").readDyads(progress);
}

void readExtraStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress) {
    Wars(table, dossier, report, "extra-state war").readSides(progress);
}

void readIntraStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress) {
    Wars(table, dossier, report, "intra-state war").readSides(progress);
}

void readNonStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                      const Progress& progress) {
    Wars(table, dossier, report, "non-state war").readGroups(progress);
}

} // namespace entente
