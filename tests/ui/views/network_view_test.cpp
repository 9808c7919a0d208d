#include "ui/views/network_view.h"

#include "tests/data/random_dossier.h"
#include "tests/ui/render/picture_similarity.h"
#include "ui/render/painter_renderer.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace entente::ui {

namespace {

constexpr int timeout = 5000;

/// A star: Russia with Iran, China and Syria around it, Syria with Israel beyond, and Chad alone.
struct NetworkViewTest : testing::Test {
    Workspace workspace;
    std::unique_ptr<NetworkView> view;
    VertexIndex russia = noIndex;
    VertexIndex iran = noIndex;
    VertexIndex china = noIndex;
    VertexIndex syria = noIndex;
    VertexIndex israel = noIndex;
    VertexIndex chad = noIndex;
    EdgeIndex russiaIran = noIndex;

    void SetUp() override {
        Dossier dossier;
        russia = add(dossier, "Russia");
        iran = add(dossier, "Iran");
        china = add(dossier, "China");
        syria = add(dossier, "Syria");
        israel = add(dossier, "Israel");
        chad = add(dossier, "Chad");
        russiaIran = tie(dossier, russia, iran, "defence");
        tie(dossier, russia, china, "trade");
        tie(dossier, russia, syria, "energy");
        tie(dossier, syria, israel, "security", Polarity::Conflictual);
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
        place(russia, 0, 0);
        place(iran, 2, 0);
        place(china, 0, -2);
        place(syria, 0, 2);
        place(israel, 2, 2);
        place(chad, -2, 0);
        view = std::make_unique<NetworkView>(&workspace);
        view->setAnimationsEnabled(false);
        view->setLegendVisible(false);
        view->resize(800, 600);
        view->show();
        QApplication::processEvents();
    }

    static VertexIndex add(Dossier& dossier, std::string_view name) {
        Vertex vertex;
        vertex.id = dossier.intern(name);
        vertex.label = vertex.id;
        vertex.kind = VertexKind::State;
        return dossier.add(vertex);
    }

    static EdgeIndex tie(Dossier& dossier, VertexIndex from, VertexIndex to,
                         std::string_view sector, Polarity polarity = Polarity::Cooperative) {
        Edge edge;
        edge.source = from;
        edge.target = to;
        edge.type = dossier.intern("ally");
        edge.directed = false;
        edge.sectors = dossier.sectorNamed(sector);
        edge.polarity = polarity;
        return dossier.add(edge);
    }

    void place(VertexIndex row, double x, double y) { workspace.setPosition(row, {x, y}); }

    [[nodiscard]] QPoint at(VertexIndex row) const { return view->pixelOf(row).value().toPoint(); }

