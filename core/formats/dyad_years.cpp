#include "core/formats/dyad_years.h"

#include "core/formats/country_codes.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Fields = std::vector<std::string_view>;

constexpr std::size_t rowsBetweenReports = 16384;

struct Pledge {
    std::string_view tie;  ///< the type of a tie with this as its strongest pledge
    std::string_view word; ///< in lists of pledges
    std::string_view sector;
};

/// In the order of `columns::ofPledges`.
constexpr std::array<Pledge, columns::ofPledges.size()> pledges = {
    {{"defence pact", "defence", "defence"},
     {"offence pact", "offence", "defence"},
     {"neutrality pact", "neutrality", "security"},
     {"non-aggression pact", "non-aggression", "security"},
     {"consultation pact", "consultation", "diplomacy"},
     {"entente", "entente", "diplomacy"}}};

struct DyadYear {
    VertexIndex first; ///< the smaller of the two, so that both directions meet
    VertexIndex second;
    int year;
    unsigned pledges; ///< bit i: `pledges[i]`

    [[nodiscard]] bool samePair(const DyadYear& other) const {
        return first == other.first && second == other.second;
    }
    friend auto operator<=>(const DyadYear&, const DyadYear&) = default;
};

class DyadRows {
public:
    DyadRows(const Table& table, Dossier& dossier, ImportReport& report)
        : table_(table), dossier_(dossier), report_(report), codes_(dossier),
          year_(table.column(columns::words::year)) {
        findEnds();
        for (std::size_t i = 0; i < pledgeColumns_.size(); ++i) {
            pledgeColumns_[i] = table.column(columns::ofPledges[i]);
            hasPledges_ = hasPledges_ || pledgeColumns_[i] != Table::none;
        }
        refuseDisputes();
    }

    [[nodiscard]] bool hasPledges() const { return hasPledges_; }

    std::vector<DyadYear> read(const Progress& progress) {
        std::vector<DyadYear> dyadYears;
        dyadYears.reserve(table_.rowEstimate());
        std::size_t count = 0;
        for (DelimitedText rows = table_.rows(); rows.next();) {
            if (++count % rowsBetweenReports == 0) {
                progress.throwIfStopped();
                progress.tell(rows.fraction());
            }
            readRow(rows.fields(), rows.line(), dyadYears);
        }
        if (unpledged_ > 0) {
            report_.note(table_.file(),
                         fmt::format("Rows without a pledge: {}. They give no tie of their own.",
                                     unpledged_));
        }
        if (codes_.unnamed() > 0) {
            report_.note(table_.file(),
                         fmt::format("States known by their code alone: {}. The table of countries "
                                     "has no such codes; a table of states opened together with "
                                     "this one gives them names.",
                                     codes_.unnamed()));
        }
        return dyadYears;
    }

private:
    void findEnds() {
        const auto find = [this](std::span<const columns::EndNames> candidates) {
            for (const columns::EndNames& ends : candidates) {
                first_ = table_.column(std::array{ends.first});
                second_ = table_.column(std::array{ends.second});
                if (first_ != Table::none && second_ != Table::none) {
                    return true;
                }
            }
            return false;
        };
        coded_ = find(columns::countryCodeEnds);
        if (!coded_) {
            find(columns::otherDyadEnds);
        }
    }

    void refuseDisputes() const {
        const bool disputes = std::ranges::any_of(table_.plainNames(), [](std::string_view name) {
            return name == "dispnum" || name == "hostlev" || name == "cowmidongoing" ||
                   name == "gmlmidongoing";
        });
        if (disputes && !hasPledges_) {
            throw FileError(fmt::format("{}, line 1: this is a table of disputes, which is not "
                                        "supported yet. Tables of dyads and years need columns of "
                                        "pledges, for example atop_defense.",
                                        table_.file()));
        }
    }

    void refuse(std::size_t line, std::size_t column, std::string message) const {
        report_.add({Severity::Refused, table_.file(), line, table_.title(column),
                     std::move(message) + " The row was not taken."});
    }

    void readRow(const Fields& fields, std::size_t line, std::vector<DyadYear>& dyadYears) {
        const std::string_view first = fieldAt(fields, first_);
        const std::string_view second = fieldAt(fields, second_);
        for (const auto& [text, column] : {std::pair(first, first_), std::pair(second, second_)}) {
            if (text.empty() || (coded_ && parseWholeNumber(text).value_or(-1) < 0)) {
                refuse(line, column,
                       fmt::format("{} is no {}.", quotedField(text),
                                   coded_ ? "country code" : "name of an actor"));
                return;
            }
        }
        const auto year = parseWholeNumber(fieldAt(fields, year_));
        // Date stands for every such year exactly.
        constexpr int furthestYear = 9999;
        if (!year || *year < -furthestYear || *year > furthestYear) {
            refuse(line, year_, fmt::format("{} is no year.", quotedField(fieldAt(fields, year_))));
            return;
        }
        if (coded_ ? parseWholeNumber(first) == parseWholeNumber(second) : first == second) {
            refuse(line, second_,
                   fmt::format("{} cannot be allied to itself.", quotedField(first)));
            return;
        }
        unsigned set = 0;
        for (std::size_t i = 0; i < pledgeColumns_.size(); ++i) {
            set |= pledged(fields, line, pledgeColumns_[i]) ? 1U << i : 0U;
        }
        ++report_.rowsRead;
        const VertexIndex one = actor(first);
        const VertexIndex two = actor(second);
        if (hasPledges_ && set == 0) {
            ++unpledged_;
        } else {
            dyadYears.push_back({std::min(one, two), std::max(one, two), *year, set});
        }
    }

