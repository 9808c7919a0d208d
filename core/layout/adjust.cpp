#include "core/layout/adjust.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>

namespace entente {

namespace {

Point minus(const Point& a, const Point& b) { return {a.x - b.x, a.y - b.y}; }
double dot(const Point& a, const Point& b) { return a.x * b.x + a.y * b.y; }
double cross(const Point& a, const Point& b) { return a.x * b.y - a.y * b.x; }
double length(const Point& a) { return std::sqrt(dot(a, a)); }

bool stays(const std::vector<std::uint8_t>& pinned, std::size_t v) {
    return !pinned.empty() && pinned[v] != 0;
}

/// From the segment to the point, with the nearest point of the segment as a share of it.
std::pair<Point, double> offsetFrom(const Point& a, const Point& b, const Point& p) {
    const Point along = minus(b, a);
    const double square = dot(along, along);
    const double share = square > 0 ? std::clamp(dot(minus(p, a), along) / square, 0.0, 1.0) : 0;
    return {minus(p, {a.x + along.x * share, a.y + along.y * share}), share};
}

bool segmentsCross(const Point& a, const Point& b, const Point& c, const Point& d) {
    const double one = cross(minus(b, a), minus(c, a));
    const double two = cross(minus(b, a), minus(d, a));
    const double three = cross(minus(d, c), minus(a, c));
    const double four = cross(minus(d, c), minus(b, c));
    return one * two < 0 && three * four < 0;
}

struct Segment {
    std::uint32_t a;
    std::uint32_t b;
};

std::vector<Segment> segmentsOf(const LayoutGraph& graph) {
    std::vector<Segment> segments;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (v < graph.neighbours[arc]) {
                segments.push_back({v, graph.neighbours[arc]});
            }
        }
    }
    return segments;
}

std::int64_t cellKey(double x, double y, double cell) {
    const auto column = static_cast<std::int64_t>(std::floor(x / cell));
    const auto row = static_cast<std::int64_t>(std::floor(y / cell));
    return column * 0x100000001LL + row;
}

} // namespace

void separate(std::vector<Point>& positions, double distance,
              const std::vector<std::uint8_t>& pinned) {
    const std::size_t n = positions.size();
    const int rounds = n > 20'000 ? 4 : 40;
    const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
    for (int round = 0; round < rounds; ++round) {
        std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells;
        cells.reserve(n);
        for (std::uint32_t i = 0; i < n; ++i) {
            cells[cellKey(positions[i].x, positions[i].y, distance)].push_back(i);
        }
        bool moved = false;
        for (std::uint32_t i = 0; i < n; ++i) {
            const Point at = positions[i];
            for (int cellX = -1; cellX <= 1; ++cellX) {
                for (int cellY = -1; cellY <= 1; ++cellY) {
                    const auto cell = cells.find(
                        cellKey(at.x + cellX * distance, at.y + cellY * distance, distance));
                    if (cell == cells.end()) {
                        continue;
                    }
                    for (const std::uint32_t j : cell->second) {
                        if (j <= i) {
                            continue;
                        }
                        Point apart = minus(positions[j], positions[i]);
                        double gap = length(apart);
                        if (gap >= distance * 0.999) {
                            continue;
                        }
                        if (gap < distance * 1e-3) {
                            apart = {std::cos(golden * j), std::sin(golden * j)};
                            gap = 1;
                            apart.x *= 1e-3 * distance;
                            apart.y *= 1e-3 * distance;
                            gap = 1e-3 * distance;
                        }
                        const double push = (distance - gap) / gap;
                        const bool iStays = stays(pinned, i);
                        const bool jStays = stays(pinned, j);
                        if (iStays && jStays) {
                            continue;
                        }
                        const double shareI = iStays ? 0 : jStays ? 1 : 0.5;
                        positions[i].x -= apart.x * push * shareI;
                        positions[i].y -= apart.y * push * shareI;
                        positions[j].x += apart.x * push * (1 - shareI);
                        positions[j].y += apart.y * push * (1 - shareI);
                        moved = true;
                    }
                }
            }
        }
        if (!moved) {
            break;
        }
    }
}

