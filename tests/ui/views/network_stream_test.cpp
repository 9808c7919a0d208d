#include "tests/ui/sample_workspace.h"
#include "ui/views/network_menu.h"
#include "ui/views/network_view.h"

#include <QElapsedTimer>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

/// Turns and grows a picture by steps, one each time that the test asks for it.
struct SteppedEngine {
    std::atomic<int> wanted = 0;

    LayoutEngine engine() {
        return [this](const LayoutGraph& graph, const LayoutOptions& options,
                      const Progress& progress) -> std::vector<Point> {
            std::vector<Point> positions(graph.vertexCount());
            for (int step = 0;;) {
                progress.throwIfStopped();
                if (step < wanted) {
                    ++step;
                    for (std::size_t i = 0; i < positions.size(); ++i) {
                        const double angle = static_cast<double>(i) * 2.4 + 0.02 * step;
                        const double radius = std::sqrt(static_cast<double>(i) + 1) * step * 0.2;
                        positions[i] = {radius * std::cos(angle), radius * std::sin(angle)};
                    }
                    options.preview(positions);
                }
                std::this_thread::yield();
            }
        };
    }
};

struct NetworkStream : testing::Test, SampleWorkspace {
    SteppedEngine stepped;
    NetworkView view{&workspace};
    QSignalSpy streamed{&workspace, &Workspace::positionsStreamed};

    void SetUp() override {
        view.setAnimationsEnabled(false);
        view.resize(800, 600);
        view.show();
        workspace.setLayoutEngine(stepped.engine());
    }

    void step() {
        ++stepped.wanted;
        ASSERT_TRUE(streamed.wait(patience));
        view.grab();
    }

    void stop() {
        QSignalSpy finished(&workspace, &Workspace::layoutFinished);
        workspace.stopLayout();
        ASSERT_TRUE(finished.wait(patience));
    }

    [[nodiscard]] bool allInSight() const {
        for (const VertexIndex row : workspace.network().elements()) {
            if (!QRectF(view.rect()).contains(*view.pixelOf(row))) {
                return false;
            }
        }
        return true;
    }
};

Dossier largeDossier(std::uint32_t vertices, std::uint32_t edges) {
    Dossier dossier;
    for (std::uint32_t i = 0; i < vertices; ++i) {
        Vertex vertex;
        vertex.kind = VertexKind::State;
        dossier.add(vertex);
    }
    for (std::uint32_t i = 0; i < edges; ++i) {
        Edge edge;
        edge.kind = EdgeKind::Tie;
        edge.source = i % vertices;
        edge.target = (i % vertices + 1 + i / vertices * 37) % vertices;
        edge.polarity = i % 7 == 0 ? Polarity::Conflictual : Polarity::Cooperative;
        dossier.add(edge);
    }
    return dossier;
}

} // namespace

TEST_F(NetworkStream, TheCameraKeepsAFittedPictureFitted) {
    workspace.relayout();
    for (int i = 0; i < 4; ++i) {
        step();
        EXPECT_TRUE(allInSight()) << "step " << i;
    }
    stop();
    EXPECT_TRUE(allInSight());
}

TEST_F(NetworkStream, WhoLooksElsewhereIsLeftThere) {
    workspace.relayout();
    step();
    QTest::keyClick(&view, Qt::Key_Plus);
    const QPointF before = *view.pixelOf(russia);
    const QPointF place = *workspace.position(russia);
    stop();
    EXPECT_EQ(workspace.position(russia), place);
    EXPECT_EQ(view.pixelOf(russia), before);
}

