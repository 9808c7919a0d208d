#pragma once

#include "core/layout/distances.h"
#include "core/layout/geometry.h"
#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Between two vertices side by side, and above one another: marks with a label below each need
/// more room in width.
inline constexpr double leastWidthBetween = 0.9;
inline constexpr double leastHeightBetween = 0.66;

/// How much wider and higher than the wanted distances a picture is meant to be, and the height
/// that it should keep to, half of it above the origin.
struct Stretch {
    double x = 1;
    double y = 1;
    double height = std::numeric_limits<double>::infinity();
};

/// What is wrong with a picture of a small graph, as one number; 1 is one crossing of edges.
/// Counts crossings (flat ones more), stress, vertices on edges that are not theirs, vertices on
/// one another or beyond the height, and narrow angles between the edges of a vertex.
class PictureCost {
public:
    PictureCost(const LayoutGraph& graph, const DistanceMatrix& distances, Stretch stretch = {});

    /// How much a crossing counts: less in dense graphs, where most cannot be helped.
    void setCrossingWeight(double weight) { crossingWeight_ = weight; }

    /// The part of the cost that changes when `vertex` alone moves, with it at `at`; where it is
    /// more than `limit`, some number above that. O(n + degree · (n + m)).
    [[nodiscard]] double ofVertex(std::uint32_t vertex, const Point& at,
                                  const std::vector<Point>& positions,
                                  double limit = std::numeric_limits<double>::infinity());

    /// The cost of the whole picture. O(m (n + m)).
    [[nodiscard]] double total(const std::vector<Point>& positions);

private:
    [[nodiscard]] double ofPairs(std::uint32_t vertex, const Point& at,
                                 const std::vector<Point>& positions) const;
    [[nodiscard]] double ofEdge(std::uint32_t vertex, std::uint32_t other, const Point& at,
                                const std::vector<Point>& positions);
    [[nodiscard]] double ofNearness(std::uint32_t vertex, const Point& at,
                                    const std::vector<Point>& positions) const;
    [[nodiscard]] double ofAngles(std::uint32_t vertex, const Point& at,
                                  const std::vector<Point>& positions) const;

    const LayoutGraph& graph_;
    const DistanceMatrix& distances_;
    Stretch stretch_;
    std::vector<Segment> segments_;
    std::vector<double> sides_; ///< of each vertex beside the edge under way
    double crossingWeight_ = 1;
};

/// Improves a picture of a small graph by moving single vertices where that lowers its cost, first
/// far, then less and less (after Davidson & Harel 1996, without their heat). Pinned vertices stay.
/// O(rounds · m (n + m)).
void refine(const LayoutGraph& graph, PictureCost& cost, std::vector<Point>& positions,
            const std::vector<std::uint8_t>& pinned, int rounds, double reach, std::uint64_t seed,
            const Progress& progress);

} // namespace entente
