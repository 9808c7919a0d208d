#include "tests/ui/sample_workspace.h"
#include "ui/views/camera_history.h"
#include "ui/views/kinetic_pan.h"
#include "ui/views/network_minimap.h"
#include "ui/views/network_view.h"

#include <QApplication>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

Camera at(double x, double y, double zoom = 1) {
    return {{x, y}, zoom};
}

TEST(CameraHistoryTest, GoesBackAndForward) {
    CameraHistory history;
    EXPECT_FALSE(history.back().has_value());
    history.rest(at(0, 0));
    history.rest(at(5, 0));
    history.rest(at(5, 0, 2));
    EXPECT_EQ(history.back(), at(5, 0));
    EXPECT_EQ(history.back(), at(0, 0));
    EXPECT_FALSE(history.canGoBack());
    EXPECT_EQ(history.forward(), at(5, 0));
    // Elsewhere: what lay ahead is no more.
    history.rest(at(9, 9));
    EXPECT_FALSE(history.canGoForward());
    EXPECT_EQ(history.back(), at(5, 0));
}

TEST(CameraHistoryTest, NearlyTheSameIsTheSameAndThereIsAnEnd) {
    CameraHistory history;
    history.rest(at(0, 0));
    history.rest(at(0.1, 0)); // twelve pixels
    EXPECT_FALSE(history.canGoBack());
    for (int i = 0; i < 300; ++i) {
        history.rest(at(i * 5.0, 0));
    }
    std::size_t steps = 0;
    while (history.back()) {
        ++steps;
    }
    EXPECT_EQ(steps, CameraHistory::mostEntries - 1);
}

TEST(KineticPanTest, GlidesOnAndComesToRest) {
    KineticPan pan;
    for (int i = 0; i < 10; ++i) {
        pan.drag({10, -5}, i * 16.0);
    }
    pan.release(150);
    ASSERT_TRUE(pan.isGliding());
    QPointF way;
    double last = 1e9;
    for (double time = 166; pan.isGliding() && time < 5000; time += 16) {
        const QPointF step = pan.advance(time);
        EXPECT_LT(step.x(), last);
        EXPECT_GT(step.x(), 0);
        EXPECT_NEAR(step.y(), -step.x() / 2, 1e-9);
        last = step.x();
        way += step;
    }
    EXPECT_FALSE(pan.isGliding());
    // Some 0.7 pixels a millisecond, falling to 1/e in 180 milliseconds.
    EXPECT_GT(way.x(), 80);
    EXPECT_LT(way.x(), 160);
}

TEST(KineticPanTest, WhoRestsBeforeLettingGoThrowsNothing) {
    KineticPan pan;
    for (int i = 0; i < 10; ++i) {
        pan.drag({10, 0}, i * 16.0);
    }
    pan.release(400);
    EXPECT_FALSE(pan.isGliding());
    pan.drag({1, 0}, 500);
    pan.release(501);
    EXPECT_FALSE(pan.isGliding());
}

struct NetworkCameraTest : testing::Test, SampleWorkspace {
    std::unique_ptr<NetworkView> view;

    NetworkCameraTest() {
        workspace.waitForLayout();
        view = std::make_unique<NetworkView>(&workspace);
        view->setAnimationsEnabled(false);
        view->setLegendVisible(false);
        view->resize(900, 700);
        view->show();
        QApplication::processEvents();
        rest();
    }

    /// As when the moment after the last move has passed.
    void rest() { view->finishDrawing(); }

    [[nodiscard]] NetworkMinimap& minimap() const { return *view->findChild<NetworkMinimap*>(); }

    [[nodiscard]] QPointF pixel(std::uint32_t vertex = 0) const {
        return view->pixelOf(workspace.network().element(vertex)).value();
    }
    [[nodiscard]] double distance() const { return QLineF(pixel(0), pixel(1)).length(); }
};

TEST_F(NetworkCameraTest, OneLooksBackAndForward) {
    const QPointF first = pixel();
    for (int i = 0; i < 4; ++i) {
        view->zoomIn();
    }
    rest();
    const QPointF second = pixel();
    EXPECT_GT(QLineF(first, second).length(), 5);
    ASSERT_TRUE(view->cameraHistory().canGoBack());
    view->lookBack();
    EXPECT_LT(QLineF(first, pixel()).length(), 1e-6);
    rest();
    view->lookForward();
    EXPECT_LT(QLineF(second, pixel()).length(), 1e-6);
}

TEST_F(NetworkCameraTest, TheSelectionFillsTheView) {
    const VertexIndex row = workspace.network().element(0);
    workspace.select({{ElementKind::Vertex, row}});
    view->zoomToSelection();
    EXPECT_LT(QLineF(pixel(), QPointF(450, 350)).length(), 1);
    workspace.select({});
    view->zoomToSelection();
    EXPECT_TRUE(view->rect().contains(pixel().toPoint()));
}

