#pragma once

#include "core/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace entente {

inline Point minus(const Point& a, const Point& b) {
    return {a.x - b.x, a.y - b.y};
}
inline double dot(const Point& a, const Point& b) {
    return a.x * b.x + a.y * b.y;
}
inline double cross(const Point& a, const Point& b) {
    return a.x * b.y - a.y * b.x;
}
inline double length(const Point& a) {
    return std::sqrt(dot(a, a));
}
inline bool isPlaced(const Point& point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Whether two segments cross inside both.
inline bool segmentsCross(const Point& a, const Point& b, const Point& c, const Point& d) {
    return cross(minus(b, a), minus(c, a)) * cross(minus(b, a), minus(d, a)) < 0 &&
           cross(minus(d, c), minus(a, c)) * cross(minus(d, c), minus(b, c)) < 0;
}

/// The smallest upright rectangle around points; of none it is empty.
struct Bounds {
    double left = std::numeric_limits<double>::infinity();
    double top = std::numeric_limits<double>::infinity();
    double right = -std::numeric_limits<double>::infinity();
    double bottom = -std::numeric_limits<double>::infinity();

    void add(const Point& point) {
        left = std::min(left, point.x);
        top = std::min(top, point.y);
        right = std::max(right, point.x);
        bottom = std::max(bottom, point.y);
    }
    [[nodiscard]] bool empty() const { return left > right; }
    [[nodiscard]] double width() const { return empty() ? 0 : right - left; }
    [[nodiscard]] double height() const { return empty() ? 0 : bottom - top; }
};

inline Bounds boundsOf(const std::vector<Point>& points) {
    Bounds bounds;
    for (const Point& point : points) {
        bounds.add(point);
    }
    return bounds;
}

/// An edge, once, its ends in ascending order.
struct Segment {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

inline std::vector<Segment> segmentsOf(const LayoutGraph& graph) {
    std::vector<Segment> segments;
    segments.reserve(graph.neighbours.size() / 2);
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (v < graph.neighbours[arc]) {
                segments.push_back({v, graph.neighbours[arc]});
            }
        }
    }
    return segments;
}

} // namespace entente
