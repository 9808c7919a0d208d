#include "core/formats/adjacency_tables.h"

#include "core/formats/adjacency_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Fields = std::vector<std::string_view>;

constexpr std::size_t rowsBetweenReports = 1024;

bool isNumber(std::string_view text) {
    bool comma = false;
    return parseTableNumber(text, comma).has_value();
}

bool isCell(std::string_view text) {
    return isMissing(text) || isNumber(text);
}

/// The next row that is no comment, without empty fields at its end where it has a number too many.
bool nextRow(DelimitedText& rows, Fields& fields) {
    while (rows.next()) {
        fields = rows.fields();
        if (!fields.front().starts_with('#')) {
            return true;
        }
    }
    return false;
}

/// A row whose texts stay when the next one is read.
struct KeptRow {
    std::vector<std::string> texts;
    Fields fields; ///< views of them
};

bool keepRow(DelimitedText& rows, KeptRow& row) {
    Fields fields;
    if (!nextRow(rows, fields)) {
        return false;
    }
    row.texts.assign(fields.begin(), fields.end());
    row.fields.assign(row.texts.begin(), row.texts.end());
    return true;
}

/// Where a matrix has its names.
struct Names {
    bool above = false;
    bool beside = false;
};

/// The names of a matrix with that first and second row; nothing where these are not of a matrix.
std::optional<Names> namesOf(const Fields& first, const Fields& second) {
    const auto cells = [](const Fields& fields, std::size_t from) {
        return fields.size() > from &&
               std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(from), fields.end(),
                           isCell);
    };
    if (cells(first, 0) && cells(second, 0)) {
        return first.size() == second.size() && !first.front().empty() ? std::optional(Names{})
                                                                       : std::nullopt;
    }
    const bool beside = cells(second, 1) && (first.size() + 1 == second.size() ||
                                             first.front().empty() || !isNumber(second.front()));
    if (beside && cells(first, 1) && first.size() == second.size()) {
        return first.front().empty() ? std::optional(Names{true, true})
                                     : std::optional(Names{false, true});
    }
    if (beside && (first.size() == second.size() || first.size() + 1 == second.size())) {
        return Names{true, true};
    }
    return std::nullopt;
}

/// The names in the first row, without the corner.
Fields namesAbove(const Fields& first, std::size_t width) {
    return {first.begin() + (first.size() == width ? 1 : 0), first.end()};
}

bool isMatrix(DelimitedText rows) {
    KeptRow firstRow;
    if (!keepRow(rows, firstRow)) {
        return false;
    }
    const Fields& first = firstRow.fields;
    Fields fields;
    std::size_t count = 1;
    std::size_t numbers = 0; // other than 0 and 1
    const auto weigh = [&numbers](const Fields& row) {
        numbers += static_cast<std::size_t>(std::ranges::count_if(
            row, [](std::string_view cell) { return cell != "0" && cell != "1"; }));
    };
    weigh(first);
    std::optional<Names> names;
    std::size_t width = 0;
    std::size_t named = 0;
    Fields above;
    for (; nextRow(rows, fields); ++count) {
        if (count == 1) {
            names = namesOf(first, fields);
            width = fields.size();
            if (!names) {
                return false;
            }
            above = names->above ? namesAbove(first, width) : Fields{};
        } else if (rows.atEnd() && fields.size() < width) {
            break; // half a row of a sample
        }
        if (fields.size() != width ||
            !std::all_of(fields.begin() + (names->beside ? 1 : 0), fields.end(), isCell)) {
            return false;
        }
        weigh(fields);
        named += names->above && std::ranges::find(above, fields.front()) != above.end() ? 1 : 0;
    }
    if (!names) {
        return false;
    }
    if (names->above) {
        // The same names on both sides, or a corner that says that these are names.
        return named * 2 >= count - 1 || first.front().empty() || first.size() + 1 == width;
    }
    constexpr std::size_t leastSquare = 3;
    constexpr std::size_t leastWide = 4;
    return !names->beside &&
           ((count == width && count >= leastSquare) || (numbers == 0 && width >= leastWide));
}

bool isAdjacencyList(DelimitedText rows) {
    if (rows.origin() == TextOrigin::Sheet) {
        return false; // any rows of a sheet may differ in length
    }
    std::map<std::string, std::size_t, std::less<>> uses; // rows that a name is in
    std::size_t shortest = SIZE_MAX;
    std::size_t longest = 0;
    std::size_t count = 0;
    Fields fields;
    for (; nextRow(rows, fields); ++count) {
        const std::set<std::string_view> names(fields.begin(), fields.end());
        if (names.contains("") || names.size() < fields.size() || rows.unclosedQuoteLine() != 0) {
            return false;
        }
        for (const std::string_view name : names) {
            ++uses[std::string(name)];
        }
        shortest = std::min(shortest, fields.size());
        longest = std::max(longest, fields.size());
    }
    const auto common = static_cast<std::size_t>(
        std::ranges::count_if(uses, [](const auto& use) { return use.second > 1; }));
    return count > 1 && longest > 2 && longest > shortest && common * 2 >= uses.size();
}

} // namespace