    bool pledged(const Fields& fields, std::size_t line, std::size_t column) const {
        const std::string_view text = fieldAt(fields, column);
        if (text == "1") {
            return true;
        }
        if (text == "0" || text.empty() || text == "NA") {
            return false;
        }
        const auto number = parseWholeNumber(text);
        const std::string plain = plainColumnName(text);
        const bool yes = number == 1 || plain == "true" || plain == "yes";
        // −9 and the like say that it is not known.
        if (!yes && !(number && *number <= 0) && plain != "false" && plain != "no") {
            report_.add({Severity::Repaired, table_.file(), line, table_.title(column),
                         fmt::format("{} is neither 1 nor 0; it was taken as no pledge.",
                                     quotedField(text))});
        }
        return yes;
    }

    VertexIndex actor(std::string_view text) {
        if (coded_) {
            return codes_.findOrAdd(*parseWholeNumber(text));
        }
        const StringId id = dossier_.intern(text);
        if (const VertexIndex known = dossier_.findVertex(id); known != noIndex) {
            return known;
        }
        Vertex vertex;
        vertex.id = id;
        vertex.label = id;
        return dossier_.add(vertex);
    }

    const Table& table_;
    Dossier& dossier_;
    ImportReport& report_;
    CountryCodes codes_;
    std::size_t year_;
    std::size_t first_ = Table::none;
    std::size_t second_ = Table::none;
    bool coded_ = false;
    std::array<std::size_t, pledges.size()> pledgeColumns_{};
    bool hasPledges_ = false;
    std::size_t unpledged_ = 0;
};

/// What a set of pledges makes of a tie.
class PledgeSets {
public:
    struct Meaning {
        StringId type = noString;
        StringId list = noString;
        SectorSet sectors = 0;
    };

    explicit PledgeSets(Dossier& dossier) : dossier_(dossier) {}

    const Meaning& of(unsigned set) {
        const auto [place, fresh] = meanings_.try_emplace(set);
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

private:
    Dossier& dossier_;
    std::map<unsigned, Meaning> meanings_;
};

/// Sorts by pair and year, and makes one of the rows of a pair and year.
void merge(std::vector<DyadYear>& dyadYears) {
    std::ranges::sort(dyadYears);
    std::size_t kept = 0;
    for (const DyadYear& row : dyadYears) {
        if (kept > 0 && dyadYears[kept - 1].samePair(row) && dyadYears[kept - 1].year == row.year) {
            dyadYears[kept - 1].pledges |= row.pledges;
        } else {
            dyadYears[kept++] = row;
        }
    }
    dyadYears.resize(kept);
}

Date yearDate(int year) {
    Date date;
    date.year = year;
    return date;
}

} // namespace

void readDyadYears(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress) {
    DyadRows rows(table, dossier, report);
    std::vector<DyadYear> dyadYears = rows.read(progress);
    merge(dyadYears);
    progress.throwIfStopped();

    const auto latest = std::ranges::max_element(dyadYears, {}, &DyadYear::year);
    const int lastYear = latest == dyadYears.end() ? 0 : latest->year;
    std::size_t untilLast = 0;
    std::size_t ties = 0;
    PledgeSets sets(dossier);
    const StringId pledgesName = dossier.intern("pledges");
    Edge tie;
    tie.directed = false;
    tie.polarity = rows.hasPledges() ? Polarity::Cooperative : Polarity::Neutral;
    for (std::size_t first = 0; first < dyadYears.size();) {
        std::size_t last = first;
        while (last + 1 < dyadYears.size() && dyadYears[last + 1].samePair(dyadYears[first]) &&
               dyadYears[last + 1].pledges == dyadYears[first].pledges &&
               dyadYears[last + 1].year == dyadYears[last].year + 1) {
            ++last;
        }
        const PledgeSets::Meaning& meaning = sets.of(dyadYears[first].pledges);
        tie.source = dyadYears[first].first;
        tie.target = dyadYears[first].second;
        tie.type = meaning.type;
        tie.sectors = meaning.sectors;
        tie.period =
            Period::between(yearDate(dyadYears[first].year), yearDate(dyadYears[last].year));
        tie.attributes.clear();
        if (meaning.list != noString) {
            tie.attributes.push_back({pledgesName, meaning.list});
        }
        dossier.add(tie);
        ++ties;
        untilLast += dyadYears[last].year == lastYear ? 1 : 0;
        first = last + 1;
    }
    report.note(table.file(),
                fmt::format("Pairs and years: {}; ties: {}. Consecutive years of a pair with "
                            "the same pledges are one tie.",
                            dyadYears.size(), ties));
    if (untilLast > 0) {
        report.note(
            table.file(),
            fmt::format("The table ends with {}. Ties in force then, which may have gone on: {}.",
                        lastYear, untilLast));
    }
    if (!rows.hasPledges()) {
        report.note(table.file(),
                    "No column says what the pairs pledged (for example atop_defense or defense); "
                    "the ties are neutral and of no type.");
    }
}

} // namespace entente