    [[nodiscard]] std::set<VertexIndex> selectedRows() const {
        std::set<VertexIndex> rows;
        for (const ElementRef& element : workspace.selection()) {
            if (element.kind == ElementKind::Vertex) {
                rows.insert(element.index);
            }
        }
        return rows;
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(view.get(), Qt::LeftButton, keys, from);
        const auto move = [&](QPoint point) {
            QMouseEvent event(QEvent::MouseMove, QPointF(point), view->mapToGlobal(QPointF(point)),
                              Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(view.get(), &event);
        };
        move((from + to) / 2);
        move(to);
        QTest::mouseRelease(view.get(), Qt::LeftButton, keys, to);
    }
};

TEST_F(NetworkViewTest, FitShowsEveryVertexInsideTheView) {
    for (const VertexIndex row : {russia, iran, china, syria, israel, chad}) {
        EXPECT_TRUE(view->rect().adjusted(30, 30, -30, -30).contains(at(row)));
    }
}

TEST_F(NetworkViewTest, RefitsWhenResizedUntilTheUserLooksElsewhere) {
    view->resize(400, 300);
    EXPECT_TRUE(view->rect().contains(at(israel)));
    QTest::keyClick(view.get(), Qt::Key_Plus);
    const double before = QLineF(at(russia), at(iran)).length();
    view->resize(800, 600);
    EXPECT_NEAR(QLineF(at(russia), at(iran)).length(), before, 2);
    QTest::keyClick(view.get(), Qt::Key_Home);
    EXPECT_GT(QLineF(at(russia), at(iran)).length(), before);
}

TEST_F(NetworkViewTest, MayBeResizedWhileAnotherDossierComes) {
    const auto reshape = [this](int pixels) {
        view->resize(pixels, 300);
        view->grab();
    };
    int width = 500;
    QObject::connect(&workspace, &Workspace::dossierChanged, view.get(),
                     [&] { reshape(width += 10); });
    QObject::connect(&workspace, &Workspace::filterChanged, view.get(),
                     [&] { reshape(width += 10); });
    workspace.setDossier(randomDossier({}, 3), {});
    workspace.waitForLayout();
    EXPECT_EQ(view->width(), width);
    EXPECT_FALSE(view->displayList().marks.empty());
    Dossier few;
    add(few, "Alone");
    workspace.setDossier(std::move(few), {});
    workspace.waitForLayout();
    EXPECT_EQ(view->displayList().marks.size(), 1U);
}

TEST_F(NetworkViewTest, ClickSelectsAndControlAdds) {
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, at(iran));
    EXPECT_EQ(selectedRows(), std::set{iran});
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, at(syria));
    EXPECT_EQ(selectedRows(), (std::set{iran, syria}));
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, at(iran));
    EXPECT_EQ(selectedRows(), std::set{syria});
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {5, 5});
    EXPECT_TRUE(workspace.selection().empty());
}

TEST_F(NetworkViewTest, ClickWithinFourPixelsSelectsATie) {
    const QPoint middle = (at(russia) + at(iran)) / 2;
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, middle + QPoint(0, 4));
    EXPECT_EQ(workspace.selection(), (std::set<ElementRef>{{ElementKind::Edge, russiaIran}}));
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, middle + QPoint(0, 9));
    EXPECT_TRUE(workspace.selection().empty());
}

TEST_F(NetworkViewTest, WheelZoomsAboutThePointer) {
    const QPointF pointer = *view->pixelOf(israel);
    const double before = QLineF(at(russia), at(iran)).length();
    QWheelEvent event(pointer, view->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.get(), &event);
    EXPECT_NEAR(QLineF(*view->pixelOf(israel), pointer).length(), 0, 0.01);
    EXPECT_NEAR(QLineF(at(russia), at(iran)).length(), before * 1.44, 2);
}

TEST_F(NetworkViewTest, DraggingEmptyGroundPans) {
    const QPoint before = at(russia);
    drag({20, 20}, {80, 50});
    EXPECT_EQ(at(russia) - before, QPoint(60, 30));
    EXPECT_TRUE(workspace.selection().empty());
}

TEST_F(NetworkViewTest, DraggingAMarkMovesAndPinsIt) {
    const QPoint to = at(iran) + QPoint(40, -60);
    const QPoint other = at(syria);
    drag(at(iran), to);
    EXPECT_LE((at(iran) - to).manhattanLength(), 1);
    EXPECT_TRUE(workspace.pinned(iran));
    EXPECT_FALSE(workspace.pinned(syria));
    EXPECT_EQ(at(syria), other);
    EXPECT_GT(QLineF(*workspace.position(iran), QPointF(2, 0)).length(), 0.3);
}

TEST_F(NetworkViewTest, DraggingASelectedMarkTakesTheSelectionAlong) {
    workspace.select({{ElementKind::Vertex, iran}, {ElementKind::Vertex, israel}});
    const QPoint iranBefore = at(iran);
    const QPoint israelBefore = at(israel);
    drag(iranBefore, iranBefore + QPoint(-30, 20));
    EXPECT_LE((at(israel) - israelBefore - QPoint(-30, 20)).manhattanLength(), 1);
    EXPECT_TRUE(workspace.pinned(israel));
}