const DataSet* adjacencyDataSet(DelimitedText rows) {
    return isMatrix(rows)          ? &matrixDataSet()
           : isAdjacencyList(rows) ? &adjacencyListDataSet()
                                   : nullptr;
}

void readMatrix(const Table& table, Dossier& dossier, ImportReport& report,
                const Progress& progress) {
    KeptRow firstRow;
    KeptRow second;
    {
        DelimitedText rows = table.allRows();
        keepRow(rows, firstRow);
        keepRow(rows, second);
    }
    const Fields& first = firstRow.fields;
    const Names names = namesOf(first, second.fields).value_or(Names{});
    const std::size_t width = second.fields.size();
    Fields fields;
    const std::size_t before = names.beside ? 1 : 0;
    MatrixVertices vertices;
    for (const std::string_view name : names.above ? namesAbove(first, width) : Fields{}) {
        vertices.columns.emplace_back(name);
    }
    vertices.columns.resize(width - before);
    AdjacencyMatrix matrix;
    MissingCells missing;
    std::deque<std::string> texts; // fields end with their row
    DelimitedText rows = table.allRows();
    if (names.above) {
        nextRow(rows, fields);
    }
    while (nextRow(rows, fields)) {
        const std::size_t row = vertices.rows.size();
        if (row % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction() / 2);
        }
        if (fields.size() != width) {
            report.add(
                {Severity::Repaired,
                 table.file(),
                 rows.line(),
                 {},
                 fmt::format("The row has {} fields, the matrix {}; {}.", fields.size(), width,
                             fields.size() > width ? "those beyond were left out"
                                                   : "missing ones were taken as 0")});
            fields.resize(width);
        }
        vertices.rows.emplace_back(names.beside ? fields.front() : std::string_view{});
        for (std::size_t i = before; i < width; ++i) {
            if (fields[i] == "0") {
                continue;
            }
            if (!matrix.add(row, i - before, texts.emplace_back(fields[i]), rows.line(), missing)) {
                report.add({Severity::Refused, table.file(), rows.line(),
                            fmt::format("column {}", i + 1),
                            fmt::format("{}; the tie was not taken.", noNumber(fields[i]))});
            }
        }
    }
    matrix.settle(missing);
    missing.tell(table.file(), report);
    const bool square = vertices.rows.size() == vertices.columns.size();
    if (square && !names.above) {
        vertices.columns = vertices.rows;
    }
    const bool twoMode = !square || vertices.rows != vertices.columns;
    GatheredRows nodes;
    GatheredRows edges;
    vertices.addTo(nodes, twoMode);
    matrix.addTo(
        edges, [&](std::size_t at) { return std::string_view(vertices.rows[at]); },
        [&](std::size_t at) { return std::string_view(vertices.columns[at]); },
        !twoMode && matrix.symmetric());
    nodes.readNodes(table.file(), dossier, report, progress);
    edges.readEdges(table.file(), dossier, report, progress);
}

void readAdjacencyList(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress) {
    struct Tie {
        std::size_t source;
        std::size_t target;
        std::size_t line;
    };
    std::unordered_map<std::string, std::size_t> places;
    std::vector<const std::string*> names;
    std::vector<Tie> ties;
    const auto placeOf = [&](std::string_view name) {
        const auto [found, added] = places.emplace(name, names.size());
        if (added) {
            names.push_back(&found->first);
        }
        return found->second;
    };
    DelimitedText rows = table.allRows();
    for (Fields fields; nextRow(rows, fields);) {
        if (ties.size() % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction() / 2);
        }
        if (fields.front().empty()) {
            report.add({Severity::Refused, table.file(), rows.line(), "column 1",
                        "The row names no vertex here; it was not taken."});
            continue;
        }
        const std::size_t source = placeOf(fields.front());
        for (std::size_t i = 1; i < fields.size(); ++i) {
            if (!fields[i].empty()) {
                ties.push_back({source, placeOf(fields[i]), rows.line()});
            }
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const Tie& tie : ties) {
        pairs.emplace(tie.source, tie.target);
    }
    const bool undirected = std::ranges::all_of(pairs, [&pairs](const auto& pair) {
        return pairs.contains({pair.second, pair.first});
    });
    GatheredRows nodes;
    for (const std::string* const name : names) {
        nodes.beginRow(0);
        nodes.set("id", *name);
    }
    GatheredRows edges;
    for (const Tie& tie : ties) {
        if (!undirected || tie.source <= tie.target) {
            edges.beginRow(tie.line);
            edges.set("source", *names[tie.source]);
            edges.set("target", *names[tie.target]);
            edges.set("type", undirected ? "Undirected" : "Directed");
        }
    }
    nodes.readNodes(table.file(), dossier, report, progress);
    edges.readEdges(table.file(), dossier, report, progress);
}

} // namespace entente
