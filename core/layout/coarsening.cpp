#include "core/layout/coarsening.h"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

// Where pairing leaves more than this, too many vertices found their neighbours taken.
constexpr double poorPairing = 0.75;

std::vector<std::uint32_t> shuffled(std::size_t n, Random& random) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = n - 1; i > 0; --i) {
        std::swap(order[i], order[random.below(i + 1)]);
    }
    return order;
}

/// Each vertex joins the heaviest light free neighbour. Gives the number of groups.
std::uint32_t pairUp(const LayoutGraph& graph, const std::vector<double>& masses,
                     const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& parent) {
    std::uint32_t count = 0;
    for (const std::uint32_t v : order) {
        if (parent[v] != noIndex) {
            continue;
        }
        std::uint32_t partner = noIndex;
        double best = 0;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const double score = graph.weights[arc] / masses[other];
            if (parent[other] == noIndex && score > best) {
                best = score;
                partner = other;
            }
        }
        parent[v] = count;
        if (partner != noIndex) {
            parent[partner] = count;
        }
        ++count;
    }
    return count;
}

/// Folds vertices left single into the group of their heaviest neighbour, as a hub's leaves are.
std::uint32_t foldSingles(const LayoutGraph& graph, const std::vector<std::uint32_t>& order,
                          std::uint32_t count, std::vector<std::uint32_t>& parent) {
    std::vector<std::uint32_t> members(count, 0);
    for (const std::uint32_t group : parent) {
        ++members[group];
    }
    for (const std::uint32_t v : order) {
        const std::uint32_t begin = graph.offsets[v];
        const std::uint32_t end = graph.offsets[v + 1];
        if (members[parent[v]] != 1 || begin == end) {
            continue;
        }
        const auto heaviest =
            std::max_element(graph.weights.begin() + begin, graph.weights.begin() + end);
        const std::uint32_t other =
            graph.neighbours[static_cast<std::size_t>(heaviest - graph.weights.begin())];
        --members[parent[v]];
        parent[v] = parent[other];
        ++members[parent[v]];
    }
    std::vector<std::uint32_t> renumbered(count, noIndex);
    count = 0;
    for (std::uint32_t& group : parent) {
        if (renumbered[group] == noIndex) {
            renumbered[group] = count++;
        }
        group = renumbered[group];
    }
    return count;
}

} // namespace

Coarsening coarsen(const LayoutGraph& graph, const std::vector<double>& masses, Random& random) {
    const std::size_t n = graph.vertexCount();
    Coarsening coarse;
    coarse.parent.assign(n, noIndex);
    const std::vector<std::uint32_t> order = shuffled(n, random);
    std::uint32_t count = pairUp(graph, masses, order, coarse.parent);
    if (static_cast<double>(count) > poorPairing * static_cast<double>(n)) {
        count = foldSingles(graph, order, count, coarse.parent);
    }
    coarse.masses.assign(count, 0);
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights;
    for (std::uint32_t v = 0; v < n; ++v) {
        coarse.masses[coarse.parent[v]] += masses[v];
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (v < other && coarse.parent[v] != coarse.parent[other]) {
                sources.push_back(coarse.parent[v]);
                targets.push_back(coarse.parent[other]);
                weights.push_back(graph.weights[arc]);
            }
        }
    }
    coarse.graph = makeLayoutGraph(count, sources, targets, weights, {});
    return coarse;
}

} // namespace entente
