#include "core/layout/quadtree.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr std::uint32_t leafSize = 8;
// Points closer than the whole divided by 2^24 share a leaf.
constexpr unsigned deepest = 24;

} // namespace

Quadtree::Quadtree(const std::vector<Point>& positions, const std::vector<double>& masses)
    : positions_(positions), masses_(masses), order_(positions.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    Point low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point high{-low.x, -low.y};
    for (const Point& point : positions) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    cells_.reserve(positions.size());
    cells_.push_back({{}, 0, 0, noIndex, 0, static_cast<std::uint32_t>(positions.size())});
    if (!positions.empty()) {
        build(0, low, std::max({high.x - low.x, high.y - low.y, 1e-9}) * 1.0001, 0);
    }
}

void Quadtree::build(std::uint32_t cell, Point corner, double size, unsigned depth) {
    const std::uint32_t begin = cells_[cell].begin;
    const std::uint32_t end = cells_[cell].end;
    Point centre;
    double mass = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        const double m = masses_.empty() ? 1 : masses_[order_[i]];
        centre.x += positions_[order_[i]].x * m;
        centre.y += positions_[order_[i]].y * m;
        mass += m;
    }
    cells_[cell].size = size;
    cells_[cell].mass = mass;
    cells_[cell].centre = mass > 0 ? Point{centre.x / mass, centre.y / mass} : corner;
    if (end - begin <= leafSize || depth == deepest) {
        return;
    }
    const double half = size / 2;
    const auto first = order_.begin() + begin;
    const auto last = order_.begin() + end;
    const auto upper = [&](std::uint32_t v) { return positions_[v].y < corner.y + half; };
    const auto left = [&](std::uint32_t v) { return positions_[v].x < corner.x + half; };
    // Stable, so that the order of summation depends on nothing but the input.
    const auto middle = std::stable_partition(first, last, upper);
    const auto upperMiddle = std::stable_partition(first, middle, left);
    const auto lowerMiddle = std::stable_partition(middle, last, left);
    const auto number = [this](auto place) {
        return static_cast<std::uint32_t>(place - order_.begin());
    };
    const std::array<std::uint32_t, 5> bounds = {begin, number(upperMiddle), number(middle),
                                                 number(lowerMiddle), end};
    const auto children = static_cast<std::uint32_t>(cells_.size());
    cells_[cell].firstChild = children;
    for (std::size_t i = 0; i < 4; ++i) {
        cells_.push_back({{}, 0, 0, noIndex, bounds[i], bounds[i + 1]});
    }
    for (std::uint32_t i = 0; i < 4; ++i) {
        if (bounds[i] != bounds[i + 1]) {
            build(children + i,
                  {corner.x + (i % 2 == 1 ? half : 0), corner.y + (i >= 2 ? half : 0)}, half,
                  depth + 1);
        }
    }
}

Point Quadtree::repulsion(std::uint32_t vertex, double openingAngle) const {
    const Point at = positions_[vertex];
    const double limit = openingAngle * openingAngle;
    Point force;
    std::array<std::uint32_t, 4 * (deepest + 2)> stack{};
    std::size_t depth = 0;
    stack[depth++] = 0;
    while (depth > 0) {
        const Cell& cell = cells_[stack[--depth]];
        if (cell.begin == cell.end) {
            continue;
        }
        const double dx = at.x - cell.centre.x;
        const double dy = at.y - cell.centre.y;
        const double square = dx * dx + dy * dy;
        if (cell.size * cell.size < limit * square) {
            force.x += dx / square * cell.mass;
            force.y += dy / square * cell.mass;
        } else if (cell.firstChild != noIndex) {
            for (std::uint32_t i = 0; i < 4; ++i) {
                stack[depth++] = cell.firstChild + i;
            }
        } else {
            for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
                const std::uint32_t other = order_[i];
                if (other == vertex) {
                    continue;
                }
                const double x = at.x - positions_[other].x;
                const double y = at.y - positions_[other].y;
                const double distance = std::max(x * x + y * y, 1e-6);
                const double mass = masses_.empty() ? 1 : masses_[other];
                force.x += x / distance * mass;
                force.y += y / distance * mass;
            }
        }
    }
    return force;
}

} // namespace entente
