#pragma once

#include "ui/views/network_stage.h"

#include <QImage>
#include <QWidget>

namespace entente::ui {

/// All of the network, small, with a frame around what the view shows; to look elsewhere by it.
/// There while the view does not show everything.
class NetworkMinimap : public QWidget {
    Q_OBJECT

public:
    NetworkMinimap(const Workspace* workspace, NetworkStage* stage, QWidget* parent);

    /// Where in the minimap a place of the layout lies.
    [[nodiscard]] QPointF pixelOf(QPointF place) const;
    [[nodiscard]] QPointF placeOf(QPointF pixel) const;
    [[nodiscard]] QSize sizeHint() const override;
    /// Whether the view leaves out some of the network.
    [[nodiscard]] bool isUseful() const;

signals:
    /// The stage has changed: the minimap may be useful now, or not any more.
    void usefulnessChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takePlaces();
    void drawPicture();
    [[nodiscard]] QRectF viewFrame() const;
    void lookAt(QPointF place);

    const Workspace* workspace_;
    NetworkStage* stage_;
    std::weak_ptr<const PlacedNetwork> shown_;
    QRectF bounds_; ///< of all places, in layout units
    QImage picture_;
    bool useful_ = false;
};

} // namespace entente::ui
