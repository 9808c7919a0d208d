// How long a picture of a large network takes: 200 states with 6,000 ties (an alliance data set)
// and 10,000 actors with 100,000.

#include "tests/ui/scene/scene_fixture.h"
#include "ui/render/painter_renderer.h"
#include "ui/scene/picking.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

#include <random>

using namespace entente;
using namespace entente::ui;

namespace {

struct Crowd : SceneFixture {
    Crowd(std::uint32_t vertices, std::uint32_t edges) {
        std::mt19937 random(1);
        std::uniform_int_distribution<std::uint32_t> vertex(0, vertices - 1);
        std::uniform_int_distribution<std::size_t> sectorOf(0, 7);
        std::uniform_real_distribution<double> place(0, 1);
        for (std::uint32_t i = 0; i < vertices; ++i) {
            add("Actor " + std::to_string(i));
            places.emplace_back(1200 * place(random), 700 * place(random));
        }
        for (std::uint32_t i = 0; i < edges; ++i) {
            const std::uint32_t from = vertex(random);
            // Layouts put neighbours near one another: most ties are short.
            tie(from, vertex(random), sectorBit(sectorOf(random)),
                i % 5 == 0 ? Polarity::Conflictual : Polarity::Cooperative);
        }
        shown = network();
        style.font = QFont(QStringLiteral("Noto Sans"));
        options.zoom = vertices > 1000 ? 0.05 : 0.35;
    }

    std::vector<QPointF> places;
    Network shown;
    Style style;
    NetworkSceneOptions options;
};

void buildScene(benchmark::State& state) {
    Crowd crowd(static_cast<std::uint32_t>(state.range(0)),
                static_cast<std::uint32_t>(state.range(1)));
    for (auto round : state) {
        benchmark::DoNotOptimize(buildNetworkScene(crowd.dossier, crowd.shown, crowd.places,
                                                   crowd.style, crowd.options));
    }
}

void paintScene(benchmark::State& state) {
    Crowd crowd(static_cast<std::uint32_t>(state.range(0)),
                static_cast<std::uint32_t>(state.range(1)));
    const NetworkScene scene =
        buildNetworkScene(crowd.dossier, crowd.shown, crowd.places, crowd.style, crowd.options);
    QImage image(1200, 700, QImage::Format_ARGB32_Premultiplied);
    for (auto round : state) {
        image.fill(Qt::white);
        QPainter painter(&image);
        paint(painter, scene.list);
    }
    if (qEnvironmentVariableIsSet("ENTENTE_PICTURES")) {
        image.save(qEnvironmentVariable("ENTENTE_PICTURES") +
                   QStringLiteral("/crowd-%1.png").arg(state.range(0)));
    }
}

void indexScene(benchmark::State& state) {
    Crowd crowd(static_cast<std::uint32_t>(state.range(0)),
                static_cast<std::uint32_t>(state.range(1)));
    const NetworkScene scene =
        buildNetworkScene(crowd.dossier, crowd.shown, crowd.places, crowd.style, crowd.options);
    for (auto round : state) {
        benchmark::DoNotOptimize(Picker(scene.list));
    }
}

} // namespace

#define NETWORK_SIZES                                                                              \
    ->Args({60, 200})->Args({200, 6000})->Args({10000, 100000})->Unit(benchmark::kMillisecond)
BENCHMARK(buildScene) NETWORK_SIZES;
BENCHMARK(paintScene) NETWORK_SIZES;
BENCHMARK(indexScene) NETWORK_SIZES;

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
