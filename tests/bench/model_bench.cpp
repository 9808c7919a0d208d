#include "core/model/dossier.h"

#include <benchmark/benchmark.h>

namespace entente {

namespace {

constexpr std::size_t million = 1'000'000;

/// Fills a dossier row by row, as readers do; the counters are the bytes that a row takes beside
/// its strings: the design allows 120 an edge and 200 a vertex.
void fillDossier(benchmark::State& state) {
    double vertexBytes = 0;
    double edgeBytes = 0;
    for (auto _ : state) {
        Dossier dossier;
        dossier.reserve(million, million);
        Vertex vertex;
        Edge edge;
        for (std::size_t i = 0; i < million; ++i) {
            dossier.add(vertex);
            edge.source = static_cast<VertexIndex>(i);
            edge.target = static_cast<VertexIndex>(i / 2);
            dossier.add(edge);
        }
        vertexBytes = static_cast<double>(dossier.vertices().memory()) / million;
        edgeBytes = static_cast<double>(dossier.edges().memory()) / million;
        benchmark::DoNotOptimize(dossier);
    }
    state.counters["bytes_a_vertex"] = vertexBytes;
    state.counters["bytes_an_edge"] = edgeBytes;
}

BENCHMARK(fillDossier)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace entente
