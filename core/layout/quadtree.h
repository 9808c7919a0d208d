#pragma once

#include "core/layout/layout.h"

#include <array>
#include <cstdint>
#include <vector>

namespace entente {

/// A quadtree over points, stored flat, for the repulsion between all pairs in O(n log n) (Barnes &
/// Hut 1986).
class Quadtree {
public:
    /// `masses` may be empty: all 1.
    Quadtree(const std::vector<Point>& positions, const std::vector<double>& masses);

    /// The sum of mass / distance² · offset from all other points, far groups taken as one where
    /// they look smaller than `openingAngle` (size over distance).
    [[nodiscard]] Point repulsion(std::uint32_t vertex, double openingAngle) const;

private:
    struct Cell {
        Point centre;
        double mass = 0;
        double size = 0;
        std::uint32_t firstChild = noIndex; ///< of four in a row; `noIndex`: a leaf
        std::uint32_t begin = 0;            ///< of its points in `order_`
        std::uint32_t end = 0;
    };

    void build(std::uint32_t cell, Point corner, double size, unsigned depth);

    const std::vector<Point>& positions_;
    const std::vector<double>& masses_;
    std::vector<std::uint32_t> order_;
    std::vector<Cell> cells_;
};

} // namespace entente
