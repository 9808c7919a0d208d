#include "core/layout/concentric.h"

#include "core/layout/components.h"
#include "core/layout/edge_trouble.h"
#include "core/layout/geometry.h"
#include "core/layout/rings.h"
#include "core/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace entente {

namespace {

constexpr double turn = 2 * std::numbers::pi;
// What counting every crossing may cost, in pairs of edges looked at.
constexpr double mostPairsOfEdges = 4e6;
constexpr double mostMoves = 60e6;
constexpr int mostSweeps = 16;

std::vector<std::uint32_t> validCentres(const LayoutGraph& graph,
                                        const std::vector<std::uint32_t>& centres) {
    const auto n = static_cast<std::uint32_t>(graph.vertexCount());
    std::vector<std::uint32_t> valid;
    std::vector<bool> known(n, false);
    for (const std::uint32_t centre : centres) {
        if (centre < n && !known[centre]) {
            known[centre] = true;
            valid.push_back(centre);
        }
    }
    if (valid.empty()) {
        std::uint32_t hub = 0;
        for (std::uint32_t v = 1; v < n; ++v) {
            if (graph.offsets[v + 1] - graph.offsets[v] >
                graph.offsets[hub + 1] - graph.offsets[hub]) {
                hub = v;
            }
        }
        valid.push_back(hub);
    }
    return valid;
}

/// Moves the vertices of a ring towards their neighbours, which count as `inwards`, `along` and
/// `outwards` say.
void sweepRing(const LayoutGraph& graph, Rings& rings, std::size_t ring, double inwards,
               double along, double outwards) {
    constexpr double own = 0.05;
    const std::size_t begin = rings.starts[ring];
    const std::size_t n = rings.size(ring);
    std::vector<double> wanted(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t v = rings.order[begin + i];
        const Point before{std::cos(rings.angles[v]), std::sin(rings.angles[v])};
        Point sum;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (rings.radii[rings.depth[other]] > 0) {
                const double weight = rings.depth[other] < ring   ? inwards
                                      : rings.depth[other] > ring ? outwards
                                                                  : along;
                sum = {sum.x + weight * std::cos(rings.angles[other]),
                       sum.y + weight * std::sin(rings.angles[other])};
            }
        }
        sum = {sum.x + own * before.x, sum.y + own * before.y};
        wanted[i] = length(sum) < 1e-6 ? rings.angles[v] : std::atan2(sum.y, sum.x);
    }
    const std::vector<double> angles = spacedOnCircle(wanted, rings.gaps[ring]);
    for (std::size_t i = 0; i < n; ++i) {
        rings.angles[rings.order[begin + i]] = angles[i];
    }
}

std::vector<Point> placesOf(const Rings& rings) {
    std::vector<Point> positions(rings.angles.size());
    for (const std::uint32_t v : rings.order) {
        positions[v] = rings.place(v);
    }
    return positions;
}

/// Crossings among some of the edges, spread over all of them.
double sampledCrossings(const std::vector<Segment>& segments, const std::vector<Point>& positions) {
    constexpr std::size_t most = 1500;
    const std::size_t step = segments.size() / most + 1;
    double crossings = 0;
    for (std::size_t i = 0; i < segments.size(); i += step) {
        const Segment& one = segments[i];
        for (std::size_t j = 0; j < i; j += step) {
            const Segment& two = segments[j];
            if (one.a != two.a && one.a != two.b && one.b != two.a && one.b != two.b) {
                crossings += segmentsCross(positions[one.a], positions[one.b], positions[two.a],
                                           positions[two.b])
                                 ? 1
                                 : 0;
            }
        }
    }
    return crossings;
}