TEST_F(NetworkViewTest, ShiftDragSelectsABox) {
    drag(at(china) - QPoint(40, 40), at(iran) + QPoint(40, 40), Qt::ShiftModifier);
    EXPECT_EQ(selectedRows(), (std::set{russia, china, iran}));
}

TEST_F(NetworkViewTest, LassoTakesWhatItEncloses) {
    view->setTool(NetworkView::Tool::Lasso);
    QTest::mousePress(view.get(), Qt::LeftButton, {}, at(syria) + QPoint(-40, -40));
    for (const QPoint point :
         {at(israel) + QPoint(40, -40), at(israel) + QPoint(40, 40), at(syria) + QPoint(-40, 40)}) {
        QMouseEvent event(QEvent::MouseMove, QPointF(point), view->mapToGlobal(QPointF(point)),
                          Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.get(), &event);
    }
    QTest::mouseRelease(view.get(), Qt::LeftButton, {}, at(syria) + QPoint(-40, 40));
    EXPECT_EQ(selectedRows(), (std::set{syria, israel}));
}

TEST_F(NetworkViewTest, ArrowKeysWalkTheSelection) {
    workspace.select({{ElementKind::Vertex, russia}});
    QTest::keyClick(view.get(), Qt::Key_Right);
    EXPECT_EQ(selectedRows(), std::set{iran});
    QTest::keyClick(view.get(), Qt::Key_Down);
    EXPECT_EQ(selectedRows(), std::set{israel});
    QTest::keyClick(view.get(), Qt::Key_Left);
    EXPECT_EQ(selectedRows(), std::set{syria});
    QTest::keyClick(view.get(), Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(selectedRows(), (std::set{syria, russia}));
}

TEST_F(NetworkViewTest, DoubleClickFocusesAndFilteringMovesNothing) {
    const QPoint before = at(syria);
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, at(syria));
    EXPECT_EQ(workspace.filter().centres, std::vector{syria});
    EXPECT_EQ(workspace.network().vertexOf(chad), noIndex);
    EXPECT_EQ(at(syria), before);
    workspace.select({});
    QTest::keyClick(view.get(), Qt::Key_Escape);
    EXPECT_TRUE(workspace.filter().centres.empty());
    EXPECT_EQ(at(syria), before);
}

TEST_F(NetworkViewTest, DeleteHidesAndTheEmptyStateOffersTheWayBack) {
    std::set<ElementRef> all;
    for (const VertexIndex row : workspace.network().elements()) {
        all.insert({ElementKind::Vertex, row});
    }
    workspace.select(all);
    QTest::keyClick(view.get(), Qt::Key_Delete);
    EXPECT_EQ(workspace.network().vertexCount(), 0U);
    auto* const clear = view->findChild<QPushButton*>();
    ASSERT_NE(clear, nullptr);
    ASSERT_TRUE(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    EXPECT_EQ(workspace.network().vertexCount(), 6U);
    EXPECT_FALSE(clear->isVisible());
}

TEST_F(NetworkViewTest, PathIsSelectedOrItsAbsenceSaid) {
    view->startPathFrom(iran);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, at(israel));
    EXPECT_EQ(selectedRows(), (std::set{iran, russia, syria, israel}));
    view->selectPath(iran, chad);
    const auto labels = view->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() &&
               label->text() == QLatin1String("Nothing that is shown joins Iran and Chad.");
    }));
}

TEST_F(NetworkViewTest, ContextMenuSelectsWhatIsUnderItAndHides) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at(china), view->mapToGlobal(at(china)));
    QApplication::sendEvent(view.get(), &event);
    EXPECT_EQ(selectedRows(), std::set{china});
    const auto menus = view->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_EQ(menus.size(), 1);
    const auto actions = menus.front()->actions();
    const auto hide = std::ranges::find(actions, QStringLiteral("&Hide"), &QAction::text);
    ASSERT_NE(hide, actions.end());
    (*hide)->trigger();
    menus.front()->close();
    EXPECT_EQ(workspace.network().vertexOf(china), noIndex);
}

