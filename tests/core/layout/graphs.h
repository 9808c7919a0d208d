#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

using EdgeEnds = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline LayoutGraph graphOf(std::size_t vertexCount, const EdgeEnds& edges) {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    for (const auto& [source, target] : edges) {
        sources.push_back(source);
        targets.push_back(target);
    }
    return makeLayoutGraph(vertexCount, sources, targets, {}, {});
}

inline LayoutGraph pathGraph(std::uint32_t n) {
    EdgeEnds edges;
    for (std::uint32_t i = 1; i < n; ++i) {
        edges.emplace_back(i - 1, i);
    }
    return graphOf(n, edges);
}

inline LayoutGraph starGraph(std::uint32_t leaves) {
    EdgeEnds edges;
    for (std::uint32_t i = 1; i <= leaves; ++i) {
        edges.emplace_back(0, i);
    }
    return graphOf(leaves + 1, edges);
}

inline LayoutGraph gridGraph(std::uint32_t side) {
    EdgeEnds edges;
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            const std::uint32_t v = row * side + column;
            if (column + 1 < side) {
                edges.emplace_back(v, v + 1);
            }
            if (row + 1 < side) {
                edges.emplace_back(v, v + side);
            }
        }
    }
    return graphOf(side * side, edges);
}

/// Two complete graphs of that size, joined by one edge between their first vertices.
inline LayoutGraph twoCliques(std::uint32_t size) {
    EdgeEnds edges{{0, size}};
    for (std::uint32_t i = 0; i < size; ++i) {
        for (std::uint32_t j = 0; j < i; ++j) {
            edges.emplace_back(i, j);
            edges.emplace_back(size + i, size + j);
        }
    }
    return graphOf(2 * size, edges);
}

/// A connected graph with that many edges a vertex; always the same.
inline LayoutGraph scatteredGraph(std::uint32_t n, std::uint32_t edgesEach) {
    EdgeEnds edges;
    std::uint64_t state = 88172645463325252ULL;
    for (std::uint32_t v = 1; v < n; ++v) {
        for (std::uint32_t i = 0; i < edgesEach; ++i) {
            state ^= state << 13U;
            state ^= state >> 7U;
            state ^= state << 17U;
            edges.emplace_back(v, static_cast<std::uint32_t>(state % v));
        }
    }
    return graphOf(n, edges);
}

} // namespace entente
