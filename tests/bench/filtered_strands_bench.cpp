// What a filter costs the OpenGL renderer: records of strands that are sent to the graphics card,
// and the time until a plan is there.

#include "core/model/dossier.h"
#include "core/network/network.h"
#include "ui/render/gl_renderer.h"
#include "ui/render/gl_target.h"
#include "ui/render/headless_context.h"

#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <array>
#include <random>

namespace entente::ui {

namespace {

Dossier randomDossier(std::uint32_t vertices, std::uint32_t edges) {
    std::mt19937 random(3);
    Dossier dossier;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        Vertex vertex;
        vertex.id = dossier.intern("V" + std::to_string(i));
        vertex.label = vertex.id;
        dossier.add(vertex);
    }
    for (std::uint32_t i = 0; i < edges; ++i) {
        Edge edge;
        edge.source = static_cast<VertexIndex>(random() % vertices);
        edge.target = static_cast<VertexIndex>((edge.source + 1 + random() % 50) % vertices);
        edge.sectors = sectorBit(random() % 6);
        edge.polarity = random() % 10 == 0 ? Polarity::Conflictual : Polarity::Cooperative;
        dossier.add(edge);
    }
    return dossier;
}

struct Shown {
    std::shared_ptr<const Network> network;
    std::shared_ptr<const NetworkPlan> plan;
    std::vector<QPointF> places;
};

/// All ties, or two of three.
Shown shown(const Dossier& dossier, bool filtered, const Style& style) {
    Visibility visibility;
    visibility.vertices.assign(dossier.vertices().size(), 1);
    visibility.edges.assign(dossier.edges().size(), 1);
    for (std::size_t i = 0; filtered && i < visibility.edges.size(); i += 3) {
        visibility.edges[i] = 0;
    }
    Shown made;
    made.network =
        std::make_shared<const Network>(project(dossier, visibility, {Projection::Full, true}));
    made.plan = std::make_shared<const NetworkPlan>(planNetwork(dossier, *made.network, style));
    for (const VertexIndex row : made.network->elements()) {
        made.places.emplace_back(row % 977, row % 773);
    }
    return made;
}

void filterOnCard(benchmark::State& state) {
    const auto context = HeadlessContext::create();
    if (!context) {
        state.SkipWithError("There is no OpenGL here.");
        return;
    }
    const auto edges = static_cast<std::uint32_t>(state.range(0));
    const Dossier dossier = randomDossier(edges / 3, edges);
    const Style style;
    const std::array<Shown, 2> both{shown(dossier, true, style), shown(dossier, false, style)};
    GlRenderer renderer;
    const auto show = [&](const Shown& network) {
        renderer.setPlan(network.plan, network.network, style.colours(), 12'000);
        renderer.setPlaces(network.places);
        finishDrawing();
    };
    show(both[1]);
    const auto all = static_cast<double>(renderer.sentRecords());
    std::size_t round = 0;
    for (auto each : state) {
        show(both[round++ % 2]);
    }
    state.counters["records"] = all;
    state.counters["sent a filter"] =
        (static_cast<double>(renderer.sentRecords()) - all) / static_cast<double>(round);
    state.counters["bytes of card an edge"] = static_cast<double>(renderer.bytes()) / edges;
}

BENCHMARK(filterOnCard)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(3'000'000)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace entente::ui

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
