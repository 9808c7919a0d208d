#include "core/formats/dyad_years.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

constexpr std::size_t rowsBetweenReports = 16384;

/// A pledge of an alliance, the strongest first.
struct Pledge {
    std::string_view tie;    ///< the type of a tie with this as its strongest pledge
    std::string_view word;   ///< in lists of pledges
    std::string_view sector;
    std::array<std::string_view, 3> columns; ///< plain names
};

constexpr std::array<Pledge, 6> pledges = {{
    {"defence pact", "defence", "defence", {"atopdefense", "defense", "defence"}},
    {"offence pact", "offence", "defence", {"atopoffense", "offense", "offence"}},
    {"neutrality pact", "neutrality", "security", {"atopneutral", "neutrality", "neutral"}},
    {"non-aggression pact", "non-aggression", "security", {"atopnonagg", "nonaggression", "nonagg"}},
    {"consultation pact", "consultation", "diplomacy", {"atopconsul", "consul", "consultation"}},
    {"entente", "entente", "diplomacy", {"entente", "entente", "entente"}},
}};

std::optional<int> parseCode(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

std::string idOf(int code) { return fmt::format("cow-{}", code); }

struct DyadYear {
    int first;
    int second;
    int year;
    unsigned pledges; ///< bit i: `pledges[i]`

    friend auto operator<=>(const DyadYear&, const DyadYear&) = default;
};

Endpoint endpointOf(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year) {
        return {Endpoint::Kind::Unknown, {}};
    }
    Date date;
    date.year = *year;
    if (month && *month >= 1 && *month <= 12) {
        date.month = static_cast<std::uint8_t>(*month);
        if (day && *day >= 1 && *day <= static_cast<int>(daysInMonth(*year, date.month))) {
            date.day = static_cast<std::uint8_t>(*day);
        }
    }
    return {Endpoint::Kind::Known, date};
}

/// Reads the rows of a dyad-year table; pairs are ordered, so that both directions meet.
std::vector<DyadYear> readRows(const Table& table, ImportReport& report, const Progress& progress) {
    const std::size_t first = table.column({"ccode1"});
    const std::size_t second = table.column({"ccode2"});
    const std::size_t year = table.column({"year"});
    std::array<std::size_t, pledges.size()> columns{};
    for (std::size_t i = 0; i < pledges.size(); ++i) {
        columns[i] = table.column(
            {pledges[i].columns[0], pledges[i].columns[1], pledges[i].columns[2]});
    }
    std::vector<DyadYear> dyadYears;
    dyadYears.reserve(table.rowEstimate());
    std::size_t count = 0;
    std::size_t unpledged = 0;
    for (DelimitedText rows = table.rows(); rows.next();) {
        if (++count % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction());
        }
        const std::vector<std::string_view>& fields = rows.fields();
        const auto one = parseCode(fieldAt(fields, first));
        const auto two = parseCode(fieldAt(fields, second));
        const auto when = parseCode(fieldAt(fields, year));
        if (!one || !two || !when || *one < 0 || *two < 0) {
            const std::size_t wrong = !one || *one < 0 ? first : !two || *two < 0 ? second : year;
            report.add({Severity::Refused, table.file(), rows.line(),
                        "column " + table.header()[wrong],
                        fmt::format("“{}” is no {}; the row was not taken.", fieldAt(fields, wrong),
                                    wrong == year ? "year" : "country code")});
            continue;
        }
        if (*one == *two) {
            report.add({Severity::Refused, table.file(), rows.line(),
                        "column " + table.header()[second],
                        fmt::format("The state {} cannot be allied to itself; the row was not "
                                    "taken.",
                                    *one)});
            continue;
        }
        unsigned set = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            set |= fieldAt(fields, columns[i]) == "1" ? 1U << i : 0U;
        }
        unpledged += set == 0 ? 1 : 0;
        dyadYears.push_back({std::min(*one, *two), std::max(*one, *two), *when, set});
        ++report.rowsRead;
    }
    if (unpledged > 0) {
        report.add({Severity::Note, table.file(), 0, {},
                    fmt::format("{} rows carry no pledge; they were taken as ties of no stated kind.",
                                unpledged)});
    }
    return dyadYears;
}

/// One tie for each unbroken run of years.
class TieBuilder {
public:
    explicit TieBuilder(Dossier& dossier) : dossier_(dossier) {}

    void add(const DyadYear& first, int lastYear) {
        Edge tie;
        tie.source = vertexOf(first.first);
        tie.target = vertexOf(first.second);
        tie.directed = false;
        tie.polarity = Polarity::Cooperative;
        Date begin;
        begin.year = first.year;
        Date end;
        end.year = lastYear;
        tie.period = Period::between(begin, end);
        const Kind& kind = kindOf(first.pledges);
        tie.type = kind.type;
        tie.sectors = kind.sectors;
        if (kind.list != noString) {
            tie.attributes = {{pledgesName_, kind.list}};
        }
        dossier_.add(tie);
        ++count_;
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t unnamed() const { return unnamed_; }

private:
    struct Kind {
        StringId type = noString;
        StringId list = noString;
        SectorSet sectors = 0;
    };

    VertexIndex vertexOf(int code) {
        const auto [place, fresh] = vertices_.try_emplace(code, noIndex);
        if (fresh) {
            place->second = dossier_.findVertex(idOf(code));
            if (place->second == noIndex) {
                Vertex state;
                state.id = dossier_.intern(idOf(code));
                state.label = dossier_.intern(fmt::format("State {}", code));
                state.kind = VertexKind::State;
                VertexDetails details;
                details.codes = {{"cow", std::to_string(code)}};
                state.details = std::make_shared<const VertexDetails>(std::move(details));
                place->second = dossier_.add(state);
                ++unnamed_;
            }
        }
        return place->second;
    }

    const Kind& kindOf(unsigned set) {
        const auto [place, fresh] = kinds_.try_emplace(set);
        if (fresh) {
            std::string list;
            std::string_view strongest;
            for (std::size_t i = 0; i < pledges.size(); ++i) {
                if ((set & 1U << i) != 0) {
                    strongest = strongest.empty() ? pledges[i].tie : strongest;
                    list += (list.empty() ? "" : ", ") + std::string(pledges[i].word);
                    place->second.sectors |= dossier_.sectorNamed(pledges[i].sector);
                }
            }
            place->second.type = dossier_.intern(strongest);
            place->second.list = dossier_.intern(list);
        }
        return place->second;
    }

    Dossier& dossier_;
    StringId pledgesName_ = dossier_.intern("pledges");
    std::map<int, VertexIndex> vertices_;
    std::map<unsigned, Kind> kinds_;
    std::size_t count_ = 0;
    std::size_t unnamed_ = 0;
};

} // namespace

