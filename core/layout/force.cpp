#include "core/layout/force.h"

#include "core/layout/coarsening.h"
#include "core/layout/distances.h"
#include "core/layout/geometry.h"
#include "core/layout/progress_part.h"
#include "core/layout/random.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t coarsest = 150;
// A coarser graph that is hardly smaller is not worth its rounds.
constexpr double leastShrinking = 0.95;
constexpr int roundsOfCoarsest = 200;
constexpr int roundsOfCoarser = 60;
constexpr int roundsOfFinest = 40;
constexpr double heat = 16;
constexpr double endHeat = 0.1;
const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));

/// The graph with its edges' pulls for weights, their mean 1; signs only where some push.
LayoutGraph pulling(const LayoutGraph& graph, double lengthByWeight) {
    LayoutGraph result{graph.offsets, graph.neighbours, graph.weights, {}};
    if (std::ranges::any_of(graph.signs, [](std::int8_t sign) { return sign < 0; })) {
        result.signs = graph.signs;
    }
    double mean = 0;
    for (const float weight : graph.weights) {
        mean += static_cast<double>(weight);
    }
    mean /= std::max(1.0, static_cast<double>(graph.weights.size()));
    const double exponent = lengthByWeight / 2;
    tbb::parallel_for(std::size_t{0}, result.weights.size(), [&](std::size_t arc) {
        const double relative = static_cast<double>(graph.weights[arc]) / mean;
        result.weights[arc] =
            relative == 1
                ? 1.0F
                : static_cast<float>(std::clamp(std::pow(relative, exponent), 0.05, 20.0));
    });
    return result;
}

/// Hubs push more, though not as much as they are pulled.
std::vector<float> massesOf(const LayoutGraph& pulls) {
    std::vector<float> masses(pulls.vertexCount());
    tbb::parallel_for(std::size_t{0}, masses.size(), [&](std::size_t v) {
        const float sum = std::accumulate(pulls.weights.begin() + pulls.offsets[v],
                                          pulls.weights.begin() + pulls.offsets[v + 1], 1.0F);
        masses[v] = std::sqrt(sum);
    });
    return masses;
}

std::vector<Point> pointsOf(const Bodies& bodies, double scale) {
    std::vector<Point> points(bodies.size());
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t v) {
        points[v] = {static_cast<double>(bodies.x[v]) * scale,
                     static_cast<double>(bodies.y[v]) * scale};
    });
    return points;
}

/// The graph, coarser and coarser.
class Hierarchy {
public:
    Hierarchy(const LayoutGraph& finest, Random& random, const Progress& progress)
        : finest_(finest), masses_(massesOf(finest)) {
        std::vector<std::uint32_t> counts(finest.vertexCount(), 1);
        while (graph(levels_.size()).vertexCount() > coarsest) {
            progress.throwIfStopped();
            const std::size_t top = levels_.size();
            Coarsening coarser =
                coarsen(graph(top), masses(top), top == 0 ? counts : levels_.back().counts, random);
            if (static_cast<double>(coarser.graph.vertexCount()) >
                leastShrinking * static_cast<double>(graph(top).vertexCount())) {
                break;
            }
            levels_.push_back(std::move(coarser));
        }
    }

    [[nodiscard]] std::size_t top() const { return levels_.size(); }
    [[nodiscard]] const LayoutGraph& graph(std::size_t level) const {
        return level == 0 ? finest_ : levels_[level - 1].graph;
    }
    [[nodiscard]] const std::vector<float>& masses(std::size_t level) const {
        return level == 0 ? masses_ : levels_[level - 1].masses;
    }
    /// Of a vertex of `level`, its number in the next coarser graph.
    [[nodiscard]] std::uint32_t parent(std::size_t level, std::size_t vertex) const {
        return levels_[level].parent[vertex];
    }

private:
    const LayoutGraph& finest_;
    std::vector<float> masses_;
    std::vector<Coarsening> levels_;
};

/// Where the vertices of the coarsest graph begin: as their distances say, in natural units.
Bodies firstBodies(const LayoutGraph& graph, const std::vector<float>& masses, std::uint64_t seed,
                   Random& random) {
    const std::vector<float> lengths(graph.neighbours.size(), 1);
    const std::vector<Point> points = pivotScaling(graph, lengths, seed);
    const Bounds bounds = boundsOf(points);
    const double total = std::accumulate(masses.begin(), masses.end(), 0.0);
    const double scale = 2 * std::sqrt(total) / std::max({bounds.width(), bounds.height(), 1e-3});
    Bodies bodies;
    bodies.mass = masses;
    for (const Point& point : points) {
        bodies.x.push_back(static_cast<float>(point.x * scale + 0.01 * random.uniform()));
        bodies.y.push_back(static_cast<float>(point.y * scale + 0.01 * random.uniform()));
    }
    return bodies;
}

