#include "core/layout/forced_picture.h"

#include "core/layout/components.h"
#include "core/layout/distances.h"
#include "core/layout/force.h"
#include "core/layout/progress_part.h"
#include "core/layout/sparse_stress.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

// More steps across than this many times log n: no small world.
constexpr double drawnOutFactor = 3;
constexpr double mostEdgesOfTree = 1.1;
// Stress below which distances fit into the plane, and the share of another's that is much less.
constexpr double nearlyTrue = 0.05;
constexpr double muchNearer = 0.1;
constexpr std::size_t usualPivots = 80;
constexpr std::size_t bestPivots = 600;
constexpr int stressRounds = 60;
// Beyond this many vertices a balanced picture is a mere cloud.
constexpr std::size_t mostForBalance = 200'000;
constexpr double bestPatience = 3;
// Communities stand out more where springs give way sooner, which takes rounds to come to rest.
constexpr double bestReach = 0.4;
constexpr int bestStressRounds = 400;

double shareOf(double value) {
    return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0;
}

ForceOptions forceOptions(const LayoutOptions& options) {
    ForceOptions force;
    force.field.spring = options.algorithm == LayoutAlgorithm::Stress      ? Spring::Linear
                         : options.emphasis == LayoutEmphasis::Balanced    ? Spring::Softening
                         : options.emphasis == LayoutEmphasis::Communities ? Spring::Yielding
                                                                           : Spring::Linear;
    force.field.gravity = shareOf(options.gravity);
    force.lengthByWeight = shareOf(options.lengthByWeight);
    if (options.effort == LayoutEffort::Best) {
        force.patience = bestPatience;
        if (force.field.spring == Spring::Softening) {
            force.field.springReach = bestReach;
        }
    }
    force.seed = options.seed;
    return force;
}

/// Whether a connected graph is drawn out like a grid, a tree or a path, rather than a small world.
bool isDrawnOut(const LayoutGraph& graph) {
    std::vector<float> hops(graph.vertexCount());
    std::uint32_t farthest = 0;
    for (int sweep = 0; sweep < 2; ++sweep) {
        distancesFrom(graph, {}, farthest, hops.data());
        farthest = static_cast<std::uint32_t>(std::ranges::max_element(hops) - hops.begin());
    }
    return static_cast<double>(hops[farthest]) >
           drawnOutFactor * std::log2(static_cast<double>(graph.vertexCount()));
}

bool isTreeLike(const LayoutGraph& graph) {
    return static_cast<double>(graph.neighbours.size()) / 2 <
           mostEdgesOfTree * static_cast<double>(graph.vertexCount());
}

/// What a force layout of a connected graph is followed by.
enum class Polish : std::uint8_t {
    None,
    Straighten, ///< true distances where the plane has room for them, as for a path
    Stress,     ///< true distances as far as they go
};

Polish polishFor(const LayoutGraph& graph, const LayoutOptions& options) {
    if (restsOnForces(options)) {
        return Polish::None;
    }
    if (options.algorithm == LayoutAlgorithm::Stress ||
        options.emphasis == LayoutEmphasis::Distances) {
        return Polish::Stress;
    }
    if (graph.vertexCount() <= mostForStress) {
        return Polish::Stress;
    }
    // Pivots know nothing of the small branches of a tree: they would lie on one another.
    return !isDrawnOut(graph)  ? Polish::None
           : isTreeLike(graph) ? Polish::Straighten
                               : Polish::Stress;
}

/// Brings a picture to true distances, from it or from one by pivots where that is much nearer.
void polish(const LayoutGraph& graph, const LayoutOptions& options, Polish aim,
            std::vector<Point>& positions, const Preview& preview, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    const bool best = options.effort == LayoutEffort::Best;
    const std::vector<float> lengths = lengthsByWeight(graph, shareOf(options.lengthByWeight));
    const std::size_t pivots = n <= mostForStress ? n
                               : !best            ? usualPivots
                               : n <= 20'000      ? bestPivots
                                                  : bestPivots / 6;
    const PivotCount count{pivots, isDrawnOut(graph) ? pivots / 2 : 0};
    const SparseStress stress(graph, lengths, count, options.seed, within(progress, 0, 0.3));
    std::vector<Point> scaled = pivotScaling(graph, lengths, options.seed);
    const double stressOfScaled = stress.fit(scaled);
    if (aim == Polish::Straighten && stressOfScaled > nearlyTrue) {
        return;
    }
    if (stressOfScaled < muchNearer * stress.fit(positions)) {
        positions = std::move(scaled);
    }
    const auto watch = [&](const std::vector<Point>& now) {
        if (preview.due()) {
            preview.show(now);
        }
    };
    stress.minimise(positions, {}, best ? bestStressRounds : stressRounds, within(progress, 0.3, 1),
                    watch);
}
} // namespace

bool restsOnForces(const LayoutOptions& options) {
    return options.algorithm != LayoutAlgorithm::Stress &&
           (options.emphasis == LayoutEmphasis::Communities || shareOf(options.gravity) > 0);
}

std::vector<Point> forcedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                 const Preview& preview, const Progress& progress) {
    const Polish aim = polishFor(graph, options);
    ForceOptions force = forceOptions(options);
    if (force.field.spring == Spring::Softening && graph.vertexCount() > mostForBalance) {
        force.field.spring = Spring::Yielding;
    }
    if (aim == Polish::Straighten) {
        force.coarseSpring = Spring::Stiffening;
    }
    std::vector<Point> positions =
        forceLayout(graph, force, preview, within(progress, 0, aim == Polish::None ? 1 : 0.5));
    if (aim != Polish::None) {
        polish(graph, options, aim, positions, preview, within(progress, 0.5, 1));
    }
    return positions;
}

void settleByForces(const LayoutGraph& graph, std::vector<Point>& positions,
                    const std::vector<std::uint8_t>& held, double heat,
                    const LayoutOptions& options, const Preview& preview,
                    const Progress& progress) {
    constexpr int rounds = 15;
    std::size_t done = 0;
    for (const Component& part : components(graph)) {
        std::vector<Point> own;
        std::vector<std::uint8_t> ownHeld;
        for (const std::uint32_t v : part.vertices) {
            own.push_back(positions[v]);
            ownHeld.push_back(held[v]);
        }
        const auto share = [&](std::size_t count) {
            return static_cast<double>(count) / static_cast<double>(graph.vertexCount());
        };
        if (part.vertices.size() > 1) {
            relax(part.graph, forceOptions(options), own, ownHeld, heat, rounds,
                  preview.of(part.vertices, positions),
                  within(progress, share(done), share(done + part.vertices.size())));
        }
        done += part.vertices.size();
        for (std::size_t i = 0; i < own.size(); ++i) {
            positions[part.vertices[i]] = own[i];
        }
    }
}

} // namespace entente
