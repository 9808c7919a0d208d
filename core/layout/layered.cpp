#include "core/layout/layered.h"

#include "core/layout/components.h"
#include "core/layout/concentric.h"
#include "core/layout/geometry.h"
#include "core/layout/heights.h"
#include "core/layout/place_below.h"
#include "core/layout/refinement.h"
#include "core/layout/spacing.h"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

// What a vertex has of the picture, and the picture's width over its height.
constexpr double areaEach = 2.3;
constexpr double aspect = 2.5;

/// How large the picture is meant to be, and how many vertices may stand above one another.
struct Frame {
    double width = 0;
    double height = 0;
    double column = 1;
};

Frame frameFor(std::size_t count) {
    Frame frame;
    frame.width = std::max(6.0, std::sqrt(aspect * areaEach * static_cast<double>(count)));
    frame.height = frame.width / aspect;
    frame.column = std::max(2.0, 0.6 * frame.height / heightBetween);
    return frame;
}

/// x of those with a time, in proportion to it, crowds pushed apart; `x` of the others stays.
void placeDated(const std::vector<double>& times, const std::vector<std::uint32_t>& dated,
                const Frame& frame, double column, std::vector<double>& x) {
    // Halves, since the greatest numbers have differences beyond them.
    const double first = times[dated.front()] / 2;
    const double span = times[dated.back()] / 2 - first;
    struct Moment {
        std::size_t begin = 0;
        std::size_t end = 0;
        double extent = 0;
    };
    std::vector<Moment> moments;
    std::vector<double> wanted;
    for (std::size_t i = 0; i < dated.size(); ++i) {
        if (i == 0 || times[dated[i]] != times[dated[i - 1]]) {
            const double part = span > 0 ? (times[dated[i]] / 2 - first) / span : 0.5;
            wanted.push_back(frame.width * part);
            moments.push_back({i, i, 0});
        }
        moments.back().end = i + 1;
    }
    for (Moment& moment : moments) {
        const double columns = static_cast<double>(moment.end - moment.begin) / column;
        moment.extent = leastWidthBetween * (columns > 1 ? std::ceil(columns) : columns);
    }
    std::vector<double> gaps;
    for (std::size_t i = 1; i < moments.size(); ++i) {
        gaps.push_back((moments[i - 1].extent + moments[i].extent) / 2);
    }
    const std::vector<double> middles = spaced(wanted, gaps);
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const Moment& moment = moments[i];
        const auto columns = static_cast<std::size_t>(
            std::max(1.0, std::ceil(static_cast<double>(moment.end - moment.begin) / column)));
        for (std::size_t j = moment.begin; j < moment.end; ++j) {
            const auto own = static_cast<double>((j - moment.begin) % columns);
            x[dated[j]] =
                middles[i] + leastWidthBetween * (own - static_cast<double>(columns - 1) / 2);
        }
    }
}

/// Gives vertices without an x the median of their neighbours', those nearest to a dated one first;
/// gives these vertices.
std::vector<std::uint32_t> placeByNeighbours(const LayoutGraph& graph, std::vector<double>& x) {
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> placed;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        if (std::isfinite(x[v])) {
            placed.push_back(v);
        }
    }
    while (!placed.empty()) {
        std::vector<std::uint32_t> reached;
        for (const std::uint32_t v : placed) {
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                if (!std::isfinite(x[graph.neighbours[arc]])) {
                    reached.push_back(graph.neighbours[arc]);
                }
            }
        }
        std::ranges::sort(reached);
        reached.erase(std::ranges::unique(reached).begin(), reached.end());
        std::vector<double> medians;
        for (const std::uint32_t v : reached) {
            std::vector<double> around;
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                if (std::isfinite(x[graph.neighbours[arc]])) {
                    around.push_back(x[graph.neighbours[arc]]);
                }
            }
            std::ranges::sort(around);
            medians.push_back((around[(around.size() - 1) / 2] + around[around.size() / 2]) / 2);
        }
        for (std::size_t i = 0; i < reached.size(); ++i) {
            x[reached[i]] = medians[i];
        }
        all.insert(all.end(), reached.begin(), reached.end());
        placed = std::move(reached);
    }
    return all;
}

} // namespace

std::vector<Point> layeredLayout(const LayoutGraph& graph, const std::vector<double>& times,
                                 std::uint64_t seed, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    std::vector<std::uint32_t> dated;
    for (std::uint32_t v = 0; v < std::min(n, times.size()); ++v) {
        if (std::isfinite(times[v])) {
            dated.push_back(v);
        }
    }
    if (dated.empty()) {
        return concentricLayout(graph, {}, progress);
    }
    std::ranges::stable_sort(dated, {}, [&](std::uint32_t v) { return times[v]; });
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> x(n, unknown);
    for (const std::uint32_t v : dated) {
        x[v] = 0;
    }
    // Which vertices have a place in time, and so how large the picture is, is known before x.
    std::vector<double> reach = x;
    std::vector<std::uint32_t> undated = placeByNeighbours(graph, reach);
    const std::size_t count = dated.size() + undated.size();
    const Frame frame = frameFor(count);
    const double share = static_cast<double>(dated.size()) / static_cast<double>(count);
    placeDated(times, dated, frame, std::max(1.0, frame.column * share), x);
    undated = placeByNeighbours(graph, x);
    std::ranges::stable_sort(undated, {}, [&](std::uint32_t v) { return x[v]; });
    std::vector<double> wanted(undated.size());
    std::ranges::transform(undated, wanted.begin(), [&](std::uint32_t v) { return x[v]; });
    wanted = spaced(wanted, leastWidthBetween / std::max(1.0, frame.column * (1 - share)));
    for (std::size_t i = 0; i < undated.size(); ++i) {
        x[undated[i]] = wanted[i];
    }

    std::vector<std::uint32_t> inTime;
    std::vector<double> xInTime;
    for (std::uint32_t v = 0; v < n; ++v) {
        if (std::isfinite(x[v])) {
            inTime.push_back(v);
            xInTime.push_back(x[v]);
        }
    }
    const LayoutGraph part = inTime.size() == n ? graph : subgraph(graph, inTime);
    const std::vector<double> y = heightsFor(part, xInTime, frame.height, seed, progress);
    std::vector<Point> positions(n, {unknown, unknown});
    for (std::size_t i = 0; i < inTime.size(); ++i) {
        positions[inTime[i]] = {xInTime[i], y[i]};
    }
    placeBelow(graph, positions, progress);
    return positions;
}

} // namespace entente