/// Lets vertices of a ring change places, or go to a free one, where that mends the picture.
void improve(const EdgeTrouble& trouble, Rings& rings, int rounds, const Progress& progress) {
    for (double& angle : rings.angles) {
        angle = std::remainder(angle, turn);
    }
    std::vector<Point> positions = placesOf(rings);
    const auto moveTo = [&](std::uint32_t v, double angle) {
        rings.angles[v] = std::remainder(angle, turn);
        positions[v] = rings.place(v);
    };
    bool improved = true;
    for (int round = 0; round < rounds && improved; ++round) {
        improved = false;
        for (std::size_t ring = 0; ring < rings.count(); ++ring) {
            const std::size_t n = rings.size(ring);
            if (n < 2) {
                continue;
            }
            std::vector<std::uint32_t> around(rings.order.begin() + rings.starts[ring],
                                              rings.order.begin() + rings.starts[ring + 1]);
            std::ranges::stable_sort(around, {}, [&](std::uint32_t v) { return rings.angles[v]; });
            for (std::size_t i = 0; i < n; ++i) {
                progress.throwIfStopped();
                const std::uint32_t u = around[i];
                for (std::size_t step = 1; step <= std::min<std::size_t>(4, n - 1); ++step) {
                    const std::size_t at = (i + step) % n;
                    const std::uint32_t v = around[at];
                    if (u == v) {
                        continue;
                    }
                    const double before = trouble.of(u, positions) + trouble.of(v, positions, u);
                    const double angleOfU = rings.angles[u];
                    const double angleOfV = rings.angles[v];
                    moveTo(u, angleOfV);
                    moveTo(v, angleOfU);
                    if (trouble.of(u, positions) + trouble.of(v, positions, u) < before - 1e-6) {
                        std::swap(around[i], around[at]);
                        improved = true;
                        break;
                    }
                    moveTo(u, angleOfU);
                    moveTo(v, angleOfV);
                }
            }
            // Half-way between two that stand wide apart there is room for one more.
            for (std::size_t i = 0; i < n; ++i) {
                const double from = rings.angles[around[i]];
                double to = rings.angles[around[(i + 1) % n]];
                to += i + 1 == n ? turn : 0;
                const double least =
                    2 * std::asin(std::min(1.0, leastOnRing / (2 * rings.radii[ring])));
                if (to - from < 2 * least) {
                    continue;
                }
                std::uint32_t best = Rings::nobody;
                double gain = 1e-6;
                for (std::size_t j = 0; j < n; ++j) {
                    const std::uint32_t v = around[j];
                    if (j == i || j == (i + 1) % n) {
                        continue;
                    }
                    const double angle = rings.angles[v];
                    const double before = trouble.of(v, positions);
                    moveTo(v, (from + to) / 2);
                    const double less = before - trouble.of(v, positions);
                    moveTo(v, angle);
                    if (less > gain) {
                        gain = less;
                        best = v;
                    }
                }
                if (best != Rings::nobody) {
                    moveTo(best, (from + to) / 2);
                    improved = true;
                    std::ranges::stable_sort(around, {},
                                             [&](std::uint32_t v) { return rings.angles[v]; });
                }
            }
        }
    }
}

/// A picture of what the centres reach, which is all of the graph.
std::vector<Point> picture(const LayoutGraph& graph, const std::vector<std::uint32_t>& centres,
                           const Progress& progress) {
    if (graph.vertexCount() == 1) {
        return {{0, 0}};
    }
    Rings rings = ringsFrom(graph, centres);
    chooseRadii(rings, leastOnRing, leastBetweenRings);
    shareSectors(graph, rings, progress);
    const auto n = static_cast<double>(graph.vertexCount());
    const double m = static_cast<double>(graph.neighbours.size()) / 2;
    const EdgeTrouble trouble(graph);
    const std::vector<Segment> segments = segmentsOf(graph);
    const bool countsAll = m * (n + m) <= mostPairsOfEdges;
    std::vector<double> best;
    double least = std::numeric_limits<double>::infinity();
    const auto keepIfBetter = [&] {
        const std::vector<Point> positions = placesOf(rings);
        const double cost =
            countsAll ? trouble.total(positions) : sampledCrossings(segments, positions);
        if (cost < least) {
            least = cost;
            best = rings.angles;
        }
    };
    // Sectors alone cross no edge of a tree; what the sweeps find must be better.
    for (std::size_t ring = 0; ring < rings.count(); ++ring) {
        sweepRing(graph, rings, ring, 0, 0, 0);
    }
    keepIfBetter();
    for (int sweep = 0; sweep < mostSweeps && least > 0; ++sweep) {
        for (std::size_t i = 0; i < rings.count(); ++i) {
            progress.throwIfStopped();
            if (sweep % 2 == 0) {
                sweepRing(graph, rings, i, 1, 0.4, 0.2);
            } else {
                sweepRing(graph, rings, rings.count() - 1 - i, 0.2, 0.4, 1);
            }
        }
        keepIfBetter();
        progress.tell(0.6 * (sweep + 1) / mostSweeps);
    }
    rings.angles = best;
    const double round = 80 * m * (n + m);
    improve(trouble, rings, static_cast<int>(std::min(12.0, mostMoves / round)), progress);
    return placesOf(rings);
}

