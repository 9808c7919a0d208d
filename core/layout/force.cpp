#include "core/layout/force.h"

#include "core/layout/adjust.h"
#include "core/layout/quadtree.h"
#include "core/layout/random.h"
#include "core/layout/stress.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

constexpr std::size_t coarsest = 150;
constexpr double openingAngle = 0.9;
constexpr double repulsionStrength = 0.25;

struct Level {
    LayoutGraph graph;
    std::vector<double> masses;
    std::vector<std::uint32_t> parent; ///< of each vertex, in the next coarser level
};

/// Heavy-edge matching: each vertex joins its lightest unmatched neighbour; what is left over joins
/// the neighbour that it has, so that stars shrink too.
Level coarsen(Level& fine, Random& random) {
    const std::size_t n = fine.graph.vertexCount();
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = n - 1; i > 0; --i) {
        std::swap(order[i], order[random.below(i + 1)]);
    }
    fine.parent.assign(n, noIndex);
    std::uint32_t count = 0;
    for (const std::uint32_t v : order) {
        if (fine.parent[v] != noIndex) {
            continue;
        }
        std::uint32_t partner = noIndex;
        double best = 0;
        for (std::uint32_t arc = fine.graph.offsets[v]; arc < fine.graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = fine.graph.neighbours[arc];
            const double score = fine.graph.weights[arc] / fine.masses[other];
            if (fine.parent[other] == noIndex && score > best) {
                best = score;
                partner = other;
            }
        }
        fine.parent[v] = count;
        if (partner != noIndex) {
            fine.parent[partner] = count;
        }
        ++count;
    }
    if (static_cast<double>(count) > 0.8 * static_cast<double>(n)) {
        // Hubs leave most of their leaves unmatched: fold each single vertex into its heaviest
        // neighbour's group.
        std::vector<std::uint32_t> members(count, 0);
        for (const std::uint32_t group : fine.parent) {
            ++members[group];
        }
        for (const std::uint32_t v : order) {
            if (members[fine.parent[v]] != 1 || fine.graph.offsets[v] == fine.graph.offsets[v + 1]) {
                continue;
            }
            const std::uint32_t other = fine.graph.neighbours[fine.graph.offsets[v]];
            --members[fine.parent[v]];
            fine.parent[v] = fine.parent[other];
            ++members[fine.parent[v]];
        }
        std::vector<std::uint32_t> renumbered(count, noIndex);
        count = 0;
        for (std::uint32_t& group : fine.parent) {
            if (renumbered[group] == noIndex) {
                renumbered[group] = count++;
            }
            group = renumbered[group];
        }
    }
    Level coarse;
    coarse.masses.assign(count, 0);
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights;
    for (std::uint32_t v = 0; v < n; ++v) {
        coarse.masses[fine.parent[v]] += fine.masses[v];
        for (std::uint32_t arc = fine.graph.offsets[v]; arc < fine.graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = fine.graph.neighbours[arc];
            if (v < other && fine.parent[v] != fine.parent[other]) {
                sources.push_back(fine.parent[v]);
                targets.push_back(fine.parent[other]);
                weights.push_back(fine.graph.weights[arc]);
            }
        }
    }
    coarse.graph = makeLayoutGraph(count, sources, targets, weights, {});
    return coarse;
}

} // namespace

void relax(const LayoutGraph& graph, const std::vector<double>& masses,
           std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned, double heat,
           int rounds, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    std::vector<Point> next(n);
    double step = heat;
    const double cooling = std::pow(0.02 / heat, 1.0 / std::max(1, rounds - 1));
    for (int round = 0; round < rounds; ++round) {
        progress.throwIfStopped();
        const Quadtree tree(positions, masses);
        // Each vertex reads the old positions and writes its own new one: the result does not
        // depend on how the rows are shared among threads.
        tbb::parallel_for(std::size_t{0}, n, [&](std::size_t v) {
            const Point at = positions[v];
            if (!pinned.empty() && pinned[v] != 0) {
                next[v] = at;
                return;
            }
            const Point push = tree.repulsion(static_cast<std::uint32_t>(v), openingAngle);
            const double mass = masses.empty() ? 1 : masses[v];
            Point force{push.x * repulsionStrength * mass, push.y * repulsionStrength * mass};
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                if (graph.signs[arc] < 0) {
                    continue;
                }
                const Point& other = positions[graph.neighbours[arc]];
                const double dx = other.x - at.x;
                const double dy = other.y - at.y;
                const double gap = std::sqrt(dx * dx + dy * dy);
                const double pull = gap * std::pow(static_cast<double>(graph.weights[arc]), 0.25);
                force.x += dx * pull;
                force.y += dy * pull;
            }
            const double size = std::sqrt(force.x * force.x + force.y * force.y);
            const double scale = size > step ? step / size : 1;
            next[v] = {at.x + force.x * scale, at.y + force.y * scale};
        });
        positions.swap(next);
        step *= cooling;
        progress.tell(static_cast<double>(round + 1) / rounds);
    }
}

std::vector<Point> forceLayout(const LayoutGraph& graph, std::uint64_t seed,
                               const Progress& progress) {
    Random random(seed);
    std::vector<Level> levels(1);
    levels[0].graph = graph;
    levels[0].masses.assign(graph.vertexCount(), 1);
    while (levels.back().graph.vertexCount() > coarsest) {
        progress.throwIfStopped();
        Level coarse = coarsen(levels.back(), random);
        if (coarse.graph.vertexCount() == levels.back().graph.vertexCount()) {
            break;
        }
        levels.push_back(std::move(coarse));
    }
    const LayoutGraph& top = levels.back().graph;
    const std::vector<float> lengths = wantedLengths(top);
    std::vector<Point> positions = pivotScaling(top, lengths, seed);
    if (top.vertexCount() <= 2 * coarsest) {
        minimiseStress(top, lengths, positions, {}, seed, true, {{}, progress.stop});
    }
    for (std::size_t level = levels.size(); level-- > 0;) {
        const LayoutGraph& here = levels[level].graph;
        if (level + 1 < levels.size()) {
            const double spread = std::sqrt(static_cast<double>(here.vertexCount()) /
                                            static_cast<double>(levels[level + 1].graph.vertexCount()));
            std::vector<Point> finer(here.vertexCount());
            for (std::size_t v = 0; v < finer.size(); ++v) {
                const Point& parent = positions[levels[level].parent[v]];
                finer[v] = {parent.x * spread + (random.uniform() - 0.5) * 0.4,
                            parent.y * spread + (random.uniform() - 0.5) * 0.4};
            }
            positions = std::move(finer);
        }
        const int rounds = here.vertexCount() > 200'000 ? 12 : here.vertexCount() > 20'000 ? 25 : 50;
        // Masses count in the coarse levels only to start the finer ones; there each vertex has
        // room for itself.
        relax(here, {}, positions, {}, level + 1 < levels.size() ? 0.5 : 1.0, rounds,
              {{}, progress.stop});
        progress.tell(1 - static_cast<double>(level) / static_cast<double>(levels.size()));
    }
    return positions;
}

} // namespace entente
