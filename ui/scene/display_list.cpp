#include "ui/scene/display_list.h"

#include <QTransform>

namespace entente::ui {

namespace {

void shift(Strand& strand, QPointF by) {
    strand.from += by;
    strand.control += by;
    strand.to += by;
}
void shift(Bar& bar, QPointF by) {
    bar.rect.translate(by);
}
void shift(Glyph& glyph, QPointF by) {
    glyph.path.translate(by);
}
void shift(Mark& mark, QPointF by) {
    mark.centre += by;
}
void shift(Label& label, QPointF by) {
    label.position += by;
}

void grow(Strand& strand, qreal factor) {
    strand.from *= factor;
    strand.control *= factor;
    strand.to *= factor;
    strand.width *= static_cast<float>(factor);
}
void grow(Bar& bar, qreal factor) {
    bar.rect = QRectF(bar.rect.topLeft() * factor, bar.rect.size() * factor);
}
void grow(Glyph& glyph, qreal factor) {
    glyph.path = QTransform::fromScale(factor, factor).map(glyph.path);
}
void grow(Mark& mark, qreal factor) {
    mark.centre *= factor;
    mark.radius *= static_cast<float>(factor);
    mark.outlineWidth *= static_cast<float>(factor);
}
void grow(Label& label, qreal factor) {
    label.position *= factor;
    label.pixelSize *= static_cast<float>(factor);
}

template <typename Primitive>
void growAll(std::vector<Primitive>& list, qreal factor) {
    for (Primitive& primitive : list) {
        grow(primitive, factor);
    }
}

template <typename Primitive>
void appendShifted(std::vector<Primitive>& list, const std::vector<Primitive>& more, QPointF by) {
    list.reserve(list.size() + more.size());
    for (Primitive primitive : more) {
        shift(primitive, by);
        list.push_back(std::move(primitive));
    }
}

} // namespace

void append(DisplayList& list, const DisplayList& more, QPointF offset) {
    appendShifted(list.bands, more.bands, offset);
    appendShifted(list.rules, more.rules, offset);
    appendShifted(list.strands, more.strands, offset);
    appendShifted(list.bars, more.bars, offset);
    appendShifted(list.overlays, more.overlays, offset);
    appendShifted(list.glyphs, more.glyphs, offset);
    appendShifted(list.marks, more.marks, offset);
    appendShifted(list.labels, more.labels, offset);
}

DisplayList scaledList(DisplayList list, qreal factor) {
    list.bounds = QRectF(list.bounds.topLeft() * factor, list.bounds.size() * factor);
    growAll(list.bands, factor);
    growAll(list.rules, factor);
    growAll(list.strands, factor);
    growAll(list.bars, factor);
    growAll(list.overlays, factor);
    growAll(list.glyphs, factor);
    growAll(list.marks, factor);
    growAll(list.labels, factor);
    return list;
}

} // namespace entente::ui
