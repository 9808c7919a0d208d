#pragma once

#include "ui/render/layer_source.h"
#include "ui/views/network_canvas.h"

namespace entente::ui {

/// Draws without OpenGL: small networks with the painter for each frame, large ones as a layer that
/// is drawn by threads, what stands out and the names on top.
class PainterCanvas : public QWidget, public NetworkCanvas {
    Q_OBJECT

public:
    PainterCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent);

    [[nodiscard]] QWidget& widget() override { return *this; }
    void finish() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLarge(QPainter& painter);

    Workspace* workspace_;
    NetworkStage* stage_;
    LayerSource source_;
    std::shared_ptr<const PlacedNetwork> network_;
};

} // namespace entente::ui
