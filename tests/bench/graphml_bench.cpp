#include "core/formats/gexf.h"
#include "core/formats/graphml.h"

#include <benchmark/benchmark.h>
#include <expat.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdint>
#include <filesystem>
#include <iterator>

namespace entente {

namespace {

constexpr std::size_t edgesOfANode = 4;

/// A graph as research data have it: two attributes a node, one and an id an edge.
std::string graphMl(std::size_t edges) {
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                       "  <key id=\"d0\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
                       "  <key id=\"d1\" for=\"node\" attr.name=\"degree\" attr.type=\"double\"/>\n"
                       "  <key id=\"d2\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
                       "  <graph edgedefault=\"directed\">\n";
    std::uint32_t state = 1;
    const auto next = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    const std::size_t nodes = edges / edgesOfANode;
    for (std::size_t i = 0; i < nodes; ++i) {
        fmt::format_to(std::back_inserter(text),
                       "    <node id=\"n{}\">\n      <data key=\"d0\">Actor number {}</data>\n"
                       "      <data key=\"d1\">{}.5</data>\n    </node>\n",
                       i, i, next(100));
    }
    for (std::size_t i = 0; i < edges; ++i) {
        fmt::format_to(std::back_inserter(text),
                       "    <edge id=\"e{}\" source=\"n{}\" target=\"n{}\">\n"
                       "      <data key=\"d2\">{}.5</data>\n    </edge>\n",
                       i, next(nodes), next(nodes), next(100));
    }
    return text + "  </graph>\n</graphml>\n";
}

Dossier readWhole(benchmark::State& state, const Reader& reader, const InputFile& file) {
    ImportReport report;
    Dossier dossier = reader.read(std::span(&file, 1), report, {});
    if (dossier.edges().count() != static_cast<std::size_t>(state.range(0)) ||
        !report.entries.empty()) {
        state.SkipWithError("the file was not read whole");
    }
    return dossier;
}

/// How often the file would go into the most memory that the program has held.
void countMemory(benchmark::State& state, std::size_t fileSize) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    constexpr double kilobyte = 1024;
    state.counters["file_MB"] = static_cast<double>(fileSize) / 1e6;
    state.counters["peak_of_file"] =
        static_cast<double>(usage.ru_maxrss) * kilobyte / static_cast<double>(fileSize);
}

void readGraphMl(benchmark::State& state) {
    const InputFile file{"graph.graphml", graphMl(static_cast<std::size_t>(state.range(0)))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(readWhole(state, graphMlReader(), file));
    }
    countMemory(state, file.bytes.size());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * file.bytes.size()));
}

/// What the parser takes without anything being made of what it finds.
void parseGraphMlAlone(benchmark::State& state) {
    const std::string text = graphMl(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::size_t elements = 0;
        const XML_Parser parser = XML_ParserCreate("UTF-8");
        XML_SetUserData(parser, &elements);
        XML_SetElementHandler(
            parser,
            [](void* count, const XML_Char*, const XML_Char**) {
                ++*static_cast<std::size_t*>(count);
            },
            [](void*, const XML_Char*) {});
        XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
        XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1);
        XML_ParserFree(parser);
        benchmark::DoNotOptimize(elements);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void writeGraph(benchmark::State& state, const Writer& writer) {
    const InputFile file{"graph.graphml", graphMl(static_cast<std::size_t>(state.range(0)))};
    const Dossier dossier = readWhole(state, graphMlReader(), file);
    const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                       fmt::format("entente-bench.{}", writer.extensions().front());
    for (auto _ : state) {
        (void)writer.write(dossier, path, {});
    }
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations() * std::filesystem::file_size(path)));
    std::filesystem::remove(path);
}

void writeGraphMl(benchmark::State& state) {
    writeGraph(state, graphMlWriter());
}
void writeGexf(benchmark::State& state) {
    writeGraph(state, gexfWriter());
}

constexpr std::int64_t edges = 400'000;

BENCHMARK(readGraphMl)->Arg(edges)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(parseGraphMlAlone)->Arg(edges)->Unit(benchmark::kMillisecond);
BENCHMARK(writeGraphMl)->Arg(edges)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(writeGexf)->Arg(edges)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace entente

BENCHMARK_MAIN();
