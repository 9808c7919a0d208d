#include "ui/scene/camera.h"

#include "ui/scene/network_scene.h"

#include <algorithm>

namespace entente::ui {

double Camera::scale() const {
    return pixelsPerUnit * zoom;
}

QPointF Camera::toView(QPointF position, QSizeF view) const {
    return (position - centre) * scale() + QPointF(view.width() / 2, view.height() / 2);
}

QPointF Camera::toLayout(QPointF pixel, QSizeF view) const {
    return (pixel - QPointF(view.width() / 2, view.height() / 2)) / scale() + centre;
}

void Camera::zoomAbout(QPointF pixel, double factor, QSizeF view) {
    const QPointF anchor = toLayout(pixel, view);
    zoom = std::clamp(zoom * factor, smallestZoom, largestZoom);
    centre += anchor - toLayout(pixel, view);
}

void Camera::pan(QPointF pixels) {
    centre -= pixels / scale();
}

Camera Camera::fitting(const QRectF& bounds, QSizeF view, const QMarginsF& margins) {
    const double width = std::max(1.0, view.width() - margins.left() - margins.right());
    const double height = std::max(1.0, view.height() - margins.top() - margins.bottom());
    constexpr double smallest = 1e-9;
    Camera camera;
    camera.zoom = std::clamp(std::min(width / std::max(bounds.width(), smallest),
                                      height / std::max(bounds.height(), smallest)) /
                                 pixelsPerUnit,
                             smallestZoom, largestFit);
    const QPointF shift((margins.left() - margins.right()) / 2,
                        (margins.top() - margins.bottom()) / 2);
    camera.centre = bounds.center() - shift / camera.scale();
    return camera;
}

} // namespace entente::ui
