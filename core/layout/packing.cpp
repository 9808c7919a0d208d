#include "core/layout/packing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

// Cells are as wide as the room that a vertex needs, or wider where there would be too many.
constexpr double leastCell = 1.0;
constexpr double mostCells = 1e6;
// Larger parts take all that lies between their vertices, whether edges cross it or not.
constexpr std::size_t mostForEdges = 2000;

struct Cell {
    int x = 0;
    int y = 0;

    friend auto operator<=>(const Cell&, const Cell&) = default;
};

void keepDistinct(std::vector<Cell>& cells) {
    std::ranges::sort(cells);
    const auto rest = std::ranges::unique(cells);
    cells.erase(rest.begin(), rest.end());
}

/// All cells between the first and the last of each row.
void fillRows(std::vector<Cell>& cells) {
    std::map<int, std::pair<int, int>> rows;
    for (const Cell& cell : cells) {
        const auto [row, isNew] = rows.try_emplace(cell.y, cell.x, cell.x);
        row->second = {std::min(row->second.first, cell.x), std::max(row->second.second, cell.x)};
    }
    cells.clear();
    for (const auto& [y, ends] : rows) {
        for (int x = ends.first; x <= ends.second; ++x) {
            cells.push_back({x, y});
        }
    }
}

/// The cells that a part's vertices and edges lie in, about the part's middle.
std::vector<Cell> footprintOf(const LayoutGraph& graph, const std::vector<Point>& picture,
                              const Point& middle, double cell) {
    const auto cellOf = [&](double x, double y) {
        return Cell{static_cast<int>(std::lround((x - middle.x) / cell)),
                    static_cast<int>(std::lround((y - middle.y) / cell))};
    };
    std::vector<Cell> cells;
    for (const Point& point : picture) {
        cells.push_back(cellOf(point.x, point.y));
    }
    if (picture.size() > mostForEdges) {
        fillRows(cells);
        return cells;
    }
    for (const Segment& edge : segmentsOf(graph)) {
        const Point& a = picture[edge.a];
        const Point along = minus(picture[edge.b], a);
        const int steps = static_cast<int>(length(along) / cell * 1.5);
        for (int step = 1; step < steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            cells.push_back(cellOf(a.x + share * along.x, a.y + share * along.y));
        }
    }
    keepDistinct(cells);
    return cells;
}

/// The cells and those beside them.
std::vector<Cell> withRim(const std::vector<Cell>& cells) {
    std::vector<Cell> wider = cells;
    for (const Cell& cell : cells) {
        for (const Cell& step : {Cell{1, 0}, Cell{-1, 0}, Cell{0, 1}, Cell{0, -1}}) {
            wider.push_back({cell.x + step.x, cell.y + step.y});
        }
    }
    keepDistinct(wider);
    return wider;
}

/// A square of cells about the origin, of which some are taken.
class Board {
public:
    explicit Board(int radius)
        : radius_(radius), taken_(static_cast<std::size_t>(width()) * width(), 0) {}

    [[nodiscard]] bool fits(const std::vector<Cell>& footprint, const Cell& at) const {
        return std::ranges::all_of(footprint, [&](const Cell& cell) {
            const int x = cell.x + at.x;
            const int y = cell.y + at.y;
            return std::abs(x) > radius_ || std::abs(y) > radius_ || taken_[index(x, y)] == 0;
        });
    }

    void take(const std::vector<Cell>& footprint, const Cell& at) {
        for (const Cell& cell : footprint) {
            const int x = cell.x + at.x;
            const int y = cell.y + at.y;
            if (std::abs(x) <= radius_ && std::abs(y) <= radius_) {
                taken_[index(x, y)] = 1;
            }
        }
    }

    /// All cells from the middle outwards.
    [[nodiscard]] std::vector<Cell> outwards() const {
        std::vector<Cell> cells;
        for (int y = -radius_; y <= radius_; ++y) {
            for (int x = -radius_; x <= radius_; ++x) {
                cells.push_back({x, y});
            }
        }
        std::ranges::sort(cells, {}, [](const Cell& cell) {
            return std::tuple{cell.x * cell.x + cell.y * cell.y, cell.y, cell.x};
        });
        return cells;
    }

private:
    [[nodiscard]] int width() const { return 2 * radius_ + 1; }
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y + radius_) * static_cast<std::size_t>(width()) +
               static_cast<std::size_t>(x + radius_);
    }

    int radius_;
    std::vector<std::uint8_t> taken_;
};

Point middleOf(const std::vector<Point>& picture) {
    const Bounds bounds = boundsOf(picture);
    return {(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2};
}

} // namespace

void packShapes(const std::vector<Component>& parts, std::vector<std::vector<Point>>& pictures) {
    double room = 0;
    double widest = 0;
    for (const std::vector<Point>& picture : pictures) {
        const Bounds bounds = boundsOf(picture);
        room += (bounds.width() + 2 * leastCell) * (bounds.height() + 2 * leastCell);
        widest = std::max({widest, bounds.width(), bounds.height()});
    }
    const double cell = std::max(leastCell, std::sqrt(room / mostCells));
    // Side by side in a line they would still fit.
    const double radius = std::sqrt(room / std::numbers::pi) * 1.5 + widest + 2 * cell;
    Board board(static_cast<int>(radius / cell) + 1);
    const std::vector<Cell> places = board.outwards();
    std::size_t firstFree = 0; // for parts of one vertex: all places before it are taken
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const Point middle = middleOf(pictures[i]);
        const std::vector<Cell> footprint = footprintOf(parts[i].graph, pictures[i], middle, cell);
        const bool single = pictures[i].size() == 1;
        // What is more than one vertex keeps its distance from the others.
        const std::vector<Cell> needed = single ? footprint : withRim(footprint);
        std::size_t place = single ? firstFree : 0;
        while (place + 1 < places.size() && !board.fits(needed, places[place])) {
            ++place;
        }
        if (single) {
            firstFree = place;
        }
        board.take(footprint, places[place]);
        for (Point& point : pictures[i]) {
            point = {point.x - middle.x + places[place].x * cell,
                     point.y - middle.y + places[place].y * cell};
        }
    }
}

} // namespace entente
