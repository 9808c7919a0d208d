#include "core/layout/distances.h"

#include "core/layout/random.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <queue>

namespace entente {

namespace {

constexpr float unreached = std::numeric_limits<float>::infinity();
// Between leaves that stand on a circle around their hub.
constexpr double leafSpacing = 0.75;
constexpr std::uint32_t mostLeavesOnOneCircle = 18;
constexpr double conflictFactor = 1.35;
constexpr double weightExponent = 0.3;

std::uint32_t degree(const LayoutGraph& graph, std::uint32_t v) {
    return graph.offsets[v + 1] - graph.offsets[v];
}

/// The radii of the circles for `leaves` leaves, one radius a leaf, inner circles first.
std::vector<float> leafRadii(std::uint32_t leaves) {
    std::vector<float> radii;
    radii.reserve(leaves);
    if (leaves <= mostLeavesOnOneCircle) {
        const double radius = std::max(1.0, leaves * leafSpacing / (2 * std::numbers::pi));
        radii.assign(leaves, static_cast<float>(radius));
        return radii;
    }
    for (double radius = 1.3; radii.size() < leaves; radius += leafSpacing) {
        const auto room = static_cast<std::size_t>(2 * std::numbers::pi * radius / leafSpacing);
        radii.resize(std::min<std::size_t>(leaves, radii.size() + room),
                     static_cast<float>(radius));
    }
    return radii;
}

/// Breadth first; `distances` are infinite before.
void hopsFrom(const LayoutGraph& graph, std::uint32_t source, float* distances) {
    std::vector<std::uint32_t> reached{source};
    reached.reserve(graph.vertexCount());
    distances[source] = 0;
    for (std::size_t next = 0; next < reached.size(); ++next) {
        const std::uint32_t v = reached[next];
        const float further = distances[v] + 1;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (distances[other] == unreached) {
                distances[other] = further;
                reached.push_back(other);
            }
        }
    }
}

/// The squared distances, a row a pivot, centred in both directions.
std::vector<double> centredSquares(const std::vector<float>& matrix, std::size_t pivots,
                                   std::size_t n) {
    std::vector<double> centred(pivots * n);
    std::vector<double> columnMean(n, 0);
    double mean = 0;
    for (std::size_t p = 0; p < pivots; ++p) {
        double rowMean = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const double square = static_cast<double>(matrix[p * n + i]) * matrix[p * n + i];
            centred[p * n + i] = square;
            rowMean += square / static_cast<double>(n);
            columnMean[i] += square / static_cast<double>(pivots);
        }
        for (std::size_t i = 0; i < n; ++i) {
            centred[p * n + i] -= rowMean;
        }
        mean += rowMean / static_cast<double>(pivots);
    }
    for (std::size_t p = 0; p < pivots; ++p) {
        for (std::size_t i = 0; i < n; ++i) {
            centred[p * n + i] = -0.5 * (centred[p * n + i] - columnMean[i] + mean);
        }
    }
    return centred;
}

/// The leading direction of the matrix's rows that is orthogonal to the `earlier` ones, by power
/// iteration; `image` becomes the coordinates along it.
std::vector<double> leadingDirection(const std::vector<double>& centred, std::size_t pivots,
                                     const std::vector<std::vector<double>>& earlier,
                                     Random& random, std::vector<double>& image) {
    const std::size_t n = image.size();
    std::vector<double> direction(pivots);
    for (double& value : direction) {
        value = random.uniform() - 0.5;
    }
    // The rows' products among themselves: the iteration then costs nothing for large graphs.
    std::vector<double> products(pivots * pivots);
    tbb::parallel_for(std::size_t{0}, pivots, [&](std::size_t p) {
        for (std::size_t q = 0; q <= p; ++q) {
            double sum = 0;
            for (std::size_t i = 0; i < n; ++i) {
                sum += centred[p * n + i] * centred[q * n + i];
            }
            products[p * pivots + q] = sum;
            products[q * pivots + p] = sum;
        }
    });
    for (int step = 0; step < 200; ++step) {
        for (const std::vector<double>& other : earlier) {
            double along = 0;
            for (std::size_t p = 0; p < pivots; ++p) {
                along += other[p] * direction[p];
            }
            for (std::size_t p = 0; p < pivots; ++p) {
                direction[p] -= along * other[p];
            }
        }
        std::vector<double> next(pivots, 0);
        double norm = 0;
        for (std::size_t p = 0; p < pivots; ++p) {
            for (std::size_t q = 0; q < pivots; ++q) {
                next[p] += products[p * pivots + q] * direction[q];
            }
            norm += next[p] * next[p];
        }
        norm = std::sqrt(norm);
        if (!(norm > 1e-12)) {
            break;
        }
        for (std::size_t p = 0; p < pivots; ++p) {
            direction[p] = next[p] / norm;
        }
    }
    std::ranges::fill(image, 0.0);
    for (std::size_t p = 0; p < pivots; ++p) {
        for (std::size_t i = 0; i < n; ++i) {
            image[i] += centred[p * n + i] * direction[p];
        }
    }
    return direction;
}

} // namespace

