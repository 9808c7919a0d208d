#include "core/layout/layout.h"
#include "core/layout/quality.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <set>

namespace entente {

namespace {

/// A graph of communities with degrees that follow a power law: four of five edges stay inside.
LayoutGraph communityGraph(std::uint32_t vertices, std::size_t edges) {
    std::mt19937_64 random(1);
    const std::uint32_t communities = std::max(4U, vertices / 250);
    std::vector<double> attraction(vertices);
    std::vector<std::vector<std::uint32_t>> members(communities);
    std::vector<std::vector<double>> sums(communities);
    std::vector<double> sum(vertices);
    double total = 0;
    const auto uniform = [&random] { return static_cast<double>(random() >> 11U) * 0x1.0p-53; };
    for (std::uint32_t v = 0; v < vertices; ++v) {
        const auto community = static_cast<std::size_t>(random() % communities);
        attraction[v] = std::pow(1 - uniform(), -1 / 2.2);
        total += attraction[v];
        sum[v] = total;
        members[community].push_back(v);
        sums[community].push_back((sums[community].empty() ? 0 : sums[community].back()) +
                                  attraction[v]);
    }
    std::vector<std::uint32_t> communityOf(vertices);
    for (std::uint32_t c = 0; c < communities; ++c) {
        for (const std::uint32_t v : members[c]) {
            communityOf[v] = c;
        }
    }
    const auto draw = [&](const std::vector<double>& from) {
        const auto place = std::ranges::upper_bound(from, uniform() * from.back());
        return std::min(static_cast<std::size_t>(place - from.begin()), from.size() - 1);
    };
    std::set<std::pair<std::uint32_t, std::uint32_t>> chosen;
    while (chosen.size() < edges) {
        const auto a = static_cast<std::uint32_t>(draw(sum));
        const std::uint32_t home = communityOf[a];
        const std::uint32_t b = uniform() < 0.8 ? members[home][draw(sums[home])]
                                                : static_cast<std::uint32_t>(draw(sum));
        if (a != b) {
            chosen.emplace(std::min(a, b), std::max(a, b));
        }
    }
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    for (const auto& [a, b] : chosen) {
        sources.push_back(a);
        targets.push_back(b);
    }
    return makeLayoutGraph(vertices, sources, targets, {}, {});
}

LayoutGraph gridGraph(std::uint32_t side) {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    for (std::uint32_t v = 0; v < side * side; ++v) {
        if (v % side + 1 < side) {
            sources.push_back(v);
            targets.push_back(v + 1);
        }
        if (v + side < side * side) {
            sources.push_back(v);
            targets.push_back(v + side);
        }
    }
    return makeLayoutGraph(side * side, sources, targets, {}, {});
}

void run(benchmark::State& state, const LayoutGraph& graph, LayoutAlgorithm algorithm) {
    LayoutOptions options;
    options.algorithm = algorithm;
    std::vector<Point> positions;
    for ([[maybe_unused]] const auto iteration : state) {
        positions = layout(graph, options);
    }
    const LayoutQuality measured = quality(graph, positions, 200);
    state.counters["stress"] = measured.stress;
    state.counters["np2"] = measured.neighbourhood;
    state.counters["edges"] = measured.edgeLengthVariation;
}

/// Vertices; four edges each.
void communities(benchmark::State& state, LayoutAlgorithm algorithm) {
    const auto vertices = static_cast<std::uint32_t>(state.range(0));
    run(state, communityGraph(vertices, std::size_t{4} * vertices), algorithm);
}

/// The side of the square.
void grid(benchmark::State& state, LayoutAlgorithm algorithm) {
    run(state, gridGraph(static_cast<std::uint32_t>(state.range(0))), algorithm);
}

BENCHMARK_CAPTURE(communities, stress, LayoutAlgorithm::Stress)
    ->Arg(40)
    ->Arg(150)
    ->Arg(1000)
    ->Arg(2000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(communities, force, LayoutAlgorithm::Force)
    ->Arg(1000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(communities, circular, LayoutAlgorithm::Circular)
    ->Arg(150)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(grid, stress, LayoutAlgorithm::Stress)
    ->Arg(30)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(grid, force, LayoutAlgorithm::Force)
    ->Arg(100)
    ->Arg(316)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace

} // namespace entente

BENCHMARK_MAIN();
