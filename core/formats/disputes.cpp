#include "core/formats/disputes.h"

#include "core/formats/conflict_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

/// As the codebook of Militarized Interstate Disputes has them.
constexpr std::array<Meaning, 7> fatalities = {{{0, "none"},
                                                {1, "1 to 25"},
                                                {2, "26 to 100"},
                                                {3, "101 to 250"},
                                                {4, "251 to 500"},
                                                {5, "501 to 999"},
                                                {6, "more than 999"}}};
constexpr std::array<Meaning, 5> hostilities = {{{1, "no militarised action"},
                                                 {2, "threat of force"},
                                                 {3, "display of force"},
                                                 {4, "use of force"},
                                                 {5, "war"}}};
constexpr std::array<Meaning, 9> outcomes = {{{1, "victory of side A"},
                                              {2, "victory of side B"},
                                              {3, "side A yielded"},
                                              {4, "side B yielded"},
                                              {5, "stalemate"},
                                              {6, "compromise"},
                                              {7, "released"},
                                              {8, "unclear"},
                                              {9, "joined a war"}}};
constexpr std::array<Meaning, 4> settlements = {
    {{1, "negotiated"}, {2, "imposed"}, {3, "none"}, {4, "unclear"}}};
constexpr std::array<Meaning, 22> actions = {{{0, "none"},
                                              {1, "threat to use force"},
                                              {2, "threat to blockade"},
                                              {3, "threat to occupy territory"},
                                              {4, "threat to declare war"},
                                              {5, "threat to use weapons of mass destruction"},
                                              {6, "threat to join a war"},
                                              {7, "show of force"},
                                              {8, "alert"},
                                              {9, "nuclear alert"},
                                              {10, "mobilisation"},
                                              {11, "fortification of a border"},
                                              {12, "border violation"},
                                              {13, "blockade"},
                                              {14, "occupation of territory"},
                                              {15, "seizure"},
                                              {16, "attack"},
                                              {17, "clash"},
                                              {18, "declaration of war"},
                                              {19, "use of weapons of mass destruction"},
                                              {20, "beginning of an inter-state war"},
                                              {21, "joining of an inter-state war"}}};
constexpr std::array<Meaning, 5> revisions = {
    {{0, ""}, {1, "territory"}, {2, "policy"}, {3, "regime"}, {4, "other"}}};
constexpr std::array<Meaning, 2> yesOrNo = {{{0, "no"}, {1, "yes"}}};

constexpr ConflictEvents::Words ofDisputes = {
    "dispute-",        "cow dispute", "Dispute", "militarised interstate dispute",
    "in dispute with", "security",    "dispnum", {"side A", "side B"}};
constexpr ConflictEvents::Words ofIncidents = {
    "incident-",        "cow incident", "Incident", "militarised incident",
    "in incident with", "security",     "incidnum", {"side A", "side B"}};

constexpr std::array<std::string_view, 4> numbers = {"dispnum", "dispnum3", "dispnum4", "disno"};
constexpr std::array<std::string_view, 3> incidentNumbers = {"incidnum", "incidnum3", "incidnum4"};

class Disputes {
public:
    /// Of incidents where the table numbers them, else of disputes.
    Disputes(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), incidents_(table.column(incidentNumbers) != Table::none),
          conflicts_(rows_, incidents_ ? ofIncidents : ofDisputes),
          number_(table.column(incidents_ ? std::span<const std::string_view>(incidentNumbers)
                                          : std::span<const std::string_view>(numbers))),
          dispute_(incidents_ ? table.column(numbers) : Table::none),
          begin_(dateOf(table, {"styear", "strtyr"}, {"stmon", "strtmnth"}, {"stday", "strtday"})),
          end_(dateOf(table, {"endyear", "endyr"}, {"endmon", "endmnth"}, {"endday"})),
          goingOn_(rows_.take({"ongo2014", "ongo2010", "ongoing"})),
          outcome_(rows_.take({"outcome"})), settlement_(rows_.take({"settle", "settlmnt"})),
          fatality_(rows_.take({"fatality", "fatlev"})), deaths_(rows_.take({"fatalpre"})),
          action_(rows_.take({"hiact", "highact", "action"})),
          hostility_(rows_.take({"hostlev", "hihost"})), reciprocated_(rows_.take({"recip"})) {
        rows_.takeColumn(number_);
        rows_.takeColumn(dispute_);
    }

