#include "core/layout/picture.h"

#include "core/layout/components.h"
#include "core/layout/distances.h"
#include "core/layout/forced_picture.h"
#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "core/layout/overlap.h"
#include "core/layout/packing.h"
#include "core/layout/place_by_neighbours.h"
#include "core/layout/progress_part.h"
#include "core/layout/quality.h"
#include "core/layout/refinement.h"
#include "core/layout/stress.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace entente {

namespace {

// Up to this many vertices several starts are tried, refined, and the fairest picture is kept.
constexpr std::size_t mostForRefinement = 150;
constexpr std::size_t mostEdgesForRefinement = 1500;
// What a refinement may cost, in vertices and edges looked at.
constexpr double refinementBudget = 30e6;
constexpr int mostRounds = 26;
constexpr std::size_t refinedAttempts = 4;
// How far a vertex that had its place may move, in edge lengths.
constexpr double farthestMove = 0.5;
// Of an edge that stands alone.
constexpr double pairLength = 1.2;
// Between marks of larger graphs, which show few labels.
constexpr double leastDistance = 0.7;

int roundsFor(const LayoutGraph& graph) {
    const auto n = static_cast<double>(graph.vertexCount());
    const double m = static_cast<double>(graph.neighbours.size()) / 2;
    return static_cast<int>(
        std::clamp(refinementBudget / (18 * m * (n + m)), 3.0, static_cast<double>(mostRounds)));
}

struct Attempt {
    std::vector<Point> positions;
    double cost = 0;
};

/// The attempts that have the least cost, in order of it.
void keepBest(std::vector<Attempt>& attempts, std::size_t count) {
    std::ranges::stable_sort(attempts, {}, &Attempt::cost);
    attempts.resize(std::min(attempts.size(), count));
}

/// Room for marks and labels where distances are short, as around hubs, and a shape that fills the
/// frame.
Stretch stretchFor(const LayoutGraph& graph, const std::vector<Point>& positions) {
    const auto n = static_cast<double>(graph.vertexCount());
    const Bounds bounds = boundsOf(positions);
    const double width = bounds.width() + 0.8;
    const double height = bounds.height() + 0.8;
    constexpr double roomForOne = 1.5;
    const double scale = std::clamp(std::sqrt(roomForOne * n / (width * height)), 1.0, 1.5);
    // Trees and rings look best as they come.
    const bool rich =
        graph.vertexCount() >= 12 && static_cast<double>(graph.neighbours.size()) > 2 * 1.25 * n;
    if (!rich) {
        return {scale, scale};
    }
    const double widening = std::clamp(frameAspect * height / width, 1.0, 1.3);
    Stretch stretch{scale * std::sqrt(widening), scale / std::sqrt(widening)};
    stretch.height =
        std::max(width * stretch.x, std::sqrt(1.7 * n * frameAspect)) / frameAspect - 0.8;
    return stretch;
}

std::vector<Point> refinedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                  const Progress& progress) {
    const std::uint64_t seed = options.seed;
    const std::vector<float> lengths = wantedLengths(graph, options.lengthByWeight);
    const DistanceMatrix distances = allDistances(graph, lengths);
    const Progress silent{{}, progress.stop};
    std::vector<Attempt> attempts(graph.vertexCount() <= 5    ? 3
                                  : graph.vertexCount() <= 60 ? 16
                                                              : 8);
    tbb::parallel_for(std::size_t{0}, attempts.size(), [&](std::size_t i) {
        std::vector<Point>& positions = attempts[i].positions;
        positions = pivotScaling(graph, lengths, seed + i);
        minimiseStress(distances, positions, {}, StressStart::Rough, seed + i, silent);
        turnToFit(positions);
    });
    progress.throwIfStopped();
    progress.tell(0.3);

    const Stretch stretch = stretchFor(graph, attempts.front().positions);
    // Dense graphs have crossings whatever one does: there they must not drown the rest.
    const auto crossings = static_cast<double>(edgeCrossings(graph, attempts.front().positions));
    PictureCost cost(graph, distances, stretch);
    cost.setCrossingWeight(std::clamp(
        3 * static_cast<double>(graph.vertexCount()) / std::max(1.0, crossings), 0.02, 1.0));
    for (Attempt& attempt : attempts) {
        for (Point& point : attempt.positions) {
            point = {point.x * stretch.x, point.y * stretch.y};
        }
        attempt.cost = cost.total(attempt.positions);
    }
    keepBest(attempts, refinedAttempts);
    progress.tell(0.4);
    tbb::parallel_for(std::size_t{0}, attempts.size(), [&](std::size_t i) {
        PictureCost own = cost;
        std::vector<Point>& positions = attempts[i].positions;
        refine(graph, own, positions, {}, roundsFor(graph), 1.6, seed + i, silent);
        separate(positions, leastWidthBetween, leastHeightBetween, {}, 60);
        attempts[i].cost = own.total(positions);
    });
    keepBest(attempts, 1);
    progress.tell(1);
    return attempts.front().positions;
}

