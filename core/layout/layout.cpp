#include "core/layout/layout.h"

#include "core/layout/as_in_file.h"
#include "core/layout/bipartite.h"
#include "core/layout/circular.h"
#include "core/layout/concentric.h"
#include "core/layout/geographic.h"
#include "core/layout/geometry.h"
#include "core/layout/grouped.h"
#include "core/layout/layered.h"
#include "core/layout/overlap.h"
#include "core/layout/picture.h"
#include "core/layout/refinement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente {

namespace {

constexpr std::array<std::string_view, 9> algorithmWords = {
    "force",   "stress",    "circular",   "grouped", "concentric",
    "layered", "bipartite", "geographic", "file"};

/// The options as the algorithms rely on them: an initial position and a pin for each vertex, pins
/// only on what is placed.
struct Start {
    std::vector<Point> initial;
    std::vector<std::uint8_t> pinned;
    bool anyPlaced = false;
    bool anyPinned = false;
};

double spreadOf(const LayoutOptions& options) {
    constexpr double most = 1000;
    return std::isfinite(options.spread) && options.spread > 0
               ? std::clamp(options.spread, 1 / most, most)
               : 1;
}

/// Initial positions less the spread, which the algorithms know nothing of.
Start startOf(std::size_t vertexCount, const LayoutOptions& options, double spread) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    Start start{options.initial, options.pinned, false, false};
    start.initial.resize(vertexCount, {unknown, unknown});
    for (Point& point : start.initial) {
        point = {point.x / spread, point.y / spread};
    }
    start.pinned.resize(vertexCount, 0);
    Bounds bounds;
    for (std::size_t v = 0; v < vertexCount; ++v) {
        if (isPlaced(start.initial[v])) {
            bounds.add(start.initial[v]);
        }
    }
    // A heap of vertices on one point says nothing about where they should be.
    const bool heap = bounds.width() == 0 && bounds.height() == 0;
    for (std::size_t v = 0; v < vertexCount; ++v) {
        if (heap && (v >= options.pinned.size() || options.pinned[v] == 0)) {
            start.initial[v] = {unknown, unknown};
        }
        start.pinned[v] = start.pinned[v] != 0 && isPlaced(start.initial[v]) ? 1 : 0;
        start.anyPlaced = start.anyPlaced || isPlaced(start.initial[v]);
        start.anyPinned = start.anyPinned || start.pinned[v] != 0;
    }
    return start;
}

/// Shows pictures as wide apart as the result will be.
Preview spreadPreview(const std::function<void(const std::vector<Point>&)>& show, double spread) {
    if (!show) {
        return {};
    }
    return Preview([&show, spread](std::vector<Point> positions) {
        for (Point& point : positions) {
            point = {point.x * spread, point.y * spread};
        }
        show(positions);
    });
}

/// Whether left and right, or up and down, mean something: such a picture is not to be turned.
bool isUpright(LayoutAlgorithm algorithm) {
    return algorithm == LayoutAlgorithm::Layered || algorithm == LayoutAlgorithm::Bipartite ||
           algorithm == LayoutAlgorithm::Geographic;
}

/// As `pin` does, but without turning the picture.
void pinUpright(const Start& start, std::vector<Point>& positions) {
    Point shift;
    double count = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (start.pinned[v] != 0) {
            const Point apart = minus(start.initial[v], positions[v]);
            ++count;
            shift = {shift.x + (apart.x - shift.x) / count, shift.y + (apart.y - shift.y) / count};
        }
    }
    for (std::size_t v = 0; v < positions.size(); ++v) {
        positions[v] = start.pinned[v] != 0
                           ? start.initial[v]
                           : Point{positions[v].x + shift.x, positions[v].y + shift.y};
    }
    const int rounds = positions.size() <= 20'000 ? 40 : 4;
    separate(positions, leastWidthBetween, leastHeightBetween, start.pinned, rounds);
}

/// A picture by one of the algorithms that have rules of their own and start from nothing; else
/// none.
std::optional<std::vector<Point>>
ruledPicture(const LayoutGraph& graph, const LayoutOptions& options, const Progress& progress) {
    switch (options.algorithm) {
    case LayoutAlgorithm::Force:
    case LayoutAlgorithm::Stress:
        break;
    case LayoutAlgorithm::Circular:
        return circularLayout(graph, progress);
    case LayoutAlgorithm::Grouped:
        if (!options.groups.empty()) {
            return groupedLayout(graph, options.groups, options.seed, progress);
        }
        break;
    case LayoutAlgorithm::Concentric:
        return concentricLayout(graph, options.centres, progress);
    case LayoutAlgorithm::Layered:
        return layeredLayout(graph, options.times, options.seed, progress);
    case LayoutAlgorithm::Bipartite:
        return bipartiteLayout(graph, options.sides, progress);
    case LayoutAlgorithm::Geographic:
        return geographicLayout(graph, options.places, progress);
    case LayoutAlgorithm::File:
        return layoutAsInFile(graph, options.places, progress);
    }
    return std::nullopt;
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
    const std::size_t n = graph.vertexCount();
    if (n == 0) {
        return {};
    }
    if (options.algorithm == LayoutAlgorithm::File && !arePlacesOfFile(options.places)) {
        LayoutOptions faithful = options;
        faithful.algorithm = LayoutAlgorithm::Stress;
        return layout(graph, faithful, progress);
    }
    const double spread = spreadOf(options);
    const Start start = startOf(n, options, spread);
    const Preview preview = spreadPreview(options.preview, spread);
    std::optional<std::vector<Point>> ruled = ruledPicture(graph, options, progress);
    std::vector<Point> positions;
    if (ruled) {
        positions = std::move(*ruled);
        if (options.algorithm == LayoutAlgorithm::File) {
            // The rest stays where the file has it, whatever is pinned.
            for (std::size_t v = 0; v < n; ++v) {
                positions[v] = start.pinned[v] != 0 ? start.initial[v] : positions[v];
            }
        } else if (start.anyPinned && isUpright(options.algorithm)) {
            pinUpright(start, positions);
        } else if (start.anyPinned) {
            pin(start.initial, start.pinned, positions);
        }
    } else if (start.anyPlaced) {
        positions =
            continuedPicture(graph, start.initial, start.pinned, options, preview, progress);
    } else {
        positions = packedPicture(graph, options, preview, progress);
    }
    if (!ruled && !options.room.empty()) {
        constexpr int rounds = 80;
        giveRoom(positions, options.room, start.pinned, rounds);
    }
    for (std::size_t v = 0; v < n; ++v) {
        // Pinned ones stay to the last bit.
        positions[v] = start.pinned[v] != 0
                           ? options.initial[v]
                           : Point{positions[v].x * spread, positions[v].y * spread};
    }
    progress.throwIfStopped();
    makeDistinct(positions, start.pinned);
    return positions;
}

} // namespace entente
