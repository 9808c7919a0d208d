#pragma once

#include "ui/render/gl_renderer.h"
#include "ui/render/gl_texture.h"
#include "ui/render/placed_glyphs.h"

#include <memory>

namespace entente::ui {

/// Draws labels with OpenGL from an atlas of glyphs, each with its halo; two draws for all of them.
/// All calls need the context current in which it was made.
class GlText {
public:
    /// Throws OpenGlError.
    GlText();

    /// Positions are moved by `offset`, in logical pixels of the view.
    void draw(const std::vector<Label>& labels, const QFont& family, QPointF offset,
              const PictureView& view);

private:
    GlProgram program_;
    GlBuffer buffer_;
    GlTexture texture_;
    std::unique_ptr<GlyphAtlas> atlas_;
};

} // namespace entente::ui
