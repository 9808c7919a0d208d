#include "ui/views/network_minimap.h"

#include "ui/scene/network_picture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr int longestSide = 184;
constexpr int shortestSide = 72;
constexpr double rim = 8;
constexpr double corner = 6;
constexpr double keyStep = 0.2; ///< of what the view shows
constexpr double zoomStep = 1.25;

} // namespace

NetworkMinimap::NetworkMinimap(const Workspace* workspace, NetworkStage* stage, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stage_(stage) {
    setObjectName(QStringLiteral("networkMinimap"));
    setAccessibleName(tr("Overview of the network"));
    setToolTip(tr("All of the network: click or drag to look elsewhere, turn the wheel to zoom"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::ArrowCursor);
    connect(stage_, &NetworkStage::changed, this, [this] {
        // Where marks are on their way, a picture of all would be late in every frame.
        if (stage_->motion() != Motion::Changing) {
            takePlaces();
        }
        if (isUseful() != useful_) {
            useful_ = !useful_;
            emit usefulnessChanged();
        }
        if (isVisible()) {
            update();
        }
    });
}

void NetworkMinimap::takePlaces() {
    const std::shared_ptr<const PlacedNetwork> placed = stage_->placed();
    if (shown_.lock() == placed) {
        return;
    }
    shown_ = placed;
    const QSize before = sizeHint();
    bounds_ = boundsOf(placed->places);
    picture_ = {};
    if (sizeHint() != before) {
        emit usefulnessChanged();
    }
}

QSize NetworkMinimap::sizeHint() const {
    const double ratio =
        bounds_.width() > 0 && bounds_.height() > 0 ? bounds_.width() / bounds_.height() : 1.5;
    const double width = ratio > 1 ? longestSide : longestSide * ratio;
    const double height = ratio > 1 ? longestSide / ratio : longestSide;
    return QSize(static_cast<int>(width), static_cast<int>(height * 0.8))
        .expandedTo({shortestSide, shortestSide});
}

QRectF NetworkMinimap::viewFrame() const {
    const Camera& camera = stage_->camera();
    const QSizeF view = stage_->viewSize();
    return {camera.toLayout({}, view), camera.toLayout(QPointF(view.width(), view.height()), view)};
}

bool NetworkMinimap::isUseful() const {
    return stage_->hasPositions() && !bounds_.isEmpty() && !viewFrame().contains(bounds_);
}

QPointF NetworkMinimap::pixelOf(QPointF place) const {
    const double scale = std::min((width() - 2 * rim) / std::max(bounds_.width(), 1e-9),
                                  (height() - 2 * rim) / std::max(bounds_.height(), 1e-9));
    return (place - bounds_.center()) * scale + QPointF(width(), height()) / 2;
}

QPointF NetworkMinimap::placeOf(QPointF pixel) const {
    const double scale = std::min((width() - 2 * rim) / std::max(bounds_.width(), 1e-9),
                                  (height() - 2 * rim) / std::max(bounds_.height(), 1e-9));
    return (pixel - QPointF(width(), height()) / 2) / scale + bounds_.center();
}

/// Marks as shades: the more lie in a pixel, the darker it is.
void NetworkMinimap::drawPicture() {
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(pixels.width()) *
                                      static_cast<std::size_t>(pixels.height()));
    const std::shared_ptr<const PlacedNetwork> placed = stage_->placed();
    // Few marks are dots that one can see, many are grains.
    const int grain = placed->places.size() < 300    ? static_cast<int>(std::lround(3 * ratio))
                      : placed->places.size() < 5000 ? static_cast<int>(std::lround(1.6 * ratio))
                                                     : 1;
    std::uint32_t most = 1;
    for (const QPointF place : placed->places) {
        const QPointF pixel = pixelOf(place) * ratio;
        if (!std::isfinite(pixel.x() + pixel.y())) {
            continue;
        }
        for (int y = 0; y < grain; ++y) {
            for (int x = 0; x < grain; ++x) {
                const int column = static_cast<int>(pixel.x() - grain / 2.0) + x;
                const int row = static_cast<int>(pixel.y() - grain / 2.0) + y;
                if (column >= 0 && row >= 0 && column < pixels.width() && row < pixels.height()) {
                    const std::size_t at =
                        static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.width()) +
                        static_cast<std::size_t>(column);
                    most = std::max(most, ++counts[at]);
                }
            }
        }
    }
    const Colours& colours = workspace_->style().colours();
    picture_ = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    picture_.setDevicePixelRatio(ratio);
    const double whole = std::log1p(static_cast<double>(most));
    for (int y = 0; y < pixels.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(picture_.scanLine(y));
        for (int x = 0; x < pixels.width(); ++x) {
            const std::uint32_t count =
                counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width()) +
                       static_cast<std::size_t>(x)];
            QColor colour = colours.quietText;
            colour.setAlphaF(
                count == 0 ? 0 : static_cast<float>(0.35 + 0.65 * std::log1p(count) / whole));
            row[x] = qPremultiply(colour.rgba());
        }
    }
}

