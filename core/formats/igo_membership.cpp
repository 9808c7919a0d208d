#include "core/formats/igo_membership.h"

#include "core/formats/research_table.h"
#include "core/formats/table_columns.h"
#include "core/model/country_table.h"
#include "core/model/fold.h"
#include "core/model/name_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <compare>
#include <unordered_map>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

constexpr int notKnown = -9;
/// Of statuses 1, 2 and 3.
constexpr std::array<std::string_view, 3> tieTypes = {"member of", "associate member of",
                                                      "observer of"};

/// Headings of COW's columns that are no name in the table of countries, without blanks or not.
struct Heading {
    std::string_view name;
    int code;
};
constexpr std::array<Heading, 25> headings = {
    {{"bavariaelect", 245},  {"congobrazz", 484}, {"czechrep", 316},    {"domrepublic", 42},
     {"egermany", 265},      {"eqguinea", 411},   {"etimor", 860},      {"fyromacedonia", 343},
     {"hesseelect", 273},    {"hessegrand", 275}, {"mecklenburg", 280}, {"micronesiafs", 987},
     {"nokorea", 731},       {"nyemen", 678},     {"soafrica", 560},    {"sokorea", 732},
     {"sosudan", 626},       {"stkitts", 60},     {"stvincent", 57},    {"svietnam", 817},
     {"syemen", 680},        {"wgermany", 260},   {"wsamoa", 990},      {"wurtenburg", 271},
     {"yugoslaviaserb", 345}}};

/// The words of a name without anything between: "stlucia" of "St. Lucia".
std::string headingOf(std::string_view name) {
    const std::string folded = fold(name);
    std::string heading;
    for (const std::string_view word : nameWords(folded)) {
        heading += word;
    }
    return heading;
}

/// COW's codes of all states by their names without blanks: "saudiarabia".
std::unordered_map<std::string, int> codesByHeading() {
    std::unordered_map<std::string, int> codes;
    for (const Heading& heading : headings) {
        codes.emplace(heading.name, heading.code);
    }
    for (const Country& country : countries().all()) {
        const auto code = parseWholeNumber(country.code("cow"));
        if (!code) {
            continue;
        }
        codes.emplace(headingOf(country.name), *code);
        for (const std::string_view alias : country.aliases) {
            codes.emplace(headingOf(alias), *code);
        }
    }
    return codes;
}

/// A row and column of the table that are no organisation and no state.
constexpr std::array<std::string_view, 21> notMembers = {"ioname",
                                                         "orgname",
                                                         "longorgname",
                                                         "year",
                                                         "ionum",
                                                         "igocode",
                                                         "sdate",
                                                         "deaddate",
                                                         "dead",
                                                         "integrated",
                                                         "replaced",
                                                         "version",
                                                         "accuracyofpre1965membershipdates",
                                                         "sourcesandnotes",
                                                         "imputed",
                                                         "political",
                                                         "social",
                                                         "economic",
                                                         "ccode",
                                                         "state",
                                                         "stateabb"};

/// What a cell of the table says, but for "no member".
struct Cell {
    VertexIndex row; ///< whom the row is about: an organisation, or a state
    std::size_t column;
    int year;
    int status;

    friend auto operator<=>(const Cell&, const Cell&) = default;
};

class IgoMembership {
public:
    IgoMembership(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), codes_(codesByHeading()), year_(rows_.take({"year"})) {
        for (std::size_t i = 0; i < table.header().plainNames().size(); ++i) {
            const std::string& name = table.header().plainNames()[i];
            if (!name.empty() && std::ranges::find(notMembers, name) == notMembers.end()) {
                columns_.push_back(i);
                rows_.takeColumn(i);
            }
        }
    }

    void readOrganisationYears(const Progress& progress) {
        const std::size_t brief = rows_.take({"ioname"});
        const std::size_t full = rows_.take({"orgname", "longorgname"});
        const std::size_t longName = rows_.take({"longorgname"});
        DateColumns begin;
        begin.year = rows_.take({"sdate"});
        DateColumns end;
        end.year = rows_.take({"deaddate"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const std::string_view name = rows_.text(fields, brief);
            if (name.empty()) {
                return rows_.refuse(line, brief, "The row names no organisation.");
            }
            std::string_view label = rows_.text(fields, full);
            label = label.empty() ? rows_.text(fields, longName) : label;
            const VertexIndex row = organisation(name, label);
            if (!readCells(fields, line, row)) {
                return false;
            }
            setLife(row, begin.present() ? rows_.date(fields, begin, line) : std::nullopt,
                    end.present() ? rows_.date(fields, end, line) : std::nullopt, line, end.year);
            return true;
        });
        std::vector<VertexIndex> states(rows_.table().header().names().size(), noIndex);
        finish([&](const Cell& cell) {
            VertexIndex& state = states[cell.column];
            if (state == noIndex) {
                state = stateHeaded(cell.column);
            }
            return std::pair(state, cell.row);
        });
        if (unknown_ > 0) {
            rows_.note(
                fmt::format("States known by the heading of their column alone: {}.", unknown_));
        }
        rows_.sum();
    }

