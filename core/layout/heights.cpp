#include "core/layout/heights.h"

#include "core/layout/edge_trouble.h"
#include "core/layout/geometry.h"
#include "core/layout/random.h"
#include "core/layout/refinement.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

constexpr int mostStarts = 8;
constexpr std::size_t mostImproved = 4;
constexpr int mostSweeps = 40;
// What counting every crossing may cost, in pairs of edges looked at, and what single moves may.
constexpr double mostPairsOfEdges = 4e6;
constexpr double mostMoves = 150e6;

std::vector<std::uint32_t> orderOf(const std::vector<double>& values) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t v) { return values[v]; });
    return order;
}

/// The value nearest to `wanted` that is `least` away from all of `taken`, which ascend.
double nearestFree(const std::vector<double>& taken, double wanted, double least) {
    const double enough = least * (1 - 1e-9);
    double above = wanted;
    for (auto at = std::ranges::lower_bound(taken, wanted - least); at != taken.end(); ++at) {
        if (*at - above >= enough) {
            break;
        }
        above = std::max(above, *at + least);
    }
    double below = wanted;
    for (auto at = std::ranges::upper_bound(taken, wanted + least); at != taken.begin();) {
        --at;
        if (below - *at >= enough) {
            break;
        }
        below = std::min(below, *at - least);
    }
    return above - wanted <= wanted - below ? above : below;
}

/// Keeps vertices that are near in x apart in y.
class Clearance {
public:
    explicit Clearance(const std::vector<double>& x) : place_(x.size()), windows_(x.size()) {
        const std::vector<std::uint32_t> order = orderOf(x);
        std::size_t begin = 0;
        std::size_t end = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const double here = x[order[i]];
            // The vertices do not overlap where they are just so far apart.
            constexpr double width = leastWidthBetween * (1 - 1e-9);
            while (x[order[begin]] <= here - width) {
                ++begin;
            }
            while (end < order.size() && x[order[end]] < here + width) {
                ++end;
            }
            place_[order[i]] = static_cast<std::uint32_t>(i);
            windows_[order[i]] = {begin, end};
        }
        leaves_ = std::bit_ceil(std::max<std::size_t>(1, x.size()));
    }

    /// Heights near to `wanted`, in the same order, where they must, `least` apart. The mean of
    /// pushing all down and pushing all up: each keeps the distances, so their mean does.
    [[nodiscard]] std::vector<double> keep(const std::vector<double>& wanted, double least) const {
        std::vector<std::uint32_t> order = orderOf(wanted);
        std::vector<double> down = wanted;
        push(order, down, least);
        std::ranges::reverse(order);
        std::vector<double> up(wanted.size());
        std::ranges::transform(wanted, up.begin(), std::negate{});
        push(order, up, least);
        std::ranges::transform(down, up, down.begin(),
                               [](double low, double high) { return (low - high) / 2; });
        return down;
    }

    /// Each at the free height nearest to `wanted`, `least` apart, those in the middle first:
    /// denser than `keep`, but not in the same order.
    [[nodiscard]] std::vector<double> pack(const std::vector<double>& wanted, double least) const {
        std::vector<double> away(wanted.size());
        std::ranges::transform(wanted, away.begin(), [](double y) { return std::abs(y); });
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        std::vector<double> heights(wanted.size());
        std::vector<double> taken(wanted.size(), unknown); // by the place in x
        std::vector<double> near;
        for (const std::uint32_t v : orderOf(away)) {
            near.clear();
            for (std::size_t i = windows_[v].begin; i < windows_[v].end; ++i) {
                if (std::isfinite(taken[i])) {
                    near.push_back(taken[i]);
                }
            }
            std::ranges::sort(near);
            heights[v] = nearestFree(near, wanted[v], least);
            taken[place_[v]] = heights[v];
        }
        return heights;
    }

private:
    struct Window {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    void push(const std::vector<std::uint32_t>& order, std::vector<double>& values,
              double least) const {
        // A tree of the greatest values so far, over the places in x.
        std::vector<double> greatest(2 * leaves_, -std::numeric_limits<double>::infinity());
        for (const std::uint32_t v : order) {
            double floor = -std::numeric_limits<double>::infinity();
            for (std::size_t low = windows_[v].begin + leaves_, high = windows_[v].end + leaves_;
                 low < high; low /= 2, high /= 2) {
                if (low % 2 == 1) {
                    floor = std::max(floor, greatest[low++]);
                }
                if (high % 2 == 1) {
                    floor = std::max(floor, greatest[--high]);
                }
            }
            values[v] = std::max(values[v], floor + least);
            for (std::size_t at = place_[v] + leaves_; at > 0; at /= 2) {
                greatest[at] = std::max(greatest[at], values[v]);
            }
        }
    }

    std::vector<std::uint32_t> place_;
    std::vector<Window> windows_;
    std::size_t leaves_ = 1;
};

