#include "ui/render/placed_glyphs.h"

#include "ui/scene/style.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::ui {

namespace {

QRgb withOpacity(const QColor& colour, float opacity) {
    QColor faded = colour;
    faded.setAlphaF(colour.alphaF() * opacity);
    return faded.rgba();
}

std::vector<PlacedGlyph> gather(GlyphAtlas& atlas, const std::vector<Label>& labels,
                                const QFont& family, QPointF offset) {
    const qreal pixelRatio = atlas.pixelRatio();
    std::vector<PlacedGlyph> glyphs;
    std::map<std::pair<float, bool>, std::uint32_t> fonts;
    for (const Label& label : labels) {
        const auto [font, isNew] = fonts.try_emplace({label.pixelSize, label.bold}, 0);
        if (isNew) {
            font->second = atlas.fontNumber(labelFont(family, label.pixelSize, label.bold));
        }
        const ShapedText& shaped = atlas.shape(label.text, font->second);
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
            const auto place =
                atlas.place(glyph.number, static_cast<int>(quarters - whole * GlyphAtlas::phases));
            if (place) {
                glyphs.push_back({static_cast<float>(whole + place->offset.x()),
                                  static_cast<float>(std::round(pen.y()) + place->offset.y()),
                                  static_cast<float>(place->texels.width()),
                                  static_cast<float>(place->texels.height()),
                                  static_cast<float>(place->texels.left()),
                                  static_cast<float>(place->texels.top()), text, halo});
            }
        }
    }
    return glyphs;
}

void blend(QRgb& pixel, QRgb colour, unsigned cover) {
    const unsigned share = cover * static_cast<unsigned>(qAlpha(colour)) / 255;
    const unsigned rest = 255 - share;
    const auto mix = [&](int below, int above) {
        return static_cast<int>(
            (static_cast<unsigned>(below) * rest + static_cast<unsigned>(above) * share + 127) /
            255);
    };
    pixel = qRgb(mix(qRed(pixel), qRed(colour)), mix(qGreen(pixel), qGreen(colour)),
                 mix(qBlue(pixel), qBlue(colour)));
}

} // namespace

std::vector<PlacedGlyph> placeGlyphs(GlyphAtlas& atlas, const std::vector<Label>& labels,
                                     const QFont& family, QPointF offset) {
    std::vector<PlacedGlyph> glyphs = gather(atlas, labels, family, offset);
    if (atlas.isFull()) {
        atlas.clear();
        glyphs = gather(atlas, labels, family, offset);
    }
    return glyphs;
}

void writeLabels(QImage& picture, GlyphAtlas& atlas, const std::vector<Label>& labels,
                 const QFont& family, QPointF offset) {
    const std::vector<PlacedGlyph> glyphs = placeGlyphs(atlas, labels, family, offset);
    for (const bool halo : {true, false}) {
        for (const PlacedGlyph& glyph : glyphs) {
            const QRgb colour = halo ? glyph.halo : glyph.text;
            const int left = static_cast<int>(glyph.left);
            const int top = static_cast<int>(glyph.top);
            const int firstRow = std::max(0, -top);
            const int lastRow = std::min(static_cast<int>(glyph.height), picture.height() - top);
            const int first = std::max(0, -left);
            const int last = std::min(static_cast<int>(glyph.width), picture.width() - left);
            for (int y = firstRow; qAlpha(colour) > 0 && y < lastRow; ++y) {
                auto* const row = reinterpret_cast<QRgb*>(picture.scanLine(top + y)) + left;
                const std::uint8_t* const texels =
                    atlas.texels() +
                    2 * (static_cast<std::size_t>(glyph.texelTop + static_cast<float>(y)) *
                             static_cast<std::size_t>(atlas.size().width()) +
                         static_cast<std::size_t>(glyph.texelLeft));
                for (int x = first; x < last; ++x) {
                    if (const unsigned cover = texels[2 * x + (halo ? 1 : 0)]; cover > 0) {
                        blend(row[x], colour, cover);
                    }
                }
            }
        }
    }
}

} // namespace entente::ui
