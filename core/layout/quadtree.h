#pragma once

#include "core/layout/lanes.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Points with masses, an array a coordinate, as inner loops want them.
struct Bodies {
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> mass;

    [[nodiscard]] std::size_t size() const { return x.size(); }
};

/// A quadtree over points, stored flat in the order of a depth-first walk. The points of a cell lie
/// side by side along a Z-curve (Morton 1966); those of a leaf fill up whole groups of `groupSize`,
/// so that they can be worked on together.
class Quadtree {
public:
    static constexpr std::uint32_t groupSize = laneCount;
    static constexpr std::uint32_t mostInLeaf = 48;

    struct Cell {
        std::uint32_t begin = 0; ///< of its slots
        std::uint32_t end = 0;
        std::uint32_t next = 0; ///< the cell after the last within this one
        std::uint32_t count = 0;
        bool leaf = false;
    };

    /// Built in parallel, the same whatever the number of threads. O(n log n).
    explicit Quadtree(const Bodies& bodies);

    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
    /// The point in each slot, `noIndex` where it is empty; a leaf's empty slots are its last.
    [[nodiscard]] const std::vector<std::uint32_t>& slots() const { return slots_; }
    /// Cells that have no more than n / 64 points, in cells that have: together all points.
    [[nodiscard]] const std::vector<std::uint32_t>& parts() const { return parts_; }

private:
    struct Subtree;

    std::vector<Cell> cells_;
    std::vector<std::uint32_t> slots_;
    std::vector<std::uint32_t> parts_;
};

} // namespace entente
