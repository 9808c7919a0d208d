#include "core/layout/edge_trouble.h"

#include <algorithm>

namespace entente {

namespace {

// Nearer than this to its middle, an edge runs over a mark.
constexpr double markRadius = 0.33;
constexpr double runningOver = 0.9;
constexpr double byLength = 0.12;

/// How much of a mark at `point` the segment covers: 1 through its middle, 0 beside it.
double covered(const Point& a, const Point& b, const Point& point) {
    const Point along = minus(b, a);
    const Point to = minus(point, a);
    const double square = dot(along, along);
    const double part = square > 0 ? std::clamp(dot(to, along) / square, 0.0, 1.0) : 0;
    const Point off{to.x - along.x * part, to.y - along.y * part};
    const double far = dot(off, off);
    return far >= markRadius * markRadius ? 0 : 1 - std::sqrt(far) / markRadius;
}

} // namespace

EdgeTrouble::EdgeTrouble(const LayoutGraph& graph) : graph_(graph), segments_(segmentsOf(graph)) {}

double EdgeTrouble::of(std::uint32_t vertex, const std::vector<Point>& positions,
                       std::uint32_t except) const {
    const Point& at = positions[vertex];
    double trouble = 0;
    for (std::uint32_t arc = graph_.offsets[vertex]; arc < graph_.offsets[vertex + 1]; ++arc) {
        const std::uint32_t other = graph_.neighbours[arc];
        if (other == except) {
            continue;
        }
        const Point& to = positions[other];
        trouble += byLength * length(minus(to, at));
        const Bounds bounds{std::min(at.x, to.x), std::min(at.y, to.y), std::max(at.x, to.x),
                            std::max(at.y, to.y)};
        for (const Segment& segment : segments_) {
            const Point& a = positions[segment.a];
            const Point& b = positions[segment.b];
            if (std::max(a.x, b.x) < bounds.left || std::min(a.x, b.x) > bounds.right ||
                std::max(a.y, b.y) < bounds.top || std::min(a.y, b.y) > bounds.bottom ||
                segment.a == vertex || segment.b == vertex || segment.a == other ||
                segment.b == other || segment.a == except || segment.b == except) {
                continue;
            }
            trouble += segmentsCross(at, to, a, b) ? 1 : 0;
        }
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            const Point& p = positions[v];
            if (v != vertex && v != other && p.x > bounds.left - markRadius &&
                p.x < bounds.right + markRadius && p.y > bounds.top - markRadius &&
                p.y < bounds.bottom + markRadius) {
                trouble += runningOver * covered(at, to, p);
            }
        }
    }
    for (const Segment& segment : segments_) {
        if (segment.a != vertex && segment.b != vertex && segment.a != except &&
            segment.b != except) {
            trouble += runningOver * covered(positions[segment.a], positions[segment.b], at);
        }
    }
    return trouble;
}

double EdgeTrouble::total(const std::vector<Point>& positions) const {
    double trouble = 0;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const Segment& one = segments_[i];
        const Point& a = positions[one.a];
        const Point& b = positions[one.b];
        trouble += byLength * length(minus(b, a));
        for (std::size_t j = 0; j < i; ++j) {
            const Segment& two = segments_[j];
            if (one.a != two.a && one.a != two.b && one.b != two.a && one.b != two.b) {
                trouble += segmentsCross(a, b, positions[two.a], positions[two.b]) ? 1 : 0;
            }
        }
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            if (v != one.a && v != one.b) {
                trouble += runningOver * covered(a, b, positions[v]);
            }
        }
    }
    return trouble;
}

} // namespace entente
