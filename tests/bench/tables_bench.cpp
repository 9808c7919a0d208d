#include "core/formats/delimited.h"
#include "core/formats/tables.h"
#include "core/formats/text_encoding.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <iterator>

namespace entente {

namespace {

/// An edge table as research data have it: ends, weight, sector and period.
std::string edgeTable(std::size_t edges, bool periods) {
    constexpr std::array<const char*, 4> sectors = {"defence", "energy", "trade", "energy; trade"};
    std::string text =
        periods ? "Source,Target,Type,Weight,Sector,Begin,End\n" : "Source,Target,Type,Weight\n";
    std::uint32_t state = 1;
    const auto next = [&state](std::uint32_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (std::size_t i = 0; i < edges; ++i) {
        fmt::format_to(std::back_inserter(text), "actor{},actor{},Directed,{}.5", next(100'000),
                       next(100'000), next(100));
        if (periods) {
            const std::uint32_t begin = 1900 + next(100);
            fmt::format_to(std::back_inserter(text), ",{},{}-{:02}-{:02},{}", sectors[next(4)],
                           begin, 1 + next(12), 1 + next(28), begin + next(20));
        }
        text += '\n';
    }
    return text;
}

void readEdges(benchmark::State& state, bool periods) {
    const auto edges = static_cast<std::size_t>(state.range(0));
    const std::vector<InputFile> files = {{"edges.csv", edgeTable(edges, periods)}};
    for (auto _ : state) {
        ImportReport report;
        const Dossier dossier = tablesReader().read(files, report, {});
        if (dossier.edges().count() != edges || report.rowsRefused != 0) {
            state.SkipWithError("the table was not read whole");
        }
        benchmark::DoNotOptimize(dossier);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * files[0].bytes.size()));
}

void readPlainEdges(benchmark::State& state) {
    readEdges(state, false);
}
void readDatedEdges(benchmark::State& state) {
    readEdges(state, true);
}

void splitRows(benchmark::State& state) {
    const std::string text = edgeTable(static_cast<std::size_t>(state.range(0)), true);
    for (auto _ : state) {
        std::size_t fields = 0;
        for (DelimitedText table(text, ','); table.next();) {
            fields += table.fields().size();
        }
        benchmark::DoNotOptimize(fields);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void decodeUtf8(benchmark::State& state, std::string_view letters) {
    std::string text;
    while (text.size() < static_cast<std::size_t>(state.range(0))) {
        text += letters;
    }
    for (auto _ : state) {
        ImportReport report;
        benchmark::DoNotOptimize(decodeText(text, "text", report));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void decodePlain(benchmark::State& state) {
    decodeUtf8(state, "actor1,actor2,Directed,1.5\n");
}
void decodeCyrillic(benchmark::State& state) {
    decodeUtf8(state, "Россия,Иран,Directed,1.5\n");
}

BENCHMARK(readPlainEdges)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readDatedEdges)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(splitRows)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(decodePlain)->Arg(64 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(decodeCyrillic)->Arg(64 << 20)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace entente

BENCHMARK_MAIN();
