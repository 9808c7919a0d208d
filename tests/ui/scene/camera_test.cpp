#include "ui/scene/camera.h"

#include <QLineF>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

constexpr QSizeF view(800, 600);

TEST(Camera, LayoutAndViewAreInverse) {
    const Camera camera{{3, -2}, 0.7};
    const QPointF pixel = camera.toView({1, 5}, view);
    EXPECT_NEAR(camera.toLayout(pixel, view).x(), 1, 1e-12);
    EXPECT_NEAR(camera.toLayout(pixel, view).y(), 5, 1e-12);
}

TEST(Camera, ZoomKeepsWhatIsUnderThePointer) {
    Camera camera{{1, 1}, 1};
    const QPointF pointer(100, 50);
    const QPointF before = camera.toLayout(pointer, view);
    camera.zoomAbout(pointer, 1.7, view);
    EXPECT_NEAR(QLineF(camera.toLayout(pointer, view), before).length(), 0, 1e-12);
    EXPECT_DOUBLE_EQ(camera.zoom, 1.7);
    camera.zoomAbout(pointer, 1e9, view);
    EXPECT_DOUBLE_EQ(camera.zoom, Camera::largestZoom);
}

TEST(Camera, FittingKeepsToTheMargins) {
    const QRectF bounds(-4, -1, 20, 6);
    const QMarginsF margins(100, 20, 30, 40);
    const Camera camera = Camera::fitting(bounds, view, margins);
    const QRectF shown(camera.toView(bounds.topLeft(), view),
                       camera.toView(bounds.bottomRight(), view));
    EXPECT_NEAR(shown.left(), 100, 1e-9);
    EXPECT_NEAR(shown.right(), 770, 1e-9);
    EXPECT_GE(shown.top(), 20);
    EXPECT_LE(shown.bottom(), 560);
}

TEST(Camera, FittingShowsAllOfAMillionVertices) {
    const QRectF bounds(-2000, -2000, 4000, 4000); // what layouts make of a million
    const Camera camera = Camera::fitting(bounds, view, {});
    EXPECT_GE(camera.toView(bounds.topLeft(), view).y(), -1e-6);
    EXPECT_LE(camera.toView(bounds.bottomRight(), view).y(), view.height() + 1e-6);
}

TEST(Camera, FittingASinglePlaceDoesNotBlowItUp) {
    const Camera camera = Camera::fitting(QRectF(2, 3, 0, 0), view, {});
    EXPECT_DOUBLE_EQ(camera.zoom, Camera::largestFit);
    EXPECT_EQ(camera.toView({2, 3}, view), QPointF(400, 300));
}

} // namespace

} // namespace entente::ui
