#include "core/network/path.h"

#include <algorithm>

namespace entente {

namespace {

template <typename Visit>
void forEachNeighbour(const Network::Graph& graph, std::uint32_t vertex, const Visit& visit) {
    for (auto [arc, end] = boost::out_edges(vertex, graph); arc != end; ++arc) {
        visit(static_cast<std::uint32_t>(boost::target(*arc, graph)));
    }
}

/// The number of edges from each vertex to `goal`, as far as vertices are no further away than
/// `start`; `noIndex` beyond.
std::vector<std::uint32_t> distancesTo(const Network& network, std::uint32_t goal,
                                       std::uint32_t start) {
    std::vector<std::uint32_t> distances(network.vertexCount(), noIndex);
    std::vector<std::uint32_t> queue{goal};
    distances[goal] = 0;
    for (std::size_t next = 0; next < queue.size() && distances[start] == noIndex; ++next) {
        const std::uint32_t vertex = queue[next];
        forEachNeighbour(network.graph(), vertex, [&](std::uint32_t neighbour) {
            if (distances[neighbour] == noIndex) {
                distances[neighbour] = distances[vertex] + 1;
                queue.push_back(neighbour);
            }
        });
    }
    return distances;
}

} // namespace

std::vector<VertexIndex> shortestPath(const Network& network, VertexIndex from, VertexIndex to) {
    const std::uint32_t start = network.vertexOf(from);
    const std::uint32_t goal = network.vertexOf(to);
    if (start == noIndex || goal == noIndex) {
        return {};
    }
    const std::vector<std::uint32_t> distances = distancesTo(network, goal, start);
    if (distances[start] == noIndex) {
        return {};
    }
    std::vector<VertexIndex> path{from};
    for (std::uint32_t vertex = start; vertex != goal;) {
        std::uint32_t best = noIndex;
        forEachNeighbour(network.graph(), vertex, [&](std::uint32_t neighbour) {
            if (distances[neighbour] == distances[vertex] - 1) {
                best = std::min(best, neighbour);
            }
        });
        vertex = best;
        path.push_back(network.element(vertex));
    }
    return path;
}

} // namespace entente