/// From −½ to ½, evenly, in the order of the second eigenvector of the graph's Laplacian that is
/// neither constant nor along x, by iteration.
std::vector<double> spectralHeights(const LayoutGraph& graph, const std::vector<double>& x,
                                    std::uint64_t seed, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    Random random(seed);
    std::vector<double> values(n);
    for (double& value : values) {
        value = random.uniform() - 0.5;
    }
    const auto degree = [&](std::uint32_t v) {
        return static_cast<double>(graph.offsets[v + 1] - graph.offsets[v]) + 1e-3;
    };
    double all = 0;
    double meanOfX = 0;
    for (std::uint32_t v = 0; v < n; ++v) {
        all += degree(v);
        meanOfX += degree(v) * x[v];
    }
    meanOfX /= all;
    constexpr int rounds = 60;
    std::vector<double> next(n);
    for (int round = 0; round < rounds; ++round) {
        progress.throwIfStopped();
        for (std::uint32_t v = 0; v < n; ++v) {
            double sum = 0;
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                sum += values[graph.neighbours[arc]];
            }
            next[v] = 0.5 * values[v] + 0.5 * (sum + 1e-3 * values[v]) / degree(v);
        }
        double mean = 0;
        double along = 0;
        double square = 0;
        for (std::uint32_t v = 0; v < n; ++v) {
            mean += degree(v) * next[v];
            along += degree(v) * next[v] * (x[v] - meanOfX);
            square += degree(v) * (x[v] - meanOfX) * (x[v] - meanOfX);
        }
        mean /= all;
        along = square > 0 ? along / square : 0;
        double size = 0;
        for (std::uint32_t v = 0; v < n; ++v) {
            next[v] -= mean + along * (x[v] - meanOfX);
            size = std::max(size, std::abs(next[v]));
        }
        for (std::uint32_t v = 0; v < n; ++v) {
            values[v] = size > 1e-12 ? next[v] / size : random.uniform() - 0.5;
        }
    }
    const std::vector<std::uint32_t> order = orderOf(values);
    for (std::size_t i = 0; i < n; ++i) {
        values[order[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(n) - 0.5;
    }
    return values;
}

/// Where the edges pull each vertex: those that are short in all pull more, so that lengths, not
/// their squares, grow less (Weiszfeld 1937).
std::vector<double> pulled(const LayoutGraph& graph, const std::vector<double>& x,
                           const std::vector<double>& y, double share) {
    std::vector<double> values(y.size());
    for (std::uint32_t v = 0; v < y.size(); ++v) {
        double sum = 0;
        double weights = 0;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const double weight = 1 / (0.5 + length({x[other] - x[v], y[other] - y[v]}));
            sum += weight * y[other];
            weights += weight;
        }
        values[v] = weights > 0 ? (1 - share) * y[v] + share * sum / weights : y[v] * (1 - share);
    }
    return values;
}

std::vector<Point> together(const std::vector<double>& x, const std::vector<double>& y) {
    std::vector<Point> positions(x.size());
    for (std::size_t v = 0; v < x.size(); ++v) {
        positions[v] = {x[v], y[v]};
    }
    return positions;
}

/// Beyond the height wanted, a picture becomes too tall for its frame.
double tallness(double y, double height) {
    const double far = std::abs(y);
    return 0.05 * far + 2 * std::max(0.0, far - height / 2);
}