TEST_F(NetworkViewTest, HoverCardNamesTheVertexAndItsTies) {
    QTest::mouseMove(view.get(), at(syria));
    QMouseEvent event(QEvent::MouseMove, QPointF(at(syria)), view->mapToGlobal(QPointF(at(syria))),
                      Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(view.get(), &event);
    const auto shows = [this](const QString& words) {
        const auto labels = view->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&words](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return shows(QStringLiteral("Syria")); }, timeout));
    EXPECT_TRUE(shows(QStringLiteral("Russia")));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view.get(), &leave);
    EXPECT_FALSE(shows(QStringLiteral("Syria")));
}

TEST_F(NetworkViewTest, NewPositionsAreReachedSmoothlyOrAtOnce) {
    view->setAnimationsEnabled(true);
    QTest::keyClick(view.get(), Qt::Key_Plus);
    view->fit();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return view->rect().adjusted(30, 30, -30, -30).contains(at(chad)); }, timeout));
}

TEST_F(NetworkViewTest, RevealingBringsWhatIsMeantIntoTheMiddle) {
    workspace.reveal({ElementKind::Vertex, israel});
    EXPECT_LE((at(israel) - QPoint(400, 300)).manhattanLength(), 2);
    workspace.reveal({ElementKind::Edge, russiaIran});
    EXPECT_LE(((at(russia) + at(iran)) / 2 - QPoint(400, 300)).manhattanLength(), 2);
}

TEST_F(NetworkViewTest, DisplayListHoldsTheLegendOnlyWhenItIsShown) {
    const std::size_t without = view->displayList().labels.size();
    view->setLegendVisible(true);
    view->grab();
    const DisplayList list = view->displayList();
    EXPECT_GT(list.labels.size(), without);
    EXPECT_EQ(list.bounds, QRectF(0, 0, 800, 600));
}

TEST_F(NetworkViewTest, IsDescribedForScreenReaders) {
    EXPECT_EQ(view->accessibleName(), QLatin1String("Network"));
    workspace.select({{ElementKind::Vertex, iran}});
    EXPECT_TRUE(view->accessibleDescription().contains(QLatin1String("Iran")));
    EXPECT_EQ(view->focusPolicy(), Qt::StrongFocus);
}

TEST(NetworkViewOfALargeNetwork, IsDrawnOffTheThreadAndShowsWhatADirectPaintingShows) {
    Dossier dossier;
    constexpr std::uint32_t count = 400;
    for (std::uint32_t i = 0; i < count; ++i) {
        NetworkViewTest::add(dossier, "Actor " + std::to_string(i));
    }
    for (std::uint32_t i = 0; i < 3 * count; ++i) {
        NetworkViewTest::tie(dossier, i % count, (i % count + 1 + i * 53 % 311) % count, "trade");
    }
    Workspace workspace;
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Circular);
    workspace.setDossier(std::move(dossier), {});
    workspace.waitForLayout();
    NetworkView view(&workspace);
    view.setLegendVisible(false);
    view.setAnimationsEnabled(false);
    view.resize(600, 500);
    view.show();
    QApplication::processEvents();
    view.finishDrawing();
    const QImage shown = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QImage direct(600, 500, QImage::Format_RGB32);
    QPainter painter(&direct);
    paint(painter, view.displayList());
    painter.end();
    // The focus frame at the edge is the view's own.
    const QRect inner = shown.rect().adjusted(2, 2, -2, -2);
    EXPECT_GT(structuralSimilarity(shown.copy(inner), direct.copy(inner)), 0.97);
    EXPECT_GT(view.displayList().strands.size(), 500U);

    // While the camera moves, the last picture moves along: there is no empty frame.
    QTest::keyClick(&view, Qt::Key_Plus);
    const QImage moving = view.grab().toImage();
    int drawn = 0;
    for (int x = 0; x < 600; ++x) {
        drawn += moving.pixelColor(x, 250) != workspace.style().colours().ground ? 1 : 0;
    }
    EXPECT_GT(drawn, 50);
}

} // namespace

} // namespace entente::ui
