// Finding what is under the pointer, and what is in sight, among a million edges.

#include "ui/scene/network_index.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

namespace entente::ui {

namespace {

/// A disc of vertices; edges to near ones, or (`hairball`) to any.
NetworkIndex makeIndex(std::uint32_t vertices, std::uint32_t edges, bool hairball) {
    std::mt19937 random(3);
    std::normal_distribution<double> place(0, std::sqrt(vertices) / 2);
    std::vector<PlannedMark> marks(vertices, {12, 0, Shape::Circle});
    std::vector<QPointF> places;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        places.emplace_back(place(random), place(random));
    }
    std::ranges::sort(places, {},
                      [](QPointF point) { return std::pair(std::lround(point.x()), point.y()); });
    std::vector<NetworkIndex::Ends> ends;
    for (std::uint32_t i = 0; i < edges; ++i) {
        const auto from = static_cast<std::uint32_t>(random() % vertices);
        const auto to = static_cast<std::uint32_t>(
            hairball ? random() % vertices : (from + 1 + random() % 20) % vertices);
        ends.emplace_back(from, to);
    }
    return {marks, places, ends};
}

void buildIndex(benchmark::State& state) {
    for (auto round : state) {
        const NetworkIndex index =
            makeIndex(static_cast<std::uint32_t>(state.range(0)),
                      static_cast<std::uint32_t>(state.range(1)), state.range(2) != 0);
        state.counters["bytes an edge"] =
            static_cast<double>(index.bytes()) / static_cast<double>(state.range(1));
    }
}

void hit(benchmark::State& state) {
    const NetworkIndex index =
        makeIndex(static_cast<std::uint32_t>(state.range(0)),
                  static_cast<std::uint32_t>(state.range(1)), state.range(2) != 0);
    std::mt19937 random(4);
    std::normal_distribution<double> place(0, std::sqrt(state.range(0)) / 4);
    const double zoom = static_cast<double>(state.range(3)) / 1000;
    std::vector<double> times;
    for (auto round : state) {
        const QPointF point(place(random), place(random));
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(index.at(point, {120 * zoom, std::pow(zoom, 0.7)}));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        times.push_back(taken.count());
    }
    std::ranges::sort(times);
    state.counters["longest ms"] = times.back() * 1000;
    state.counters["of 99 in 100 ms"] = times[times.size() * 99 / 100] * 1000;
}

void lasso(benchmark::State& state) {
    const NetworkIndex index = makeIndex(100'000, 0, false);
    QPolygonF outline;
    for (int i = 0; i < 2000; ++i) {
        const double angle = i * 0.00314159;
        outline << QPointF(std::cos(angle), std::sin(angle)) * (150 + 30 * std::sin(i * 0.3));
    }
    std::size_t found = 0;
    for (auto round : state) {
        found = index.verticesWithin(outline).size();
    }
    state.counters["vertices"] = static_cast<double>(found);
}

} // namespace

BENCHMARK(buildIndex)
    ->Args({300'000, 1'000'000, 0})
    ->Args({300'000, 1'000'000, 1})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(hit)
    ->Args({300'000, 1'000'000, 0, 1000})
    ->Args({300'000, 1'000'000, 0, 10})
    ->Args({300'000, 1'000'000, 1, 1000})
    ->Args({300'000, 1'000'000, 1, 10})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(lasso)->Unit(benchmark::kMillisecond);

} // namespace entente::ui

BENCHMARK_MAIN();
