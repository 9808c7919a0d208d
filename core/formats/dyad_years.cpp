#include "core/formats/dyad_years.h"

#include "core/formats/pledges.h"
#include "core/formats/research_table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

struct DyadYear {
    VertexIndex first; ///< the smaller of the two, so that both directions meet
    VertexIndex second;
    int year;
    PledgeSet pledges;

    [[nodiscard]] bool samePair(const DyadYear& other) const {
        return first == other.first && second == other.second;
    }
    friend auto operator<=>(const DyadYear&, const DyadYear&) = default;
};

class DyadRows {
public:
    DyadRows(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), year_(table.column(columns::words::year)),
          pledges_(table) {
        // Both directions of a dyad say the same.
        rows_.takeRepeatedRows();
        findEnds();
        for (const std::size_t column : {year_, first_, second_}) {
            rows_.takeColumn(column);
        }
        for (const std::size_t column : pledges_.all()) {
            rows_.takeColumn(column);
        }
    }

    [[nodiscard]] bool hasPledges() const { return pledges_.any(); }
    [[nodiscard]] ResearchTable& rows() { return rows_; }

    std::vector<DyadYear> read(const Progress& progress) {
        std::vector<DyadYear> dyadYears;
        dyadYears.reserve(rows_.table().rowEstimate());
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            return readRow(fields, line, dyadYears);
        });
        if (unpledged_ > 0) {
            rows_.note(fmt::format("Rows without a pledge: {}. They give no tie of their own.",
                                   unpledged_));
        }
        rows_.sum();
        return dyadYears;
    }

private:
    void findEnds() {
        const Table& table = rows_.table();
        const auto find = [&](std::span<const columns::EndNames> candidates) {
            for (const columns::EndNames& ends : candidates) {
                first_ = table.column(std::array{ends.first});
                second_ = table.column(std::array{ends.second});
                if (first_ != Table::none && second_ != Table::none) {
                    return true;
                }
            }
            return false;
        };
        coded_ = find(columns::countryCodeEnds);
        if (!coded_) {
            find(columns::otherDyadEnds);
            // ATOP's own files head the ends stateA and stateB, or mem1 and mem2.
            coded_ = table.column(columns::words::atop) != Table::none;
        }
    }

    bool readRow(const Fields& fields, std::size_t line, std::vector<DyadYear>& dyadYears) {
        const std::string_view first = fieldAt(fields, first_);
        const std::string_view second = fieldAt(fields, second_);
        for (const auto& [text, column] : {std::pair(first, first_), std::pair(second, second_)}) {
            if (text.empty() || (coded_ && parseWholeNumber(text).value_or(0) <= 0)) {
                return rows_.refuse(line, column,
                                    fmt::format("{} is no {}.", quotedField(text),
                                                coded_ ? "country code" : "name of an actor"));
            }
        }
        const auto year = ResearchTable::count(fields, year_);
        // Date stands for every such year exactly.
        constexpr int furthestYear = 9999;
        if (!year || *year > furthestYear) {
            return rows_.refuse(line, year_,
                                fmt::format("{} is no year.", quotedField(fieldAt(fields, year_))));
        }
        if (coded_ ? parseWholeNumber(first) == parseWholeNumber(second) : first == second) {
            return rows_.refuse(line, second_,
                                fmt::format("{} cannot be allied to itself.", quotedField(first)));
        }
        const PledgeSet set = pledges_.read(fields, line, rows_.report());
        const VertexIndex one = actor(fields, first_, line);
        const VertexIndex two = actor(fields, second_, line);
        if (pledges_.any() && set == 0) {
            ++unpledged_;
        } else {
            dyadYears.push_back({std::min(one, two), std::max(one, two), *year, set});
        }
        return true;
    }

    VertexIndex actor(const Fields& fields, std::size_t column, std::size_t line) {
        if (coded_) {
            return rows_.state(fields, column, line);
        }
        Dossier& dossier = rows_.dossier();
        const StringId id = dossier.intern(fieldAt(fields, column));
        if (const VertexIndex known = dossier.findVertex(id); known != noIndex) {
            return known;
        }
        Vertex vertex;
        vertex.id = id;
        vertex.label = id;
        return dossier.add(vertex);
    }

    ResearchTable rows_;
    std::size_t year_;
    std::size_t first_ = Table::none;
    std::size_t second_ = Table::none;
    bool coded_ = false;
    PledgeColumns pledges_;
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

    const Meaning& of(PledgeSet set) {
        const auto [place, fresh] = meanings_.try_emplace(set);
        if (fresh) {
            for (std::size_t i = 0; i < pledges.size(); ++i) {
                if ((set & 1U << i) != 0) {
                    place->second.sectors |= dossier_.sectorNamed(pledges[i].sector);
                }
            }
            place->second.type = dossier_.intern(pactOf(set));
            place->second.list = dossier_.intern(listOfPledges(set));
        }
        return place->second;
    }

private:
    Dossier& dossier_;
    std::map<PledgeSet, Meaning> meanings_;
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

bool isDyadYears(const ColumnNames& names) {
    const auto has = [&names](std::string_view name) { return names.has(name); };
    const auto hasEnds = [&names](const columns::EndNames& ends) {
        return names.hasAll({ends.first, ends.second});
    };
    if (!names.has("year")) {
        return false;
    }
    const bool pledged = std::ranges::any_of(
        columns::ofPledges, [&has](columns::Names each) { return std::ranges::any_of(each, has); });
    return std::ranges::any_of(columns::countryCodeEnds, hasEnds) ||
           (pledged && std::ranges::any_of(columns::otherDyadEnds, hasEnds));
}

bool isAtopDyadYears(const ColumnNames& names) {
    return isDyadYears(names) &&
           (names.hasAny({"atopdefense", "atopoffense", "atopconsul"}) ||
            std::ranges::any_of(columns::words::atop,
                                [&names](std::string_view name) { return names.has(name); }));
}

bool isCowDyadYears(const ColumnNames& names) {
    return isDyadYears(names) &&
           names.hasAny({"cowdefense", "cowneutral", "cownonagg", "cowentente"});
}

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
        rows.rows().cite({ElementKind::Edge, dossier.add(tie)});
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
