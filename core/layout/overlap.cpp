#include "core/layout/overlap.h"

#include "core/layout/geometry.h"

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

struct CellEntry {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::uint32_t vertex = 0;

    friend auto operator<=>(const CellEntry&, const CellEntry&) = default;
};

/// Pushes two points one unit apart. Gives whether they were nearer.
bool pushApart(std::vector<Point>& points, std::uint32_t i, std::uint32_t j,
               const std::vector<std::uint8_t>& pinned) {
    Point apart = minus(points[j], points[i]);
    double square = dot(apart, apart);
    constexpr double enough = 0.999;
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
    const double push = (1 - gap) / gap;
    const double shareI = iStays ? 0 : jStays ? 1 : 0.5;
    points[i].x -= apart.x * push * shareI;
    points[i].y -= apart.y * push * shareI;
    points[j].x += apart.x * push * (1 - shareI);
    points[j].y += apart.y * push * (1 - shareI);
    return true;
}

/// One round over all pairs in the same or adjoining cells of a grid with cells one unit wide.
bool separationRound(std::vector<Point>& points, std::vector<CellEntry>& cells,
                     const std::vector<std::uint8_t>& pinned) {
    for (std::uint32_t v = 0; v < points.size(); ++v) {
        cells[v] = {static_cast<std::int64_t>(std::floor(points[v].y)),
                    static_cast<std::int64_t>(std::floor(points[v].x)), v};
    }
    std::ranges::sort(cells);
    bool moved = false;
    std::size_t below = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CellEntry& here = cells[i];
        for (std::size_t j = i + 1; j < cells.size() && cells[j].row == here.row &&
                                    cells[j].column <= here.column + 1;
             ++j) {
            moved |= pushApart(points, here.vertex, cells[j].vertex, pinned);
        }
        while (below < cells.size() &&
               std::tie(cells[below].row, cells[below].column) <
                   std::make_tuple(here.row + 1, here.column - 1)) {
            ++below;
        }
        for (std::size_t j = below; j < cells.size() && cells[j].row == here.row + 1 &&
                                    cells[j].column <= here.column + 1;
             ++j) {
            moved |= pushApart(points, here.vertex, cells[j].vertex, pinned);
        }
    }
    return moved;
}

} // namespace

void separate(std::vector<Point>& positions, double width, double height,
              const std::vector<std::uint8_t>& pinned, int rounds) {
    std::vector<Point> points(positions.size());
    std::ranges::transform(positions, points.begin(), [&](const Point& point) {
        return Point{point.x / width, point.y / height};
    });
    std::vector<CellEntry> cells(points.size());
    bool moved = false;
    while (rounds-- > 0 && separationRound(points, cells, pinned)) {
        moved = true;
    }
    if (!moved) {
        return;
    }
    for (std::size_t v = 0; v < points.size(); ++v) {
        if (!stays(pinned, v)) {
            positions[v] = {points[v].x * width, points[v].y * height};
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
        std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
            return place(a) < place(b);
        });
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
