#include "core/layout/grouped.h"

#include "core/layout/components.h"
#include "core/layout/frame.h"
#include "core/layout/geometry.h"
#include "core/layout/overlap.h"
#include "core/layout/picture.h"
#include "core/layout/stress.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <ranges>
#include <unordered_map>

namespace entente {

namespace {

struct Group {
    std::vector<std::uint32_t> vertices;
    std::vector<Point> inside; ///< around the group's centre
    double radius = 0;
    Point centre;
};

constexpr double groupGap = 1.6;
// Groups are moved together only where they have up to this many vertices in all.
constexpr std::size_t mostTightened = 1500;
// Above this, groups are arranged as vertices of one size.
constexpr std::size_t mostForPairs = 400;

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

/// Circles are pushed apart until none overlaps.
void pushApart(std::vector<Group>& groups) {
    if (groups.size() > mostForPairs) {
        std::vector<Point> centres(groups.size());
        double largest = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            centres[i] = groups[i].centre;
            largest = std::max(largest, groups[i].radius);
        }
        makeRoom(centres, 2 * largest + groupGap);
        separate(centres, 2 * largest + groupGap, 2 * largest + groupGap, {}, 20);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            groups[i].centre = centres[i];
        }
        return;
    }
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

/// Turns a group, or mirrors it, so that its vertices come nearest to what they are tied to
/// outside.
void face(Group& group, const LayoutGraph& graph, const std::vector<Group>& groups,
          const std::vector<std::uint32_t>& groupOf) {
    constexpr int turns = 24;
    const auto turned = [](const Point& p, int turn) {
        const double angle = 2 * std::numbers::pi * (turn % turns) / turns;
        const double y = turn < turns ? p.y : -p.y;
        return Point{p.x * std::cos(angle) - y * std::sin(angle),
                     p.x * std::sin(angle) + y * std::cos(angle)};
    };
    std::vector<std::pair<std::size_t, std::uint32_t>> ties;
    for (std::size_t i = 0; i < group.vertices.size(); ++i) {
        const std::uint32_t v = group.vertices[i];
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = groupOf[graph.neighbours[arc]];
            if (other != groupOf[v]) {
                ties.emplace_back(i, other);
            }
        }
    }
    double best = std::numeric_limits<double>::infinity();
    int bestTurn = 0;
    for (int turn = 0; turn < 2 * turns && !ties.empty(); ++turn) {
        double cost = 0;
        for (const auto& [i, other] : ties) {
            const Point p = turned(group.inside[i], turn);
            cost += std::hypot(group.centre.x + p.x - groups[other].centre.x,
                               group.centre.y + p.y - groups[other].centre.y);
        }
        if (cost < best - 1e-9) {
            best = cost;
            bestTurn = turn;
        }
    }
    for (Point& p : group.inside) {
        p = turned(p, bestTurn);
    }
}

/// The graph inside each group, in one pass over all.
std::vector<LayoutGraph> innerGraphs(const LayoutGraph& graph, const std::vector<Group>& groups,
                                     const std::vector<std::uint32_t>& groupOf) {
    std::vector<std::uint32_t> number(graph.vertexCount());
    std::vector<LayoutGraph> inner(groups.size());
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        LayoutGraph& own = inner[group];
        for (std::uint32_t i = 0; i < groups[group].vertices.size(); ++i) {
            number[groups[group].vertices[i]] = i;
        }
        for (const std::uint32_t v : groups[group].vertices) {
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = graph.neighbours[arc];
                if (groupOf[other] == group) {
                    own.neighbours.push_back(number[other]);
                    own.weights.push_back(graph.weights[arc]);
                    own.signs.push_back(graph.signs[arc]);
                }
            }
            own.offsets.push_back(static_cast<std::uint32_t>(own.neighbours.size()));
        }
    }
    return inner;
}

/// The groups as vertices, tied where their members are. The more ties for their sizes, the
/// heavier.
LayoutGraph groupGraph(const LayoutGraph& graph, const std::vector<Group>& groups,
                       const std::vector<std::uint32_t>& groupOf) {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t one = groupOf[v];
            const std::uint32_t two = groupOf[graph.neighbours[arc]];
            if (v < graph.neighbours[arc] && one != two) {
                const auto sizes =
                    static_cast<float>(groups[one].vertices.size() * groups[two].vertices.size());
                sources.push_back(one);
                targets.push_back(two);
                weights.push_back(graph.weights[arc] / sizes);
            }
        }
    }
    return makeLayoutGraph(groups.size(), sources, targets, weights, {});
}

