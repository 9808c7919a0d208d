#include "ui/render/painter_renderer.h"

#include "ui/render/bar_painter.h"
#include "ui/render/strand_painter.h"
#include "ui/scene/shapes.h"
#include "ui/scene/style.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal glowWidth = 8;
constexpr qreal haloWidth = 3.5;
// What primitives may reach beyond their own geometry: glow, pin, conflict bar.
constexpr qreal overhang = 24;

QRectF extentOf(const Strand& strand) {
    QRectF box = QRectF(strand.from, strand.to).normalized();
    if (!strand.straight) {
        box |= QRectF(strand.from, strand.control).normalized();
        box |= QRectF(strand.to, strand.control).normalized();
    }
    return box.adjusted(-overhang, -overhang, overhang, overhang);
}

QRectF extentOf(const Bar& bar) {
    return bar.rect.adjusted(-overhang, -overhang, overhang, overhang);
}

QRectF extentOf(const Glyph& glyph) {
    return glyph.path.controlPointRect().adjusted(-overhang, -overhang, overhang, overhang);
}

QRectF extentOf(const Mark& mark) {
    const qreal reach = mark.radius * 1.5 + overhang;
    return {mark.centre.x() - reach, mark.centre.y() - reach, 2 * reach, 2 * reach};
}

QRectF extentOf(const Label& label) {
    // Measuring costs more than drawing a few too many: no letter is wider than twice its size.
    const qreal width = label.pixelSize * 2 * static_cast<qreal>(label.text.size()) + overhang;
    const qreal height = label.pixelSize * 2;
    return {label.position.x() - width, label.position.y() - height, 2 * width, 2 * height};
}

void paintPin(QPainter& painter, const Mark& mark) {
    // A drawing pin stuck in from the upper right.
    const qreal size = std::clamp<qreal>(mark.radius * 0.3, 3.2, 4.5);
    const QPointF tip = mark.centre + QPointF(mark.radius, -mark.radius) * 0.74;
    const QPointF head = tip + QPointF(size * 1.5, -size * 1.5);
    const QColor colour = faded(mark.outline, mark.opacity);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(tip, head);
    painter.setPen(QPen(faded(mark.fill, mark.opacity), 1.2));
    painter.setBrush(colour);
    painter.drawEllipse(head, size, size);
}

void paintMark(QPainter& painter, const Mark& mark) {
    const QPainterPath path = shapePath(mark.shape, mark.centre, mark.radius);
    if (mark.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(mark.outline, 0.35 * mark.opacity), glowWidth, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.setBrush(faded(mark.fill, mark.opacity));
    painter.setPen(QPen(faded(mark.outline, mark.opacity), mark.outlineWidth, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    if (mark.pinned) {
        paintPin(painter, mark);
    }
}

void paintGlyph(QPainter& painter, const Glyph& glyph) {
    if (glyph.halo.alpha() > 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(glyph.halo, glyph.opacity), haloWidth, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(glyph.path);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(glyph.colour, glyph.opacity));
    painter.drawPath(glyph.path);
}

void paintLabel(QPainter& painter, const Label& label, const QFont& family, TextMode mode) {
    const QFont font = labelFont(family, label.pixelSize, label.bold);
    qreal shift = 0;
    if (label.anchor != Label::Anchor::Left) {
        const qreal width = QFontMetricsF(font).horizontalAdvance(label.text);
        shift = label.anchor == Label::Anchor::Centre ? width / 2 : width;
    }
    const QPointF origin = label.position - QPointF(shift, 0);
    const bool haloed = label.halo.alpha() > 0;
    QPainterPath outlines;
    if (haloed || mode == TextMode::Outlines) {
        outlines.setFillRule(Qt::WindingFill);
        outlines.addText(origin, font, label.text);
    }
    if (haloed) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(label.halo, label.opacity), haloWidth, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(outlines);
    }
    const QColor colour = faded(label.colour, label.opacity);
    if (mode == TextMode::Outlines) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPath(outlines);
    } else {
        painter.setPen(colour);
        painter.setFont(font);
        painter.drawText(origin, label.text);
    }
}

/// The part of the list's plane that the device shows; null where nothing may be skipped.
QRectF visiblePart(const QPainter& painter) {
    const QPaintEngine* const engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster) {
        return {};
    }
    // A widget counts its size in logical pixels, the transformation goes to those of the screen or
    // of the picture that the widget is drawn into. Counting the ratio where it is in the size
    // already skips too little, which does no harm.
    QSizeF size;
    for (const QPaintDevice* const device : {engine->paintDevice(), painter.device()}) {
        size = size.expandedTo(QSizeF(device->width(), device->height()) *
                               device->devicePixelRatioF());
    }
    const QRectF device(QPointF(), size);
    const QRectF part = painter.combinedTransform().isInvertible()
                            ? painter.combinedTransform().inverted().mapRect(device)
                            : QRectF();
    return painter.hasClipping() ? part & painter.clipBoundingRect() : part;
}

template <typename Primitive, typename Paint>
void paintAll(const std::vector<Primitive>& primitives, const QRectF& part,
              const Progress& progress, const Paint& draw) {
    constexpr std::size_t batch = 256;
    for (std::size_t i = 0; i < primitives.size(); ++i) {
        if (i % batch == 0) {
            progress.throwIfStopped();
        }
        if (part.isNull() || part.intersects(extentOf(primitives[i]))) {
            draw(primitives[i]);
        }
    }
}

/// Restores the painter however drawing ends.
class StateKeeper {
public:
    explicit StateKeeper(QPainter& painter) : painter_(painter) { painter_.save(); }
    ~StateKeeper() { painter_.restore(); }
    StateKeeper(const StateKeeper&) = delete;
    StateKeeper& operator=(const StateKeeper&) = delete;

private:
    QPainter& painter_;
};

} // namespace

void paint(QPainter& painter, const DisplayList& list, TextMode text, const Progress& progress) {
    const StateKeeper keeper(painter);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (list.ground.isValid() && list.ground.alpha() > 0) {
        painter.fillRect(list.bounds, list.ground);
    }
    const QRectF part = visiblePart(painter);
    const auto strand = [&painter](const Strand& each) { paintStrand(painter, each); };
    const auto bar = [&painter](const Bar& each) { paintBar(painter, each); };
    paintAll(list.bands, part, progress, bar);
    paintAll(list.rules, part, progress, strand);
    paintAll(list.strands, part, progress, strand);
    paintAll(list.bars, part, progress, bar);
    paintAll(list.overlays, part, progress, strand);
    paintAll(list.glyphs, part, progress,
             [&painter](const Glyph& each) { paintGlyph(painter, each); });
    paintAll(list.marks, part, progress,
             [&painter](const Mark& each) { paintMark(painter, each); });
    paintAll(list.labels, part, progress,
             [&](const Label& each) { paintLabel(painter, each, list.font, text); });
}

} // namespace entente::ui