/// What the centres do not reach, connected vertices after one another.
std::vector<std::uint32_t> others(const LayoutGraph& graph, const Rings& rings) {
    std::vector<std::uint32_t> found;
    std::vector<bool> seen(graph.vertexCount(), false);
    for (std::uint32_t start = 0; start < graph.vertexCount(); ++start) {
        if (rings.depth[start] != Rings::nobody || seen[start]) {
            continue;
        }
        seen[start] = true;
        found.push_back(start);
        for (std::size_t next = found.size() - 1; next < found.size(); ++next) {
            const std::uint32_t v = found[next];
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = graph.neighbours[arc];
                if (!seen[other]) {
                    seen[other] = true;
                    found.push_back(other);
                }
            }
        }
    }
    return found;
}

/// Puts the parts that the centres do not reach beside what they reach, each around its own middle.
void placeBeside(const LayoutGraph& graph, const std::vector<std::uint32_t>& reached,
                 const std::vector<std::uint32_t>& rest, std::vector<Point>& positions,
                 const Progress& progress) {
    Bounds all;
    for (const std::uint32_t v : reached) {
        all.add(positions[v]);
    }
    std::vector<Bounds> bounds{all};
    std::vector<PackedRectangle> frames{{all.width(), all.height(), 0, 0}};
    const std::vector<Component> parts = components(subgraph(graph, rest));
    for (const Component& part : parts) {
        const std::vector<Point> inside =
            picture(part.graph, validCentres(part.graph, {}), {{}, progress.stop});
        for (std::size_t i = 0; i < inside.size(); ++i) {
            positions[rest[part.vertices[i]]] = inside[i];
        }
        bounds.push_back(boundsOf(inside));
        frames.push_back({bounds.back().width(), bounds.back().height(), 0, 0});
    }
    packRectangles(frames);
    const auto shift = [&](std::uint32_t v, std::size_t frame) {
        positions[v] = {positions[v].x - bounds[frame].left + frames[frame].left,
                        positions[v].y - bounds[frame].top + frames[frame].top};
    };
    for (const std::uint32_t v : reached) {
        shift(v, 0);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const std::uint32_t v : parts[i].vertices) {
            shift(rest[v], i + 1);
        }
    }
}

} // namespace

std::vector<Point> concentricLayout(const LayoutGraph& graph,
                                    const std::vector<std::uint32_t>& centres,
                                    const Progress& progress) {
    if (graph.vertexCount() == 0) {
        return {};
    }
    std::vector<std::uint32_t> middle = validCentres(graph, centres);
    const Rings rings = ringsFrom(graph, middle);
    const std::vector<std::uint32_t> rest = others(graph, rings);
    if (rest.empty()) {
        return picture(graph, middle, progress);
    }
    std::vector<std::uint32_t> number(graph.vertexCount(), Rings::nobody);
    for (std::uint32_t i = 0; i < rings.order.size(); ++i) {
        number[rings.order[i]] = i;
    }
    std::ranges::transform(middle, middle.begin(), [&](std::uint32_t v) { return number[v]; });
    const std::vector<Point> reached = picture(subgraph(graph, rings.order), middle, progress);
    std::vector<Point> positions(graph.vertexCount());
    for (std::size_t i = 0; i < reached.size(); ++i) {
        positions[rings.order[i]] = reached[i];
    }
    double radius = 1.5 * leastBetweenRings;
    for (const Point& point : reached) {
        radius = std::max(radius, length(point) + 1.5 * leastBetweenRings);
    }
    // A few stand together at the foot of the ring.
    constexpr double step = 1.3 * leastOnRing;
    const auto count = static_cast<double>(rest.size());
    if (count * step <= turn * radius) {
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const double angle =
                turn / 4 - step / radius * (static_cast<double>(i) - (count - 1) / 2);
            positions[rest[i]] = {radius * std::cos(angle), radius * std::sin(angle)};
        }
        return positions;
    }
    placeBeside(graph, rings.order, rest, positions, progress);
    return positions;
}

} // namespace entente
