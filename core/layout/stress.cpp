#include "core/layout/stress.h"

#include "core/layout/random.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace entente {

namespace {

constexpr float unreached = std::numeric_limits<float>::infinity();

/// Lengths of the shortest paths from one vertex (Dijkstra).
void distancesFrom(const LayoutGraph& graph, const std::vector<float>& lengths,
                   std::uint32_t source, float* distances) {
    using Entry = std::pair<float, std::uint32_t>;
    std::fill(distances, distances + graph.vertexCount(), unreached);
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

struct Pair {
    std::uint32_t a;
    std::uint32_t b;
    float distance;
};

} // namespace

std::vector<float> wantedLengths(const LayoutGraph& graph) {
    std::vector<float> lengths(graph.neighbours.size());
    double total = 0;
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            total += graph.weights[arc];
        }
    }
    const double mean = graph.weights.empty() ? 1 : total / static_cast<double>(graph.weights.size());
    for (std::uint32_t v = 0; v < graph.vertexCount(); ++v) {
        const double degree = graph.offsets[v + 1] - graph.offsets[v];
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            const double otherDegree = graph.offsets[other + 1] - graph.offsets[other];
            // Room around hubs grows with what hangs on the smaller of the two: a leaf stays near.
            const double room = 0.8 + 0.2 * std::sqrt(std::min(degree, otherDegree));
            const double pull = std::pow(mean / graph.weights[arc], 0.15);
            const double apart = graph.signs[arc] < 0 ? 1.35 : 1;
            lengths[arc] = static_cast<float>(std::clamp(room * pull * apart, 0.4, 6.0));
        }
    }
    return lengths;
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
    std::uint32_t pivot = static_cast<std::uint32_t>(random.below(n));
    for (std::size_t p = 0; p < pivots; ++p) {
        float* const row = matrix.data() + p * n;
        distancesFrom(graph, lengths, pivot, row);
        for (std::size_t i = 0; i < n; ++i) {
            nearest[i] = std::min(nearest[i], row[i]);
        }
        pivot = static_cast<std::uint32_t>(std::ranges::max_element(nearest) - nearest.begin());
    }
    // Double centring of the squared distances.
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
    // The two leading directions, by power iteration on the small matrix.
    std::vector<std::vector<double>> axes;
    for (int axis = 0; axis < 2; ++axis) {
        std::vector<double> direction(pivots);
        for (double& value : direction) {
            value = random.uniform() - 0.5;
        }
        std::vector<double> image(n);
        for (int step = 0; step < 60; ++step) {
            for (const std::vector<double>& earlier : axes) {
                double dot = 0;
                for (std::size_t p = 0; p < pivots; ++p) {
                    dot += earlier[p] * direction[p];
                }
                for (std::size_t p = 0; p < pivots; ++p) {
                    direction[p] -= dot * earlier[p];
                }
            }
            std::ranges::fill(image, 0.0);
            for (std::size_t p = 0; p < pivots; ++p) {
                for (std::size_t i = 0; i < n; ++i) {
                    image[i] += centred[p * n + i] * direction[p];
                }
            }
            double norm = 0;
            for (std::size_t p = 0; p < pivots; ++p) {
                double sum = 0;
                for (std::size_t i = 0; i < n; ++i) {
                    sum += centred[p * n + i] * image[i];
                }
                direction[p] = sum;
                norm += sum * sum;
            }
            norm = std::sqrt(norm);
            if (!(norm > 1e-12)) {
                break;
            }
            for (double& value : direction) {
                value /= norm;
            }
        }
        double scale = 0;
        for (const double value : image) {
            scale += value * value;
        }
        scale = scale > 0 ? std::sqrt(std::sqrt(scale / static_cast<double>(n))) : 1;
        for (std::size_t i = 0; i < n; ++i) {
            (axis == 0 ? positions[i].x : positions[i].y) = image[i] / std::max(scale, 1e-9);
        }
        axes.push_back(std::move(direction));
    }
    // Vertices alike in all distances would lie on one point.
    for (Point& point : positions) {
        point.x += (random.uniform() - 0.5) * 0.1;
        point.y += (random.uniform() - 0.5) * 0.1;
    }
    return positions;
}

void minimiseStress(const LayoutGraph& graph, const std::vector<float>& lengths,
                    std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned,
                    std::uint64_t seed, bool fromScratch, const Progress& progress) {
    const std::size_t n = graph.vertexCount();
    if (n < 2) {
        return;
    }
    std::vector<float> distances(n * n);
    tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) {
        distancesFrom(graph, lengths, static_cast<std::uint32_t>(i), distances.data() + i * n);
    });
    progress.throwIfStopped();

    std::vector<Pair> pairs;
    pairs.reserve(n * (n - 1) / 2);
    float shortest = unreached;
    float longest = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        for (std::uint32_t j = i + 1; j < n; ++j) {
            const float distance = distances[i * n + j];
            if (std::isfinite(distance)) {
                pairs.push_back({i, j, distance});
                shortest = std::min(shortest, distance);
                longest = std::max(longest, distance);
            }
        }
    }
    Random random(seed);
    const auto isPinned = [&pinned](std::uint32_t v) { return !pinned.empty() && pinned[v] != 0; };
    // The step sizes of the paper: from one that moves the farthest pair all the way down to one
    // that changes the nearest by a hundredth.
    const double first = fromScratch ? static_cast<double>(longest) * longest
                                     : static_cast<double>(shortest) * shortest * 2;
    const double last = 0.01 * shortest * shortest;
    const int sweeps = n <= 150 ? 60 : 24;
    const double decay = std::log(first / last) / (sweeps - 1);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        progress.throwIfStopped();
        progress.tell(static_cast<double>(sweep) / sweeps);
        const double step = first * std::exp(-decay * sweep);
        for (std::size_t i = pairs.size() - 1; i > 0; --i) {
            std::swap(pairs[i], pairs[random.below(i + 1)]);
        }
        for (const Pair& pair : pairs) {
            Point& a = positions[pair.a];
            Point& b = positions[pair.b];
            double dx = a.x - b.x;
            double dy = a.y - b.y;
            double gap = std::sqrt(dx * dx + dy * dy);
            if (gap < 1e-9) {
                dx = (random.uniform() - 0.5) * 1e-3;
                dy = 1e-3;
                gap = std::sqrt(dx * dx + dy * dy);
            }
            const double weight = std::min(1.0, step / (pair.distance * pair.distance));
            const double move = weight * (gap - pair.distance) / 2 / gap;
            const bool aStays = isPinned(pair.a);
            const bool bStays = isPinned(pair.b);
            if (!aStays) {
                const double share = bStays ? 2 : 1;
                a.x -= dx * move * share;
                a.y -= dy * move * share;
            }
            if (!bStays) {
                const double share = aStays ? 2 : 1;
                b.x += dx * move * share;
                b.y += dy * move * share;
            }
        }
    }
}

} // namespace entente
