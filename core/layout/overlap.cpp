#include "core/layout/overlap.h"

#include "core/layout/geometry.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace entente {

namespace {

const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));

bool stays(const std::vector<std::uint8_t>& pinned, std::size_t v) {
    return !pinned.empty() && pinned[v] != 0;
}

constexpr std::size_t mostPairsForOne = 100;

struct CellEntry {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::uint32_t vertex = 0;

    friend auto operator<=>(const CellEntry&, const CellEntry&) = default;
};

/// Pushes two points `distance` apart. Gives whether they were nearer.
bool pushApart(std::vector<Point>& points, std::uint32_t i, std::uint32_t j,
               const std::vector<std::uint8_t>& pinned, double distance = 1) {
    Point apart = minus(points[j], points[i]);
    double square = dot(apart, apart);
    const double enough = 0.999 * distance;
    if (square >= enough * enough) {
        return false;
    }
    const bool iStays = stays(pinned, i);
    const bool jStays = stays(pinned, j);
    if (iStays && jStays) {
        return false;
    }
    if (square < 1e-6) {
        const double angle = goldenAngle * j;
        apart = {1e-3 * std::cos(angle), 1e-3 * std::sin(angle)};
        square = 1e-6;
    }
    const double gap = std::sqrt(square);
    const double push = (distance - gap) / gap;
    const double shareI = iStays ? 0 : jStays ? 1 : 0.5;
    points[i].x -= apart.x * push * shareI;
    points[i].y -= apart.y * push * shareI;
    points[j].x += apart.x * push * (1 - shareI);
    points[j].y += apart.y * push * (1 - shareI);
    return true;
}

void sortIntoCells(const std::vector<Point>& points, std::vector<CellEntry>& cells) {
    for (std::uint32_t v = 0; v < points.size(); ++v) {
        cells[v] = {static_cast<std::int64_t>(std::floor(points[v].y)),
                    static_cast<std::int64_t>(std::floor(points[v].x)), v};
    }
    tbb::parallel_sort(cells.begin(), cells.end());
}

/// Calls `visit` with all pairs in the same or adjoining cells of a grid with cells one unit wide,
/// until that gives false.
template <typename Visit>
void visitNearPairs(const std::vector<CellEntry>& cells, Visit visit) {
    std::size_t below = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellEntry& here = cells[i];
        const auto visitFrom = [&](std::size_t j, std::int64_t row) {
            for (; j < cells.size() && cells[j].row == row && cells[j].column <= here.column + 1;
                 ++j) {
                if (!visit(here.vertex, cells[j].vertex)) {
                    return false;
                }
            }
            return true;
        };
        if (!visitFrom(i + 1, here.row)) {
            return;
        }
        while (below < cells.size() && std::tie(cells[below].row, cells[below].column) <
                                           std::make_tuple(here.row + 1, here.column - 1)) {
            ++below;
        }
        if (!visitFrom(below, here.row + 1)) {
            return;
        }
    }
}

/// Calls `visit` with all in the cells that come within `reach` of a place.
template <typename Visit>
void visitAround(const std::vector<CellEntry>& cells, Point place, double reach, Visit visit) {
    const auto cellOf = [](double at) { return static_cast<std::int64_t>(std::floor(at)); };
    const std::int64_t last = cellOf(place.x + reach);
    for (std::int64_t row = cellOf(place.y - reach); row <= cellOf(place.y + reach); ++row) {
        const CellEntry first{row, cellOf(place.x - reach), 0};
        for (auto each = std::ranges::lower_bound(cells, first);
             each != cells.end() && each->row == row && each->column <= last; ++each) {
            visit(each->vertex);
        }
    }
}

} // namespace

void separate(std::vector<Point>& positions, double width, double height,
              const std::vector<std::uint8_t>& pinned, int rounds) {
    std::vector<Point> points(positions.size());
    std::ranges::transform(positions, points.begin(), [&](const Point& point) {
        return Point{point.x / width, point.y / height};
    });
    std::vector<CellEntry> cells(points.size());
    bool everMoved = false;
    for (bool moved = true; moved && rounds > 0; --rounds) {
        moved = false;
        sortIntoCells(points, cells);
        std::size_t pairs = 0;
        visitNearPairs(cells, [&](std::uint32_t i, std::uint32_t j) {
            moved |= pushApart(points, i, j, pinned);
            // Where very many stand on one spot, all their pairs would take for ever.
            return ++pairs < mostPairsForOne * points.size();
        });
        everMoved = everMoved || moved;
    }
    if (!everMoved) {
        return;
    }
    for (std::size_t v = 0; v < points.size(); ++v) {
        if (!stays(pinned, v)) {
            positions[v] = {points[v].x * width, points[v].y * height};
        }
    }
}

