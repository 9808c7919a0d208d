#include "core/layout/coarsening.h"

#include "core/model/element.h"

#include <algorithm>
#include <numeric>

namespace entente {

namespace {

// A group holds at most this many times what a vertex of its graph does on average.
constexpr double mostInGroup = 4;

std::vector<std::uint32_t> shuffled(std::size_t n, Random& random) {
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = n - 1; i > 0; --i) {
        std::swap(order[i], order[random.below(i + 1)]);
    }
    return order;
}

/// Vertices on their way into groups, each of which is named by one of its vertices.
class Grouping {
public:
    Grouping(const LayoutGraph& graph, const std::vector<std::uint32_t>& counts)
        : graph_(graph), group_(graph.vertexCount()), count_(counts), tie_(graph.vertexCount(), 0) {
        std::iota(group_.begin(), group_.end(), 0U);
        const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
        most_ = static_cast<std::uint32_t>(
            std::max(2.0, mostInGroup * total / static_cast<double>(counts.size())));
        members_.assign(graph.vertexCount(), 1);
    }

    void joinNeighbours(std::uint32_t v) {
        if (members_[group_[v]] > 1) {
            return;
        }
        touched_.clear();
        for (std::uint32_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc) {
            if (!graph_.signs.empty() && graph_.signs[arc] < 0) {
                continue;
            }
            const std::uint32_t group = group_[graph_.neighbours[arc]];
            if (tie_[group] == 0) {
                touched_.push_back(group);
            }
            tie_[group] += graph_.weights[arc];
        }
        std::uint32_t best = noIndex;
        double score = 0;
        for (const std::uint32_t group : touched_) {
            const double own = tie_[group] / static_cast<double>(count_[group]);
            if (own > score && count_[group] + count_[v] <= most_) {
                score = own;
                best = group;
            }
            tie_[group] = 0;
        }
        if (best != noIndex) {
            join(v, best);
        }
    }

    /// `waiting` has, for each vertex, the last lone one that it is the strongest neighbour of.
    void joinOthersOfHub(std::uint32_t v, std::vector<std::uint32_t>& waiting) {
        if (members_[group_[v]] > 1) {
            return;
        }
        std::uint32_t hub = noIndex;
        float strongest = 0;
        for (std::uint32_t arc = graph_.offsets[v]; arc < graph_.offsets[v + 1]; ++arc) {
            const bool conflictual = !graph_.signs.empty() && graph_.signs[arc] < 0;
            if (!conflictual && graph_.weights[arc] > strongest) {
                strongest = graph_.weights[arc];
                hub = graph_.neighbours[arc];
            }
        }
        if (hub == noIndex) {
            return;
        }
        const std::uint32_t group = waiting[hub];
        if (group != noIndex && count_[group] + count_[v] <= most_) {
            join(v, group);
        } else {
            waiting[hub] = group_[v];
        }
    }

    /// Groups numbered from 0 in the order of their first vertices; gives how many.
    std::uint32_t number(std::vector<std::uint32_t>& parent) const {
        std::vector<std::uint32_t> numbers(group_.size(), noIndex);
        parent.resize(group_.size());
        std::uint32_t next = 0;
        for (std::size_t v = 0; v < group_.size(); ++v) {
            std::uint32_t& number = numbers[group_[v]];
            if (number == noIndex) {
                number = next++;
            }
            parent[v] = number;
        }
        return next;
    }

private:
    void join(std::uint32_t v, std::uint32_t group) {
        --members_[group_[v]];
        group_[v] = group;
        ++members_[group];
        count_[group] += count_[v];
    }

    const LayoutGraph& graph_;
    std::vector<std::uint32_t> group_;
    std::vector<std::uint32_t> count_; ///< of each group, in vertices of the finest graph
    std::vector<std::uint32_t> members_;
    std::vector<float> tie_; ///< of the vertex under way to each group
    std::vector<std::uint32_t> touched_;
    std::uint32_t most_ = 2;
};

/// The graph of the groups: for each, its members' arcs added up.
LayoutGraph contracted(const LayoutGraph& graph, const std::vector<std::uint32_t>& parent,
                       std::uint32_t count) {
    std::vector<std::uint32_t> begin(count + 1, 0);
    for (const std::uint32_t group : parent) {
        ++begin[group + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> members(parent.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t v = 0; v < parent.size(); ++v) {
        members[next[parent[v]]++] = v;
    }
    LayoutGraph coarse;
    coarse.offsets.reserve(count + 1);
    std::vector<std::uint32_t> place(count, noIndex);
    std::vector<float> balance;
    for (std::uint32_t group = 0; group < count; ++group) {
        const auto first = static_cast<std::uint32_t>(coarse.neighbours.size());
        balance.clear();
        for (std::uint32_t i = begin[group]; i < begin[group + 1]; ++i) {
            const std::uint32_t v = members[i];
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = parent[graph.neighbours[arc]];
                if (other == group) {
                    continue;
                }
                if (place[other] == noIndex || place[other] < first) {
                    place[other] = static_cast<std::uint32_t>(coarse.neighbours.size());
                    coarse.neighbours.push_back(other);
                    coarse.weights.push_back(0);
                    balance.push_back(0);
                }
                const bool conflictual = !graph.signs.empty() && graph.signs[arc] < 0;
                coarse.weights[place[other]] += graph.weights[arc];
                balance[place[other] - first] +=
                    conflictual ? -graph.weights[arc] : graph.weights[arc];
            }
        }
        for (const float sum : balance) {
            coarse.signs.push_back(sum < 0 ? std::int8_t{-1} : std::int8_t{1});
        }
        coarse.offsets.push_back(static_cast<std::uint32_t>(coarse.neighbours.size()));
    }
    return coarse;
}

} // namespace

Coarsening coarsen(const LayoutGraph& graph, const std::vector<float>& masses,
                   const std::vector<std::uint32_t>& counts, Random& random) {
    const std::size_t n = graph.vertexCount();
    Grouping grouping(graph, counts);
    const std::vector<std::uint32_t> order = shuffled(n, random);
    for (const std::uint32_t v : order) {
        grouping.joinNeighbours(v);
    }
    std::vector<std::uint32_t> waiting(n, noIndex);
    for (const std::uint32_t v : order) {
        grouping.joinOthersOfHub(v, waiting);
    }
    Coarsening coarse;
    const std::uint32_t count = grouping.number(coarse.parent);
    coarse.masses.assign(count, 0);
    coarse.counts.assign(count, 0);
    for (std::uint32_t v = 0; v < n; ++v) {
        coarse.masses[coarse.parent[v]] += masses[v];
        coarse.counts[coarse.parent[v]] += counts[v];
    }
    coarse.graph = contracted(graph, coarse.parent, count);
    return coarse;
}

} // namespace entente
