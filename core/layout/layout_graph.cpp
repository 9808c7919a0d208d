#include "core/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

struct Arc {
    std::uint32_t from;
    std::uint32_t to;
    float weight;
    std::int8_t sign;
};

float soundWeight(float weight) {
    return std::isfinite(weight) && weight > 0 ? weight : 1.0F;
}

} // namespace

LayoutGraph makeLayoutGraph(std::size_t vertexCount, const std::vector<std::uint32_t>& sources,
                            const std::vector<std::uint32_t>& targets,
                            const std::vector<float>& weights,
                            const std::vector<std::int8_t>& signs) {
    std::vector<Arc> arcs;
    arcs.reserve(sources.size() * 2);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i] == targets[i]) {
            continue;
        }
        const float weight = soundWeight(weights.empty() ? 1.0F : weights[i]);
        const std::int8_t sign = signs.empty() ? std::int8_t{1} : signs[i];
        arcs.push_back({sources[i], targets[i], weight, sign});
        arcs.push_back({targets[i], sources[i], weight, sign});
    }
    std::ranges::sort(arcs, [](const Arc& a, const Arc& b) {
        return std::tie(a.from, a.to, a.sign, a.weight) < std::tie(b.from, b.to, b.sign, b.weight);
    });

    LayoutGraph graph;
    graph.offsets.assign(vertexCount + 1, 0);
    for (std::size_t i = 0; i < arcs.size();) {
        float weight = 0;
        float balance = 0;
        std::size_t j = i;
        for (; j < arcs.size() && arcs[j].from == arcs[i].from && arcs[j].to == arcs[i].to; ++j) {
            weight += arcs[j].weight;
            balance += arcs[j].sign < 0 ? -arcs[j].weight : arcs[j].weight;
        }
        graph.neighbours.push_back(arcs[i].to);
        graph.weights.push_back(weight);
        graph.signs.push_back(balance < 0 ? std::int8_t{-1} : std::int8_t{1});
        ++graph.offsets[arcs[i].from + 1];
        i = j;
    }
    std::partial_sum(graph.offsets.begin(), graph.offsets.end(), graph.offsets.begin());
    return graph;
}

LayoutGraph makeLayoutGraph(const Network& network) {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights;
    std::vector<std::int8_t> signs;
    for (const NetworkEdge& edge : network.edges()) {
        sources.push_back(edge.source);
        targets.push_back(edge.target);
        weights.push_back(edge.weight);
        signs.push_back(edge.sign);
    }
    return makeLayoutGraph(network.vertexCount(), sources, targets, weights, signs);
}

} // namespace entente