/// Places the groups of one connected part of the graph of groups.
void arrange(const Component& island, std::vector<Group>& parts, std::uint64_t seed,
             const Progress& progress) {
    if (island.vertices.size() < 2) {
        return;
    }
    const LayoutGraph& ties = island.graph;
    std::vector<Group> groups;
    for (const std::uint32_t group : island.vertices) {
        groups.push_back(std::move(parts[group]));
    }
    std::vector<Point> centres;
    if (groups.size() <= mostForPairs) {
        // The circles of a pair should about touch: what is tied more comes nearer.
        std::vector<float> lengths = wantedLengths(ties);
        for (std::uint32_t v = 0; v < groups.size(); ++v) {
            for (std::uint32_t arc = ties.offsets[v]; arc < ties.offsets[v + 1]; ++arc) {
                const double room = groups[v].radius + groups[ties.neighbours[arc]].radius;
                lengths[arc] = static_cast<float>((room + groupGap) *
                                                  std::clamp<double>(lengths[arc], 0.9, 1.3));
            }
        }
        centres = pivotScaling(ties, lengths, seed);
        minimiseStress(allDistances(ties, lengths), centres, {}, StressStart::Rough, seed,
                       progress);
    } else {
        LayoutOptions options;
        options.algorithm = LayoutAlgorithm::Force;
        options.seed = seed;
        centres = connectedPicture(ties, options, {}, {}, progress);
    }
    turnToFit(centres);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i].centre = centres[i];
    }
    pushApart(groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        parts[island.vertices[i]] = std::move(groups[i]);
    }
}

/// Groups by the order of their numbers, which need not be dense; `groupOf` becomes dense.
std::vector<Group> gather(std::vector<std::uint32_t>& groupOf) {
    std::vector<std::uint32_t> numbers = groupOf;
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    std::vector<Group> groups(numbers.size());
    for (std::uint32_t v = 0; v < groupOf.size(); ++v) {
        groupOf[v] = static_cast<std::uint32_t>(std::ranges::lower_bound(numbers, groupOf[v]) -
                                                numbers.begin());
        groups[groupOf[v]].vertices.push_back(v);
    }
    return groups;
}

/// Where the vertices of a group are.
std::vector<Point> placesIn(const Group& group, const Point& centre) {
    std::vector<Point> places;
    places.reserve(group.inside.size());
    for (const Point& p : group.inside) {
        places.push_back({centre.x + p.x, centre.y + p.y});
    }
    return places;
}

/// Whether some straight strip as wide as the gap runs between two convex outlines.
bool stripBetween(const std::vector<Point>& one, const std::vector<Point>& two) {
    const auto parts = [&](const Point& direction) {
        const double size = length(direction);
        if (size < 1e-9) {
            return false;
        }
        const Point across{-direction.y / size, direction.x / size};
        const auto along = [&across](const Point& p) { return dot(across, p); };
        const auto [low, high] = std::ranges::minmax(one | std::views::transform(along));
        const auto [otherLow, otherHigh] = std::ranges::minmax(two | std::views::transform(along));
        return otherLow - high >= groupGap || low - otherHigh >= groupGap;
    };
    for (const std::vector<Point>* outline : {&one, &two}) {
        for (std::size_t i = 0; i < outline->size(); ++i) {
            if (parts(minus((*outline)[(i + 1) % outline->size()], (*outline)[i]))) {
                return true;
            }
        }
    }
    const Point between = minus(two.front(), one.front());
    return parts({-between.y, between.x});
}