TEST_F(NetworkCameraTest, TheMinimapIsThereWhileSomethingIsOutOfSight) {
    EXPECT_FALSE(minimap().isVisible());
    for (int i = 0; i < 8; ++i) {
        view->zoomIn();
    }
    EXPECT_TRUE(minimap().isVisible());
    EXPECT_FALSE(minimap().accessibleName().isEmpty());
    view->setMinimapVisible(false);
    EXPECT_FALSE(minimap().isVisible());
    view->setMinimapVisible(true);
    EXPECT_TRUE(minimap().isVisible());
    view->fit();
    EXPECT_FALSE(minimap().isVisible());
}

TEST_F(NetworkCameraTest, OneLooksElsewhereByTheMinimap) {
    for (int i = 0; i < 9; ++i) {
        view->zoomIn();
    }
    const QPointF place = workspace.position(workspace.network().element(0)).value();
    QTest::mouseClick(&minimap(), Qt::LeftButton, {}, minimap().pixelOf(place).toPoint());
    // A pixel of the minimap is many of the view.
    EXPECT_LT(QLineF(pixel(), QPointF(450, 350)).length(), 250);
    const QPointF before = pixel();
    QTest::keyClick(&minimap(), Qt::Key_Right);
    EXPECT_NEAR(pixel().x(), before.x() - 180, 1);
    QTest::keyClick(&minimap(), Qt::Key_Minus);
    EXPECT_LT(std::abs(pixel().x() - 450), std::abs(before.x() - 180 - 450));
    EXPECT_FALSE(minimap().grab().toImage().isNull());
}

TEST_F(NetworkCameraTest, OneGetsNoFartherOffThanThereIsSomethingToSee) {
    const double fitted = distance();
    for (int i = 0; i < 100; ++i) {
        view->zoomOut();
    }
    EXPECT_LT(distance(), fitted / 4);
    EXPECT_GT(distance(), fitted / 12);
    view->zoomIn();
    EXPECT_GT(distance(), fitted / 8);
}

TEST_F(NetworkCameraTest, PinchingATouchpadZoomsAboutThePointer) {
    const QPointF pointer = pixel();
    const double before = distance();
    for (const double value : {0.2, 0.2}) {
        QNativeGestureEvent event(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
                                  2, pointer, pointer, view->mapToGlobal(pointer), value, {});
        QApplication::sendEvent(view.get(), &event);
        EXPECT_TRUE(event.isAccepted());
    }
    EXPECT_NEAR(QLineF(pixel(), pointer).length(), 0, 0.01);
    EXPECT_NEAR(distance(), before * 1.44, 1);
}

TEST_F(NetworkCameraTest, TwoFingersZoom) {
    const std::unique_ptr<QPointingDevice> screen(
        QTest::createTouchDevice(QInputDevice::DeviceType::TouchScreen));
    const double before = distance();
    const QPoint middle(450, 350);
    const auto fingers = [&](int apart) {
        return std::pair(middle - QPoint(apart, 0), middle + QPoint(apart, 0));
    };
    const auto [left, right] = fingers(50);
    QTest::touchEvent(view.get(), screen.get())
        .press(0, left, view.get())
        .press(1, right, view.get());
    for (int apart = 60; apart <= 150; apart += 10) {
        const auto [one, other] = fingers(apart);
        QTest::touchEvent(view.get(), screen.get())
            .move(0, one, view.get())
            .move(1, other, view.get());
    }
    QTest::touchEvent(view.get(), screen.get())
        .release(0, left, view.get())
        .release(1, right, view.get());
    EXPECT_GT(distance(), before * 1.8);
    EXPECT_TRUE(workspace.selection().empty());
}

TEST_F(NetworkCameraTest, AThrownViewGlidesOnUnlessMotionIsUnwanted) {
    const QPoint from(30, 30);
    const auto dragAndLetGo = [&] {
        QTest::mousePress(view.get(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 6; ++i) {
            QTest::mouseMove(view.get(), from + QPoint(20 * i, 10 * i));
            QTest::qWait(8);
        }
        QTest::mouseRelease(view.get(), Qt::LeftButton, {}, from + QPoint(120, 60));
        return pixel();
    };
    QPointF released = dragAndLetGo();
    QTest::qWait(40);
    EXPECT_LT(QLineF(released, pixel()).length(), 1e-6);
    view->setAnimationsEnabled(true);
    released = dragAndLetGo();
    EXPECT_TRUE(QTest::qWaitFor([&] { return pixel().x() > released.x() + 5; }, 2000));
}

} // namespace

} // namespace entente::ui
