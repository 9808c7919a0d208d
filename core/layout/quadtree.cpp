#include "core/layout/quadtree.h"

#include "core/model/element.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <limits>

namespace entente {

namespace {

// What shares a place at this depth is split without looking.
constexpr unsigned depth = 16;
constexpr unsigned digitBits = 11;
// A single cell's number is its own part where the tree is split among threads.
constexpr std::size_t partCount = 64;

struct Place {
    std::uint32_t key = 0;
    std::uint32_t point = 0;
};

/// The low 16 bits, each followed by a zero.
std::uint32_t spread(std::uint32_t bits) {
    bits = (bits | bits << 8U) & 0x00FF00FFU;
    bits = (bits | bits << 4U) & 0x0F0F0F0FU;
    bits = (bits | bits << 2U) & 0x33333333U;
    return (bits | bits << 1U) & 0x55555555U;
}

/// By key, equals in their order: a radix sort from the last digit on.
void sortByKey(std::vector<Place>& places) {
    std::vector<Place> sorted(places.size());
    for (unsigned shift = 0; shift < 2 * depth; shift += digitBits) {
        std::array<std::uint32_t, (1U << digitBits) + 1> begin{};
        const auto digit = [shift](const Place& place) {
            return static_cast<std::size_t>(place.key >> shift & ((1U << digitBits) - 1));
        };
        for (const Place& place : places) {
            ++begin[digit(place) + 1];
        }
        for (std::size_t i = 1; i < begin.size(); ++i) {
            begin[i] += begin[i - 1];
        }
        for (const Place& place : places) {
            sorted[begin[digit(place)]++] = place;
        }
        places.swap(sorted);
    }
}

std::vector<Place> placesOf(const Bodies& bodies) {
    float left = std::numeric_limits<float>::infinity();
    float top = left;
    float right = -left;
    float bottom = -left;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        left = std::min(left, bodies.x[i]);
        right = std::max(right, bodies.x[i]);
        top = std::min(top, bodies.y[i]);
        bottom = std::max(bottom, bodies.y[i]);
    }
    const double size = std::max({right - left, bottom - top, 1e-9F});
    const double scale = static_cast<double>((1U << depth) - 1) / size;
    std::vector<Place> places(bodies.size());
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t i) {
        const auto column = static_cast<std::uint32_t>((bodies.x[i] - left) * scale);
        const auto row = static_cast<std::uint32_t>((bodies.y[i] - top) * scale);
        places[i] = {spread(row) << 1U | spread(column), static_cast<std::uint32_t>(i)};
    });
    sortByKey(places);
    return places;
}

} // namespace

/// A cell and all within it; numbers count from its own beginning.
struct Quadtree::Subtree {
    std::vector<Cell> cells;
    std::vector<std::uint32_t> slots;

    void addLeaf(const Place* begin, const Place* end) {
        Cell leaf;
        leaf.begin = static_cast<std::uint32_t>(slots.size());
        leaf.count = static_cast<std::uint32_t>(end - begin);
        leaf.leaf = true;
        leaf.next = static_cast<std::uint32_t>(cells.size()) + 1;
        for (; begin != end; ++begin) {
            slots.push_back(begin->point);
        }
        while (slots.size() % groupSize != 0) {
            slots.push_back(noIndex);
        }
        leaf.end = static_cast<std::uint32_t>(slots.size());
        cells.push_back(leaf);
    }

    void add(const Place* begin, const Place* end, unsigned level) {
        const auto count = static_cast<std::uint32_t>(end - begin);
        if (count <= mostInLeaf) {
            addLeaf(begin, end);
            return;
        }
        const std::size_t number = cells.size();
        Cell cell;
        cell.begin = static_cast<std::uint32_t>(slots.size());
        cell.count = count;
        cells.push_back(cell);
        while (begin != end) {
            const Place* next = end;
            if (level == depth) {
                next = begin + std::min<std::ptrdiff_t>(end - begin, mostInLeaf);
            } else {
                const unsigned shift = 2 * (depth - 1 - level);
                const std::uint32_t quarter = begin->key >> shift;
                next = std::partition_point(
                    begin, end, [=](const Place& place) { return place.key >> shift == quarter; });
            }
            add(begin, next, level == depth ? level : level + 1);
            begin = next;
        }
        cells[number].end = static_cast<std::uint32_t>(slots.size());
        cells[number].next = static_cast<std::uint32_t>(cells.size());
    }
};

Quadtree::Quadtree(const Bodies& bodies) {
    const std::vector<Place> places = placesOf(bodies);
    if (places.empty()) {
        return;
    }
    // The first levels one after another, what is below them in parallel.
    struct Top {
        const Place* begin;
        const Place* end;
        unsigned level;
        std::size_t subtree; ///< or noIndex: a cell of the first levels
        std::size_t children;
    };
    std::vector<Top> tops;
    std::vector<Subtree> subtrees;
    const std::size_t most = std::max<std::size_t>(places.size() / partCount, mostInLeaf);
    const auto split = [&](const auto& self, const Place* begin, const Place* end,
                           unsigned level) -> void {
        const bool whole = static_cast<std::size_t>(end - begin) <= most || level == depth;
        const std::size_t number = tops.size();
        tops.push_back({begin, end, level, whole ? subtrees.size() : noIndex, 0});
        if (whole) {
            subtrees.emplace_back();
            return;
        }
        const unsigned shift = 2 * (depth - 1 - level);
        while (begin != end) {
            const std::uint32_t quarter = begin->key >> shift;
            const Place* const next = std::partition_point(
                begin, end, [=](const Place& place) { return place.key >> shift == quarter; });
            self(self, begin, next, level + 1);
            begin = next;
        }
        tops[number].children = tops.size();
    };
    split(split, places.data(), places.data() + places.size(), 0);
    tbb::parallel_for(std::size_t{0}, tops.size(), [&](std::size_t i) {
        if (tops[i].subtree != noIndex) {
            subtrees[tops[i].subtree].add(tops[i].begin, tops[i].end, tops[i].level);
        }
    });
    std::vector<std::uint32_t> cellOf(tops.size() + 1);
    for (std::size_t i = 0; i < tops.size(); ++i) {
        const auto firstCell = static_cast<std::uint32_t>(cells_.size());
        const auto firstSlot = static_cast<std::uint32_t>(slots_.size());
        cellOf[i] = firstCell;
        if (tops[i].subtree == noIndex) {
            Cell cell;
            cell.begin = firstSlot;
            cell.count = static_cast<std::uint32_t>(tops[i].end - tops[i].begin);
            cells_.push_back(cell);
            continue;
        }
        parts_.push_back(firstCell);
        const Subtree& subtree = subtrees[tops[i].subtree];
        for (Cell cell : subtree.cells) {
            cell.begin += firstSlot;
            cell.end += firstSlot;
            cell.next += firstCell;
            cells_.push_back(cell);
        }
        slots_.insert(slots_.end(), subtree.slots.begin(), subtree.slots.end());
    }
    cellOf[tops.size()] = static_cast<std::uint32_t>(cells_.size());
    for (std::size_t i = 0; i < tops.size(); ++i) {
        if (tops[i].subtree == noIndex) {
            Cell& cell = cells_[cellOf[i]];
            cell.next = cellOf[tops[i].children];
            cell.end = cell.next == cells_.size() ? static_cast<std::uint32_t>(slots_.size())
                                                  : cells_[cell.next].begin;
        }
    }
}

} // namespace entente
