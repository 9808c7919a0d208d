#include "ui/render/painter_renderer.h"

#include "ui/scene/shapes.h"

#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>

#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal glowWidth = 6;
const QColor conflictRed(0xB0, 0x12, 0x23);

QColor faded(QColor colour, qreal opacity) {
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

QPen penOf(const QColor& colour, qreal width, Dash dash) {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    switch (dash) {
    case Dash::Solid:
        break;
    case Dash::LongDash:
        pen.setDashPattern({5, 2});
        break;
    case Dash::Dotted:
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 2});
        break;
    case Dash::ShortDash:
        pen.setDashPattern({2, 1.6});
        break;
    }
    return pen;
}

QPainterPath pathOf(const Strand& strand) {
    QPainterPath path(strand.from);
    if (strand.straight) {
        path.lineTo(strand.to);
    } else {
        path.quadTo(strand.control, strand.to);
    }
    return path;
}

void drawArrow(QPainter& painter, const QPainterPath& path, const Strand& strand) {
    const QPointF tip = path.pointAtPercent(1);
    const qreal length = std::max<qreal>(7, strand.width * 3.2);
    const QPointF back = path.pointAtPercent(path.percentAtLength(path.length() - length));
    const QLineF axis(back, tip);
    if (axis.length() < 1e-6) {
        return;
    }
    const QPointF across = QPointF(-axis.dy(), axis.dx()) / axis.length() * length * 0.42;
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(strand.colour, strand.opacity));
    painter.drawPolygon(QPolygonF{QList<QPointF>{tip, back + across, back - across}});
}

