#pragma once

#include "ui/views/network_canvas.h"

#include <QOpenGLWidget>

#include <memory>

namespace entente::ui {

class GlText;
class ProgressivePicture;

/// Draws with OpenGL 3.3, by a graphics card or by the processor.
class GlCanvas : public QOpenGLWidget, public NetworkCanvas {
    Q_OBJECT

public:
    GlCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent);
    ~GlCanvas() override;

    /// What there is of OpenGL here. Takes some hundredths of a second the first time.
    struct Support {
        QString missing;         ///< why there is none, for people; empty: OpenGL 3.3 or later
        bool bySoftware = false; ///< the processor does a graphics card's work
    };
    static Support support();

    [[nodiscard]] QWidget& widget() override { return *this; }
    void finish() override;

signals:
    /// It cannot draw any more: `reason` is for people.
    void failed(const QString& reason);

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    void release();
    void fail(const QString& reason);

    Workspace* workspace_;
    NetworkStage* stage_;
    std::unique_ptr<ProgressivePicture> picture_;
    std::unique_ptr<GlText> text_;
    std::shared_ptr<const PlacedNetwork> network_;
};

} // namespace entente::ui
