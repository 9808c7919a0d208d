#include "ui/scene/samples.h"

#include "ui/scene/shapes.h"
#include "ui/scene/widget_palette.h"

#include <QPainter>
#include <QPixmap>

namespace entente::ui {

namespace {

constexpr qreal lineOn = 2;
constexpr qreal lineOff = 1;

QPen dashedPen(const QColor& colour, qreal width, Dash dash) {
    QPen pen(colour, width);
    pen.setCapStyle(dash == Dash::Dotted ? Qt::RoundCap : Qt::FlatCap);
    // In multiples of the width, as QPen has it; lengths stay the same for thin lines.
    const qreal unit = lineOn / width;
    switch (dash) {
    case Dash::Solid:
        break;
    case Dash::LongDash:
        pen.setDashPattern({5 * unit, 2 * unit});
        break;
    case Dash::Dotted:
        pen.setDashPattern({0.1 * unit, 2 * unit});
        break;
    case Dash::ShortDash:
        pen.setDashPattern({2.5 * unit, 1.25 * unit});
        break;
    }
    return pen;
}

void paintLine(QPainter& painter, const QRectF& area, const QPalette& palette, bool on, Dash dash) {
    painter.setPen(dashedPen(palette.color(on ? QPalette::WindowText : QPalette::PlaceholderText),
                             on ? lineOn : lineOff, dash));
    const qreal y = qRound(area.center().y());
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
}

void paintShape(QPainter& painter, const QRectF& area, const QPalette& palette, bool on,
                Shape shape) {
    const QColor colour = palette.color(on ? QPalette::WindowText : QPalette::PlaceholderText);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QColor fill = colour;
    fill.setAlphaF(0.16F);
    painter.setBrush(on ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shapePath(shape, area.center(), area.height() * 0.36));
}

void paintDot(QPainter& painter, const QRectF& area, const QColor& fill, const QColor& outline,
              bool on) {
    constexpr qreal radius = 5;
    const QPointF centre = area.center();
    if (on) {
        painter.setPen(outline.alpha() > 0 ? QPen(outline, 1) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawEllipse(centre, radius, radius);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outline.alpha() > 0 ? outline : fill, 1.4));
    painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
}

} // namespace

SamplePainter sectorSample(const Sector& sector, Theme theme) {
    return [fill = sectorColour(sector, theme), casing = sectorCasing(sector, theme)](
               QPainter& painter, const QRectF& area, const QPalette&, bool on) {
        paintDot(painter, area, fill, casing, on);
    };
}

SamplePainter confidenceSample(Confidence confidence) {
    return
        [dash = dashOf(confidence)](QPainter& painter, const QRectF& area, const QPalette& palette,
                                    bool on) { paintLine(painter, area, palette, on, dash); };
}

SamplePainter kindSample(VertexKind kind) {
    return [shape = shapeOf(kind)](QPainter& painter, const QRectF& area, const QPalette& palette,
                                   bool on) { paintShape(painter, area, palette, on, shape); };
}

SamplePainter polaritySample(Polarity polarity) {
    return [polarity](QPainter& painter, const QRectF& area, const QPalette& palette, bool on) {
        QPalette toned = palette;
        if (polarity == Polarity::Neutral) {
            toned.setColor(QPalette::WindowText, palette.color(QPalette::PlaceholderText));
        }
        paintLine(painter, area, toned, on, Dash::Solid);
        if (polarity == Polarity::Conflictual) {
            const QPointF centre(area.center().x(), qRound(area.center().y()));
            painter.setPen(QPen(palette.color(QPalette::BrightText), on ? 2.5 : 1.5));
            painter.drawLine(centre + QPointF(-1.5, 5), centre + QPointF(1.5, -5));
        }
        if (polarity == Polarity::Cooperative) {
            const qreal y = qRound(area.center().y());
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette.color(on ? QPalette::WindowText : QPalette::PlaceholderText));
            painter.drawEllipse(QPointF(area.left() + 2, y), 2.5, 2.5);
            painter.drawEllipse(QPointF(area.right() - 2, y), 2.5, 2.5);
        }
    };
}

SamplePainter dotSample() {
    return [](QPainter& painter, const QRectF& area, const QPalette& palette, bool on) {
        paintDot(painter, area, palette.color(QPalette::PlaceholderText), Qt::transparent, on);
    };
}

QIcon drawnIcon(const std::function<void(QPainter& painter, const QRectF& area)>& paint) {
    constexpr int size = 16;
    constexpr int scale = 2;
    QPixmap image(size * scale, size * scale);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(0, 0, size, size));
    return QIcon(image);
}

QIcon kindIcon(VertexKind kind, const Colours& colours) {
    return drawnIcon([&](QPainter& painter, const QRectF& area) {
        kindSample(kind)(painter, area, widgetPalette(colours), true);
    });
}

QIcon elementIcon(const Dossier& dossier, ElementRef element, const Colours& colours) {
    if (element.kind == ElementKind::Vertex) {
        return kindIcon(dossier.vertices().kind(element.index), colours);
    }
    if (element.kind == ElementKind::Source) {
        return kindIcon(VertexKind::Agreement, colours);
    }
    const Confidence confidence = element.kind == ElementKind::Edge
                                      ? dossier.edges().confidence(element.index)
                                      : dossier.claims()[element.index].confidence;
    return drawnIcon([&](QPainter& painter, const QRectF& area) {
        confidenceSample(confidence)(painter, area, widgetPalette(colours), true);
    });
}

SampleWidget::SampleWidget(SamplePainter sample, QSize size, QWidget* parent)
    : QWidget(parent), sample_(std::move(sample)) {
    setFixedSize(size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SampleWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    sample_(painter, rect(), palette(), true);
}

} // namespace entente::ui
