#include "core/formats/gathered_rows.h"

#include "core/formats/declared_types.h"
#include "core/formats/edge_rows.h"
#include "core/formats/node_rows.h"
#include "core/formats/text_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;
/// A column takes four bytes a row: a file whose elements all have attributes of their own must not
/// take all the memory.
constexpr std::size_t mostCells = 200'000'000;
constexpr std::size_t mostColumns = 2000;
constexpr std::size_t leastColumns = 40;

} // namespace

std::size_t GatheredRows::find(std::string_view name) const {
    const auto found = columnOf_.find(name);
    return found != columnOf_.end() ? found->second : none;
}

std::size_t GatheredRows::column(std::string_view name) {
    if (const std::size_t known = find(name); known != none) {
        return known;
    }
    columnOf_.emplace(keep(std::string(name)), names_.size());
    names_.emplace_back(name);
    defaults_.emplace_back();
    places_.emplace_back();
    return names_.size() - 1;
}

void GatheredRows::beginRow(std::size_t line) {
    begins_.push_back(cells_.size());
    lines_.push_back(line);
}

const GatheredRows::Cell* GatheredRows::cell(std::size_t column) const {
    if (column >= places_.size() || begins_.empty()) {
        return nullptr;
    }
    const std::size_t at = places_[column].cell;
    const bool there = at >= begins_.back() && at < cells_.size() && cells_[at].column == column;
    return there ? &cells_[at] : nullptr;
}

void GatheredRows::set(std::size_t column, std::string_view value) {
    if (cell(column) == nullptr) {
        places_[column] = {cells_.size(), nullptr};
        cells_.push_back({static_cast<std::uint32_t>(column), value});
        return;
    }
    Place& place = places_[column];
    std::string_view& text = cells_[place.cell].value;
    if (place.list == nullptr) {
        place.list = &kept_.emplace_back(joinList(std::array{std::string(text)}));
    }
    *place.list += "; " + joinList(std::array{std::string(value)});
    text = *place.list;
}

std::string_view GatheredRows::value(std::size_t column) const {
    const Cell* const found = cell(column);
    return found != nullptr ? found->value : std::string_view{};
}

void GatheredRows::unset(std::size_t column) {
    if (const Cell* const found = cell(column)) {
        const auto at = static_cast<std::size_t>(found - cells_.data());
        cells_[at].column = UINT32_MAX; // of no column
    }
}

bool GatheredRows::rename(std::size_t column, std::string_view name) {
    if (column == none || find(name) != none) {
        return false;
    }
    columnOf_.erase(names_[column]);
    names_[column] = name;
    columnOf_.emplace(keep(std::string(name)), column);
    return true;
}

void GatheredRows::drop(std::size_t column) {
    if (column != none) {
        columnOf_.erase(names_[column]);
        names_[column].clear();
    }
}

void GatheredRows::transform(std::size_t column,
                             const std::function<std::string_view(std::string_view)>& change) {
    for (Cell& cell : cells_) {
        if (cell.column == column) {
            cell.value = change(cell.value);
        }
    }
}

void GatheredRows::split(
    std::size_t from, std::string_view other,
    const std::function<std::optional<std::string_view>(std::string_view)>& change) {
    const std::size_t to = column(other);
    for (Cell& cell : cells_) {
        if (const auto value = cell.column == from ? change(cell.value) : std::nullopt) {
            cell = {static_cast<std::uint32_t>(to), *value};
        }
    }
}

void GatheredRows::pairs(
    std::size_t first, std::size_t second,
    const std::function<void(std::string_view, std::string_view)>& take) const {
    for (std::size_t row = 0; row < size(); ++row) {
        const Cell* one = nullptr;
        const Cell* two = nullptr;
        for (std::size_t i = begins_[row]; i < endOf(row); ++i) {
            one = cells_[i].column == first ? &cells_[i] : one;
            two = cells_[i].column == second ? &cells_[i] : two;
        }
        if (one != nullptr && two != nullptr) {
            take(one->value, two->value);
        }
    }
}

bool GatheredRows::all(std::size_t column,
                       const std::function<bool(std::string_view)>& test) const {
    return std::ranges::all_of(
        cells_, [&](const Cell& cell) { return cell.column != column || test(cell.value); });
}

std::size_t GatheredRows::columnsRead(const std::string& file, ImportReport& report) const {
    const std::size_t most =
        std::clamp(mostCells / std::max<std::size_t>(size(), 1), leastColumns, mostColumns);
    if (names_.size() > most) {
        report.add({ReportEntry::Severity::Repaired,
                    file,
                    0,
                    {},
                    fmt::format("The elements have {} different attributes; the first {} of them "
                                "were taken, the others left out.",
                                names_.size(), most)});
    }
    return std::min(names_.size(), most);
}

template <typename Rows>
void GatheredRows::feed(Rows& rows, std::size_t columns, const Progress& progress) const {
    std::vector<std::string_view> fields;
    for (std::size_t row = 0; row < size(); ++row) {
        if (row % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(static_cast<double>(row) / static_cast<double>(size()));
        }
        fields.assign(defaults_.begin(), defaults_.begin() + static_cast<std::ptrdiff_t>(columns));
        for (std::size_t i = begins_[row]; i < endOf(row); ++i) {
            if (cells_[i].column < columns) {
                fields[cells_[i].column] = cells_[i].value;
            }
        }
        rows.read(fields, lines_[row]);
    }
    rows.sum();
}

void GatheredRows::declareTypes(Dossier& dossier, ElementKind owner) const {
    for (const auto& [column, type] : types_) {
        declareColumn(dossier, owner, names_[column], type);
    }
}

void GatheredRows::readNodes(const std::string& file, Dossier& dossier, ImportReport& report,
                             const Progress& progress) const {
    const std::size_t columns = columnsRead(file, report);
    const TableHeader header(
        file, {names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(columns)}, "attribute");
    dossier.reserve(dossier.vertices().size() + size(), dossier.edges().size());
    NodeRows rows(header, dossier, report);
    feed(rows, columns, progress);
    declareTypes(dossier, ElementKind::Vertex);
}

void GatheredRows::readEdges(const std::string& file, Dossier& dossier, ImportReport& report,
                             const Progress& progress) const {
    const std::size_t columns = columnsRead(file, report);
    const TableHeader header(
        file, {names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(columns)}, "attribute");
    dossier.reserve(dossier.vertices().size(), dossier.edges().size() + size());
    EdgeRows rows(header, dossier, report);
    feed(rows, columns, progress);
    declareTypes(dossier, ElementKind::Edge);
}

} // namespace entente
