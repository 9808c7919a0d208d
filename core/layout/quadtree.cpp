#include "core/layout/quadtree.h"

#include "core/layout/geometry.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <cstring>

namespace entente {

namespace {

constexpr std::uint32_t leafSize = 12;
// Points closer than the whole divided by 2^16 share a leaf.
constexpr int levels = 16;
constexpr std::size_t leavesAtOnce = 16;
constexpr float leastSquare = 1e-6F;

// Four sums at once, always the same four, whatever the processor offers.
constexpr std::size_t lanes = 4;
using Lanes = float __attribute__((vector_size(lanes * sizeof(float))));

/// The low 16 bits, each followed by a zero.
std::uint32_t spread(std::uint32_t bits) {
    bits = (bits | bits << 8U) & 0x00FF00FFU;
    bits = (bits | bits << 4U) & 0x0F0F0F0FU;
    bits = (bits | bits << 2U) & 0x33333333U;
    return (bits | bits << 1U) & 0x55555555U;
}

Lanes load(const float* from) {
    Lanes lane;
    std::memcpy(&lane, from, sizeof lane);
    return lane;
}

float sum(const Lanes& lane) {
    return (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

} // namespace

void Quadtree::Sources::clear() {
    x.clear();
    y.clear();
    mass.clear();
}

void Quadtree::Sources::add(float atX, float atY, float weight) {
    x.push_back(atX);
    y.push_back(atY);
    mass.push_back(weight);
}

void Quadtree::Sources::fillUp() {
    while (x.size() % lanes != 0) {
        add(0, 0, 0);
    }
}

Quadtree::Quadtree(const std::vector<Point>& positions)
    : keys_(positions.size()), x_(positions.size()), y_(positions.size()) {
    if (positions.empty()) {
        return;
    }
    const Bounds bounds = boundsOf(positions);
    size_ = std::max({bounds.width(), bounds.height(), 1e-9}) * 1.0001;
    const double cells = 1U << static_cast<unsigned>(levels);
    tbb::parallel_for(std::size_t{0}, positions.size(), [&](std::size_t i) {
        const auto column =
            static_cast<std::uint32_t>((positions[i].x - bounds.left) / size_ * cells);
        const auto row = static_cast<std::uint32_t>((positions[i].y - bounds.top) / size_ * cells);
        keys_[i] = std::uint64_t{spread(row) << 1U | spread(column)} << 32U | i;
    });
    tbb::parallel_sort(keys_.begin(), keys_.end());
    tbb::parallel_for(std::size_t{0}, positions.size(), [&](std::size_t i) {
        const Point& point = positions[static_cast<std::uint32_t>(keys_[i])];
        x_[i] = static_cast<float>(point.x - bounds.left);
        y_[i] = static_cast<float>(point.y - bounds.top);
    });
    cells_.reserve(positions.size() / 2 + 16);
    build(0, static_cast<std::uint32_t>(positions.size()), 0);
}

void Quadtree::build(std::uint32_t begin, std::uint32_t end, int level) {
    const auto number = static_cast<std::uint32_t>(cells_.size());
    Cell cell;
    cell.begin = begin;
    cell.end = end;
    cell.mass = static_cast<float>(end - begin);
    cell.size = static_cast<float>(size_ / static_cast<double>(1U << static_cast<unsigned>(level)));
    cell.leaf = end - begin <= leafSize || level == levels;
    cells_.push_back(cell);
    double x = 0;
    double y = 0;
    if (cell.leaf) {
        leaves_.push_back(number);
        for (std::uint32_t i = begin; i < end; ++i) {
            x += static_cast<double>(x_[i]);
            y += static_cast<double>(y_[i]);
        }
    } else {
        const unsigned shift = 32U + 2U * static_cast<unsigned>(levels - 1 - level);
        std::uint32_t first = begin;
        while (first < end) {
            const std::uint64_t quarter = keys_[first] >> shift;
            const auto last =
                std::partition_point(keys_.begin() + first, keys_.begin() + end,
                                     [&](std::uint64_t key) { return key >> shift == quarter; });
            const auto next = static_cast<std::uint32_t>(last - keys_.begin());
            const auto child = static_cast<std::uint32_t>(cells_.size());
            build(first, next, level + 1);
            const double mass = cells_[child].mass;
            x += mass * static_cast<double>(cells_[child].x);
            y += mass * static_cast<double>(cells_[child].y);
            first = next;
        }
    }
    cells_[number].x = static_cast<float>(x / (end - begin));
    cells_[number].y = static_cast<float>(y / (end - begin));
    cells_[number].next = static_cast<std::uint32_t>(cells_.size());
}

void Quadtree::gather(const Cell& leaf, float openingAngle, Sources& sources) const {
    float left = x_[leaf.begin];
    float right = left;
    float top = y_[leaf.begin];
    float bottom = top;
    for (std::uint32_t i = leaf.begin + 1; i < leaf.end; ++i) {
        left = std::min(left, x_[i]);
        right = std::max(right, x_[i]);
        top = std::min(top, y_[i]);
        bottom = std::max(bottom, y_[i]);
    }
    sources.clear();
    for (std::uint32_t number = 0; number < cells_.size();) {
        const Cell& cell = cells_[number];
        const float dx = std::max({0.0F, left - cell.x, cell.x - right});
        const float dy = std::max({0.0F, top - cell.y, cell.y - bottom});
        if (cell.size * cell.size < openingAngle * openingAngle * (dx * dx + dy * dy)) {
            sources.add(cell.x, cell.y, cell.mass);
            number = cell.next;
        } else if (cell.leaf) {
            for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
                sources.add(x_[i], y_[i], 1);
            }
            number = cell.next;
        } else {
            ++number;
        }
    }
    sources.fillUp();
}

void Quadtree::repulsion(double openingAngle, std::vector<Point>& forces) const {
    const auto angle = static_cast<float>(openingAngle);
    using Range = tbb::blocked_range<std::size_t>;
    tbb::parallel_for(Range(0, leaves_.size(), leavesAtOnce), [&](const Range& range) {
        Sources sources;
        for (std::size_t number = range.begin(); number < range.end(); ++number) {
            const Cell& leaf = cells_[leaves_[number]];
            gather(leaf, angle, sources);
            for (std::uint32_t i = leaf.begin; i < leaf.end; ++i) {
                Lanes forceX{};
                Lanes forceY{};
                // The point itself is among its sources: at no distance it pushes nowhere.
                for (std::size_t s = 0; s < sources.x.size(); s += lanes) {
                    const Lanes dx = x_[i] - load(&sources.x[s]);
                    const Lanes dy = y_[i] - load(&sources.y[s]);
                    const Lanes square = dx * dx + dy * dy + leastSquare;
                    const Lanes push = load(&sources.mass[s]) / square;
                    forceX += dx * push;
                    forceY += dy * push;
                }
                forces[static_cast<std::uint32_t>(keys_[i])] = {sum(forceX), sum(forceY)};
            }
        }
    });
}

} // namespace entente
