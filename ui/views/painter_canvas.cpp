#include "ui/views/painter_canvas.h"

#include "ui/render/painter_renderer.h"
#include "ui/render/placed_glyphs.h"

#include <QPainter>

namespace entente::ui {

namespace {

/// So many strands are drawn anew for each frame.
constexpr std::size_t mostDirect = 3000;

} // namespace

PainterCanvas::PainterCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stage_(stage), source_([this] {
          QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
      }) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(stage_, &NetworkStage::changed, this, qOverload<>(&QWidget::update));
}

void PainterCanvas::finish() {
    if (stage_->hasPositions()) {
        stage_->waitForBundles();
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
    if (workspace_->style().sectorGlyphs && stage_->isLight()) {
        // Signs on strands are for print: what draws figures draws them.
        painter.translate(stage_->offset());
        paint(painter, stage_->scene().list);
        return;
    }
    paintFrame();
    painter.drawImage(QPointF(), frame_);
    if (stage_->isNaming()) {
        QMetaObject::invokeMethod(stage_, &NetworkStage::goOnNaming, Qt::QueuedConnection);
    }
}

void PainterCanvas::paintFrame() {
    const PictureView view{stage_->camera(), stage_->viewSize(), devicePixelRatioF()};
    if (!atlas_ || atlas_->pixelRatio() != view.pixelRatio) {
        atlas_ = std::make_unique<GlyphAtlas>(view.pixelRatio);
    }
    if (stage_->plan().strands.size() <= mostDirect) {
        frame_ = rasterNetwork(*stage_->placed(), view).image;
    } else {
        paintLayer(view);
    }
    {
        QPainter picture(&frame_);
        if (!stage_->emphasis().empty()) {
            QColor wash = workspace_->style().colours().ground;
            wash.setAlphaF(0.8F);
            picture.fillRect(QRectF(QPointF(), view.size), wash);
        }
        picture.translate(stage_->offset());
        paint(picture, stage_->foreground());
    }
    writeLabels(frame_, *atlas_, stage_->labels(), workspace_->style().font, stage_->offset());
}

void PainterCanvas::paintLayer(const PictureView& view) {
    if (network_ != stage_->placed()) {
        network_ = stage_->placed();
        source_.setNetwork(network_);
    }
    source_.update(view, stage_->motion());
    if (frame_.size() != view.pixels() || frame_.devicePixelRatio() != view.pixelRatio) {
        frame_ = QImage(view.pixels(), QImage::Format_RGB32);
        frame_.setDevicePixelRatio(view.pixelRatio);
    }
    QPainter picture(&frame_);
    const QRectF box = source_.boxIn(view);
    if (!box.contains(QRectF(QPointF(), view.size))) {
        picture.fillRect(QRectF(QPointF(), view.size), workspace_->style().colours().ground);
    }
    // Smooth enlargement takes longer than a frame: who moves does not see what it is good for.
    picture.setRenderHint(QPainter::SmoothPixmapTransform,
                          stage_->motion() == Motion::Still &&
                              source_.view().camera.zoom != view.camera.zoom);
    picture.drawImage(box, source_.image());
}

} // namespace entente::ui
