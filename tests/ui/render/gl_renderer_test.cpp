#include "tests/ui/render/picture_similarity.h"
#include "tests/ui/scene/scene_fixture.h"
#include "ui/render/gl_renderer.h"
#include "ui/render/gl_target.h"
#include "ui/render/headless_context.h"
#include "ui/render/painter_renderer.h"

#include <QPainter>

#include <gtest/gtest.h>

#include <random>

namespace entente::ui {

namespace {

/// Draws the same network with both renderers.
struct GlRendererTest : testing::Test, SceneFixture {
    std::unique_ptr<HeadlessContext> context = HeadlessContext::create();
    Style style;
    Network shown;
    std::vector<QPointF> places; ///< layout units
    GlView view{{}, {640, 480}, 1};
    std::vector<QPointF> bends;

    void SetUp() override {
        if (!context) {
            GTEST_SKIP() << "There is no OpenGL here.";
        }
        style.font = QFont(QStringLiteral("Noto Sans"));
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
        options.controls = inPixels(bends);
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

    template <typename Draw>
    QImage byCard(const Draw& draw) const {
        GlRenderer renderer;
        renderer.setPlan(std::make_shared<NetworkPlan>(planNetwork(dossier, shown, style)),
                         style.colours(), false);
        renderer.setPlaces(places);
        renderer.setBends(bends);
        GlTarget target;
        target.resize(view.pixels());
        target.bind();
        renderer.begin(view);
        renderer.clear(style.colours().ground);
        draw(renderer);
        QImage image = target.image().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(view.pixelRatio);
        return image;
    }

    [[nodiscard]] QImage byCard() const {
        return byCard([](GlRenderer& renderer) {
            renderer.drawStrands(0, renderer.strandCount());
            renderer.drawSigns(0, renderer.signCount());
            renderer.drawMarks(0, renderer.markCount());
        });
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

TEST_F(GlRendererTest, DrawsWhatThePainterDraws) {
    addEverything();
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, DrawsTheSameOnADarkGround) {
    style.theme = Theme::Dark;
    addEverything();
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, DrawsTheSameEnlargedAndAtFractionalScales) {
    addEverything();
    view.camera.zoom = 2.5;
    view.camera.centre = {-1.0, -0.6};
    expectAlike(byPainter(), byCard());
    view.camera = {};
    for (const double ratio : {1.5, 2.0}) {
        view.pixelRatio = ratio;
        expectAlike(byPainter(), byCard());
    }
}

TEST_F(GlRendererTest, DrawsTheSameCrowdFromFar) {
    addCrowd(400, 1500);
    view.camera.zoom = 0.2;
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, BendsEdgesAlike) {
    addEverything();
    for (const NetworkEdge& edge : shown.edges()) {
        bends.push_back((places[edge.source] + places[edge.target]) / 2 + QPointF(0.3, 0.4));
    }
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, FadesAndSelectsAlike) {
    addEverything();
    NetworkSceneOptions options;
    const std::vector<std::uint32_t> chosen{4};
    options.highlight = highlightAround(shown, chosen, {});
    options.selected = {{ElementKind::Vertex, shown.element(4)}};
    std::vector<std::uint32_t> edges;
    std::vector<std::uint32_t> vertices;
    for (std::uint32_t edge = 0; edge < shown.edgeCount(); ++edge) {
        if (options.highlight.edges[edge] != 0) {
            edges.push_back(edge);
        }
    }
    for (std::uint32_t vertex = 0; vertex < shown.vertexCount(); ++vertex) {
        if (options.highlight.vertices[vertex] != 0 && vertex != 4) {
            vertices.push_back(vertex);
        }
    }
    expectAlike(byPainter(options), byCard([&](GlRenderer& renderer) {
                    const GlLook faded{.faded = true};
                    renderer.drawStrands(0, renderer.strandCount(), faded);
                    renderer.drawSigns(0, renderer.signCount(), faded);
                    renderer.drawEdges(edges);
                    renderer.drawMarks(0, renderer.markCount(), faded);
                    renderer.drawVertices(vertices);
                    renderer.drawVertices(chosen, {.selected = true});
                }));
}

TEST_F(GlRendererTest, LeavesOutWhatHasNoPlace) {
    addEverything();
    places[4] = {std::nan(""), 0};
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, AMovedMarkSendsItsPartOnly) {
    addEverything();
    const QImage moved = byCard([&](GlRenderer& renderer) {
        std::vector<QPointF> elsewhere = places;
        elsewhere[2] += QPointF(-0.5, 1.0);
        renderer.setPlaces(elsewhere);
        renderer.drawStrands(0, renderer.strandCount());
        renderer.drawSigns(0, renderer.signCount());
        renderer.drawMarks(0, renderer.markCount());
    });
    places[2] += QPointF(-0.5, 1.0);
    expectAlike(byPainter(), moved);
}

TEST_F(GlRendererTest, ScatteredStrandsAreTheSameStrands) {
    addCrowd(60, 120);
    view.camera.zoom = 0.4;
    GlRenderer renderer;
    renderer.setPlan(std::make_shared<NetworkPlan>(planNetwork(dossier, shown, style)),
                     style.colours(), true);
    renderer.setPlaces(places);
    GlTarget target;
    target.resize(view.pixels());
    target.bind();
    renderer.begin(view);
    renderer.clear(style.colours().ground);
    for (std::size_t i = 0; i < renderer.strandCount(); i += 17) {
        renderer.drawStrands(i, 17);
    }
    renderer.drawMarks(0, renderer.markCount());
    expectAlike(byPainter(), target.image().convertToFormat(QImage::Format_RGB32), 0.97);
}

} // namespace

} // namespace entente::ui
