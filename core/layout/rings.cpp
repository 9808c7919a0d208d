#include "core/layout/rings.h"

#include "core/layout/circular.h"
#include "core/layout/geometry.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace entente {

namespace {

constexpr double turn = 2 * std::numbers::pi;
constexpr std::uint32_t nobody = Rings::nobody;

/// The radius on which that many stand `distance` apart.
double radiusFor(std::size_t count, double distance) {
    return count < 2 ? 0 : distance / (2 * std::sin(std::numbers::pi / static_cast<double>(count)));
}

/// The innermost ring that has angles: one centre has none.
std::size_t firstRing(const Rings& rings) {
    return rings.size(0) > 1 || rings.count() == 1 ? 0 : 1;
}

/// The order of the vertices of the innermost ring with angles: around a circle by the edges
/// between all that hangs on them.
std::vector<std::uint32_t> firstOrder(const LayoutGraph& graph, const Rings& rings,
                                      const Progress& progress) {
    const std::size_t ring = firstRing(rings);
    const std::uint32_t begin = rings.starts[ring];
    const std::uint32_t end = rings.starts[ring + 1];
    std::vector<std::uint32_t> branch(graph.vertexCount(), nobody);
    for (std::uint32_t i = begin; i < rings.order.size(); ++i) {
        const std::uint32_t v = rings.order[i];
        branch[v] = i < end ? i - begin : branch[rings.parent[v]];
    }
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    for (const Segment& segment : segmentsOf(graph)) {
        const std::uint32_t a = branch[segment.a];
        const std::uint32_t b = branch[segment.b];
        if (a != b && a != nobody && b != nobody) {
            sources.push_back(a);
            targets.push_back(b);
        }
    }
    std::vector<std::uint32_t> first(rings.order.begin() + begin, rings.order.begin() + end);
    if (sources.empty()) {
        return first;
    }
    const std::vector<Point> around =
        circularLayout(makeLayoutGraph(end - begin, sources, targets, {}, {}), progress);
    std::vector<std::uint32_t> order(first.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {},
                             [&](std::uint32_t i) { return std::atan2(around[i].y, around[i].x); });
    std::ranges::transform(order, order.begin(), [&](std::uint32_t i) { return first[i]; });
    return order;
}

} // namespace

Rings ringsFrom(const LayoutGraph& graph, const std::vector<std::uint32_t>& centres) {
    Rings rings;
    rings.depth.assign(graph.vertexCount(), nobody);
    rings.parent.assign(graph.vertexCount(), nobody);
    rings.angles.assign(graph.vertexCount(), 0);
    rings.order = centres;
    for (const std::uint32_t centre : centres) {
        rings.depth[centre] = 0;
    }
    rings.starts = {0};
    for (std::uint32_t next = 0; next < rings.order.size(); ++next) {
        const std::uint32_t v = rings.order[next];
        if (rings.depth[v] == rings.starts.size()) {
            rings.starts.push_back(next);
        }
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (rings.depth[other] == nobody) {
                rings.depth[other] = rings.depth[v] + 1;
                rings.parent[other] = v;
                rings.order.push_back(other);
            }
        }
    }
    rings.starts.push_back(static_cast<std::uint32_t>(rings.order.size()));
    return rings;
}

void chooseRadii(Rings& rings, double onRing, double between) {
    // Crowded rings keep some room to choose where on the ring.
    constexpr double slack = 1.12;
    rings.radii.assign(rings.count(), 0);
    rings.radii[0] = radiusFor(rings.size(0), onRing * slack);
    double before = rings.radii[0];
    for (std::size_t ring = 1; ring < rings.count(); ++ring) {
        // From crowded rings edges run far round: the next must not be in their way.
        const double need = radiusFor(rings.size(ring), onRing * slack);
        const double gap = std::max(between, 0.15 * std::max(need, before));
        rings.radii[ring] = std::max(rings.radii[ring - 1] + gap, need);
        before = need;
    }
    // Inside a wide ring the others are not left huddled in the middle.
    for (std::size_t ring = rings.count() - 1; ring > 1; --ring) {
        const auto number = static_cast<double>(ring);
        rings.radii[ring - 1] =
            std::max(rings.radii[ring - 1], 0.8 * (number - 1) / number * rings.radii[ring]);
    }
    rings.gaps.assign(rings.count(), turn);
    for (std::size_t ring = 0; ring < rings.count(); ++ring) {
        const double radius = rings.radii[ring];
        if (rings.size(ring) > 1) {
            constexpr double wantedOnRing = 1.5;
            const double even = turn / static_cast<double>(rings.size(ring));
            const double least = 2 * std::asin(std::min(1.0, onRing / (2 * radius)));
            rings.gaps[ring] =
                std::clamp(wantedOnRing / radius, least, std::max(least, 0.85 * even));
        }
    }
}

void shareSectors(const LayoutGraph& graph, Rings& rings, const Progress& progress) {
    std::vector<double> need(graph.vertexCount(), 0);
    std::vector<double> childrensNeed(graph.vertexCount(), 0);
    for (std::size_t i = rings.order.size(); i-- > 0;) {
        const std::uint32_t v = rings.order[i];
        need[v] = std::max(childrensNeed[v], 1 / std::max(1.0, rings.radii[rings.depth[v]]));
        if (rings.parent[v] != nobody) {
            childrensNeed[rings.parent[v]] += need[v];
        }
    }
    const std::vector<std::uint32_t> first = firstOrder(graph, rings, progress);
    double all = 0;
    for (const std::uint32_t v : first) {
        all += need[v];
    }
    std::vector<double> width(graph.vertexCount(), 0);
    std::vector<double> taken(graph.vertexCount(), 0); ///< up to where children have sectors
    const auto give = [&](std::uint32_t v, double& from, double share) {
        width[v] = share;
        taken[v] = from;
        rings.angles[v] = from + share / 2;
        from += share;
    };
    // The first points upwards.
    double next = -turn / 4 - turn * need[first.front()] / all / 2;
    for (const std::uint32_t v : first) {
        give(v, next, turn * need[v] / all);
    }
    for (std::size_t i = rings.starts[firstRing(rings) + 1]; i < rings.order.size(); ++i) {
        const std::uint32_t v = rings.order[i];
        const std::uint32_t parent = rings.parent[v];
        give(v, taken[parent], width[parent] * need[v] / childrensNeed[parent]);
    }
}

} // namespace entente