void drawConflictBar(QPainter& painter, const QPainterPath& path, const Strand& strand) {
    const QPointF middle = path.pointAtPercent(0.5);
    const QPointF before = path.pointAtPercent(0.49);
    const QPointF after = path.pointAtPercent(0.51);
    const QLineF axis(before, after);
    if (axis.length() < 1e-9) {
        return;
    }
    const QPointF across = QPointF(-axis.dy(), axis.dx()) / axis.length() * 7;
    painter.setPen(QPen(faded(conflictRed, strand.opacity), 2.5, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(middle - across, middle + across);
}

void drawStrand(QPainter& painter, const Strand& strand) {
    const QPainterPath path = pathOf(strand);
    painter.setBrush(Qt::NoBrush);
    if (strand.selected) {
        painter.setPen(QPen(faded(strand.colour, 0.3 * strand.opacity), strand.width + glowWidth,
                            Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(path);
    }
    if (strand.casing.alpha() > 0) {
        painter.setPen(
            penOf(faded(strand.casing, strand.opacity), strand.width + 1.2, strand.dash));
        painter.drawPath(path);
    }
    painter.setPen(penOf(faded(strand.colour, strand.opacity), strand.width, strand.dash));
    painter.drawPath(path);
    if (strand.arrowAtEnd) {
        drawArrow(painter, path, strand);
    }
    if (strand.conflictBar) {
        drawConflictBar(painter, path, strand);
    }
}

/// The outline of a bar: square ends are a little rounded, ragged ones have teeth.
QPainterPath outlineOf(const Bar& bar) {
    const QRectF& rect = bar.rect;
    const qreal tooth = std::min({rect.height() / 2, rect.width() / 3, 4.0});
    QPainterPath path;
    if (bar.begin != BarEnd::Ragged && bar.end != BarEnd::Ragged) {
        const qreal corner = std::min({rect.height() / 4, rect.width() / 2, 3.0});
        path.addRoundedRect(rect, corner, corner);
        return path;
    }
    constexpr int teeth = 3;
    path.moveTo(rect.topLeft());
    path.lineTo(rect.topRight());
    const auto side = [&](bool right) {
        for (int i = 1; i <= 2 * teeth; ++i) {
            const qreal share = static_cast<qreal>(i) / (2 * teeth);
            const qreal y = right ? rect.top() + rect.height() * share
                                  : rect.bottom() - rect.height() * share;
            const qreal in = i % 2 == 1 ? tooth : 0;
            path.lineTo(right ? rect.right() - in : rect.left() + in, y);
        }
    };
    if (bar.end == BarEnd::Ragged) {
        side(true);
    } else {
        path.lineTo(rect.bottomRight());
    }
    path.lineTo(rect.bottomLeft());
    if (bar.begin == BarEnd::Ragged) {
        side(false);
    }
    path.closeSubpath();
    return path;
}

qreal fadeWidth(BarEnd end, const QRectF& rect) {
    switch (end) {
    case BarEnd::Fade:
        return std::min(rect.width() / 2, 48.0);
    case BarEnd::Soft:
        return std::min(rect.width() / 3, 12.0);
    case BarEnd::Square:
    case BarEnd::Ragged:
        break;
    }
    return 0;
}

void drawBar(QPainter& painter, const Bar& bar) {
    const QColor colour = faded(bar.colour, bar.opacity);
    const QPainterPath outline = outlineOf(bar);
    const qreal begin = fadeWidth(bar.begin, bar.rect);
    const qreal end = fadeWidth(bar.end, bar.rect);
    if (bar.selected) {
        painter.setPen(QPen(faded(bar.colour, 0.35), glowWidth, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
    }
    QBrush brush(colour);
    if (begin > 0 || end > 0) {
        QLinearGradient gradient(bar.rect.topLeft(), bar.rect.topRight());
        gradient.setColorAt(0, begin > 0 ? faded(colour, 0.06) : colour);
        gradient.setColorAt(std::min(0.5, begin / bar.rect.width()), colour);
        gradient.setColorAt(std::max(0.5, 1 - end / bar.rect.width()), colour);
        gradient.setColorAt(1, end > 0 ? faded(colour, 0.06) : colour);
        brush = gradient;
    }
    if (bar.dash == Dash::Solid) {
        painter.setPen(bar.outline.alpha() > 0 ? QPen(faded(bar.outline, bar.opacity), 1)
                                               : QPen(Qt::NoPen));
        painter.setBrush(brush);
        painter.drawPath(outline);
        return;
    }
    // Broken bars: a thick dashed line, its gaps as long as the confidence asks.
    const qreal height = bar.rect.height();
    const QLineF axis(bar.rect.left(), bar.rect.center().y(), bar.rect.right(),
                      bar.rect.center().y());
    if (bar.outline.alpha() > 0) {
        painter.setPen(penOf(faded(bar.outline, bar.opacity), height + 1.5, bar.dash));
        painter.drawLine(axis);
    }
    QPen pen = penOf(colour, height, bar.dash);
    pen.setBrush(brush);
    painter.setPen(pen);
    painter.drawLine(axis);
}

void drawMark(QPainter& painter, const Mark& mark) {
    const QPainterPath path = shapePath(mark.shape, mark.centre, mark.radius);
    if (mark.selected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(QColor(0x00, 0x72, 0xB2), 0.35 * mark.opacity), glowWidth + 2,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.setBrush(faded(mark.fill, mark.opacity));
    painter.setPen(QPen(faded(mark.outline, mark.opacity), mark.outlineWidth, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    if (mark.pinned) {
        const QPointF at = mark.centre + QPointF(mark.radius, -mark.radius) * 0.78;
        painter.setBrush(faded(mark.outline, mark.opacity));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at, 3.2, 3.2);
    }
}

void drawLabel(QPainter& painter, const Label& label, QFont font, TextMode mode) {
    font.setPixelSize(std::max(1, qRound(label.pixelSize)));
    font.setBold(label.bold);
    const qreal width = QFontMetricsF(font).horizontalAdvance(label.text);
    const qreal shift = label.anchor == Label::Anchor::Left     ? 0
                        : label.anchor == Label::Anchor::Centre ? width / 2
                                                                : width;
    const QPointF origin = label.position - QPointF(shift, 0);
    const bool haloed = label.halo.alpha() > 0;
    QPainterPath outlines;
    if (haloed || mode == TextMode::Outlines) {
        outlines.addText(origin, font, label.text);
    }
    if (haloed) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(label.halo, label.opacity), 3.5, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
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

} // namespace

void paint(QPainter& painter, const DisplayList& list, TextMode text) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (list.ground.isValid()) {
        painter.fillRect(list.bounds, list.ground);
    }
    for (const Bar& band : list.bands) {
        drawBar(painter, band);
    }
    for (const Strand& rule : list.rules) {
        drawStrand(painter, rule);
    }
    for (const Strand& strand : list.strands) {
        drawStrand(painter, strand);
    }
    for (const Bar& bar : list.bars) {
        drawBar(painter, bar);
    }
    for (const Strand& overlay : list.overlays) {
        drawStrand(painter, overlay);
    }
    for (const Mark& mark : list.marks) {
        drawMark(painter, mark);
    }
    for (const Label& label : list.labels) {
        drawLabel(painter, label, list.font, text);
    }
    painter.restore();
}

} // namespace entente::ui
