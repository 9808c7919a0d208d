#include <epoxy/gl.h>

#include "ui/render/gl_text.h"

#include <cmath>

namespace entente::ui {

GlText::GlText() : program_(QStringLiteral("glyph")) {}

void GlText::draw(const std::vector<Label>& labels, const QFont& family, QPointF offset,
                  const PictureView& view) {
    if (!atlas_ || atlas_->pixelRatio() != view.pixelRatio) {
        atlas_ = std::make_unique<GlyphAtlas>(view.pixelRatio);
    }
    const std::vector<PlacedGlyph> glyphs = placeGlyphs(*atlas_, labels, family, offset);
    if (glyphs.empty()) {
        return;
    }
    texture_.setPairs(atlas_->texels(), atlas_->size(), atlas_->takeChanged());
    buffer_.fill(glyphs.data(), glyphs.size() * sizeof(PlacedGlyph));
    const QSize pixels = view.pixels();
    program_.use();
    glUniform2f(program_.uniform("viewSize"), static_cast<float>(pixels.width()),
                static_cast<float>(pixels.height()));
    glUniform2f(program_.uniform("atlasSize"), static_cast<float>(atlas_->size().width()),
                static_cast<float>(atlas_->size().height()));
    glUniform1i(program_.uniform("atlas"), 0);
    constexpr GLsizei stride = sizeof(PlacedGlyph);
    const auto at = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, stride, at(offsetof(PlacedGlyph, left)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(PlacedGlyph, texelLeft)));
    glVertexAttribPointer(2, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          at(offsetof(PlacedGlyph, text)));
    glVertexAttribPointer(3, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          at(offsetof(PlacedGlyph, halo)));
    for (unsigned i = 0; i < 4; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    glDisableVertexAttribArray(4);
    for (const int halo : {1, 0}) {
        glUniform1i(program_.uniform("halo"), halo);
        // The halo's room about a glyph is not the glyph's.
        glUniform1f(program_.uniform("inset"),
                    halo != 0
                        ? 0
                        : static_cast<float>(std::floor(GlyphAtlas::haloReach * view.pixelRatio)));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(glyphs.size()));
    }
}

} // namespace entente::ui
