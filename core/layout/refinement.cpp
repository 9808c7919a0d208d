#include "core/layout/refinement.h"

#include "core/layout/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace entente {

namespace {

constexpr double stressWeight = 1.0;
// A vertex should keep this far from foreign edges.
constexpr double clearance = 0.36;
constexpr double clearanceWeight = 2.2;
constexpr double overlapWeight = 6;
constexpr double beyondWeight = 4;
// Edges of one vertex should part at this angle at least (about 20 degrees).
constexpr double narrow = 0.35;
constexpr double narrowWeight = 0.8;

/// 1 where `gap` is 0, 0 from `wanted` on.
double shortfall(double gap, double wanted) {
    const double lack = std::max(0.0, 1 - gap / wanted);
    return lack * lack;
}

double narrowness(const Point& u, const Point& v) {
    static const double limit = std::cos(narrow);
    const double along = dot(u, v);
    const double squares = dot(u, u) * dot(v, v);
    if (along <= 0 || along * along <= limit * limit * squares) {
        return 0;
    }
    const double angle = std::acos(std::min(1.0, along / std::sqrt(squares)));
    return narrowWeight * shortfall(angle, narrow);
}

} // namespace

PictureCost::PictureCost(const LayoutGraph& graph, const DistanceMatrix& distances, Stretch stretch)
    : graph_(graph), distances_(distances), stretch_(stretch), segments_(segmentsOf(graph)),
      sides_(graph.vertexCount()) {}

double PictureCost::ofPairs(std::uint32_t vertex, const Point& at,
                            const std::vector<Point>& positions) const {
    const double beyond = std::max(0.0, std::abs(at.y) - stretch_.height / 2);
    // Twice: the sum over all vertices is halved.
    double cost = 2 * beyondWeight * beyond * beyond;
    for (std::uint32_t other = 0; other < positions.size(); ++other) {
        if (other == vertex) {
            continue;
        }
        const Point offset = minus(at, positions[other]);
        const double distance = distances_(vertex, other);
        if (std::isfinite(distance)) {
            const double off =
                length({offset.x / stretch_.x, offset.y / stretch_.y}) / distance - 1;
            cost += stressWeight * off * off;
        }
        const double wide = offset.x / leastWidthBetween;
        const double high = offset.y / leastHeightBetween;
        const double square = wide * wide + high * high;
        if (square < 1) {
            cost += overlapWeight * shortfall(std::sqrt(square), 1) + 0.5 * (1 - square);
        }
    }
    return cost;
}

double PictureCost::ofEdge(std::uint32_t vertex, std::uint32_t other, const Point& at,
                           const std::vector<Point>& positions) {
    const Point end = positions[other];
    const Point along = minus(end, at);
    const double square = std::max(dot(along, along), 1e-12);
    const double extent = std::sqrt(square);
    double cost = 0;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        const Point offset = minus(positions[v], at);
        const double side = cross(along, offset);
        sides_[v] = side;
        if (std::abs(side) < clearance * extent) {
            const double share = dot(along, offset) / square;
            if (share > 0 && share < 1 && v != vertex && v != other) {
                cost += clearanceWeight * shortfall(std::abs(side) / extent, clearance);
            }
        }
    }
    // The ends are on the line: they and what touches them never count as crossed.
    sides_[vertex] = 0;
    sides_[other] = 0;
    for (const Segment& segment : segments_) {
        if (sides_[segment.a] * sides_[segment.b] < 0) {
            const Point a = positions[segment.a];
            const Point b = positions[segment.b];
            const Point across = minus(b, a);
            if (cross(across, minus(at, a)) * cross(across, minus(end, a)) < 0) {
                const double flat = dot(along, across);
                const double share = flat * flat / (square * dot(across, across));
                cost += crossingWeight_ * (0.8 + 0.6 * share * share);
            }
        }
    }
    return cost;
}

double PictureCost::ofNearness(std::uint32_t vertex, const Point& at,
                               const std::vector<Point>& positions) const {
    double cost = 0;
    for (const Segment& segment : segments_) {
        if (segment.a == vertex || segment.b == vertex) {
            continue;
        }
        const Point along = minus(positions[segment.b], positions[segment.a]);
        const Point offset = minus(at, positions[segment.a]);
        const double side = cross(along, offset);
        const double square = dot(along, along);
        if (side * side >= clearance * clearance * square) {
            continue;
        }
        const double share = dot(along, offset) / square;
        if (share > 0 && share < 1) {
            cost += clearanceWeight * shortfall(std::abs(side) / std::sqrt(square), clearance);
        }
    }
    return cost;
}

