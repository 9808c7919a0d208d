#include "core/model/merge.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string>

#include <malloc.h>

namespace entente {

namespace {

/// The same numbers on every machine.
class Numbers {
public:
    explicit Numbers(std::uint32_t seed) : state_(seed) {}
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % limit;
    }

private:
    std::uint32_t state_;
};

/// A made-up name of two or three words, another one for each number.
std::string personName(std::uint32_t number) {
    constexpr std::array<const char*, 20> syllables = {"ka", "mi", "ro",  "zhen", "al", "bor", "sa",
                                                       "de", "vi", "gor", "lin",  "ta", "mah", "ud",
                                                       "ne", "sh", "pet", "ov",   "ye", "ran"};
    Numbers numbers(number * 2654435761U + 1);
    std::string name;
    for (std::uint32_t word = 0; word < 2 + number % 2; ++word) {
        name += name.empty() ? "" : " ";
        for (std::uint32_t part = 0; part < 2 + numbers.below(2); ++part) {
            name += syllables[numbers.below(syllables.size())];
        }
    }
    return name;
}

/// Actors from `first` on, every twentieth one misspelt, and ties between them.
Dossier dossierOf(std::uint32_t first, std::uint32_t actors, std::uint32_t ties, bool slips) {
    Dossier dossier;
    dossier.reserve(actors, ties);
    for (std::uint32_t i = 0; i < actors; ++i) {
        std::string name = personName(first + i);
        if (slips && i % 20 == 0) {
            name.erase(name.size() / 2, 1);
        }
        Vertex vertex;
        vertex.id = dossier.intern(fmt::format("{}{}", slips ? "b" : "a", i));
        vertex.label = dossier.intern(name);
        vertex.kind = i % 4 == 0 ? VertexKind::Organisation : VertexKind::Leader;
        dossier.add(vertex);
    }
    Numbers numbers(first + 7);
    Edge tie;
    tie.type = dossier.intern("ally");
    tie.attributes = {{dossier.intern("pledges"), dossier.intern("defence")}};
    for (std::uint32_t i = 0; i < ties; ++i) {
        tie.source = numbers.below(actors);
        tie.target = numbers.below(actors);
        tie.id = dossier.intern(fmt::format("e{}", i));
        Date begin;
        begin.year = static_cast<std::int32_t>(1900 + numbers.below(120));
        tie.period = Period::since(begin);
        dossier.add(tie);
    }
    return dossier;
}

void reconcileNames(benchmark::State& state) {
    const auto actors = static_cast<std::uint32_t>(state.range(0));
    const Dossier open = dossierOf(0, actors, 0, false);
    const Dossier incoming = dossierOf(actors / 2, actors, 0, true);
    std::size_t sure = 0;
    std::size_t doubtful = 0;
    for (auto _ : state) {
        const std::vector<VertexMatch> matches = reconcile(open, incoming);
        sure = doubtful = 0;
        for (const VertexMatch& match : matches) {
            ++(match.certainty == Certainty::Sure ? sure : doubtful);
        }
    }
    state.counters["sure"] = static_cast<double>(sure);
    state.counters["doubtful"] = static_cast<double>(doubtful);
}

enum class Stage : std::uint8_t { Plan, Perform, Undo, Redo };

void mergeEdges(benchmark::State& state, Stage measured) {
    const auto ties = static_cast<std::uint32_t>(state.range(0));
    const Dossier open = dossierOf(0, ties / 10, ties, false);
    const Dossier incoming = dossierOf(ties / 20, ties / 10, ties, true);
    const std::vector<VertexMatch> matches = reconcile(open, incoming);
    for (auto _ : state) {
        Dossier dossier = open;
        History history;
        Merge merged;
        const auto run = [&](Stage stage, const auto& work) {
            const auto begin = std::chrono::steady_clock::now();
            work();
            if (stage == measured) {
                const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
                state.SetIterationTime(took.count());
            }
        };
        run(Stage::Plan, [&] { merged = merge(dossier, incoming, matches); });
        if (measured == Stage::Plan) {
            const std::size_t with = ::mallinfo2().uordblks + ::mallinfo2().hblkhd;
            merged.change.steps = {};
            const std::size_t without = ::mallinfo2().uordblks + ::mallinfo2().hblkhd;
            state.counters["change_MB"] = static_cast<double>(with - without) / 1e6;
            continue;
        }
        run(Stage::Perform, [&] { history.perform(dossier, std::move(merged.change)); });
        run(Stage::Undo, [&] { history.undo(dossier); });
        run(Stage::Redo, [&] { history.redo(dossier); });
        benchmark::DoNotOptimize(dossier);
    }
}

BENCHMARK(reconcileNames)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mergeEdges, plan, Stage::Plan)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mergeEdges, perform, Stage::Perform)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mergeEdges, undo, Stage::Undo)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mergeEdges, redo, Stage::Redo)
    ->Arg(1'000'000)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace entente
