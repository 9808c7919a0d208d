#include "tests/ui/render/renderer_fixture.h"
#include "ui/render/gl_renderer.h"
#include "ui/render/gl_target.h"
#include "ui/render/gl_text.h"
#include "ui/render/headless_context.h"
#include "ui/scene/crowding.h"

#include <gtest/gtest.h>

#include <numeric>

namespace entente::ui {

namespace {

struct GlRendererTest : testing::Test, RendererFixture {
    std::unique_ptr<HeadlessContext> context = HeadlessContext::create();

    void SetUp() override {
        if (!context) {
            GTEST_SKIP() << "There is no OpenGL here.";
        }
    }

    template <typename Draw>
    QImage byCard(const Draw& draw) const {
        GlRenderer renderer;
        renderer.setPlan(plan(), sharedNetwork(), style.colours());
        renderer.setPlaces(places, crowdingOf(places));
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
};

TEST_F(GlRendererTest, DrawsWhatThePainterDraws) {
    addEverything();
    expectAlike(byPainter(), byCard());
}

TEST_F(GlRendererTest, DrawsTheSameCloudOfDots) {
    addCrowd(3000, 1500);
    view.camera.zoom = 0.02;
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
    bendAll();
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

TEST_F(GlRendererTest, SticksPinsAlike) {
    addEverything();
    NetworkSceneOptions options;
    options.pinned.assign(shown.vertexCount(), 1);
    std::vector<std::uint32_t> all(shown.vertexCount());
    std::iota(all.begin(), all.end(), 0U);
    const QImage pinned = byPainter(options);
    const QImage drawn = byCard([&](GlRenderer& renderer) {
        renderer.drawStrands(0, renderer.strandCount());
        renderer.drawSigns(0, renderer.signCount());
        renderer.drawMarks(0, renderer.markCount());
        renderer.drawPins(all);
    });
    expectAlike(pinned, drawn);
    EXPECT_GT(structuralSimilarity(pinned, drawn), structuralSimilarity(pinned, byCard()) + 0.003);
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

TEST_F(GlRendererTest, AFilterSendsNoStrandThatIsThere) {
    addEverything();
    const Network all = shown;
    const std::vector<QPointF> everywhere = places;
    const std::vector<EdgeIndex> hidden{1, 4, 5, 10}; // no other tie joins these pairs
    GlRenderer renderer;
    GlTarget target;
    target.resize(view.pixels());
    const auto draw = [&] {
        renderer.setPlan(plan(), sharedNetwork(), style.colours());
        renderer.setPlaces(places);
        renderer.setBends(bends);
        target.bind();
        renderer.begin(view);
        renderer.clear(style.colours().ground);
        renderer.drawStrands(0, renderer.strandCount());
        renderer.drawSigns(0, renderer.signCount());
        renderer.drawMarks(0, renderer.markCount());
        return target.image().convertToFormat(QImage::Format_RGB32);
    };
    for (const bool bent : {false, true}) {
        if (bent) {
            bendAll();
        }
        const std::vector<QPointF> allBends = bends;
        draw();
        const std::size_t sent = renderer.sentRecords();
        ASSERT_GT(sent, 0U);

        Visibility visibility;
        visibility.vertices.assign(dossier.vertices().size(), 1);
        visibility.vertices[2] = 0; // so that the vertices after it have other numbers
        visibility.edges.assign(dossier.edges().size(), 1);
        for (const EdgeIndex edge : hidden) {
            visibility.edges[edge] = 0;
        }
        shown = project(dossier, visibility, {Projection::Full, true});
        places.erase(places.begin() + 2);
        if (bent) {
            bends.clear();
            bendAll();
        }
        expectAlike(byPainter(), draw());
        EXPECT_EQ(renderer.sentRecords(), sent);

        shown = all;
        places = everywhere;
        bends = allBends;
        expectAlike(byPainter(), draw());
        EXPECT_EQ(renderer.sentRecords(), sent);
    }
}

TEST_F(GlRendererTest, ScatteredStrandsAreTheSameStrands) {
    addCrowd(60, 120);
    view.camera.zoom = 0.4;
    GlRenderer renderer;
    renderer.setPlan(plan(), sharedNetwork(), style.colours(), 10);
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

TEST_F(GlRendererTest, WritesAsThePainterWrites) {
    DisplayList list;
    list.font = style.font;
    list.bounds = QRectF(QPointF(), view.size);
    list.ground = style.colours().ground;
    const auto write = [&](const QString& text, QPointF position, Label::Anchor anchor, bool bold) {
        Label label;
        label.text = text;
        label.position = position;
        label.anchor = anchor;
        label.bold = bold;
        label.colour = style.colours().text;
        label.halo = Qt::green;
        list.labels.push_back(label);
    };
    write(QStringLiteral("Treaty on the Basis for Mutual Relations"), {320, 60},
          Label::Anchor::Centre, true);
    write(QStringLiteral("Российская Федерация"), {40, 120}, Label::Anchor::Left, false);
    write(QStringLiteral("جمهوری اسلامی ایران"), {600, 180}, Label::Anchor::Right, false);
    write(QStringLiteral("中华人民共和国"), {320, 240}, Label::Anchor::Centre, false);
    write(QStringLiteral("भारत गणराज्य"), {320, 300}, Label::Anchor::Centre, true);
    for (const double ratio : {1.0, 1.5, 2.0}) {
        view.pixelRatio = ratio;
        QImage painted(view.pixels(), QImage::Format_RGB32);
        painted.setDevicePixelRatio(ratio);
        QPainter painter(&painted);
        paint(painter, list);
        GlRenderer renderer;
        GlText text;
        GlTarget target;
        target.resize(view.pixels());
        target.bind();
        renderer.begin(view);
        renderer.clear(style.colours().ground);
        text.draw(list.labels, list.font, {}, view);
        expectAlike(painted, target.image().convertToFormat(QImage::Format_RGB32), 0.95);
    }
}

} // namespace

} // namespace entente::ui