bool canRefine(const LayoutGraph& graph) {
    return graph.vertexCount() <= mostForRefinement &&
           graph.neighbours.size() <= 2 * mostEdgesForRefinement;
}

void clearOverlaps(std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned) {
    const std::size_t n = positions.size();
    if (n <= mostForRefinement) {
        separate(positions, leastWidthBetween, leastHeightBetween, pinned, 60);
    } else {
        separate(positions, leastDistance, leastDistance, pinned,
                 n <= mostForStress ? 40
                 : n <= 20'000      ? 10
                                    : 4);
    }
}

/// Puts what has no place yet beside its neighbours, and what has none below the picture.
std::vector<std::uint8_t> placeTheRest(const LayoutGraph& graph, std::vector<Point>& positions) {
    std::vector<std::uint8_t> wasPlaced(positions.size(), 0);
    std::vector<std::uint32_t> waiting;
    Bounds bounds;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (isPlaced(positions[v])) {
            bounds.add(positions[v]);
            wasPlaced[v] = 1;
        } else {
            waiting.push_back(v);
        }
    }
    constexpr double turn = 2.399963229728653;
    // From the placed outwards: a chain of new vertices grows link by link.
    for (bool grew = true; grew && !waiting.empty();) {
        std::vector<std::uint32_t> later;
        std::vector<std::pair<std::uint32_t, Point>> found;
        for (const std::uint32_t v : waiting) {
            const NeighboursMean mean = meanOfNeighbours(graph, positions, v);
            if (mean.count == 0) {
                later.push_back(v);
                continue;
            }
            const double radius = mean.count > 1 ? 0.3 : 1;
            found.emplace_back(v, Point{mean.place.x + radius * std::cos(turn * v),
                                        mean.place.y + radius * std::sin(turn * v)});
        }
        for (const auto& [v, at] : found) {
            positions[v] = at;
            bounds.add(at);
        }
        grew = !found.empty();
        waiting.swap(later);
    }
    if (!waiting.empty()) {
        LayoutOptions forced;
        forced.algorithm = LayoutAlgorithm::Force;
        const std::vector<Point> apart = packedPicture(subgraph(graph, waiting), forced, {}, {});
        const Bounds own = boundsOf(apart);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            positions[waiting[i]] = {apart[i].x - own.left + bounds.left,
                                     apart[i].y - own.top + bounds.bottom + 1};
        }
    }
    return wasPlaced;
}

/// Lets all but the held vertices move to where they are at ease, by no more than they need.
void settle(const LayoutGraph& graph, std::vector<Point>& positions,
            const std::vector<std::uint8_t>& held, double heat, const LayoutOptions& options,
            const Preview& preview, const Progress& progress) {
    if (graph.vertexCount() > mostForStress || restsOnForces(options)) {
        settleByForces(graph, positions, held, heat, options, preview, progress);
        return;
    }
    const DistanceMatrix distances =
        allDistances(graph, wantedLengths(graph, options.lengthByWeight));
    minimiseStress(distances, positions, held, StressStart::Near, options.seed,
                   within(progress, 0, 0.7));
    if (canRefine(graph)) {
        PictureCost cost(graph, distances);
        refine(graph, cost, positions, held, std::min(8, roundsFor(graph)), heat, options.seed,
               within(progress, 0.7, 1));
    }
}

} // namespace

