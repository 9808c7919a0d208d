#pragma once

#include "ui/render/glyph_atlas.h"
#include "ui/render/layer_source.h"
#include "ui/views/network_canvas.h"

namespace entente::ui {

/// Draws without OpenGL: small networks anew for each frame, large ones as a layer that threads
/// draw; what stands out and the names on top.
class PainterCanvas : public QWidget, public NetworkCanvas {
    Q_OBJECT

public:
    PainterCanvas(Workspace* workspace, NetworkStage* stage, QWidget* parent);

    [[nodiscard]] QWidget& widget() override { return *this; }
    void finish() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintFrame();
    void paintLayer(const PictureView& view);

    Workspace* workspace_;
    NetworkStage* stage_;
    LayerSource source_;
    std::shared_ptr<const PlacedNetwork> network_;
    QImage frame_;
    std::unique_ptr<GlyphAtlas> atlas_;
};

} // namespace entente::ui
