#pragma once

#include "core/layout/geometry.h"
#include "core/layout/layout.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

/// What is wrong with the edges of single vertices, for layouts that move vertices of small graphs
/// along a line or a ring: crossings, marks that an edge runs over, and length. 1 is one crossing.
class EdgeTrouble {
public:
    static constexpr std::uint32_t noVertex = std::numeric_limits<std::uint32_t>::max();

    /// Refers to `graph`.
    explicit EdgeTrouble(const LayoutGraph& graph);

    /// Of the edges of `vertex`, and of those that run over it; without those of `except`.
    /// O((degree + 1) · (n + m)).
    [[nodiscard]] double of(std::uint32_t vertex, const std::vector<Point>& positions,
                            std::uint32_t except = noVertex) const;

    /// Of the whole picture. O(m (n + m)).
    [[nodiscard]] double total(const std::vector<Point>& positions) const;

private:
    const LayoutGraph& graph_;
    std::vector<Segment> segments_;
};

} // namespace entente