    void readConflicts(const Progress& progress) {
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            ConflictEvents::Conflict& conflict = conflicts_.of(id);
            if (!conflict.period.empty()) {
                return rows_.refuse(line, number_,
                                    fmt::format("The {} {} stands in an earlier row.", noun(), id));
            }
            conflict.period = period(fields, line);
            describe(conflict, fields, line);
            return true;
        });
        conflicts_.add();
        if (const std::size_t without = conflicts_.withoutParticipants(); without > 0) {
            rows_.note(fmt::format("Events without participants: {}. This table names none; open "
                                   "that of participants ({}) together with it to have them.",
                                   without, incidents_ ? "MIDIP" : "MIDB"));
        }
        rows_.sum();
    }

    void readParticipants(const Progress& progress) {
        const std::size_t code = rows_.take({"ccode"});
        const std::size_t abbreviation = rows_.take({"stabb", "stateabb"});
        // Who is on side A of a dispute need not be so in each of its incidents.
        const std::size_t side =
            incidents_ ? rows_.take({"insidea", "sidea"}) : rows_.take({"sidea"});
        const std::size_t original = rows_.take({"orig"});
        const std::size_t revision = rows_.take({"revtype1"});
        const std::size_t otherRevision = rows_.take({"revtype2"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            const VertexIndex actor =
                id.empty() ? noIndex
                           : rows_.state(fields, code, line, rows_.text(fields, abbreviation),
                                         ResearchTable::NameUse::Unused);
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
            std::vector<Attribute>& attributes = participant.attributes;
            rows_.addMeaning(attributes, "hostility", hostilities, fields, hostility_, line);
            rows_.addMeaning(attributes, "highest action", actions, fields, action_, line);
            rows_.addMeaning(attributes, "fatalities", fatalities, fields, fatality_, line);
            rows_.addAttribute(attributes, "deaths", rows_.text(fields, deaths_));
            rows_.addMeaning(attributes, "seeks to revise", revisions, fields, revision, line);
            rows_.addMeaning(attributes, "seeks to revise too", revisions, fields, otherRevision,
                             line);
            rows_.addMeaning(attributes, "originator", yesOrNo, fields, original, line);
            ConflictEvents::Conflict& conflict = conflicts_.of(id);
            addDispute(conflict, fields);
            conflict.participants.push_back(std::move(participant));
            return true;
        });
        finish();
    }

    void readDyads(const Progress& progress) {
        const std::array codes = {rows_.take({"ccode1", "ccodea", "statea"}),
                                  rows_.take({"ccode2", "ccodeb", "stateb"})};
        const std::array names = {rows_.take({"namea", "abbreva"}),
                                  rows_.take({"nameb", "abbrevb"})};
        const std::array sides = {rows_.take({"sidea1", "sideaa"}),
                                  rows_.take({"sidea2", "sideab"})};
        const std::array hostility = {rows_.take({"hostlev1", "hihosta"}),
                                      rows_.take({"hostlev2", "hihostb"})};
        const std::array action = {rows_.take({"hiact1", "highmcaa"}),
                                   rows_.take({"hiact2", "highmcab"})};
        const std::array fatality = {rows_.take({"fatality1", "fatleva"}),
                                     rows_.take({"fatality2", "fatlevb"})};
        const std::array original = {rows_.take({"orig1", "orignata"}),
                                     rows_.take({"orig2", "orignatb"})};
        const std::array revision = {rows_.take({"revtype11", "revtypea"}),
                                     rows_.take({"revtype21", "revtypeb"})};
        year_.year = rows_.take({"year"});
        // A table of years names the month in which the dispute began beside each of them.
        if (!begin_.present()) {
            onset_ = rows_.take({"cowmidonset", "midonset"});
            beginInYear_.year = year_.year;
            beginInYear_.month = onset_ == Table::none ? onset_ : rows_.take({"stmon"});
        }
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string id = identifier(fields, line);
            if (id.empty()) {
                return false;
            }
            ConflictEvents::Pair pair;
            pair.period = pairPeriod(fields, line);
            for (std::size_t i = 0; i < codes.size(); ++i) {
                ConflictEvents::Pair::Member& member = pair.members[i];
                member.actor = rows_.state(fields, codes[i], line, rows_.text(fields, names[i]),
                                           ResearchTable::NameUse::Unused);
                if (member.actor == noIndex) {
                    return false;
                }
                // Where a side is not told, it is the other one's opposite.
                const auto own = rows_.count(fields, sides[i]);
                const auto other = rows_.count(fields, sides[1 - i]);
                member.side = own ? (*own == 1 ? 1 : 2) : other ? (*other == 1 ? 2 : 1) : 0;
            }
            if (pair.period.empty()) {
                return rows_.refuse(
                    line, year_.year,
                    fmt::format("{} is no year.", quotedField(fieldAt(fields, year_.year))));
            }
            if (pair.members[0].actor == pair.members[1].actor) {
                return rows_.refuse(line, codes[1], "A state cannot be in dispute with itself.");
            }
            for (std::size_t i = 0; i < codes.size(); ++i) {
                std::vector<Attribute>& attributes = pair.members[i].attributes;
                rows_.addMeaning(attributes, "hostility", hostilities, fields, hostility[i], line);
                rows_.addMeaning(attributes, "highest action", actions, fields, action[i], line);
                rows_.addMeaning(attributes, "fatalities", fatalities, fields, fatality[i], line);
                rows_.addMeaning(attributes, "seeks to revise", revisions, fields, revision[i],
                                 line);
                rows_.addMeaning(attributes, "originator", yesOrNo, fields, original[i], line);
            }
            ConflictEvents::Conflict& conflict = conflicts_.of(id);
            if (conflict.attributes.empty()) {
                describe(conflict, fields, line);
            }
            conflicts_.addPair(conflict, std::move(pair));
            return true;
        });
        finish();
    }

