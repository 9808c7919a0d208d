#pragma once

#include "tests/ui/render/picture_similarity.h"
#include "tests/ui/scene/scene_fixture.h"
#include "ui/render/painter_renderer.h"
#include "ui/render/picture_view.h"

#include <QPainter>

#include <gtest/gtest.h>

#include <random>

namespace entente::ui {

/// Networks for comparing what renderers make of them with what the painter makes of them.
struct RendererFixture : SceneFixture {
    Style style;
    Network shown;
    std::vector<QPointF> places; ///< layout units
    std::vector<QPointF> bends;
    PictureView view{{}, {640, 480}, 1};

    RendererFixture() { style.font = QFont(QStringLiteral("Noto Sans")); }

    [[nodiscard]] std::shared_ptr<const NetworkPlan> plan() const {
        return std::make_shared<const NetworkPlan>(planNetwork(dossier, shown, style));
    }

    [[nodiscard]] std::shared_ptr<const Network> sharedNetwork() const {
        return std::make_shared<const Network>(shown);
    }

    [[nodiscard]] std::vector<QPointF> inPixels(const std::vector<QPointF>& points) const {
        std::vector<QPointF> pixels;
        for (const QPointF point : points) {
            pixels.push_back(point * view.camera.scale());
        }
        return pixels;
    }

    [[nodiscard]] QImage byPainter(NetworkSceneOptions options = {}) const {
        options.zoom = view.camera.zoom;
        options.labels = false;
        if (!bends.empty()) {
            options.bend = [this](std::uint32_t edge) {
                return bends[edge] * view.camera.scale();
            };
        }
        const NetworkScene scene =
            buildNetworkScene(dossier, shown, inPixels(places), style, options);
        QImage image(view.pixels(), QImage::Format_RGB32);
        image.setDevicePixelRatio(view.pixelRatio);
        image.fill(style.colours().ground);
        QPainter painter(&image);
        painter.translate(view.camera.toView({}, view.size));
        paint(painter, scene.list);
        return image;
    }

    static void expectAlike(const QImage& painted, const QImage& drawn, double least = 0.98) {
        const double alike = structuralSimilarity(painted, drawn);
        EXPECT_GE(alike, least);
        if (alike < least || !qEnvironmentVariableIsEmpty("ENTENTE_KEEP_PICTURES")) {
            const QString name =
                QString::fromLatin1(testing::UnitTest::GetInstance()->current_test_info()->name());
            painted.save(name + QStringLiteral("-painter.png"));
            drawn.save(name + QStringLiteral("-card.png"));
        }
    }

    void bendAll() {
        for (const NetworkEdge& edge : shown.edges()) {
            bends.push_back((places[edge.source] + places[edge.target]) / 2 + QPointF(0.3, 0.4));
        }
    }

    /// One of each kind of vertex, and ties of each kind of look.
    void addEverything() {
        const auto kinds = {VertexKind::State,     VertexKind::Leader,  VertexKind::Organisation,
                            VertexKind::Group,     VertexKind::Company, VertexKind::Other,
                            VertexKind::Agreement, VertexKind::Event};
        std::vector<VertexIndex> rows;
        for (const VertexKind kind : kinds) {
            rows.push_back(add("V" + std::to_string(rows.size()), kind, sector("energy")));
        }
        const auto confidences = {Confidence::Confirmed, Confidence::Reported, Confidence::Alleged,
                                  Confidence::Planned};
        std::size_t i = 0;
        for (const Confidence confidence : confidences) {
            tie(rows[i], rows[i + 1], sector("nuclear"), Polarity::Cooperative, confidence);
            tie(rows[i], rows[i + 3], sector("defence") | sector("trade") | sector("finance"),
                Polarity::Conflictual, confidence, "supplies", true);
            tie(rows[7 - i], rows[i], sector("technology"), Polarity::Neutral, confidence,
                "supplies", true);
            ++i;
        }
        tie(rows[0], rows[7], 0);
        shown = network(Projection::Full);
        places = {{-1.8, -1.2}, {0, -1.4},  {1.9, -1.1}, {-2.0, 0.1},
                  {0.3, 0.2},   {2.0, 0.2}, {-1.1, 1.4}, {1.2, 1.35}};
    }

    void addCrowd(std::uint32_t vertices, std::uint32_t edges) {
        std::mt19937 random(5);
        std::normal_distribution<double> place(0, 4);
        std::vector<VertexIndex> rows;
        for (std::uint32_t i = 0; i < vertices; ++i) {
            rows.push_back(add("V" + std::to_string(i),
                               i % 3 == 0 ? VertexKind::Organisation : VertexKind::State));
            places.emplace_back(place(random), place(random));
        }
        for (std::uint32_t i = 0; i < edges; ++i) {
            tie(rows[random() % vertices], rows[random() % vertices], sectorBit(random() % 8));
        }
        shown = network(Projection::Full);
    }
};

} // namespace entente::ui