void clearEdges(const LayoutGraph& graph, std::vector<Point>& positions, double clearance,
                const std::vector<std::uint8_t>& pinned) {
    const std::vector<Segment> segments = segmentsOf(graph);
    for (int round = 0; round < 30; ++round) {
        bool moved = false;
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            if (stays(pinned, v)) {
                continue;
            }
            for (const Segment& segment : segments) {
                if (segment.a == v || segment.b == v) {
                    continue;
                }
                const auto [offset, share] =
                    offsetFrom(positions[segment.a], positions[segment.b], positions[v]);
                const double gap = length(offset);
                if (gap >= clearance || share <= 0 || share >= 1) {
                    continue;
                }
                const Point along = minus(positions[segment.b], positions[segment.a]);
                Point away = gap > 1e-6 ? Point{offset.x / gap, offset.y / gap}
                                        : Point{-along.y / length(along), along.x / length(along)};
                const double push = (clearance - gap) * 0.35;
                positions[v].x += away.x * push;
                positions[v].y += away.y * push;
                for (const std::uint32_t end : {segment.a, segment.b}) {
                    if (!stays(pinned, end)) {
                        const double part = end == segment.a ? 1 - share : share;
                        positions[end].x -= away.x * push * 0.5 * part;
                        positions[end].y -= away.y * push * 0.5 * part;
                    }
                }
                moved = true;
            }
        }
        if (!moved) {
            break;
        }
    }
}

void layFlat(std::vector<Point>& positions) {
    if (positions.empty()) {
        return;
    }
    Point centre;
    for (const Point& point : positions) {
        centre.x += point.x / static_cast<double>(positions.size());
        centre.y += point.y / static_cast<double>(positions.size());
    }
    // The angle with the least height over width of the bounding box.
    double best = std::numeric_limits<double>::infinity();
    double bestAngle = 0;
    constexpr int angles = 90;
    for (int i = 0; i < angles; ++i) {
        const double angle = std::numbers::pi * i / angles;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        double left = 0;
        double right = 0;
        double top = 0;
        double bottom = 0;
        for (const Point& point : positions) {
            const double x = (point.x - centre.x) * c - (point.y - centre.y) * s;
            const double y = (point.x - centre.x) * s + (point.y - centre.y) * c;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
        const double ratio = (bottom - top) / std::max(1e-9, right - left);
        if (ratio < best - 1e-9) {
            best = ratio;
            bestAngle = angle;
        }
    }
    const double c = std::cos(bestAngle);
    const double s = std::sin(bestAngle);
    for (Point& point : positions) {
        const Point from = minus(point, centre);
        point = {from.x * c - from.y * s, from.x * s + from.y * c};
    }
}

double ugliness(const LayoutGraph& graph, const std::vector<Point>& positions) {
    const std::vector<Segment> segments = segmentsOf(graph);
    double score = 0;
    double mean = 0;
    for (const Segment& segment : segments) {
        mean += length(minus(positions[segment.a], positions[segment.b])) /
                static_cast<double>(segments.size());
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Point& a = positions[segments[i].a];
        const Point& b = positions[segments[i].b];
        const double extent = length(minus(a, b)) / mean;
        score += extent > 2 ? (extent - 2) * 0.6 : 0;
        for (std::size_t j = i + 1; j < segments.size(); ++j) {
            const bool meet = segments[i].a == segments[j].a || segments[i].a == segments[j].b ||
                              segments[i].b == segments[j].a || segments[i].b == segments[j].b;
            if (!meet) {
                score += segmentsCross(a, b, positions[segments[j].a], positions[segments[j].b])
                             ? 1.0
                             : 0.0;
                continue;
            }
            const bool sharesA = segments[i].a == segments[j].a || segments[i].a == segments[j].b;
            const std::uint32_t hub = sharesA ? segments[i].a : segments[i].b;
            const std::uint32_t one = sharesA ? segments[i].b : segments[i].a;
            const std::uint32_t two = segments[j].a == hub ? segments[j].b : segments[j].a;
            const Point u = minus(positions[one], positions[hub]);
            const Point v = minus(positions[two], positions[hub]);
            const double angle = std::abs(std::atan2(cross(u, v), dot(u, v)));
            score += angle < 0.2 ? (0.2 - angle) * 8 : 0;
        }
        for (std::uint32_t v = 0; v < positions.size(); ++v) {
            if (v != segments[i].a && v != segments[i].b) {
                const double gap = length(offsetFrom(a, b, positions[v]).first);
                score += gap < 0.28 ? (0.28 - gap) * 20 : 0;
            }
        }
    }
    return score;
}

} // namespace entente
