#pragma once

#include "core/network/network.h"

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace entente::ui {

/// What stands out in a picture: drawn over the rest, which fades where there is anything here.
/// Network vertices and edges, each in one of the lists only.
struct Emphasis {
    std::vector<std::uint32_t> edges;
    std::vector<std::uint32_t> selectedEdges;
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> selectedVertices;
    std::optional<std::uint32_t> hovered; ///< outlined; in one of the lists too
    std::vector<std::uint32_t> pinned; ///< vertices that carry the pin mark; nothing fades for it

    [[nodiscard]] bool empty() const {
        return edges.empty() && selectedEdges.empty() && vertices.empty() &&
               selectedVertices.empty();
    }
};

/// All that these network vertices stand for: of closed communities, every member. See
/// `Network::rowsOf`.
std::set<ElementRef> elementsOf(const Network& network, std::span<const std::uint32_t> vertices);

/// The network edges that stand for elements other than network vertices. O(edges × elements each
/// stands for); nothing to do where there are no such elements.
std::vector<std::uint32_t> edgesStandingFor(const Network& network,
                                            const std::set<ElementRef>& elements);

/// What is selected with its surroundings; or else what is hovered with its own, while the rest of
/// the selection stays marked. `selectedEdges` as `edgesStandingFor` gives them, ascending.
/// O(selection + their degrees), not of the network.
Emphasis emphasisOf(const Network& network, const std::set<ElementRef>& selection,
                    const std::vector<std::uint32_t>& selectedEdges, std::uint32_t hoveredVertex,
                    std::uint32_t hoveredEdge);

} // namespace entente::ui
