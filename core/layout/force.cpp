#include "core/layout/force.h"

#include "core/layout/coarsening.h"
#include "core/layout/geometry.h"
#include "core/layout/progress_part.h"
#include "core/layout/quadtree.h"
#include "core/layout/random.h"
#include "core/layout/stress.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente {

namespace {

constexpr std::size_t coarsest = 150;
constexpr double openingAngle = 0.9;
constexpr double repulsionStrength = 0.25;
const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));
constexpr double weightExponent = 0.25;

/// The hops to the vertex farthest from that farthest from the first: a lower bound, and mostly
/// near, to the diameter of a connected graph. O(n + m).
double pseudoDiameter(const LayoutGraph& graph) {
    std::uint32_t source = 0;
    std::uint32_t depth = 0;
    for (int sweep = 0; sweep < 2; ++sweep) {
        std::vector<std::uint32_t> hops(graph.vertexCount(), noIndex);
        std::vector<std::uint32_t> reached{source};
        hops[source] = 0;
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const std::uint32_t v = reached[next];
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = graph.neighbours[arc];
                if (hops[other] == noIndex) {
                    hops[other] = hops[v] + 1;
                    reached.push_back(other);
                }
            }
        }
        source = reached.back();
        depth = hops[source];
    }
    return std::max(1.0, static_cast<double>(depth));
}

/// Scales the picture so that its edges are one unit long on average.
void normalise(const LayoutGraph& graph, std::vector<Point>& positions) {
    double sum = 0;
    for (const Segment& segment : segmentsOf(graph)) {
        sum += length(minus(positions[segment.a], positions[segment.b]));
    }
    const double mean = sum / std::max(1.0, static_cast<double>(graph.neighbours.size()) / 2);
    if (mean > 0) {
        for (Point& point : positions) {
            point = {point.x / mean, point.y / mean};
        }
    }
}

} // namespace

void relax(const LayoutGraph& graph, std::vector<Point>& positions,
           const std::vector<std::uint8_t>& pinned, double heat, int rounds,
           const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    std::vector<Point> forces(n);
    double meanWeight = 0;
    for (const float weight : graph.weights) {
        meanWeight += weight;
    }
    meanWeight /= std::max(1.0, static_cast<double>(graph.weights.size()));
    std::vector<float> pulls(graph.weights.size());
    tbb::parallel_for(std::size_t{0}, pulls.size(), [&](std::size_t arc) {
        pulls[arc] =
            graph.signs[arc] < 0
                ? 0.2F
                : static_cast<float>(std::pow(graph.weights[arc] / meanWeight, weightExponent));
    });
    double step = heat;
    const double cooling = std::pow(0.02 / heat, 1.0 / std::max(1, rounds - 1));
    for (int round = 0; round < rounds; ++round) {
        progress.throwIfStopped();
        const Quadtree tree(positions);
        tree.repulsion(openingAngle, forces);
        // Each vertex reads positions and writes its own force: the result does not depend on how
        // the rows are shared among threads.
        tbb::parallel_for(std::size_t{0}, n, [&](std::size_t v) {
            const Point at = positions[v];
            Point force{forces[v].x * repulsionStrength, forces[v].y * repulsionStrength};
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const Point& other = positions[graph.neighbours[arc]];
                const double dx = other.x - at.x;
                const double dy = other.y - at.y;
                const double pull = std::sqrt(dx * dx + dy * dy) * static_cast<double>(pulls[arc]);
                force.x += dx * pull;
                force.y += dy * pull;
            }
            forces[v] = force;
        });
        tbb::parallel_for(std::size_t{0}, n, [&](std::size_t v) {
            if (!pinned.empty() && pinned[v] != 0) {
                return;
            }
            const double size = length(forces[v]);
            const double scale = size > step ? step / size : 1;
            positions[v].x += forces[v].x * scale;
            positions[v].y += forces[v].y * scale;
        });
        step *= cooling;
        progress.tell(static_cast<double>(round + 1) / rounds);
    }
}

std::vector<Point> forceLayout(const LayoutGraph& graph, std::uint64_t seed,
                               const Progress& progress) {
    Random random(seed);
    std::vector<Coarsening> levels;
    std::vector<double> masses(graph.vertexCount(), 1);
    const auto graphAt = [&](std::size_t level) -> const LayoutGraph& {
        return level == 0 ? graph : levels[level - 1].graph;
    };
    while (graphAt(levels.size()).vertexCount() > coarsest) {
        progress.throwIfStopped();
        const LayoutGraph& fine = graphAt(levels.size());
        Coarsening coarse = coarsen(fine, levels.empty() ? masses : levels.back().masses, random);
        if (coarse.graph.vertexCount() == fine.vertexCount()) {
            break;
        }
        levels.push_back(std::move(coarse));
    }
    const LayoutGraph& top = graphAt(levels.size());
    const std::vector<float> lengths = wantedLengths(top);
    std::vector<Point> positions = pivotScaling(top, lengths, seed);
    if (top.vertexCount() <= 2 * coarsest) {
        minimiseStress(allDistances(top, lengths), positions, {}, StressStart::Rough, seed,
                       {{}, progress.stop});
    }
    double total = 0;
    for (std::size_t level = 0; level <= levels.size(); ++level) {
        total += static_cast<double>(graphAt(level).vertexCount());
    }
    double done = 0;
    for (std::size_t level = levels.size() + 1; level-- > 0;) {
        const LayoutGraph& here = graphAt(level);
        if (level < levels.size()) {
            // Hu 2005: as far as the graphs' diameters differ.
            const double spread =
                std::clamp(pseudoDiameter(here) / pseudoDiameter(graphAt(level + 1)), 1.1, 2.5);
            std::vector<Point> finer(here.vertexCount());
            // A vertex's members stand around it as the seeds of a sunflower.
            std::vector<std::uint32_t> placed(graphAt(level + 1).vertexCount(), 0);
            for (std::size_t v = 0; v < finer.size(); ++v) {
                const std::uint32_t parent = levels[level].parent[v];
                const double radius = 0.35 * std::sqrt(placed[parent] + 0.3);
                const double angle = goldenAngle * placed[parent] +
                                     2 * std::numbers::pi * random.uniform() / 8 +
                                     static_cast<double>(parent);
                ++placed[parent];
                finer[v] = {positions[parent].x * spread + radius * std::cos(angle),
                            positions[parent].y * spread + radius * std::sin(angle)};
            }
            positions = std::move(finer);
        }
        const int rounds = here.vertexCount() > 200'000  ? 12
                           : here.vertexCount() > 20'000 ? 25
                                                         : 50;
        const double share = static_cast<double>(here.vertexCount()) / total;
        relax(here, positions, {}, level > 0 ? 0.5 : 1.0, rounds,
              within(progress, done, done + share));
        done += share;
    }
    normalise(graph, positions);
    return positions;
}

} // namespace entente