std::vector<Point> connectedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                    std::span<const double> room, const Preview& preview,
                                    const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    const bool faithful = options.algorithm == LayoutAlgorithm::Stress;
    if (n <= 2) {
        return n == 1 ? std::vector<Point>{{0, 0}} : std::vector<Point>{{0, 0}, {pairLength, 0}};
    }
    if (canRefine(graph) && faithful) {
        return refinedPicture(graph, options, progress);
    }
    std::vector<Point> positions = forcedPicture(graph, options, preview, progress);
    turnToFit(positions);
    // Those with much room are to stay large beside the others, which may stand closer for it.
    makeRoom(positions, room.empty() ? leastDistance : leastDistance / 2, room);
    clearOverlaps(positions, {});
    return positions;
}

std::vector<Point> packedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                 const Preview& preview, const Progress& progress) {
    const std::vector<Component> parts = components(graph);
    std::vector<std::vector<Point>> pictures;
    std::vector<PackedRectangle> frames;
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Point> unplaced(graph.vertexCount(), {unknown, unknown});
    std::size_t done = 0;
    for (const Component& part : parts) {
        progress.throwIfStopped();
        const auto share = [&](std::size_t count) {
            return static_cast<double>(count) / static_cast<double>(graph.vertexCount());
        };
        // Until it has its place among the others, a part is shown alone.
        const Preview own = preview.of(part.vertices, unplaced);
        std::vector<double> room;
        for (std::size_t i = 0; !options.room.empty() && i < part.vertices.size(); ++i) {
            room.push_back(options.room[part.vertices[i]]);
        }
        pictures.push_back(
            connectedPicture(part.graph, options, room, own,
                             within(progress, share(done), share(done + part.vertices.size()))));
        done += part.vertices.size();
        const Bounds bounds = boundsOf(pictures.back());
        for (Point& point : pictures.back()) {
            point = {point.x - bounds.left, point.y - bounds.top};
        }
        frames.push_back({bounds.width(), bounds.height(), 0, 0});
    }
    if (parts.size() >= fewestForShapes) {
        std::ranges::fill(frames, PackedRectangle{});
        packShapes(parts, pictures);
    } else {
        packRectangles(frames);
    }
    std::vector<Point> positions(graph.vertexCount());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < parts[i].vertices.size(); ++j) {
            positions[parts[i].vertices[j]] = {frames[i].left + pictures[i][j].x,
                                               frames[i].top + pictures[i][j].y};
        }
    }
    return positions;
}

void pin(const std::vector<Point>& initial, const std::vector<std::uint8_t>& pinned,
         std::vector<Point>& positions) {
    alignTo(initial, pinned, positions);
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (pinned[v] != 0) {
            positions[v] = initial[v];
        }
    }
    clearOverlaps(positions, pinned);
}

std::vector<Point> continuedPicture(const LayoutGraph& graph, const std::vector<Point>& initial,
                                    const std::vector<std::uint8_t>& pinned,
                                    const LayoutOptions& options, const Preview& preview,
                                    const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    bool onlyPinned = true;
    for (std::size_t v = 0; v < n; ++v) {
        onlyPinned = onlyPinned && (pinned[v] != 0 || !isPlaced(initial[v]));
    }
    std::vector<Point> positions = initial;
    std::vector<std::uint8_t> held = pinned;
    if (onlyPinned) {
        positions = packedPicture(graph, options, preview, within(progress, 0, 0.5));
        pin(initial, pinned, positions);
    } else {
        // The new ones find their places among the old, which stay meanwhile.
        held = placeTheRest(graph, positions);
        if (std::ranges::find(held, 0) != held.end()) {
            settle(graph, positions, held, 2, options, preview, within(progress, 0, 0.5));
        }
    }
    const std::vector<Point> before = positions;
    settle(graph, positions, pinned, 0.5, options, preview, within(progress, 0.5, 1));
    if (!onlyPinned) {
        for (std::size_t v = 0; v < n; ++v) {
            const Point moved = minus(positions[v], before[v]);
            const double far = length(moved);
            if (held[v] != 0 && far > farthestMove) {
                positions[v] = {before[v].x + moved.x * farthestMove / far,
                                before[v].y + moved.y * farthestMove / far};
            }
        }
    }
    clearOverlaps(positions, pinned);
    return positions;
}

} // namespace entente