    void readStateYears(const Progress& progress) {
        const std::size_t code = rows_.take({"ccode"});
        const std::size_t name = rows_.take({"state", "stateabb"});
        rows_.forEachRow(progress, [&](const Fields& fields, std::size_t line) {
            const VertexIndex row = rows_.state(fields, code, line, rows_.text(fields, name),
                                                ResearchTable::NameUse::Unused);
            return row != noIndex && readCells(fields, line, row);
        });
        std::vector<VertexIndex> organisations(rows_.table().header().names().size(), noIndex);
        finish([&](const Cell& cell) {
            VertexIndex& known = organisations[cell.column];
            if (known == noIndex) {
                known = organisation(rows_.table().header().names()[cell.column], {});
            }
            return std::pair(cell.row, known);
        });
        rows_.sum();
    }

private:
    VertexIndex stateHeaded(std::size_t column) {
        const auto known = codes_.find(headingOf(rows_.table().header().names()[column]));
        if (known != codes_.end()) {
            return rows_.state(known->second);
        }
        const std::size_t before = rows_.dossier().vertices().size();
        const VertexIndex state = rows_.stateNamed(rows_.table().header().names()[column],
                                                   ResearchTable::NameUse::Unused);
        unknown_ += rows_.dossier().vertices().size() > before ? 1 : 0;
        return state;
    }

    bool readCells(const Fields& fields, std::size_t line, VertexIndex row) {
        const auto year = rows_.count(fields, year_);
        if (!year || *year == 0 || *year > 9999) {
            return rows_.refuse(line, year_,
                                fmt::format("{} is no year.", quotedField(fieldAt(fields, year_))));
        }
        years_[row].push_back(*year);
        for (const std::size_t column : columns_) {
            const std::string_view text = fieldAt(fields, column);
            if (text == "0" || text.empty()) {
                continue;
            }
            const auto status = parseWholeNumber(text);
            if (status && *status >= 1 && *status <= static_cast<int>(tieTypes.size())) {
                cells_.push_back({row, column, *year, *status});
            } else if (status == notKnown || text == "NA" || text == ".") {
                cells_.push_back({row, column, *year, notKnown});
                ++missing_;
            } else if (!status || *status != -1) {
                rows_.repaired(line, column,
                               fmt::format("{} is no status of membership; it was taken as none.",
                                           quotedField(text)));
            }
        }
        return true;
    }

    VertexIndex organisation(std::string_view brief, std::string_view label) {
        Dossier& dossier = rows_.dossier();
        Vertex vertex;
        vertex.id = dossier.intern(fmt::format("igo-{}", plainColumnName(brief)));
        if (const VertexIndex known = dossier.findVertex(vertex.id); known != noIndex) {
            return known;
        }
        vertex.label = dossier.intern(label.empty() ? brief : label);
        vertex.kind = VertexKind::Organisation;
        vertex.sectors = dossier.sectorNamed("diplomacy");
        VertexDetails details;
        if (!label.empty() && label != brief) {
            details.names = {{"", std::string(brief), true}};
        }
        details.codes = {{"cow igo", std::string(brief)}};
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        ++organisations_;
        const VertexIndex row = dossier.add(vertex);
        rows_.cite(row, brief);
        return row;
    }

    void setLife(VertexIndex row, const std::optional<Date>& begin, const std::optional<Date>& end,
                 std::size_t line, std::size_t endColumn) {
        if (!begin || !rows_.dossier().vertices().period(row).empty()) {
            return;
        }
        Vertex vertex = rows_.dossier().vertices().row(row);
        vertex.period = rows_.period(begin, end, line, endColumn, Endpoint::Kind::Open);
        rows_.dossier().replaceVertex(row, vertex);
    }

    /// Whether `at` is the year after `before` in the years that the table has of the row.
    [[nodiscard]] bool follows(VertexIndex row, int before, int at) const {
        const std::vector<int>& years = years_.at(row);
        const auto place = std::ranges::lower_bound(years, at);
        return place != years.begin() && *(place - 1) == before;
    }