/// Brings groups nearer to the middle of all as long as a straight strip parts each two: circles
/// around groups leave more room than they need.
void tighten(std::vector<Group>& groups, const std::vector<std::uint32_t>& chosen) {
    Point middle;
    std::size_t count = 0;
    for (const std::uint32_t g : chosen) {
        const auto size = static_cast<double>(groups[g].vertices.size());
        middle = {middle.x + groups[g].centre.x * size, middle.y + groups[g].centre.y * size};
        count += groups[g].vertices.size();
    }
    if (chosen.size() < 2 || count > mostTightened) {
        return;
    }
    middle = {middle.x / static_cast<double>(count), middle.y / static_cast<double>(count)};
    std::unordered_map<std::uint32_t, std::vector<Point>> outlines;
    for (const std::uint32_t g : chosen) {
        outlines.emplace(g, convexHull(groups[g].inside));
    }
    const auto outlineAt = [&outlines](std::uint32_t g, const Point& centre) {
        std::vector<Point> outline = outlines.at(g);
        for (Point& p : outline) {
            p = {p.x + centre.x, p.y + centre.y};
        }
        return outline;
    };
    std::vector<std::uint32_t> order = chosen;
    const auto away = [&](std::uint32_t g) { return length(minus(groups[g].centre, middle)); };
    std::ranges::stable_sort(order, {}, away);
    constexpr double step = 0.25;
    constexpr int rounds = 60;
    bool moved = true;
    for (int round = 0; round < rounds && moved; ++round) {
        moved = false;
        for (const std::uint32_t g : order) {
            const double far = away(g);
            if (far < step) {
                continue;
            }
            const Point in{(middle.x - groups[g].centre.x) / far * step,
                           (middle.y - groups[g].centre.y) / far * step};
            // Straight in, else sideways past what stands there.
            for (const Point& move : {in, Point{in.x, 0}, Point{0, in.y}}) {
                const Point there{groups[g].centre.x + move.x, groups[g].centre.y + move.y};
                if (length(move) < 0.2 * step) {
                    continue;
                }
                const std::vector<Point> outline = outlineAt(g, there);
                if (std::ranges::all_of(chosen, [&](std::uint32_t other) {
                        return other == g ||
                               length(minus(there, groups[other].centre)) >
                                   groups[g].radius + groups[other].radius + groupGap ||
                               stripBetween(outline, outlineAt(other, groups[other].centre));
                    })) {
                    groups[g].centre = there;
                    moved = true;
                    break;
                }
            }
        }
    }
}

} // namespace

std::vector<Point> groupedLayout(const LayoutGraph& graph, const std::vector<std::uint32_t>& groups,
                                 std::uint64_t seed, const Progress& progress) {
    std::vector<std::uint32_t> groupOf = groups;
    groupOf.resize(graph.vertexCount(), 0);
    std::vector<Group> parts = gather(groupOf);
    const std::vector<LayoutGraph> inner = innerGraphs(graph, parts, groupOf);
    LayoutOptions faithful;
    faithful.seed = seed;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        progress.throwIfStopped();
        parts[i].inside = packedPicture(inner[i], faithful, {}, {{}, progress.stop});
        centre(parts[i]);
        progress.tell(0.9 * static_cast<double>(i + 1) / static_cast<double>(parts.size()));
    }

    // Groups that nothing ties to the others stand beside them.
    const std::vector<Component> islands = components(groupGraph(graph, parts, groupOf));
    std::vector<PackedRectangle> frames;
    std::vector<Bounds> bounds;
    for (const Component& island : islands) {
        arrange(island, parts, seed, {{}, progress.stop});
        for (const std::uint32_t group : island.vertices) {
            face(parts[group], graph, parts, groupOf);
        }
        tighten(parts, island.vertices);
        bounds.emplace_back();
        for (const std::uint32_t group : island.vertices) {
            for (const Point& place : placesIn(parts[group], parts[group].centre)) {
                bounds.back().add(place);
            }
        }
        frames.push_back({bounds.back().width(), bounds.back().height(), 0, 0});
    }
    packRectangles(frames);
    std::vector<Point> positions(graph.vertexCount());
    for (std::size_t i = 0; i < islands.size(); ++i) {
        for (const std::uint32_t group : islands[i].vertices) {
            const Group& part = parts[group];
            const std::vector<Point> places =
                placesIn(part, {part.centre.x + frames[i].left - bounds[i].left,
                                part.centre.y + frames[i].top - bounds[i].top});
            for (std::size_t j = 0; j < places.size(); ++j) {
                positions[part.vertices[j]] = places[j];
            }
        }
    }
    progress.tell(1);
    return positions;
}

} // namespace entente
