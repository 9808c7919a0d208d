#pragma once

#include "ui/render/glyph_atlas.h"
#include "ui/scene/display_list.h"

#include <QImage>

#include <vector>

namespace entente::ui {

/// A glyph of an atlas where a label has it; read as it is by the graphics card.
struct PlacedGlyph {
    float left, top, width, height; ///< whole pixels of the device
    float texelLeft, texelTop;      ///< in the atlas
    QRgb text;
    QRgb halo;
};

/// The glyphs of labels, moved by `offset` (logical pixels). An atlas that is full starts anew with
/// what is asked for now.
std::vector<PlacedGlyph> placeGlyphs(GlyphAtlas& atlas, const std::vector<Label>& labels,
                                     const QFont& family, QPointF offset);

/// Writes labels into a picture (RGB32) of the atlas's pixel ratio: halos first, then the text.
void writeLabels(QImage& picture, GlyphAtlas& atlas, const std::vector<Label>& labels,
                 const QFont& family, QPointF offset);

} // namespace entente::ui
