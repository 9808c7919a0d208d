#include <epoxy/gl.h>

#include "ui/render/gl_text.h"

#include "ui/scene/style.h"

#include <cmath>
#include <map>

namespace entente::ui {

namespace {

QRgb withOpacity(const QColor& colour, float opacity) {
    QColor faded = colour;
    faded.setAlphaF(colour.alphaF() * opacity);
    return faded.rgba();
}

} // namespace

GlText::GlText() : program_(QStringLiteral("glyph")) {}

void GlText::gather(const std::vector<Label>& labels, const QFont& family, QPointF offset,
                    qreal pixelRatio) {
    glyphs_.clear();
    std::map<std::pair<float, bool>, std::uint32_t> fonts;
    for (const Label& label : labels) {
        const auto [font, isNew] = fonts.try_emplace({label.pixelSize, label.bold}, 0);
        if (isNew) {
            font->second = atlas_->fontNumber(labelFont(family, label.pixelSize, label.bold));
        }
        const ShapedText& shaped = atlas_->shape(label.text, font->second);
        const qreal share = label.anchor == Label::Anchor::Left     ? 0
                            : label.anchor == Label::Anchor::Centre ? 0.5
                                                                    : 1;
        QPointF origin = (label.position + offset - QPointF(shaped.width * share, 0)) * pixelRatio;
        // On whole rows letters are sharpest.
        origin.setY(std::round(origin.y()));
        const QRgb text = withOpacity(label.colour, label.opacity);
        const QRgb halo = withOpacity(label.halo, label.opacity);
        for (const ShapedText::Glyph& glyph : shaped.glyphs) {
            const QPointF pen = origin + glyph.offset * pixelRatio;
            const double quarters = std::round(pen.x() * GlyphAtlas::phases);
            const double whole = std::floor(quarters / GlyphAtlas::phases);
            const auto place = atlas_->place(
                glyph.number, static_cast<int>(quarters - whole * GlyphAtlas::phases));
            if (place) {
                glyphs_.push_back({static_cast<float>(whole + place->offset.x()),
                                   static_cast<float>(std::round(pen.y()) + place->offset.y()),
                                   static_cast<float>(place->texels.width()),
                                   static_cast<float>(place->texels.height()),
                                   static_cast<float>(place->texels.left()),
                                   static_cast<float>(place->texels.top()), text, halo});
            }
        }
    }
}

void GlText::draw(const std::vector<Label>& labels, const QFont& family, QPointF offset,
                  const PictureView& view) {
    if (!atlas_ || atlas_->pixelRatio() != view.pixelRatio) {
        atlas_ = std::make_unique<GlyphAtlas>(view.pixelRatio);
    }
    gather(labels, family, offset, view.pixelRatio);
    if (atlas_->isFull()) {
        // What was read before has taken the room: start anew with what is read now.
        atlas_->clear();
        gather(labels, family, offset, view.pixelRatio);
    }
    if (glyphs_.empty()) {
        return;
    }
    texture_.setPairs(atlas_->texels(), atlas_->size(), atlas_->takeChanged());
    buffer_.fill(glyphs_.data(), glyphs_.size() * sizeof(Glyph));
    const QSize pixels = view.pixels();
    program_.use();
    glUniform2f(program_.uniform("viewSize"), static_cast<float>(pixels.width()),
                static_cast<float>(pixels.height()));
    glUniform2f(program_.uniform("atlasSize"), static_cast<float>(atlas_->size().width()),
                static_cast<float>(atlas_->size().height()));
    glUniform1i(program_.uniform("atlas"), 0);
    constexpr GLsizei stride = sizeof(Glyph);
    const auto at = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, stride, at(offsetof(Glyph, left)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(Glyph, texelLeft)));
    glVertexAttribPointer(2, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(Glyph, text)));
    glVertexAttribPointer(3, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(Glyph, halo)));
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
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(glyphs_.size()));
    }
}

} // namespace entente::ui