void NetworkMinimap::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = workspace_->style().colours();
    if (picture_.isNull() || picture_.devicePixelRatio() != devicePixelRatioF() ||
        picture_.size() != (QSizeF(size()) * devicePixelRatioF()).toSize()) {
        drawPicture();
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? colours.accent : mixed(colours.line, colours.text, 0.12), 1));
    painter.setBrush(colours.markFill);
    painter.drawRoundedRect(card, corner, corner);
    painter.drawImage(QPointF(), picture_);
    const QRectF frame = viewFrame();
    const QRectF seen = QRectF(pixelOf(frame.topLeft()), pixelOf(frame.bottomRight()))
                            .intersected(card.adjusted(2, 2, -2, -2));
    QPainterPath outside;
    outside.addRoundedRect(card, corner, corner);
    QPainterPath inside;
    // However deep one looks, the frame can be found.
    constexpr double least = 6;
    const QRectF shown(
        seen.center() - QPointF(std::max(seen.width(), least), std::max(seen.height(), least)) / 2,
        seen.size().expandedTo({least, least}));
    inside.addRect(shown);
    QColor veil = colours.markFill;
    veil.setAlphaF(0.55F);
    painter.fillPath(outside.subtracted(inside), veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.accent, 1.5));
    painter.drawRect(shown);
}

void NetworkMinimap::lookAt(QPointF place) {
    Camera camera = stage_->camera();
    camera.centre = place;
    stage_->lookFrom(camera);
}

void NetworkMinimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        lookAt(placeOf(event->position()));
    }
}

void NetworkMinimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        lookAt(placeOf(event->position()));
    }
}

void NetworkMinimap::wheelEvent(QWheelEvent* event) {
    constexpr double degreesPerNotch = 120;
    const QSizeF view = stage_->viewSize();
    stage_->zoomAbout(QPointF(view.width(), view.height()) / 2,
                      std::pow(1.2, event->angleDelta().y() / degreesPerNotch));
    event->accept();
}

void NetworkMinimap::keyPressEvent(QKeyEvent* event) {
    const QSizeF view = stage_->viewSize();
    const QPointF middle(view.width() / 2, view.height() / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        stage_->pan({view.width() * keyStep, 0});
        break;
    case Qt::Key_Right:
        stage_->pan({-view.width() * keyStep, 0});
        break;
    case Qt::Key_Up:
        stage_->pan({0, view.height() * keyStep});
        break;
    case Qt::Key_Down:
        stage_->pan({0, -view.height() * keyStep});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        stage_->zoomAbout(middle, zoomStep);
        break;
    case Qt::Key_Minus:
        stage_->zoomAbout(middle, 1 / zoomStep);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace entente::ui
