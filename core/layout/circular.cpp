#include "core/layout/circular.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace entente {

namespace {

constexpr std::size_t mostSifted = 400;

/// Each next vertex has the most neighbours among those placed, ties going to the smaller degree;
/// it comes to the end of the row that is nearer to these (after Baur & Brandes 2004).
std::vector<std::uint32_t> greedyOrder(const LayoutGraph& graph) {
    const std::size_t n = graph.vertexCount();
    using Key = std::tuple<std::int64_t, std::uint32_t, std::uint32_t>;
    std::vector<std::int64_t> placedNeighbours(n, 0);
    const auto key = [&](std::uint32_t v) {
        return Key{-placedNeighbours[v], graph.offsets[v + 1] - graph.offsets[v], v};
    };
    std::set<Key> waiting;
    for (std::uint32_t v = 0; v < n; ++v) {
        waiting.insert(key(v));
    }
    // The row grows from its middle; places left of that are negative.
    std::vector<bool> placed(n, false);
    std::vector<std::int64_t> place(n, 0);
    std::int64_t first = 0;
    std::int64_t last = -1;
    while (!waiting.empty()) {
        const std::uint32_t v = std::get<2>(*waiting.begin());
        waiting.erase(waiting.begin());
        std::int64_t toFirst = 0;
        std::int64_t toLast = 0;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (placed[other]) {
                toFirst += place[other] - first;
                toLast += last - place[other];
            } else {
                waiting.erase(key(other));
                ++placedNeighbours[other];
                waiting.insert(key(other));
            }
        }
        placed[v] = true;
        place[v] = toFirst < toLast ? --first : ++last;
    }
    std::vector<std::uint32_t> order(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        order[static_cast<std::size_t>(place[v] - first)] = v;
    }
    return order;
}

/// Crossings between the edges of u and those of v, where u stands just before v on the circle.
std::int64_t crossingsOf(const LayoutGraph& graph, const std::vector<std::uint32_t>& place,
                         std::uint32_t u, std::uint32_t v) {
    const auto n = static_cast<std::uint32_t>(place.size());
    const auto ahead = [&](std::uint32_t w) { return (place[w] + n - place[u]) % n; };
    std::int64_t crossings = 0;
    for (std::uint32_t a = graph.offsets[u]; a < graph.offsets[u + 1]; ++a) {
        for (std::uint32_t b = graph.offsets[v]; b < graph.offsets[v + 1]; ++b) {
            const std::uint32_t x = graph.neighbours[a];
            const std::uint32_t y = graph.neighbours[b];
            crossings += x != v && y != u && ahead(x) < ahead(y) ? 1 : 0;
        }
    }
    return crossings;
}

void sift(const LayoutGraph& graph, std::vector<std::uint32_t>& order, const Progress& progress) {
    const std::size_t n = order.size();
    std::vector<std::uint32_t> place(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        place[order[i]] = i;
    }
    for (int round = 0; round < 4; ++round) {
        bool improved = false;
        for (std::uint32_t v = 0; v < n; ++v) {
            progress.throwIfStopped();
            std::int64_t change = 0;
            std::int64_t best = 0;
            std::size_t bestSteps = 0;
            const std::vector<std::uint32_t> before = order;
            for (std::size_t steps = 1; steps < n; ++steps) {
                const std::size_t at = place[v];
                const std::size_t after = (at + 1) % n;
                const std::uint32_t other = order[after];
                change -= crossingsOf(graph, place, v, other);
                std::swap(order[at], order[after]);
                place[v] = static_cast<std::uint32_t>(after);
                place[other] = static_cast<std::uint32_t>(at);
                change += crossingsOf(graph, place, other, v);
                if (change < best) {
                    best = change;
                    bestSteps = steps;
                }
            }
            order = before;
            for (std::uint32_t i = 0; i < n; ++i) {
                place[order[i]] = i;
            }
            for (std::size_t step = 0; step < bestSteps; ++step) {
                const std::size_t at = place[v];
                const std::size_t after = (at + 1) % n;
                std::swap(place[order[at]], place[order[after]]);
                std::swap(order[at], order[after]);
            }
            improved = improved || bestSteps > 0;
        }
        if (!improved) {
            break;
        }
    }
}

} // namespace

std::vector<Point> circularLayout(const LayoutGraph& graph, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    std::vector<std::uint32_t> order = greedyOrder(graph);
    if (n > 3 && n <= mostSifted && graph.neighbours.size() <= 20 * mostSifted) {
        sift(graph, order, progress);
    }
    // Room for marks and labels along the circle; small circles keep some inside.
    constexpr double spacing = 0.8;
    const double radius =
        n < 2 ? 0 : std::max(1.2, static_cast<double>(n) * spacing / (2 * std::numbers::pi));
    std::vector<Point> positions(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n) -
            std::numbers::pi / 2;
        positions[order[i]] = {radius * std::cos(angle), radius * std::sin(angle)};
    }
    return positions;
}

} // namespace entente
