#include "core/layout/layout.h"

#include "core/layout/adjust.h"
#include "core/layout/circular.h"
#include "core/layout/components.h"
#include "core/layout/force.h"
#include "core/layout/grouped.h"
#include "core/layout/stress.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> algorithmWords = {"force", "stress", "circular",
                                                            "grouped"};

// Above this, all-pairs stress takes too long and too much memory.
constexpr std::size_t mostForStress = 2000;
// Below this, several starts are tried and the fairest picture is kept.
constexpr std::size_t mostForChoice = 120;
// The least distance between two vertices; marks have a diameter of about 0.4.
constexpr double leastDistance = 0.72;
constexpr double componentGap = 0.9;

bool isPlaced(const Point& point) { return std::isfinite(point.x) && std::isfinite(point.y); }

void smooth(const LayoutGraph& graph, std::vector<Point>& positions,
            const std::vector<std::uint8_t>& pinned) {
    if (graph.vertexCount() <= mostForChoice && graph.neighbours.size() <= 1200) {
        clearEdges(graph, positions, 0.3, pinned);
    }
    separate(positions, leastDistance, pinned);
}

std::vector<Point> stressPicture(const LayoutGraph& graph, std::uint64_t seed,
                                 const Progress& progress) {
    const std::vector<float> lengths = wantedLengths(graph);
    const bool choose = graph.vertexCount() <= mostForChoice && graph.vertexCount() > 3;
    const std::uint64_t tries = choose ? 10 : 1;
    std::vector<Point> best;
    double least = 0;
    for (std::uint64_t attempt = 0; attempt < tries; ++attempt) {
        std::vector<Point> positions = pivotScaling(graph, lengths, seed + attempt);
        minimiseStress(graph, lengths, positions, {}, seed + attempt, true,
                       choose ? Progress{{}, progress.stop} : progress);
        if (!choose) {
            return positions;
        }
        smooth(graph, positions, {});
        const double score = ugliness(graph, positions);
        if (best.empty() || score < least) {
            best = std::move(positions);
            least = score;
        }
        progress.tell(static_cast<double>(attempt + 1) / static_cast<double>(tries));
    }
    return best;
}

/// One connected part, laid out from nothing.
std::vector<Point> connectedPicture(const LayoutGraph& graph, LayoutAlgorithm algorithm,
                                    std::uint64_t seed, const Progress& progress) {
    std::vector<Point> positions =
        algorithm == LayoutAlgorithm::Stress && graph.vertexCount() <= mostForStress
            ? stressPicture(graph, seed, progress)
            : forceLayout(graph, seed, progress);
    smooth(graph, positions, {});
    layFlat(positions);
    return positions;
}

std::vector<Point> packedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                 const Progress& progress) {
    const std::vector<Component> parts = components(graph);
    std::vector<std::vector<Point>> pictures;
    std::vector<PackedRectangle> frames;
    for (const Component& part : parts) {
        progress.throwIfStopped();
        pictures.push_back(part.vertices.size() == 1
                               ? std::vector<Point>{{0, 0}}
                               : connectedPicture(part.graph, options.algorithm, options.seed,
                                                  parts.size() == 1 ? progress
                                                                    : Progress{{}, progress.stop}));
        double left = 0;
        double right = 0;
        double top = 0;
        double bottom = 0;
        for (const Point& point : pictures.back()) {
            left = std::min(left, point.x);
            right = std::max(right, point.x);
            top = std::min(top, point.y);
            bottom = std::max(bottom, point.y);
        }
        for (Point& point : pictures.back()) {
            point = {point.x - left, point.y - top};
        }
        frames.push_back({right - left + componentGap, bottom - top + componentGap, 0, 0});
        progress.tell(static_cast<double>(pictures.size()) / static_cast<double>(parts.size()));
    }
    constexpr double aspect = 1.6;
    packRectangles(frames, aspect);
    std::vector<Point> positions(graph.vertexCount());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < parts[i].vertices.size(); ++j) {
            positions[parts[i].vertices[j]] = {frames[i].left + pictures[i][j].x,
                                               frames[i].top + pictures[i][j].y};
        }
    }
    return positions;
}

/// Puts what has no place yet beside its neighbours.
void placeTheRest(const LayoutGraph& graph, std::vector<Point>& positions) {
    Point corner;
    for (const Point& point : positions) {
        if (isPlaced(point)) {
            corner = {std::max(corner.x, point.x), std::max(corner.y, point.y)};
        }
    }
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (isPlaced(positions[v])) {
            continue;
        }
        Point sum;
        double count = 0;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const Point& other = positions[graph.neighbours[arc]];
            if (isPlaced(other)) {
                sum = {sum.x + other.x, sum.y + other.y};
                ++count;
            }
        }
        const double turn = 2.399963 * v;
        positions[v] = count > 0 ? Point{sum.x / count + 0.5 * std::cos(turn),
                                         sum.y / count + 0.5 * std::sin(turn)}
                                 : Point{corner.x * 0.01 * (v % 97), corner.y + 1};
    }
}

/// From given positions, some of them pinned: little moves but what has to.
std::vector<Point> continuedPicture(const LayoutGraph& graph, const LayoutOptions& options,
                                    const Progress& progress) {
    std::vector<Point> positions = options.initial;
    placeTheRest(graph, positions);
    if (graph.vertexCount() <= mostForStress) {
        minimiseStress(graph, wantedLengths(graph), positions, options.pinned, options.seed, false,
                       progress);
    } else {
        relax(graph, {}, positions, options.pinned, 0.3, 20, progress);
    }
    smooth(graph, positions, options.pinned);
    return positions;
}

} // namespace

std::string_view word(LayoutAlgorithm algorithm) {
    return algorithmWords[static_cast<std::size_t>(algorithm)];
}

std::optional<LayoutAlgorithm> parseLayoutAlgorithm(std::string_view text) {
    const auto found = std::ranges::find(algorithmWords, text);
    return found == algorithmWords.end()
               ? std::nullopt
               : std::optional(static_cast<LayoutAlgorithm>(found - algorithmWords.begin()));
}

std::vector<Point> layout(const LayoutGraph& graph, const LayoutOptions& options,
                          const Progress& progress) {
    if (graph.vertexCount() == 0) {
        return {};
    }
    if (options.algorithm == LayoutAlgorithm::Circular) {
        std::vector<Point> positions = circularLayout(graph, progress);
        for (std::size_t v = 0; v < options.pinned.size(); ++v) {
            if (options.pinned[v] != 0) {
                positions[v] = options.initial[v];
            }
        }
        return positions;
    }
    if (std::ranges::any_of(options.initial, isPlaced)) {
        return continuedPicture(graph, options, progress);
    }
    if (options.algorithm == LayoutAlgorithm::Grouped && !options.groups.empty()) {
        return groupedLayout(graph, options.groups, options.seed, progress);
    }
    return packedPicture(graph, options, progress);
}

} // namespace entente
