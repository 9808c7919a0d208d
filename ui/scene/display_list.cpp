#include "ui/scene/display_list.h"

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

} // namespace entente::ui
