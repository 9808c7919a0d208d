#include "ui/views/picture_cache.h"

#include "ui/render/painter_renderer.h"

#include <QMetaObject>
#include <QPainter>

namespace entente::ui {

namespace {

/// As `Camera::toView` of the layout's origin: what a scene's pixels have to be moved by.
QPointF offsetOf(const Camera& camera, QSizeF view) {
    return camera.toView({}, view);
}

} // namespace

PictureCache::PictureCache(QObject* parent) : QObject(parent) {}

PictureCache::~PictureCache() = default;

void PictureCache::request(std::shared_ptr<const NetworkScene> scene, const Camera& camera,
                           QSizeF view, qreal pixelRatio) {
    thread_ = {}; // stops and joins
    requested_ = {std::move(scene), camera, view, pixelRatio};
    drawn_ = std::make_shared<QImage>();
    thread_ = std::jthread([this, shot = requested_, result = drawn_](const std::stop_token& stop) {
        QImage image = draw(shot, stop);
        if (stop.stop_requested()) {
            return;
        }
        *result = std::move(image);
        QMetaObject::invokeMethod(
            this,
            [this, shot, result] {
                if (result == drawn_) {
                    take(shot, std::move(*result));
                }
            },
            Qt::QueuedConnection);
    });
}

QImage PictureCache::draw(const Shot& shot, const std::stop_token& stop) {
    QImage image((shot.view * shot.pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) {
        return image;
    }
    image.setDevicePixelRatio(shot.pixelRatio);
    image.fill(shot.scene->list.ground);
    QPainter painter(&image);
    painter.translate(offsetOf(shot.camera, shot.view));
    try {
        entente::ui::paint(painter, shot.scene->list, TextMode::Text, Progress{{}, stop});
    } catch (const Cancelled&) {
        return {};
    }
    return image;
}

void PictureCache::take(const Shot& shot, QImage image) {
    drawn_.reset();
    image_ = std::move(image);
    imageCamera_ = shot.camera;
    imageView_ = shot.view;
    emit ready();
}

bool PictureCache::covers(const NetworkScene* scene, const Camera& camera, QSizeF view) const {
    return scene != nullptr && requested_.scene.get() == scene && requested_.camera == camera &&
           requested_.view == view;
}

void PictureCache::clear() {
    thread_ = {};
    drawn_.reset();
    requested_ = {};
    image_ = {};
}

void PictureCache::wait() {
    if (thread_.joinable()) {
        thread_.join();
    }
    if (drawn_ && !drawn_->isNull()) {
        take(requested_, std::move(*drawn_));
    }
}

void PictureCache::paint(QPainter& painter, const Camera& camera, QSizeF view) const {
    if (image_.isNull()) {
        return;
    }
    const double ratio = camera.zoom / imageCamera_.zoom;
    const QPointF topLeft = camera.toView(imageCamera_.toLayout({}, imageView_), view);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, ratio != 1);
    painter.drawImage(QRectF(topLeft, imageView_ * ratio), image_);
    painter.restore();
}

} // namespace entente::ui
