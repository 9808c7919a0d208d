#pragma once

#include "core/model/progress.h"
#include "core/network/network.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// A position in the plane; y grows downwards. One unit is about the wanted length of an edge.
struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// An undirected graph as flat arrays, both arcs of each edge; no loops, no parallel edges.
struct LayoutGraph {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> neighbours;
    std::vector<float> weights;     ///< one an arc, positive: heavier pulls closer
    std::vector<std::int8_t> signs; ///< one an arc: −1 pushes apart

    [[nodiscard]] std::size_t vertexCount() const { return offsets.size() - 1; }
};

enum class LayoutAlgorithm : std::uint8_t {
    Force,
    Stress,
    Circular,
    Grouped,
    Concentric, ///< rings by distance from `centres`
    Layered,    ///< from left to right by `times`
    Bipartite,  ///< two columns by `sides`
    Geographic, ///< where on Earth `places` says
    File,       ///< where `places` says, as a file has it
};

std::string_view word(LayoutAlgorithm algorithm);
std::optional<LayoutAlgorithm> parseLayoutAlgorithm(std::string_view text);

/// How much time a layout may take for a better picture.
enum class LayoutEffort : std::uint8_t { Normal, Best };

/// What a force layout is to show: distances in the picture that are those in the graph, or
/// communities that stand apart.
enum class LayoutEmphasis : std::uint8_t { Balanced, Distances, Communities };

struct LayoutOptions {
    LayoutAlgorithm algorithm = LayoutAlgorithm::Stress;
    std::uint64_t seed = 1;
    LayoutEffort effort = LayoutEffort::Normal;
    LayoutEmphasis emphasis = LayoutEmphasis::Balanced;
    /// How far apart everything stands, as a factor; finite and above 0.
    double spread = 1;
    /// How strongly everything is drawn to the middle, 0 (not at all) to 1; for `Force`.
    double gravity = 0;
    /// How much shorter heavy edges are, 0 (not at all) to 1.
    double lengthByWeight = 0.5;
    /// Where vertices are now, one a vertex, or none; a NaN coordinate: not placed yet.
    std::vector<Point> initial;
    /// 1 for vertices that must stay exactly where `initial` has them; empty: none.
    std::vector<std::uint8_t> pinned;
    /// For `Force` and `Stress`: the width of the disc that each vertex has for itself, in edges'
    /// lengths; less than what all have anyway, or nothing: no more than that.
    std::vector<double> room;
    /// For `Grouped`: a group number a vertex.
    std::vector<std::uint32_t> groups;
    /// For `Concentric`: the vertices in the middle; empty: the one with the most neighbours.
    std::vector<std::uint32_t> centres;
    /// For `Layered`: a time a vertex, in any unit; NaN where it has none.
    std::vector<double> times;
    /// For `Bipartite`: 0 for the left side, 1 for the right; empty: found from the edges.
    std::vector<std::uint8_t> sides;
    /// For `Geographic`: degrees east and north a vertex. For `File`: the file's own coordinates, y
    /// growing downwards; where there are not two different places, `Stress` takes over. NaN where
    /// unknown.
    std::vector<Point> places;
    /// Told now and then (some thirty times a second) where everything stands so far, in the thread
    /// that called `layout`. What it does never changes the result.
    std::function<void(const std::vector<Point>&)> preview;
};

/// Merges parallel edges (weights add up, the heavier sign wins), drops loops; weights that are not
/// positive and finite count as 1. `weights` and `signs` may be empty. O(n + m log m).
LayoutGraph makeLayoutGraph(std::size_t vertexCount, const std::vector<std::uint32_t>& sources,
                            const std::vector<std::uint32_t>& targets,
                            const std::vector<float>& weights,
                            const std::vector<std::int8_t>& signs);
LayoutGraph makeLayoutGraph(const Network& network);

/// Finite, distinct positions for all vertices. The same input gives the same bits, whatever the
/// number of threads. Throws `Cancelled` when asked to stop.
std::vector<Point> layout(const LayoutGraph& graph, const LayoutOptions& options,
                          const Progress& progress = {});

} // namespace entente