TEST_F(NetworkStream, WhoIsLeftWithNothingInSightSeesAllOfIt) {
    workspace.relayout();
    step();
    // Into an empty corner.
    for (int i = 0; i < 20; ++i) {
        const QPointF corner(2, 2);
        QWheelEvent event(corner, view.mapToGlobal(corner), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    ASSERT_FALSE(allInSight());
    stop();
    EXPECT_TRUE(allInSight());
}

TEST_F(NetworkStream, AMarkInTheHandStaysThere) {
    workspace.relayout();
    step();
    const QPoint from = view.pixelOf(iran)->toPoint();
    const QPoint to = from + QPoint(60, 40);
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&view, from + QPoint(30, 20));
    QTest::mouseMove(&view, to);
    const QPointF held = *view.pixelOf(iran);
    step();
    EXPECT_EQ(view.pixelOf(iran), held);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    EXPECT_TRUE(workspace.pinned(iran));
    EXPECT_TRUE(workspace.layoutRunning()) << "it goes on around the pin";
    step();
    EXPECT_NEAR(view.pixelOf(iran)->x(), held.x(), 1e-6);
    stop();
    const DisplayList list = view.displayList();
    const auto mark =
        std::ranges::find(list.marks, ElementRef{ElementKind::Vertex, iran}, &Mark::element);
    ASSERT_NE(mark, list.marks.end());
    EXPECT_TRUE(mark->pinned) << "with its pin";
}

TEST_F(NetworkStream, TheMenuUnpins) {
    workspace.setPinned({iran, china}, true);
    const auto trigger = [this](const std::vector<VertexIndex>& rows, const char* text) {
        QMenu menu;
        fillNetworkMenu(menu, view, workspace, rows);
        for (QAction* const action : menu.actions()) {
            if (action->text().remove(QLatin1Char('&')) == QLatin1String(text)) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(trigger({russia}, "Pin in Place"));
    EXPECT_TRUE(workspace.pinned(russia));
    EXPECT_TRUE(trigger({russia}, "Unpin"));
    EXPECT_FALSE(workspace.pinned(russia));
    EXPECT_TRUE(trigger({}, "Unpin All"));
    EXPECT_FALSE(workspace.anyPinned());
    EXPECT_FALSE(trigger({}, "Unpin All")) << "nothing is pinned";
}

namespace {

/// Draws each of a stream's frames and prints what the slowest took; the share of pixels that
/// differ from the corner's in the emptiest of them.
double leastDrawn(std::uint32_t vertices, std::uint32_t edges) {
    Workspace workspace;
    SteppedEngine stepped;
    workspace.setLayoutEngine(stepped.engine());
    NetworkView view(&workspace);
    view.resize(1200, 800);
    view.show();
    workspace.setDossier(largeDossier(vertices, edges), {});
    QSignalSpy streamed(&workspace, &Workspace::positionsStreamed);
    double slowest = 0;
    double least = 1;
    constexpr int frames = 4;
    for (int i = 0; i < frames; ++i) {
        ++stepped.wanted;
        if (!streamed.wait(patience)) {
            ADD_FAILURE() << "no frame came";
            return 0;
        }
        QImage frame(view.size(), QImage::Format_RGB32);
        QElapsedTimer timer;
        timer.start();
        emit workspace.positionsStreamed();
        view.render(&frame);
        slowest = std::max(slowest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const QImage middle = frame.copy(frame.rect().adjusted(300, 200, -300, -200));
        const QRgb ground = workspace.style().colours().ground.rgb();
        std::size_t drawn = 0;
        for (int y = 0; y < middle.height(); ++y) {
            for (int x = 0; x < middle.width(); ++x) {
                drawn += middle.pixel(x, y) != ground ? 1 : 0;
            }
        }
        least = std::min(least, static_cast<double>(drawn) /
                                    (static_cast<double>(middle.width()) * middle.height()));
        const QString pictures = qEnvironmentVariable("ENTENTE_PICTURES");
        if (!pictures.isEmpty()) {
            frame.save(pictures + QStringLiteral("/draft.png"));
        }
    }
    std::printf("slowest frame of %u vertices and %u edges: %.1f ms\n", vertices, edges, slowest);
    return least;
}

} // namespace

TEST(NetworkStreamOfALargeNetwork, IsSeenInEachFrame) {
    EXPECT_GT(leastDrawn(10'000, 40'000), 0.2);
}

TEST(NetworkStreamOfASmallNetwork, IsSeenInEachFrame) {
    EXPECT_GT(leastDrawn(75, 150), 0.01);
}

} // namespace entente::ui
