#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// A connected part of a graph, with its vertices' numbers in the whole.
struct Component {
    std::vector<std::uint32_t> vertices;
    LayoutGraph graph;
};

/// The connected parts, the biggest first; equals in the order of their first vertices. O(n + m).
std::vector<Component> components(const LayoutGraph& graph);

/// The graph of some vertices and the edges among them, renumbered in the order given.
LayoutGraph subgraph(const LayoutGraph& graph, const std::vector<std::uint32_t>& vertices);

/// A rectangle to pack, given by its size; `packRectangles` fills in the corner.
struct PackedRectangle {
    double width = 0;
    double height = 0;
    double left = 0;
    double top = 0;
};

/// Places the rectangles without overlap, with room between them: the first (the biggest part) at
/// the origin, the others in rows below it or in columns beside it, in their order, whichever fills
/// a frame better; many alike become a block of rows. O(n).
void packRectangles(std::vector<PackedRectangle>& rectangles);

} // namespace entente
