#include "core/layout/quality.h"

#include "core/layout/geometry.h"
#include "core/layout/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

std::vector<std::uint32_t> drawn(std::size_t n, std::size_t samples, std::uint64_t seed) {
    std::vector<std::uint32_t> vertices(n);
    std::iota(vertices.begin(), vertices.end(), 0U);
    if (samples >= n) {
        return vertices;
    }
    Random random(seed);
    for (std::size_t i = 0; i < samples; ++i) {
        std::swap(vertices[i], vertices[i + random.below(n - i)]);
    }
    vertices.resize(samples);
    return vertices;
}

/// What is reached from a vertex in at most `most` edges, breadth first, the vertex itself first.
/// `hops` is `noIndex` for all vertices before, and for those not reached.
void reach(const LayoutGraph& graph, std::uint32_t source, std::uint32_t most,
           std::vector<std::uint32_t>& hops, std::vector<std::uint32_t>& reached) {
    reached.assign(1, source);
    hops[source] = 0;
    for (std::size_t next = 0; next < reached.size(); ++next) {
        const std::uint32_t v = reached[next];
        if (hops[v] == most) {
            break;
        }
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            if (hops[other] == noIndex) {
                hops[other] = hops[v] + 1;
                reached.push_back(other);
            }
        }
    }
}

void forget(const std::vector<std::uint32_t>& reached, std::vector<std::uint32_t>& hops) {
    for (const std::uint32_t v : reached) {
        hops[v] = noIndex;
    }
}

} // namespace

LayoutQuality quality(const LayoutGraph& graph, const std::vector<Point>& positions,
                      std::size_t samples, std::uint64_t seed) {
    const std::vector<std::uint32_t> vertices = drawn(graph.vertexCount(), samples, seed);
    return {normalisedStress(graph, positions, vertices),
            neighbourhoodPreservation(graph, positions, vertices),
            edgeLengthVariation(graph, positions)};
}

double normalisedStress(const LayoutGraph& graph, const std::vector<Point>& positions,
                        const std::vector<std::uint32_t>& sources) {
    std::vector<std::uint32_t> hops(graph.vertexCount(), noIndex);
    std::vector<std::uint32_t> reached;
    // With r = |x_i − x_j| / d_ij the sum is Σ (s r − 1)², least at s = Σ r / Σ r².
    double sum = 0;
    double squares = 0;
    double pairs = 0;
    for (const std::uint32_t source : sources) {
        reach(graph, source, noIndex - 1, hops, reached);
        for (const std::uint32_t v : reached) {
            if (v != source) {
                const double ratio = length(minus(positions[v], positions[source])) / hops[v];
                sum += ratio;
                squares += ratio * ratio;
                ++pairs;
            }
        }
        forget(reached, hops);
    }
    if (pairs == 0) {
        return 0;
    }
    return squares > 0 ? std::max(0.0, 1 - sum * sum / squares / pairs) : 1;
}

double neighbourhoodPreservation(const LayoutGraph& graph, const std::vector<Point>& positions,
                                 const std::vector<std::uint32_t>& vertices) {
    const std::size_t n = graph.vertexCount();
    std::vector<std::uint32_t> hops(n, noIndex);
    std::vector<std::uint32_t> reached;
    std::vector<std::pair<double, std::uint32_t>> nearest;
    double total = 0;
    double counted = 0;
    for (const std::uint32_t vertex : vertices) {
        reach(graph, vertex, 2, hops, reached);
        const std::size_t ball = reached.size() - 1;
        if (ball > 0) {
            nearest.clear();
            for (std::uint32_t v = 0; v < n; ++v) {
                if (v != vertex) {
                    const Point offset = minus(positions[v], positions[vertex]);
                    nearest.emplace_back(dot(offset, offset), v);
                }
            }
            const auto last = nearest.begin() + static_cast<std::ptrdiff_t>(ball);
            std::nth_element(nearest.begin(), last - 1, nearest.end());
            const auto common =
                static_cast<double>(std::count_if(nearest.begin(), last, [&](const auto& entry) {
                    return hops[entry.second] != noIndex;
                }));
            total += common / (2 * static_cast<double>(ball) - common);
            ++counted;
        }
        forget(reached, hops);
    }
    return counted > 0 ? total / counted : 1;
}

double edgeLengthVariation(const LayoutGraph& graph, const std::vector<Point>& positions) {
    const std::vector<Segment> segments = segmentsOf(graph);
    double sum = 0;
    for (const Segment& segment : segments) {
        sum += length(minus(positions[segment.a], positions[segment.b]));
    }
    const double mean = sum / std::max(1.0, static_cast<double>(segments.size()));
    double squares = 0;
    for (const Segment& segment : segments) {
        const double difference = length(minus(positions[segment.a], positions[segment.b])) - mean;
        squares += difference * difference;
    }
    return mean > 0 ? std::sqrt(squares / static_cast<double>(segments.size())) / mean : 0;
}

std::size_t edgeCrossings(const LayoutGraph& graph, const std::vector<Point>& positions) {
    const std::vector<Segment> segments = segmentsOf(graph);
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& one = segments[i];
        for (std::size_t j = i + 1; j < segments.size(); ++j) {
            const Segment& two = segments[j];
            const bool meet = one.a == two.a || one.a == two.b || one.b == two.a || one.b == two.b;
            if (!meet && segmentsCross(positions[one.a], positions[one.b], positions[two.a],
                                       positions[two.b])) {
                ++crossings;
            }
        }
    }
    return crossings;
}

} // namespace entente