    /// A begin, or an end, beside the neighbouring year of the table.
    [[nodiscard]] Date edge(VertexIndex row, std::size_t column, int year, int step) const {
        const std::vector<int>& years = years_.at(row);
        const auto place = std::ranges::lower_bound(years, year) - years.begin();
        const auto next = place + step;
        Date date;
        date.year = year;
        if (next < 0 || next >= std::ssize(years)) {
            return date;
        }
        const int other = years[static_cast<std::size_t>(next)];
        const bool unsure = std::ranges::binary_search(cells_, Cell{row, column, other, notKnown});
        date.qualifier = unsure                       ? Date::Uncertain
                         : std::abs(other - year) > 1 ? Date::Approximate
                                                      : Date::Exact;
        return date;
    }

    template <typename Ends>
    void finish(Ends ends) {
        std::ranges::sort(cells_);
        cells_.erase(std::unique(cells_.begin(), cells_.end()), cells_.end());
        int lastYear = 0;
        for (auto& [row, years] : years_) {
            std::ranges::sort(years);
            years.erase(std::unique(years.begin(), years.end()), years.end());
            lastYear = std::max(lastYear, years.back());
        }
        Edge tie;
        tie.polarity = Polarity::Cooperative;
        tie.sectors = rows_.dossier().sectorNamed("diplomacy");
        std::size_t ties = 0;
        std::size_t goingOn = 0;
        for (std::size_t first = 0; first < cells_.size();) {
            const Cell& cell = cells_[first];
            std::size_t last = first;
            while (last + 1 < cells_.size() && cells_[last + 1].row == cell.row &&
                   cells_[last + 1].column == cell.column &&
                   cells_[last + 1].status == cell.status &&
                   follows(cell.row, cells_[last].year, cells_[last + 1].year)) {
                ++last;
            }
            if (cell.status != notKnown) {
                const auto [state, organisation] = ends(cell);
                tie.source = state;
                tie.target = organisation;
                tie.type =
                    rows_.dossier().intern(tieTypes[static_cast<std::size_t>(cell.status - 1)]);
                tie.period.begin =
                    endpointOf(edge(cell.row, cell.column, cell.year, -1), Endpoint::Kind::Unknown);
                const int until = cells_[last].year;
                tie.period.end =
                    until == lastYear
                        ? Endpoint{Endpoint::Kind::Open, {}}
                        : endpointOf(edge(cell.row, cell.column, until, 1), Endpoint::Kind::Open);
                goingOn += until == lastYear ? 1 : 0;
                rows_.dossier().add(tie);
                ++ties;
            }
            first = last + 1;
        }
        rows_.note(fmt::format("Organisations: {}; memberships: {}, of which {} last to the "
                               "table's last year, {}, and were taken as going on.",
                               organisations_, ties, goingOn, lastYear));
        if (missing_ > 0) {
            rows_.note(fmt::format("Cells that say −9 (not known): {}. A membership beside one "
                                   "begins or ends on an uncertain date.",
                                   missing_));
        }
    }

    ResearchTable rows_;
    std::unordered_map<std::string, int> codes_;
    std::size_t year_;
    std::vector<std::size_t> columns_;
    std::vector<Cell> cells_;
    std::map<VertexIndex, std::vector<int>> years_;
    std::size_t organisations_ = 0;
    std::size_t missing_ = 0;
    std::size_t unknown_ = 0;
};

} // namespace

bool isIgoYears(const ColumnNames& names) {
    return names.hasAll({"ioname", "year"}) && names.hasAny({"orgname", "longorgname", "ionum"});
}

bool isIgoStateYears(const ColumnNames& names) {
    return names.hasAll({"ccode", "year"}) && names.hasAny({"un", "upu", "itu", "aaaid"});
}

bool isIgoDyads(const ColumnNames& names) {
    return names.hasAll({"ccode1", "ccode2", "year"}) && names.hasAny({"upu", "itu", "aaaid"});
}

void readIgoYears(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress) {
    IgoMembership(table, dossier, report).readOrganisationYears(progress);
}

void readIgoStateYears(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress) {
    IgoMembership(table, dossier, report).readStateYears(progress);
}

void refuseIgoDyads(const Table& table, Dossier& /*dossier*/, ImportReport& /*report*/,
                    const Progress& /*progress*/) {
    throw FileError(fmt::format(
        "{}, line 1: this is COW's table of memberships in intergovernmental organisations by "
        "pairs of states, which repeats each membership for every pair. Open the table by "
        "organisation (igo_year_formatv3.csv) or by state (state_year_formatv3.csv) instead.",
        table.file()));
}

} // namespace entente