std::vector<float> wantedLengths(const LayoutGraph& graph, double share) {
    const double exponent =
        weightExponent * (std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0);
    double total = 0;
    for (const float weight : graph.weights) {
        total += weight;
    }
    const double mean =
        graph.weights.empty() ? 1 : total / static_cast<double>(graph.weights.size());
    std::vector<float> lengths(graph.neighbours.size());
    std::vector<float> leafLength(graph.vertexCount(), 0);
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        std::vector<std::uint32_t> leaves;
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            if (degree(graph, graph.neighbours[arc]) == 1) {
                leaves.push_back(graph.neighbours[arc]);
            }
        }
        if (leaves.size() > 6) {
            const std::vector<float> radii = leafRadii(static_cast<std::uint32_t>(leaves.size()));
            for (std::size_t i = 0; i < leaves.size(); ++i) {
                leafLength[leaves[i]] = radii[i];
            }
        }
    }
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const float fanned = std::max(degree(graph, v) == 1 ? leafLength[v] : 0.0F,
                                          degree(graph, other) == 1 ? leafLength[other] : 0.0F);
            if (fanned > 0) {
                lengths[arc] = fanned;
                continue;
            }
            // Room around hubs grows with what hangs on the smaller of the two: a leaf stays near.
            const double room =
                0.8 + 0.2 * std::sqrt(std::min(degree(graph, v), degree(graph, other)));
            const double pull = std::pow(mean / graph.weights[arc], exponent);
            const double apart = graph.signs[arc] < 0 ? conflictFactor : 1;
            lengths[arc] = static_cast<float>(std::clamp(room * pull * apart, 0.5, 6.0));
        }
    }
    return lengths;
}

std::vector<float> lengthsByWeight(const LayoutGraph& graph, double share) {
    const auto [least, most] = std::ranges::minmax_element(graph.weights);
    const bool conflict =
        std::ranges::any_of(graph.signs, [](std::int8_t sign) { return sign < 0; });
    if (graph.weights.empty() || (!conflict && (share == 0 || *least == *most))) {
        return {};
    }
    const double mean = std::accumulate(graph.weights.begin(), graph.weights.end(), 0.0) /
                        static_cast<double>(graph.weights.size());
    std::vector<float> lengths(graph.weights.size());
    for (std::size_t arc = 0; arc < lengths.size(); ++arc) {
        const double relative = static_cast<double>(graph.weights[arc]) / mean;
        const double apart = graph.signs[arc] < 0 ? conflictFactor : 1;
        lengths[arc] = static_cast<float>(
            std::clamp(std::pow(relative, -weightExponent * share) * apart, 0.3, 4.0));
    }
    return lengths;
}

void distancesFrom(const LayoutGraph& graph, const std::vector<float>& lengths,
                   std::uint32_t source, float* distances) {
    std::fill(distances, distances + graph.vertexCount(), unreached);
    if (lengths.empty()) {
        hopsFrom(graph, source, distances);
        return;
    }
    using Entry = std::pair<float, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distances[source] = 0;
    queue.emplace(0.0F, source);
    while (!queue.empty()) {
        const auto [distance, vertex] = queue.top();
        queue.pop();
        if (distance > distances[vertex]) {
            continue;
        }
        for (std::uint32_t arc = graph.offsets[vertex]; arc < graph.offsets[vertex + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const float through = distance + lengths[arc];
            if (through < distances[other]) {
                distances[other] = through;
                queue.emplace(through, other);
            }
        }
    }
}

DistanceMatrix allDistances(const LayoutGraph& graph, const std::vector<float>& lengths) {
    const std::size_t n = graph.vertexCount();
    DistanceMatrix matrix{n, std::vector<float>(n * n)};
    tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
        distancesFrom(graph, lengths, static_cast<std::uint32_t>(i), matrix.values.data() + i * n);
    });
    return matrix;
}

std::vector<Point> pivotScaling(const LayoutGraph& graph, const std::vector<float>& lengths,
                                std::uint64_t seed) {
    const std::size_t n = graph.vertexCount();
    std::vector<Point> positions(n);
    if (n < 2) {
        return positions;
    }
    const std::size_t pivots = std::min<std::size_t>(n, 24);
    Random random(seed);
    std::vector<float> matrix(pivots * n);
    std::vector<float> nearest(n, unreached);
    auto pivot = static_cast<std::uint32_t>(random.below(n));
    for (std::size_t p = 0; p < pivots; ++p) {
        float* const row = matrix.data() + p * n;
        distancesFrom(graph, lengths, pivot, row);
        for (std::size_t i = 0; i < n; ++i) {
            nearest[i] = std::min(nearest[i], row[i]);
        }
        pivot = static_cast<std::uint32_t>(std::ranges::max_element(nearest) - nearest.begin());
    }
    const std::vector<double> centred = centredSquares(matrix, pivots, n);
    std::vector<std::vector<double>> axes;
    std::vector<double> image(n);
    for (const auto coordinate : {&Point::x, &Point::y}) {
        axes.push_back(leadingDirection(centred, pivots, axes, random, image));
        double squares = 0;
        for (const double value : image) {
            squares += value * value;
        }
        const double scale = std::sqrt(std::sqrt(squares / static_cast<double>(n)));
        for (std::size_t i = 0; i < n; ++i) {
            positions[i].*coordinate = image[i] / std::max(scale, 1e-9);
        }
    }
    // Vertices alike in all distances would lie on one point.
    for (Point& point : positions) {
        point.x += (random.uniform() - 0.5) * 0.1;
        point.y += (random.uniform() - 0.5) * 0.1;
    }
    return positions;
}

} // namespace entente
