#include "ui/views/gl_canvas.h"

#include "ui/render/gl_text.h"
#include "ui/render/progressive_picture.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QSurfaceFormat>

namespace entente::ui {

namespace {

QSurfaceFormat wantedFormat() {
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    return format;
}

} // namespace

GlCanvas::GlCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent)
    : QOpenGLWidget(parent), workspace_(workspace), stage_(stage) {
    setFormat(wantedFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(stage_, &NetworkStage::changed, this, qOverload<>(&QWidget::update));
}

GlCanvas::~GlCanvas() {
    release();
}

GlCanvas::Support GlCanvas::support() {
    QOpenGLContext probe;
    probe.setFormat(wantedFormat());
    if (!probe.create()) {
        return {tr("there is no OpenGL here")};
    }
    const QSurfaceFormat format = probe.format();
    if (format.version() < std::pair(3, 3)) {
        return {tr("OpenGL is %1.%2, and 3.3 is needed")
                    .arg(format.majorVersion())
                    .arg(format.minorVersion())};
    }
    QOffscreenSurface surface;
    surface.setFormat(format);
    surface.create();
    if (!probe.makeCurrent(&surface)) {
        return {tr("OpenGL cannot be used here")};
    }
    return {{}, isSoftwareDriver()};
}

void GlCanvas::release() {
    if (picture_ && context() != nullptr) {
        makeCurrent();
    }
    text_.reset();
    picture_.reset();
    network_.reset();
}

void GlCanvas::fail(const QString& reason) {
    release();
    // Not from within painting: who hears of it puts another canvas in this one's place.
    QMetaObject::invokeMethod(
        this, [this, reason] { emit failed(reason); }, Qt::QueuedConnection);
}

void GlCanvas::initializeGL() {
    // Called again where the window got another context: nothing of the old one is left.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &GlCanvas::release,
            Qt::UniqueConnection);
    try {
        picture_ = std::make_unique<ProgressivePicture>([this] {
            QMetaObject::invokeMethod(this, qOverload<>(&QWidget::update), Qt::QueuedConnection);
        });
        picture_->setIndex(
            [this](const QRectF& part, std::size_t most) {
                const auto index = stage_->index();
                return index ? index->edgesIn(part, most) : std::nullopt;
            },
            [this](const QRectF& part, std::size_t most) {
                return stage_->index()->verticesIn(part, most);
            });
        text_ = std::make_unique<GlText>();
    } catch (const OpenGlError& error) {
        fail(QString::fromUtf8(error.what()));
    }
}

void GlCanvas::paintGL() {
    if (!picture_) {
        return;
    }
    if (!context()->isValid()) {
        fail(tr("OpenGL's context was lost"));
        return;
    }
    try {
        const PictureView view{stage_->camera(), stage_->viewSize(), devicePixelRatioF()};
        if (!stage_->hasPositions() || workspace_->network().vertexCount() == 0) {
            picture_->clear(view, defaultFramebufferObject(), workspace_->style().colours().ground);
            return;
        }
        if (network_ != stage_->placed()) {
            network_ = stage_->placed();
            picture_->setNetwork(network_);
        }
        const bool more =
            picture_->draw(view, defaultFramebufferObject(), stage_->motion(), stage_->emphasis());
        text_->draw(stage_->labels(), workspace_->style().font, stage_->offset(), view);
        if (stage_->isNaming()) {
            QMetaObject::invokeMethod(stage_, &NetworkStage::goOnNaming, Qt::QueuedConnection);
        } else if (more) {
            update();
        }
    } catch (const OpenGlError& error) {
        fail(QString::fromUtf8(error.what()));
    }
}

void GlCanvas::finish() {
    if (!picture_) {
        return;
    }
    stage_->waitForBundles();
    stage_->settle();
    for (int round = 0; round < 100; ++round) {
        grabFramebuffer();
        if (!picture_ || picture_->isComplete()) {
            return;
        }
        picture_->wait();
    }
}

} // namespace entente::ui