void giveRoom(std::vector<Point>& positions, std::span<const double> widths,
              const std::vector<std::uint8_t>& pinned, int rounds) {
    std::vector<std::uint32_t> wide;
    for (std::uint32_t v = 0; v < widths.size(); ++v) {
        if (widths[v] > 0) {
            wide.push_back(v);
        }
    }
    std::vector<CellEntry> cells(positions.size());
    for (bool moved = !wide.empty(); moved && rounds > 0; --rounds) {
        moved = false;
        sortIntoCells(positions, cells);
        for (const std::uint32_t i : wide) {
            // Of two wide ones the wider one finds the other: as far as its own width.
            const auto makeWay = [&](std::uint32_t j) {
                const bool own = widths[j] < widths[i] || (widths[j] == widths[i] && i < j);
                const double distance = (widths[i] + widths[j]) / 2;
                moved = (own && pushApart(positions, i, j, pinned, distance)) || moved;
            };
            visitAround(cells, positions[i], widths[i], makeWay);
        }
    }
}

void makeRoom(std::vector<Point>& positions, double distance, std::span<const double> widths) {
    const auto counts = [widths](std::uint32_t v) { return widths.empty() || !(widths[v] > 0); };
    const auto wide = std::ranges::count_if(widths, [](double width) { return width > 0; });
    const std::size_t usual = positions.size() - static_cast<std::size_t>(wide);
    const std::size_t few = usual / 3 + 1;
    const Bounds bounds = boundsOf(positions);
    // Where there is not even a quarter of the room needed, rounds would be spent on finding out.
    const double lack = std::sqrt(0.25 * distance * distance * static_cast<double>(usual) /
                                  std::max(bounds.width() * bounds.height(), 1e-12));
    if (lack > 1 && bounds.width() > 0 && bounds.height() > 0) {
        for (Point& point : positions) {
            point = {point.x * lack, point.y * lack};
        }
    }
    std::vector<Point> points(positions.size());
    std::vector<CellEntry> cells(positions.size());
    constexpr int mostRounds = 24;
    for (int round = 0; round < mostRounds; ++round) {
        for (std::size_t v = 0; v < points.size(); ++v) {
            points[v] = {positions[v].x / distance, positions[v].y / distance};
        }
        sortIntoCells(points, cells);
        std::size_t crowded = 0;
        visitNearPairs(cells, [&](std::uint32_t i, std::uint32_t j) {
            const Point apart = minus(points[i], points[j]);
            crowded += dot(apart, apart) < 1 && counts(i) && counts(j) ? 1U : 0U;
            return crowded < 4 * few;
        });
        if (crowded <= few) {
            return;
        }
        // Pairs grow fewer as the area grows.
        const double growth = std::clamp(
            std::sqrt(static_cast<double>(crowded) / static_cast<double>(few)), 1.05, 1.4);
        for (Point& point : positions) {
            point = {point.x * growth, point.y * growth};
        }
    }
}

void makeDistinct(std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned) {
    const auto place = [&](std::uint32_t v) {
        // Pinned ones first among equals: the others get out of their way.
        return std::tuple{positions[v].x, positions[v].y, !stays(pinned, v), v};
    };
    std::vector<std::uint32_t> order(positions.size());
    std::iota(order.begin(), order.end(), 0U);
    double nudge = 1e-3;
    for (bool alike = true; alike; nudge *= 1.7) {
        alike = false;
        std::ranges::sort(order,
                          [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
        for (std::size_t first = 0; first < order.size();) {
            const Point at = positions[order[first]];
            std::size_t next = first + 1;
            for (; next < order.size() && positions[order[next]] == at; ++next) {
                if (!stays(pinned, order[next])) {
                    const auto step = static_cast<double>(next - first);
                    const double radius = nudge * std::sqrt(step);
                    positions[order[next]] = {at.x + radius * std::cos(goldenAngle * step),
                                              at.y + radius * std::sin(goldenAngle * step)};
                    alike = true;
                }
            }
            first = next;
        }
    }
}

} // namespace entente