private:
    /// Without a year, months and days are not taken.
    DateColumns dateOf(const Table& table, DateColumns::Names years, DateColumns::Names months,
                       DateColumns::Names days) {
        const bool dated = table.column(std::span(years.begin(), years.size())) != Table::none;
        return dated ? rows_.takeDate(years, months, days) : DateColumns{};
    }

    [[nodiscard]] std::string_view noun() const { return incidents_ ? "incident" : "dispute"; }

    std::string identifier(const Fields& fields, std::size_t line) {
        return rows_.identifier(fields, number_, line, noun());
    }

    void addDispute(ConflictEvents::Conflict& conflict, const Fields& fields) {
        if (conflict.attributes.empty()) {
            rows_.addAttribute(conflict.attributes, "dispute", rows_.text(fields, dispute_));
        }
    }

    /// What the row says of the whole.
    void describe(ConflictEvents::Conflict& conflict, const Fields& fields, std::size_t line) {
        std::vector<Attribute>& attributes = conflict.attributes;
        addDispute(conflict, fields);
        rows_.addMeaning(attributes, "outcome", outcomes, fields, outcome_, line);
        rows_.addMeaning(attributes, "settlement", settlements, fields, settlement_, line);
        rows_.addMeaning(attributes, "fatalities", fatalities, fields, fatality_, line);
        rows_.addAttribute(attributes, "deaths", rows_.text(fields, deaths_));
        rows_.addMeaning(attributes, "highest action", actions, fields, action_, line);
        rows_.addMeaning(attributes, "hostility", hostilities, fields, hostility_, line);
        rows_.addMeaning(attributes, "reciprocated", yesOrNo, fields, reciprocated_, line);
    }

    Period period(const Fields& fields, std::size_t line) {
        const bool open = rows_.count(fields, goingOn_) == 1;
        return rows_.period(rows_.date(fields, begin_, line), rows_.date(fields, end_, line), line,
                            end_.year, open ? Endpoint::Kind::Open : Endpoint::Kind::Unknown);
    }

    /// The pair's own dates where the table has them, else the year of the row.
    Period pairPeriod(const Fields& fields, std::size_t line) {
        if (begin_.present() && end_.present()) {
            return period(fields, line);
        }
        const auto year = rows_.date(fields, year_, line);
        if (year && onset_ != Table::none && rows_.count(fields, onset_) == 1) {
            return Period::between(rows_.date(fields, beginInYear_, line).value_or(*year), *year);
        }
        return year ? Period::between(*year, *year) : Period{};
    }

    void finish() {
        conflicts_.add();
        rows_.sum();
    }

    ResearchTable rows_;
    bool incidents_;
    ConflictEvents conflicts_;
    std::size_t number_;
    std::size_t dispute_;
    DateColumns begin_;
    DateColumns end_;
    DateColumns year_;
    DateColumns beginInYear_; ///< of a table of years that says the month of the begin
    std::size_t onset_ = Table::none;
    std::size_t goingOn_;
    std::size_t outcome_;
    std::size_t settlement_;
    std::size_t fatality_;
    std::size_t deaths_;
    std::size_t action_;
    std::size_t hostility_;
    std::size_t reciprocated_;
};

bool namesDisputes(const ColumnNames& names) {
    return std::ranges::any_of(numbers,
                               [&names](std::string_view name) { return names.has(name); });
}

bool namesIncidents(const ColumnNames& names) {
    return std::ranges::any_of(incidentNumbers,
                               [&names](std::string_view name) { return names.has(name); });
}

} // namespace

bool isDisputes(const ColumnNames& names) {
    return namesDisputes(names) && !namesIncidents(names) && names.has("styear") &&
           !names.hasAny({"ccode", "ccode1"});
}

bool isDisputeParticipants(const ColumnNames& names) {
    return namesDisputes(names) && !namesIncidents(names) && names.hasAll({"ccode", "sidea"});
}

bool isIncidents(const ColumnNames& names) {
    return namesIncidents(names) && names.has("styear") && !names.has("ccode");
}

bool isIncidentParticipants(const ColumnNames& names) {
    return namesIncidents(names) && names.has("ccode") && names.hasAny({"insidea", "sidea"});
}

bool isDisputeDyads(const ColumnNames& names) {
    return namesDisputes(names) &&
           (names.hasAll({"ccode1", "ccode2"}) || names.hasAll({"ccodea", "ccodeb"}) ||
            names.hasAll({"statea", "stateb"}));
}

bool isDyadicDisputes(const ColumnNames& names) {
    return isDisputeDyads(names) && names.hasAll({"disno", "statea"});
}

bool isGmlDisputes(const ColumnNames& names) {
    return isDisputeDyads(names) && names.hasAny({"midongoing", "gmlmidongoing"});
}

void readDisputes(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress) {
    Disputes(table, dossier, report).readConflicts(progress);
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
