#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A quadtree over points, stored flat in the order of a depth-first walk, for the repulsion
/// between all pairs in O(n log n) (Barnes & Hut 1986). Points are sorted along a Z-curve (Morton
/// 1966), so that those of a cell lie side by side.
class Quadtree {
public:
    /// O(n log n).
    explicit Quadtree(const std::vector<Point>& positions);

    /// For each point the sum of offset / distance² from all others, far cells taken as one where
    /// they look smaller than `openingAngle` (size over distance). In parallel, and still the same
    /// to the last bit.
    void repulsion(double openingAngle, std::vector<Point>& forces) const;

private:
    struct Cell {
        float x = 0; ///< of the centre of gravity
        float y = 0;
        float mass = 0;
        float size = 0;
        std::uint32_t next = 0;  ///< the cell after the last within this one
        std::uint32_t begin = 0; ///< of its points
        std::uint32_t end = 0;
        bool leaf = false;
    };
    /// What pushes the points of one leaf.
    struct Sources {
        std::vector<float> x;
        std::vector<float> y;
        std::vector<float> mass;

        void clear();
        void add(float atX, float atY, float weight);
        void fillUp();
    };

    void build(std::uint32_t begin, std::uint32_t end, int level);
    void gather(const Cell& leaf, float openingAngle, Sources& sources) const;

    double size_ = 0;                 ///< of the whole square
    std::vector<std::uint64_t> keys_; ///< place on the curve, then number, in ascending order
    std::vector<float> x_;            ///< of the points in the curve's order
    std::vector<float> y_;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> leaves_;
};

} // namespace entente
