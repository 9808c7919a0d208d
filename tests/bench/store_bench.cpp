#include "core/store/native_file.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>
#include <random>

#include <unistd.h>

namespace entente {

namespace {

/// Ties among actors with dates to the day, sectors, types and weights all over the place, and with
/// so many attributes: of every other one there are as many values as edges.
Dossier largeDossier(std::int64_t edges, std::int64_t attributes) {
    Dossier dossier;
    std::mt19937 random(1815);
    const auto vertices = static_cast<VertexIndex>(edges / 10);
    const std::array<StringId, 4> types = {dossier.intern("ally"), dossier.intern("supplies"),
                                           dossier.intern("member of"),
                                           dossier.intern("adversary")};
    dossier.reserve(vertices, static_cast<std::size_t>(edges));
    for (VertexIndex i = 0; i < vertices; ++i) {
        Vertex vertex;
        vertex.id = dossier.intern(fmt::format("actor-{}", i));
        vertex.label = dossier.intern(fmt::format("Actor number {}", i));
        vertex.kind = VertexKind::State;
        vertex.period = Period::since({.year = static_cast<int>(1816 + random() % 200)});
        dossier.add(vertex);
    }
    std::vector<StringId> names;
    for (std::int64_t i = 0; i < attributes; ++i) {
        names.push_back(dossier.intern(fmt::format("attribute {}", i)));
    }
    for (std::int64_t i = 0; i < edges; ++i) {
        Edge edge;
        edge.source = static_cast<VertexIndex>(random() % vertices);
        edge.target = static_cast<VertexIndex>(random() % vertices);
        edge.type = types[random() % types.size()];
        edge.sectors = sectorBit(random() % 8) | sectorBit(random() % 8);
        edge.polarity = static_cast<Polarity>(random() % polarityCount);
        edge.weight = static_cast<float>(random() % 100) / 10;
        const auto year = static_cast<int>(1816 + random() % 200);
        edge.period = Period::between({.year = year,
                                       .month = static_cast<std::uint8_t>(1 + random() % 12),
                                       .day = static_cast<std::uint8_t>(1 + random() % 28)},
                                      {.year = year + 1 + static_cast<int>(random() % 20)});
        edge.attributes.clear();
        for (std::size_t a = 0; a < names.size(); ++a) {
            const std::uint64_t values = a % 2 == 0 ? 200U : 1'000'000U;
            edge.attributes.push_back(
                {names[a], dossier.intern(fmt::format("value {}", random() % values))});
        }
        dossier.add(edge);
    }
    return dossier;
}

/// A file of its own, gone afterwards.
struct BenchmarkFile {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / fmt::format("store-bench-{}.entente", ::getpid());
    ~BenchmarkFile() { std::filesystem::remove(path); }
};

void save(benchmark::State& state) {
    const Dossier dossier = largeDossier(state.range(0), state.range(1));
    const BenchmarkFile file;
    for ([[maybe_unused]] const auto iteration : state) {
        writeNative(dossier, file.path);
    }
    state.counters["bytes/edge"] = static_cast<double>(std::filesystem::file_size(file.path)) /
                                   static_cast<double>(state.range(0));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void open(benchmark::State& state) {
    const BenchmarkFile file;
    writeNative(largeDossier(state.range(0), state.range(1)), file.path);
    for ([[maybe_unused]] const auto iteration : state) {
        const Dossier dossier = readNative(file.path);
        benchmark::DoNotOptimize(dossier.edges().count());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void sizes(benchmark::internal::Benchmark* each) {
    each->ArgNames({"edges", "attributes"})
        ->Args({10'000, 0})
        ->Args({1'000'000, 0})
        ->Args({1'000'000, 4})
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
}

BENCHMARK(save)->Apply(sizes);
BENCHMARK(open)->Apply(sizes);

} // namespace

} // namespace entente

BENCHMARK_MAIN();