/// The members of each coarser vertex around it, as the seeds of a sunflower, in the room that
/// their masses take.
Bodies finerBodies(const Hierarchy& hierarchy, std::size_t level, const Bodies& coarser,
                   Random& random) {
    Bodies bodies;
    bodies.mass = hierarchy.masses(level);
    bodies.x.resize(bodies.mass.size());
    bodies.y.resize(bodies.mass.size());
    std::vector<float> placed(coarser.size(), 0);
    for (std::size_t v = 0; v < bodies.size(); ++v) {
        const std::uint32_t parent = hierarchy.parent(level, v);
        const double radius =
            std::sqrt(static_cast<double>(placed[parent] + 0.3F * bodies.mass[v]));
        const double angle = goldenAngle * static_cast<double>(placed[parent]) +
                             2 * std::numbers::pi * random.uniform();
        placed[parent] += bodies.mass[v];
        bodies.x[v] = coarser.x[parent] + static_cast<float>(radius * std::cos(angle));
        bodies.y[v] = coarser.y[parent] + static_cast<float>(radius * std::sin(angle));
    }
    return bodies;
}

double meanEdgeLength(const LayoutGraph& graph, const Bodies& bodies) {
    double sum = 0;
    for (std::size_t v = 0; v < bodies.size(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const float dx = bodies.x[other] - bodies.x[v];
            const float dy = bodies.y[other] - bodies.y[v];
            sum += static_cast<double>(std::sqrt(dx * dx + dy * dy));
        }
    }
    return sum / std::max(1.0, static_cast<double>(graph.neighbours.size()));
}

/// Whether a level is laid out by the springs asked for: those that part communities do so best
/// while these are still few vertices each.
bool isFine(const Hierarchy& hierarchy, std::size_t level, Spring spring) {
    constexpr std::size_t mostMerged = 16;
    return level == 0 ||
           (spring == Spring::Yielding &&
            mostMerged * hierarchy.graph(level).vertexCount() >= hierarchy.graph(0).vertexCount());
}

/// All vertices of the finest graph where their ancestors on `level` are.
std::vector<Point> asSeenFrom(const Hierarchy& hierarchy, std::size_t level, const Bodies& bodies) {
    const double length = std::max(meanEdgeLength(hierarchy.graph(level), bodies), 1e-9);
    std::vector<Point> points(hierarchy.graph(0).vertexCount());
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t v) {
        auto ancestor = static_cast<std::uint32_t>(v);
        for (std::size_t finer = 0; finer < level; ++finer) {
            ancestor = hierarchy.parent(finer, ancestor);
        }
        points[v] = {static_cast<double>(bodies.x[ancestor]) / length,
                     static_cast<double>(bodies.y[ancestor]) / length};
    });
    return points;
}

} // namespace

std::vector<Point> forceLayout(const LayoutGraph& graph, const ForceOptions& options,
                               const Preview& preview, const Progress& progress) {
    Random random(options.seed);
    const LayoutGraph pulls = pulling(graph, options.lengthByWeight);
    const Hierarchy hierarchy(pulls, random, progress);
    double total = 0;
    for (std::size_t level = 0; level <= hierarchy.top(); ++level) {
        total += static_cast<double>(hierarchy.graph(level).vertexCount());
    }
    double done = 0;
    Bodies bodies;
    for (std::size_t level = hierarchy.top() + 1; level-- > 0;) {
        const LayoutGraph& here = hierarchy.graph(level);
        bodies = level == hierarchy.top()
                     ? firstBodies(here, hierarchy.masses(level), options.seed, random)
                     : finerBodies(hierarchy, level, bodies, random);
        ForceField field = options.field;
        field.spring = isFine(hierarchy, level, options.field.spring) ? options.field.spring
                                                                      : options.coarseSpring;
        const auto watch = [&](const Bodies& now) {
            if (preview.due()) {
                preview.show(asSeenFrom(hierarchy, level, now));
            }
        };
        const double share = static_cast<double>(here.vertexCount()) / total;
        ForceDescent descent(here, field, std::move(bodies));
        const int rounds = level == hierarchy.top() ? roundsOfCoarsest
                           : level > 0              ? roundsOfCoarser
                                                    : roundsOfFinest;
        descent.run(static_cast<int>(rounds * options.patience), heat, endHeat,
                    within(progress, done, done + share), watch);
        done += share;
        bodies = descent.bodies();
    }
    const double length = meanEdgeLength(graph, bodies);
    return pointsOf(bodies, length > 0 ? 1 / length : 1);
}

void relax(const LayoutGraph& graph, const ForceOptions& options, std::vector<Point>& positions,
           const std::vector<std::uint8_t>& pinned, double startHeat, int rounds,
           const Preview& preview, const Progress& progress) {
    const LayoutGraph pulls = pulling(graph, options.lengthByWeight);
    Bodies bodies;
    bodies.mass = massesOf(pulls);
    for (const Point& point : positions) {
        bodies.x.push_back(static_cast<float>(point.x));
        bodies.y.push_back(static_cast<float>(point.y));
    }
    const double scale = naturalScale(pulls, options.field, bodies);
    for (std::size_t v = 0; v < bodies.size(); ++v) {
        bodies.x[v] *= static_cast<float>(scale);
        bodies.y[v] *= static_cast<float>(scale);
    }
    ForceDescent descent(pulls, options.field, std::move(bodies), pinned);
    const auto watch = [&](const Bodies& now) {
        if (preview.due()) {
            preview.show(pointsOf(now, 1 / scale));
        }
    };
    descent.run(rounds, startHeat, std::min(startHeat, endHeat), progress, watch);
    const std::vector<Point> moved = pointsOf(descent.bodies(), 1 / scale);
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (pinned.empty() || pinned[v] == 0) {
            positions[v] = moved[v];
        }
    }
}

} // namespace entente
