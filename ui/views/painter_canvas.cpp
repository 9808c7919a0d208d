#include "ui/views/painter_canvas.h"

#include "ui/render/painter_renderer.h"

#include <QPainter>

namespace entente::ui {

PainterCanvas::PainterCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stage_(stage), source_([this] {
          QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
      }) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(stage_, &NetworkStage::changed, this, qOverload<>(&QWidget::update));
}

void PainterCanvas::finish() {
    if (stage_->hasPositions() && !stage_->isLight()) {
        stage_->settle();
        repaint();
        source_.wait();
        repaint();
    }
}

void PainterCanvas::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), workspace_->style().colours().ground);
    if (!stage_->hasPositions()) {
        return;
    }
    if (stage_->isLight() && !(stage_->isStreaming() && !stage_->isLightStreaming())) {
        painter.translate(stage_->offset());
        paint(painter, stage_->scene().list);
    } else {
        paintLarge(painter);
    }
}

void PainterCanvas::paintLarge(QPainter& painter) {
    if (network_ != stage_->placed()) {
        network_ = stage_->placed();
        source_.setNetwork(network_);
    }
    const PictureView view{stage_->camera(), stage_->viewSize(), devicePixelRatioF()};
    source_.update(view, stage_->motion());
    const QRectF box = source_.boxIn(view);
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          source_.view().camera.zoom != view.camera.zoom);
    painter.drawImage(box, source_.image());
    const DisplayList front = stage_->foreground();
    if (!stage_->emphasis().empty()) {
        QColor wash = workspace_->style().colours().ground;
        wash.setAlphaF(0.8F);
        painter.fillRect(rect(), wash);
    }
    painter.translate(stage_->offset());
    paint(painter, front);
    if (stage_->isNaming()) {
        QMetaObject::invokeMethod(stage_, &NetworkStage::goOnNaming, Qt::QueuedConnection);
    }
}

} // namespace entente::ui