double PictureCost::ofAngles(std::uint32_t vertex, const Point& at,
                             const std::vector<Point>& positions) const {
    double cost = 0;
    const std::uint32_t begin = graph_.offsets[vertex];
    const std::uint32_t end = graph_.offsets[vertex + 1];
    for (std::uint32_t arc = begin; arc < end; ++arc) {
        const std::uint32_t other = graph_.neighbours[arc];
        const Point edge = minus(positions[other], at);
        for (std::uint32_t next = arc + 1; next < end; ++next) {
            cost += narrowness(edge, minus(positions[graph_.neighbours[next]], at));
        }
        const Point back = minus(at, positions[other]);
        for (std::uint32_t third = graph_.offsets[other]; third < graph_.offsets[other + 1];
             ++third) {
            const std::uint32_t far = graph_.neighbours[third];
            if (far != vertex) {
                cost += narrowness(back, minus(positions[far], positions[other]));
            }
        }
    }
    return cost;
}

double PictureCost::ofVertex(std::uint32_t vertex, const Point& at,
                             const std::vector<Point>& positions, double limit) {
    double cost = ofPairs(vertex, at, positions);
    if (cost <= limit) {
        cost += ofNearness(vertex, at, positions);
    }
    if (cost <= limit) {
        cost += ofAngles(vertex, at, positions);
    }
    for (std::uint32_t arc = graph_.offsets[vertex];
         arc < graph_.offsets[vertex + 1] && cost <= limit; ++arc) {
        cost += ofEdge(vertex, graph_.neighbours[arc], at, positions);
    }
    return cost;
}

double PictureCost::total(const std::vector<Point>& positions) {
    double pairs = 0;
    double narrowAngles = 0;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        pairs += ofPairs(v, positions[v], positions);
        const std::uint32_t end = graph_.offsets[v + 1];
        for (std::uint32_t arc = graph_.offsets[v]; arc < end; ++arc) {
            const Point edge = minus(positions[graph_.neighbours[arc]], positions[v]);
            for (std::uint32_t next = arc + 1; next < end; ++next) {
                narrowAngles +=
                    narrowness(edge, minus(positions[graph_.neighbours[next]], positions[v]));
            }
        }
    }
    double edges = 0;
    double near = 0;
    for (const Segment& segment : segments_) {
        edges += ofEdge(segment.a, segment.b, positions[segment.a], positions);
    }
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        near += ofNearness(v, positions[v], positions);
    }
    // Each pair was counted from both sides, and so was each crossing; nearness is in `edges` once.
    return pairs / 2 + narrowAngles + (edges - near) / 2 + near;
}

void refine(const LayoutGraph& graph, PictureCost& cost, std::vector<Point>& positions,
            const std::vector<std::uint8_t>& pinned, int rounds, double reach, std::uint64_t seed,
            const Progress& progress) {
    const std::size_t n = positions.size();
    Random random(seed);
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    constexpr double nearest = 0.06;
    const double shrink = std::pow(nearest / reach, 1.0 / std::max(1, rounds - 1));
    for (int round = 0; round < rounds; ++round, reach *= shrink) {
        progress.throwIfStopped();
        for (std::size_t i = n - 1; i > 0; --i) {
            std::swap(order[i], order[random.below(i + 1)]);
        }
        for (const std::uint32_t v : order) {
            if (!pinned.empty() && pinned[v] != 0) {
                continue;
            }
            std::array<Point, 8> candidates{};
            std::size_t count = 0;
            const double turn = random.uniform() * 2 * std::numbers::pi;
            for (int k = 0; k < 5; ++k) {
                const double angle = turn + 2 * std::numbers::pi * k / 5;
                const double radius = reach * (0.4 + 0.6 * random.uniform());
                candidates[count++] = {positions[v].x + radius * std::cos(angle),
                                       positions[v].y + radius * std::sin(angle)};
            }
            const std::uint32_t degree = graph.offsets[v + 1] - graph.offsets[v];
            if (degree > 0 && reach > 0.3) {
                // Anywhere around a neighbour: a leaf on the wrong side of its hub gets across.
                for (int k = 0; k < 3; ++k) {
                    const std::uint32_t arc =
                        graph.offsets[v] + static_cast<std::uint32_t>(random.below(degree));
                    const Point& hub = positions[graph.neighbours[arc]];
                    const double radius = length(minus(positions[v], hub));
                    const double angle = random.uniform() * 2 * std::numbers::pi;
                    candidates[count++] = {hub.x + radius * std::cos(angle),
                                           hub.y + radius * std::sin(angle)};
                }
            }
            Point best = positions[v];
            double least = cost.ofVertex(v, best, positions);
            for (std::size_t k = 0; k < count; ++k) {
                const double now = cost.ofVertex(v, candidates[k], positions, least);
                if (now < least - 1e-9) {
                    least = now;
                    best = candidates[k];
                }
            }
            positions[v] = best;
        }
    }
}

} // namespace entente
