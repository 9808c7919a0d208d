#include "core/layout/layout.h"

#include "core/layout/circular.h"
#include "core/layout/geometry.h"
#include "core/layout/grouped.h"
#include "core/layout/overlap.h"
#include "core/layout/picture.h"

#include <algorithm>
#include <array>
#include <limits>

namespace entente {

namespace {

constexpr std::array<std::string_view, 8> algorithmWords = {
    "force", "stress", "circular", "grouped", "concentric", "layered", "bipartite", "geographic"};

/// The options as the algorithms rely on them: an initial position and a pin for each vertex, pins
/// only on what is placed.
struct Start {
    std::vector<Point> initial;
    std::vector<std::uint8_t> pinned;
    bool anyPlaced = false;
    bool anyPinned = false;
};

Start startOf(std::size_t vertexCount, const LayoutOptions& options) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    Start start{options.initial, options.pinned, false, false};
    start.initial.resize(vertexCount, {unknown, unknown});
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
    const Start start = startOf(n, options);
    const Preview preview(options.preview);
    std::vector<Point> positions;
    if (options.algorithm == LayoutAlgorithm::Circular ||
        (options.algorithm == LayoutAlgorithm::Grouped && !options.groups.empty())) {
        positions = options.algorithm == LayoutAlgorithm::Circular
                        ? circularLayout(graph, progress)
                        : groupedLayout(graph, options.groups, options.seed, progress);
        if (start.anyPinned) {
            pin(start.initial, start.pinned, positions);
        }
    } else if (start.anyPlaced) {
        positions =
            continuedPicture(graph, start.initial, start.pinned, options, preview, progress);
    } else {
        positions = packedPicture(graph, options, preview, progress);
    }
    progress.throwIfStopped();
    makeDistinct(positions, start.pinned);
    return positions;
}

} // namespace entente
