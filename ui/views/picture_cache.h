#pragma once

#include "ui/scene/camera.h"
#include "ui/scene/network_scene.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <thread>

class QPainter;

namespace entente::ui {

/// The last picture of a network too large to be drawn for each frame. Pictures are drawn on a
/// thread of their own; until the next one is ready, the last is shown where the camera has it now.
class PictureCache : public QObject {
    Q_OBJECT

public:
    explicit PictureCache(QObject* parent = nullptr);
    ~PictureCache() override;

    /// Starts drawing the scene as the camera sees it; what was being drawn is given up.
    void request(std::shared_ptr<const NetworkScene> scene, const Camera& camera, QSizeF view,
                 qreal pixelRatio);
    /// Whether the picture, or the one being drawn, is of this scene from this camera.
    [[nodiscard]] bool covers(const NetworkScene* scene, const Camera& camera, QSizeF view) const;
    [[nodiscard]] bool empty() const { return image_.isNull(); }
    void clear();
    /// Draws the picture moved and scaled to where the camera is now.
    void paint(QPainter& painter, const Camera& camera, QSizeF view) const;
    /// Blocks until what was requested is drawn; for tests and exports.
    void wait();

signals:
    void ready();

private:
    struct Shot {
        std::shared_ptr<const NetworkScene> scene;
        Camera camera;
        QSizeF view;
        qreal pixelRatio = 1;
    };

    static QImage draw(const Shot& shot, const std::stop_token& stop);
    void take(const Shot& shot, QImage image);

    Shot requested_;
    Camera imageCamera_;
    QSizeF imageView_;
    QImage image_;
    std::shared_ptr<QImage> drawn_; ///< what the thread leaves behind
    std::jthread thread_;
};

} // namespace entente::ui
