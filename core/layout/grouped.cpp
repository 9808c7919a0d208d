#include "core/layout/grouped.h"

#include "core/layout/components.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace entente {

namespace {

struct Group {
    std::vector<std::uint32_t> vertices;
    std::vector<Point> inside; ///< around the group's centre
    double radius = 0;
    Point centre;
};

constexpr double groupGap = 1.6;

void centre(Group& group) {
    Point middle;
    for (const Point& point : group.inside) {
        middle.x += point.x / static_cast<double>(group.inside.size());
        middle.y += point.y / static_cast<double>(group.inside.size());
    }
    for (Point& point : group.inside) {
        point = {point.x - middle.x, point.y - middle.y};
        group.radius = std::max(group.radius, std::hypot(point.x, point.y));
    }
}

/// Circles are pushed apart until none overlaps, the biggest pushing hardest.
void pushApart(std::vector<Group>& groups) {
    for (int round = 0; round < 400; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j) {
                Group& a = groups[i];
                Group& b = groups[j];
                Point apart{b.centre.x - a.centre.x, b.centre.y - a.centre.y};
                double gap = std::hypot(apart.x, apart.y);
                const double wanted = a.radius + b.radius + groupGap;
                if (gap >= wanted - 1e-6) {
                    continue;
                }
                if (gap < 1e-6) {
                    apart = {1e-3, 1e-3 * static_cast<double>(j)};
                    gap = std::hypot(apart.x, apart.y);
                }
                const double push = (wanted - gap) / gap / 2;
                a.centre = {a.centre.x - apart.x * push, a.centre.y - apart.y * push};
                b.centre = {b.centre.x + apart.x * push, b.centre.y + apart.y * push};
                moved = true;
            }
        }
        if (!moved) {
            break;
        }
    }
}

/// The turn of a group that brings its vertices nearest to what they are tied to outside.
void face(Group& group, const LayoutGraph& graph, const std::vector<Group>& groups,
          const std::vector<std::uint32_t>& groupOf) {
    constexpr int turns = 24;
    double best = std::numeric_limits<double>::infinity();
    int bestTurn = 0;
    for (int turn = 0; turn < turns; ++turn) {
        const double angle = 2 * std::numbers::pi * turn / turns;
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        double cost = 0;
        for (std::size_t i = 0; i < group.vertices.size(); ++i) {
            const Point& p = group.inside[i];
            const Point at{group.centre.x + p.x * c - p.y * s, group.centre.y + p.x * s + p.y * c};
            const std::uint32_t v = group.vertices[i];
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const Group& other = groups[groupOf[graph.neighbours[arc]]];
                if (&other != &group) {
                    cost += std::hypot(at.x - other.centre.x, at.y - other.centre.y);
                }
            }
        }
        if (cost < best - 1e-9) {
            best = cost;
            bestTurn = turn;
        }
    }
    const double angle = 2 * std::numbers::pi * bestTurn / turns;
    for (Point& p : group.inside) {
        p = {p.x * std::cos(angle) - p.y * std::sin(angle),
             p.x * std::sin(angle) + p.y * std::cos(angle)};
    }
}

} // namespace

std::vector<Point> groupedLayout(const LayoutGraph& graph, const std::vector<std::uint32_t>& groups,
                                 std::uint64_t seed, const Progress& progress) {
    const std::uint32_t count = groups.empty() ? 0 : *std::ranges::max_element(groups) + 1;
    std::vector<Group> parts(count);
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
        parts[groups[v]].vertices.push_back(v);
    }
    LayoutOptions inner;
    inner.seed = seed;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        progress.throwIfStopped();
        if (!parts[i].vertices.empty()) {
            parts[i].inside = layout(subgraph(graph, parts[i].vertices), inner, {{}, progress.stop});
            centre(parts[i]);
        }
        progress.tell(static_cast<double>(i + 1) / static_cast<double>(parts.size() + 1));
    }

    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (v < graph.neighbours[arc] && groups[v] != groups[graph.neighbours[arc]]) {
                sources.push_back(groups[v]);
                targets.push_back(groups[graph.neighbours[arc]]);
                weights.push_back(graph.weights[arc]);
            }
        }
    }
    const std::vector<Point> centres =
        layout(makeLayoutGraph(count, sources, targets, weights, {}), inner, {{}, progress.stop});
    double meanRadius = 0;
    for (const Group& part : parts) {
        meanRadius += part.radius / std::max(1.0, static_cast<double>(count));
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double scale = 2 * meanRadius + groupGap;
        parts[i].centre = {centres[i].x * scale, centres[i].y * scale};
    }
    pushApart(parts);
    std::vector<Point> positions(graph.vertexCount());
    for (Group& part : parts) {
        face(part, graph, parts, groups);
        for (std::size_t i = 0; i < part.vertices.size(); ++i) {
            positions[part.vertices[i]] = {part.centre.x + part.inside[i].x,
                                           part.centre.y + part.inside[i].y};
        }
    }
    return positions;
}

} // namespace entente
