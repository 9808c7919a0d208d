#include "core/formats/adjacency_matrix.h"

#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace entente {

bool isMissing(std::string_view text) {
    return text.empty() || isMissingWord(text);
}

void MissingCells::count(std::string_view code, std::size_t line) {
    firstLine_ = std::min(firstLine_, line);
    const auto known = std::ranges::find(codes_, code, &std::pair<std::string, std::size_t>::first);
    if (known != codes_.end()) {
        ++known->second;
    } else {
        codes_.emplace_back(code, 1);
    }
}

void MissingCells::tell(const std::string& file, ImportReport& report) const {
    if (codes_.empty()) {
        return;
    }
    std::string list;
    for (const auto& [code, cells] : codes_) {
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", quotedField(code), cells);
    }
    report.add({ReportEntry::Severity::Note,
                file,
                firstLine_,
                {},
                fmt::format("Codes for missing values: {}, the first in this line. These cells "
                            "were taken as no ties.",
                            list)});
}

void MatrixVertices::addTo(GatheredRows& nodes, bool twoMode) {
    const std::size_t id = nodes.column("id");
    const std::size_t label = nodes.column("label");
    const std::size_t mode = twoMode ? nodes.column("mode") : GatheredRows::none;
    std::unordered_set<std::string> taken(rows.begin(), rows.end());
    const auto add = [&](std::string& name, std::string own, bool second) {
        nodes.beginRow(1);
        nodes.set(label, nodes.keep(name.empty() ? own : name));
        if (name.empty()) {
            name = std::move(own);
        } else if (second && taken.contains(name)) {
            name += " (column)";
        }
        nodes.set(id, nodes.keep(name));
        if (twoMode) {
            nodes.set(mode, second ? "2" : "1");
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        add(rows[i], fmt::format("{}{}", twoMode ? "r" : "", i + 1), false);
    }
    if (!twoMode) {
        columns = rows;
        return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        add(columns[i], fmt::format("c{}", i + 1), true);
    }
}

bool AdjacencyMatrix::add(std::size_t row, std::size_t column, std::string_view text,
                          std::size_t line, MissingCells& missing) {
    if (isMissing(text)) {
        if (!text.empty()) {
            missing.count(text, line);
        }
        return true;
    }
    bool comma = false;
    const std::optional<double> number = parseTableNumber(text, comma);
    if (number && *number != 0) {
        cells_.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column),
                          *number, text, line});
    }
    return number.has_value();
}

void AdjacencyMatrix::settle(MissingCells& missing) {
    const bool otherNegative = std::ranges::any_of(
        cells_, [](const Cell& cell) { return cell.value < 0 && !isMissingNumber(cell.text); });
    if (otherNegative) {
        return;
    }
    std::erase_if(cells_, [&missing](const Cell& cell) {
        const bool code = isMissingNumber(cell.text);
        if (code) {
            missing.count(cell.text, cell.line);
        }
        return code;
    });
}

void AdjacencyMatrix::mirror() {
    for (std::size_t i = 0, count = cells_.size(); i < count; ++i) {
        Cell cell = cells_[i];
        if (cell.row != cell.column) {
            std::swap(cell.row, cell.column);
            cells_.push_back(cell);
        }
    }
}

bool AdjacencyMatrix::symmetric() const {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, double>> ties;
    ties.reserve(cells_.size());
    for (const Cell& cell : cells_) {
        if (cell.row != cell.column) {
            ties.emplace_back(cell.row, cell.column, cell.value);
        }
    }
    std::ranges::sort(ties);
    return !ties.empty() && std::ranges::all_of(ties, [&ties](const auto& tie) {
        const auto& [row, column, value] = tie;
        return std::ranges::binary_search(ties, std::tuple(column, row, value));
    });
}

void AdjacencyMatrix::addTo(GatheredRows& edges, const Ids& rows, const Ids& columns,
                            bool symmetric, std::string_view role) const {
    const std::size_t source = edges.column("source");
    const std::size_t target = edges.column("target");
    const std::size_t type = edges.column("type");
    const std::size_t weight = edges.column("weight");
    const std::size_t roles = role.empty() ? GatheredRows::none : edges.column("role");
    for (const Cell& cell : cells_) {
        if (symmetric && cell.row > cell.column) {
            continue;
        }
        edges.beginRow(cell.line);
        edges.set(source, rows(cell.row));
        edges.set(target, columns(cell.column));
        edges.set(type, symmetric ? "Undirected" : "Directed");
        edges.set(weight, cell.text);
        if (!role.empty()) {
            edges.set(roles, role);
        }
    }
}

} // namespace entente
