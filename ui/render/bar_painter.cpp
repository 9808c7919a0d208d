#include "ui/render/bar_painter.h"

#include "ui/render/strand_painter.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal glowWidth = 6;
constexpr qreal fadedEnd = 0.04;

qreal cornerOf(const QRectF& rect) {
    return std::min({rect.height() / 4, rect.width() / 2, 3.0});
}

/// Adds one side of the outline, from where the path stands: straight, or with teeth.
void addSide(QPainterPath& path, const QRectF& rect, bool right, bool ragged) {
    const qreal x = right ? rect.right() : rect.left();
    const qreal from = right ? rect.top() : rect.bottom();
    const qreal to = right ? rect.bottom() : rect.top();
    if (ragged) {
        const qreal depth = std::min({rect.height() / 2, rect.width() / 3, 4.0});
        constexpr int steps = 6;
        for (int i = 1; i <= steps; ++i) {
            const qreal in = i % 2 == 1 ? depth : 0;
            path.lineTo(right ? x - in : x + in, from + (to - from) * i / steps);
        }
        return;
    }
    const qreal corner = cornerOf(rect);
    const qreal down = right ? corner : -corner;
    path.lineTo(right ? x - corner : x + corner, from);
    path.quadTo(x, from, x, from + down);
    path.lineTo(x, to - down);
    path.quadTo(x, to, right ? x - corner : x + corner, to);
}

QPainterPath outlineOf(const QRectF& rect, bool raggedBegin, bool raggedEnd) {
    QPainterPath path;
    path.moveTo(rect.center().x(), rect.top());
    if (raggedEnd) {
        path.lineTo(rect.topRight());
    }
    addSide(path, rect, true, raggedEnd);
    path.lineTo(raggedBegin ? rect.bottomLeft()
                            : QPointF(rect.left() + cornerOf(rect), rect.bottom()));
    addSide(path, rect, false, raggedBegin);
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

/// What fills the bar: its colour, going over into nothing at the ends that fade.
QBrush brushOf(const Bar& bar, const QColor& colour) {
    const qreal begin = fadeWidth(bar.begin, bar.rect);
    const qreal end = fadeWidth(bar.end, bar.rect);
    if ((begin <= 0 && end <= 0) || bar.rect.width() <= 0) {
        return colour;
    }
    QLinearGradient gradient(bar.rect.topLeft(), bar.rect.topRight());
    gradient.setColorAt(0, begin > 0 ? faded(colour, fadedEnd) : colour);
    gradient.setColorAt(std::min(0.5, begin / bar.rect.width()), colour);
    gradient.setColorAt(std::max(0.5, 1 - end / bar.rect.width()), colour);
    gradient.setColorAt(1, end > 0 ? faded(colour, fadedEnd) : colour);
    return gradient;
}

struct Rhythm {
    qreal on;
    qreal off;
};

Rhythm rhythmOf(Dash dash, qreal height) {
    switch (dash) {
    case Dash::LongDash:
        return {std::max(20.0, 2.4 * height), std::max(4.0, 0.4 * height)};
    case Dash::Dotted:
        return {height, std::max(3.0, 0.5 * height)};
    case Dash::ShortDash:
        return {std::max(9.0, 1.2 * height), std::max(4.0, 0.45 * height)};
    case Dash::Solid:
        break;
    }
    return {0, 0};
}

/// The pieces of a broken bar. Rectangles, not a dashed pen: pens with gradients get lost in SVG
/// and PDF.
QPainterPath piecesOf(const Bar& bar) {
    const QRectF& rect = bar.rect;
    const Rhythm rhythm = rhythmOf(bar.dash, rect.height());
    QPainterPath pieces;
    pieces.setFillRule(Qt::WindingFill);
    const qreal period = rhythm.on + rhythm.off;
    const auto count = static_cast<int>(std::ceil((rect.width() + rhythm.off) / period));
    for (int i = 0; i < count; ++i) {
        const qreal left = rect.left() + i * period;
        const qreal right = std::min(left + rhythm.on, rect.right());
        if (right - left < 0.5) {
            continue;
        }
        const QRectF piece(left, rect.top(), right - left, rect.height());
        if (bar.dash == Dash::Dotted) {
            const qreal corner = std::min(piece.width(), piece.height()) / 2;
            pieces.addRoundedRect(piece, corner, corner);
        } else {
            pieces.addPath(outlineOf(piece, i == 0 && bar.begin == BarEnd::Ragged,
                                     i == count - 1 && bar.end == BarEnd::Ragged));
        }
    }
    return pieces;
}

} // namespace

void paintBar(QPainter& painter, const Bar& bar) {
    if (bar.rect.width() <= 0 || bar.rect.height() <= 0) {
        return;
    }
    const QPainterPath outline =
        outlineOf(bar.rect, bar.begin == BarEnd::Ragged, bar.end == BarEnd::Ragged);
    if (bar.selected) {
        painter.setPen(QPen(faded(bar.colour, 0.35 * bar.opacity), glowWidth, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline);
    }
    const QPainterPath shape = bar.dash == Dash::Solid ? outline : piecesOf(bar);
    painter.setBrush(brushOf(bar, faded(bar.colour, bar.opacity)));
    painter.setPen(bar.outline.alpha() > 0 ? QPen(brushOf(bar, faded(bar.outline, bar.opacity)), 1)
                                           : QPen(Qt::NoPen));
    painter.drawPath(shape);
}

} // namespace entente::ui