void readStates(const Table& table, Dossier& dossier, ImportReport& report) {
    const std::size_t code = table.column({"ccode"});
    const std::size_t name = table.column({"statenme", "statename"});
    const std::size_t abbreviation = table.column({"stateabb"});
    const std::array<std::size_t, 6> dates = {table.column({"styear"}),  table.column({"stmonth"}),
                                              table.column({"stday"}),   table.column({"endyear"}),
                                              table.column({"endmonth"}), table.column({"endday"})};
    const std::size_t version = table.column({"version"});
    for (DelimitedText rows = table.rows(); rows.next();) {
        const std::vector<std::string_view>& fields = rows.fields();
        const auto number = parseCode(fieldAt(fields, code));
        if (!number) {
            report.add({Severity::Refused, table.file(), rows.line(), "column " + table.header()[code],
                        fmt::format("“{}” is no country code; the row was not taken.",
                                    fieldAt(fields, code))});
            continue;
        }
        std::array<std::optional<int>, 6> parts;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            parts[i] = parseCode(fieldAt(fields, dates[i]));
        }
        Period tenure{endpointOf(parts[0], parts[1], parts[2]),
                      endpointOf(parts[3], parts[4], parts[5])};
        // The table closes every tenure that goes on with the last day of its own year.
        if (parts[3] && parts[3] == parseCode(fieldAt(fields, version)) && parts[4] == 12 &&
            parts[5] == 31) {
            tenure.end = {Endpoint::Kind::Open, {}};
        }
        ++report.rowsRead;
        const VertexIndex known = dossier.findVertex(idOf(*number));
        if (known != noIndex) {
            Vertex state = dossier.vertices().row(known);
            report.add({Severity::Note, table.file(), rows.line(), {},
                        fmt::format("{} has more than one tenure; it was taken to last from the "
                                    "first to the last.",
                                    dossier.text(state.label))});
            state.period.end = tenure.end;
            dossier.replaceVertex(known, state);
            continue;
        }
        Vertex state;
        state.id = dossier.intern(idOf(*number));
        state.label = dossier.intern(fieldAt(fields, name).empty() ? fieldAt(fields, abbreviation)
                                                                   : fieldAt(fields, name));
        state.kind = VertexKind::State;
        state.period = tenure;
        VertexDetails details;
        details.codes = {{"cow", std::to_string(*number)}};
        if (const std::string_view letters = fieldAt(fields, abbreviation); !letters.empty()) {
            details.codes.push_back({"cow abbreviation", std::string(letters)});
        }
        state.details = std::make_shared<const VertexDetails>(std::move(details));
        dossier.add(state);
    }
}

void readDyadYears(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress) {
    std::vector<DyadYear> dyadYears = readRows(table, report, progress);
    std::ranges::sort(dyadYears);
    // Both directions of a pair and a year say the same, or add to one another.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < dyadYears.size(); ++i) {
        DyadYear& last = dyadYears[kept == 0 ? 0 : kept - 1];
        if (kept > 0 && last.first == dyadYears[i].first && last.second == dyadYears[i].second &&
            last.year == dyadYears[i].year) {
            last.pledges |= dyadYears[i].pledges;
        } else {
            dyadYears[kept++] = dyadYears[i];
        }
    }
    dyadYears.resize(kept);
    progress.throwIfStopped();

    TieBuilder ties(dossier);
    for (std::size_t i = 0; i < dyadYears.size();) {
        std::size_t next = i + 1;
        while (next < dyadYears.size() && dyadYears[next].first == dyadYears[i].first &&
               dyadYears[next].second == dyadYears[i].second &&
               dyadYears[next].pledges == dyadYears[i].pledges &&
               dyadYears[next].year == dyadYears[next - 1].year + 1) {
            ++next;
        }
        ties.add(dyadYears[i], dyadYears[next - 1].year);
        i = next;
    }
    report.add({Severity::Note, table.file(), 0, {},
                fmt::format("{} pairs and years became {} ties: consecutive years of a pair with "
                            "the same pledges are one.",
                            dyadYears.size(), ties.count())});
    if (ties.unnamed() > 0) {
        report.add({Severity::Note, table.file(), 0, {},
                    fmt::format("{} states are known by their code alone; open a table of states "
                                "(ccode, statenme) together with this one to have their names.",
                                ties.unnamed())});
    }
}

} // namespace entente
