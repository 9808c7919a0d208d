#include "core/network/filter.h"
#include "core/network/network.h"
#include "core/network/path.h"
#include "tests/data/random_dossier.h"

#include <benchmark/benchmark.h>

namespace entente {

namespace {

/// About a million edges.
const Dossier& largeDossier() {
    static const Dossier dossier = randomDossier({20'000, 240'000, 10'000, 240'000, 0}, 1);
    return dossier;
}

const FilterEvaluator& evaluator() {
    static const FilterEvaluator evaluator(largeDossier());
    return evaluator;
}

DaySpan years(std::int32_t from, std::int32_t to) {
    return {dayNumber(from, 1, 1), dayNumber(to, 12, 31)};
}

Filter windowed() {
    Filter filter;
    filter.window = years(1950, 1980);
    return filter;
}

Filter sectoral() {
    Filter filter;
    filter.sectors = sectorBit(0) | sectorBit(2);
    return filter;
}

/// Every criterion at once.
Filter combined() {
    Filter filter = windowed();
    filter.sectors = sectorBit(0) | sectorBit(1) | sectorBit(3);
    filter.confidences = kindBit(Confidence::Confirmed) | kindBit(Confidence::Reported);
    filter.polarities = kindBit(Polarity::Cooperative);
    filter.statuses = kindBit(Status::InForce) | kindBit(Status::Signed);
    filter.vertexKinds = static_cast<KindSet>(everyKind & ~kindBit(VertexKind::Company));
    return filter;
}

Filter around(unsigned hops) {
    Filter filter;
    filter.centres = {3};
    filter.hops = hops;
    return filter;
}

Filter textual(const char* text) {
    Filter filter;
    filter.text = text;
    return filter;
}

template <typename Work>
void measure(benchmark::State& state, const Work& work) {
    state.counters["edges"] = static_cast<double>(largeDossier().edges().size());
    state.counters["vertices"] = static_cast<double>(largeDossier().vertices().size());
    // Adjacency and folded texts are made once a dossier, not at each change of the filter.
    work();
    for (auto _ : state) {
        work();
    }
}

void evaluateFilter(benchmark::State& state, const Filter& filter) {
    measure(state, [&filter] { benchmark::DoNotOptimize(evaluator().evaluate(filter)); });
}

void countFacets(benchmark::State& state, const Filter& filter) {
    measure(state, [&filter] { benchmark::DoNotOptimize(evaluator().facets(filter)); });
}

void projectTo(benchmark::State& state, Projection projection, const Filter& filter) {
    const Visibility visibility = evaluator().evaluate(filter);
    measure(state, [&] {
        const Network network = project(largeDossier(), visibility, {projection, true});
        state.counters["networkEdges"] = static_cast<double>(network.edgeCount());
    });
}

void firstNeighbourhood(benchmark::State& state) {
    measure(state, [] {
        const FilterEvaluator fresh(largeDossier());
        benchmark::DoNotOptimize(fresh.evaluate(around(1)));
    });
}

void firstText(benchmark::State& state) {
    measure(state, [] {
        const FilterEvaluator fresh(largeDossier());
        benchmark::DoNotOptimize(fresh.evaluate(textual("vesta")));
    });
}

void findPath(benchmark::State& state) {
    const Network network = project(largeDossier(), evaluator().evaluate({}), {});
    measure(state, [&network] {
        benchmark::DoNotOptimize(shortestPath(network, 0, 19'000));
    });
}

#define ENTENTE_BENCHMARK(...)                                                                     \
    BENCHMARK_CAPTURE(__VA_ARGS__)->Unit(benchmark::kMillisecond)->UseRealTime()

ENTENTE_BENCHMARK(evaluateFilter, everything, Filter{});
ENTENTE_BENCHMARK(evaluateFilter, window, windowed());
ENTENTE_BENCHMARK(evaluateFilter, sectors, sectoral());
ENTENTE_BENCHMARK(evaluateFilter, combined, combined());
ENTENTE_BENCHMARK(evaluateFilter, one_hop, around(1));
ENTENTE_BENCHMARK(evaluateFilter, two_hops, around(2));
ENTENTE_BENCHMARK(evaluateFilter, whole_component, around(20));
ENTENTE_BENCHMARK(evaluateFilter, text_of_few, textual("vésta"));
ENTENTE_BENCHMARK(evaluateFilter, text_of_many, textual("treaty"));
ENTENTE_BENCHMARK(countFacets, everything, Filter{});
ENTENTE_BENCHMARK(countFacets, window, windowed());
ENTENTE_BENCHMARK(countFacets, combined, combined());
ENTENTE_BENCHMARK(countFacets, one_hop, around(1));
ENTENTE_BENCHMARK(countFacets, whole_component, around(20));
ENTENTE_BENCHMARK(countFacets, text_of_many, textual("treaty"));
ENTENTE_BENCHMARK(projectTo, full, Projection::Full, Filter{});
ENTENTE_BENCHMARK(projectTo, alliances, Projection::Alliances, Filter{});
ENTENTE_BENCHMARK(projectTo, agreements, Projection::Agreements, Filter{});
ENTENTE_BENCHMARK(projectTo, alliances_combined, Projection::Alliances, combined());
BENCHMARK(firstNeighbourhood)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(firstText)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(findPath)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace entente

BENCHMARK_MAIN();