/// Moves single vertices up and down to where there is room and the picture gets better.
void improve(const EdgeTrouble& trouble, std::vector<Point>& positions, double height, int rounds,
             const Progress& progress) {
    const std::size_t n = positions.size();
    const auto isFree = [&](std::uint32_t v, double y) {
        for (std::uint32_t other = 0; other < n; ++other) {
            if (other != v && std::abs(positions[other].x - positions[v].x) < leastWidthBetween &&
                std::abs(positions[other].y - y) < heightBetween * (1 - 1e-9)) {
                return false;
            }
        }
        return true;
    };
    const auto cost = [&](std::uint32_t v) {
        return trouble.of(v, positions) + tallness(positions[v].y, height);
    };
    constexpr std::array<double, 5> steps = {0.8, 0.5, 0.3, 0.4, 0.2};
    bool improved = true;
    for (int round = 0; round < rounds && improved; ++round) {
        improved = false;
        const double step = steps[static_cast<std::size_t>(round) % steps.size()];
        const auto reach = static_cast<int>(std::min(16.0, height / step));
        for (std::uint32_t v = 0; v < n; ++v) {
            progress.throwIfStopped();
            const double before = positions[v].y;
            double best = before;
            double least = cost(v) - 1e-6;
            for (int i = -reach; i <= reach; ++i) {
                const double y = before + step * i;
                if (i == 0 || !isFree(v, y)) {
                    continue;
                }
                positions[v].y = y;
                const double now = cost(v);
                if (now < least) {
                    least = now;
                    best = y;
                }
            }
            positions[v].y = best;
            improved = improved || best != before;
        }
        // A pair above one another may be better the other way round.
        for (std::uint32_t u = 0; u < n; ++u) {
            for (std::uint32_t v = 0; v < u; ++v) {
                const Point apart = minus(positions[u], positions[v]);
                if (std::abs(apart.x) >= leastWidthBetween || std::abs(apart.y) > 2.5) {
                    continue;
                }
                const double before = trouble.of(u, positions) + trouble.of(v, positions, u);
                std::swap(positions[u].y, positions[v].y);
                if (isFree(u, positions[u].y) && isFree(v, positions[v].y) &&
                    trouble.of(u, positions) + trouble.of(v, positions, u) < before - 1e-6) {
                    improved = true;
                } else {
                    std::swap(positions[u].y, positions[v].y);
                }
            }
        }
    }
}

} // namespace

std::vector<double> heightsFor(const LayoutGraph& graph, const std::vector<double>& x,
                               double height, std::uint64_t seed, const Progress& progress) {
    const auto n = static_cast<double>(graph.vertexCount());
    const double m = static_cast<double>(graph.neighbours.size()) / 2;
    const Clearance clearance(x);
    const EdgeTrouble trouble(graph);
    const auto costOf = [&](const std::vector<Point>& positions) {
        double cost = trouble.total(positions);
        for (const Point& point : positions) {
            cost += tallness(point.y, height);
        }
        return cost;
    };
    struct Attempt {
        std::vector<Point> positions;
        double cost = 0;
    };
    const auto keepBest = [&](std::vector<Attempt>& attempts, std::size_t count) {
        if (attempts.size() > 1) {
            for (Attempt& attempt : attempts) {
                attempt.cost = costOf(attempt.positions);
            }
            std::ranges::stable_sort(attempts, {}, &Attempt::cost);
            attempts.resize(std::min(attempts.size(), count));
        }
    };
    const bool countsAll = m * (n + m) <= mostPairsOfEdges;
    const int starts = countsAll ? mostStarts : 1;
    const int sweeps = n <= 20'000 ? mostSweeps : mostSweeps / 2;
    std::vector<Attempt> attempts;
    for (int start = 0; start < starts; ++start) {
        // Packing is dense, but mixes what the sweeps have put in order: in turn, with and without.
        const int packedSweeps = start % 2 == 1 ? 0 : n <= 20'000 ? 12 : 3;
        std::vector<double> y =
            spectralHeights(graph, x, seed + static_cast<std::uint64_t>(start), progress);
        for (double& value : y) {
            value *= height;
        }
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            progress.throwIfStopped();
            const double done = static_cast<double>(sweep + 1) / sweeps;
            std::vector<double> wanted = pulled(graph, x, y, 0.9 - 0.6 * done);
            if (sweep + packedSweeps < sweeps) {
                // First they may come close, to pass one another.
                y = clearance.keep(wanted, heightBetween * done);
            } else {
                for (double& value : wanted) {
                    value = std::clamp(value, -height / 2, height / 2);
                }
                y = clearance.pack(wanted, heightBetween);
            }
            progress.tell(0.5 * (start + done) / starts);
        }
        attempts.push_back({together(x, y), 0});
    }
    keepBest(attempts, mostImproved);
    const double round =
        60 * (n + m) * (n + m) * static_cast<double>(std::max<std::size_t>(1, attempts.size()));
    const int rounds = static_cast<int>(std::min(20.0, mostMoves / round));
    for (Attempt& attempt : attempts) {
        improve(trouble, attempt.positions, height, rounds, {{}, progress.stop});
    }
    keepBest(attempts, 1);
    progress.tell(1);
    std::vector<double> heights(x.size());
    std::ranges::transform(attempts.front().positions, heights.begin(), &Point::y);
    return heights;
}

} // namespace entente
