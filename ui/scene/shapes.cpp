#include "ui/scene/shapes.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente::ui {

namespace {

/// A corner of a polygon around the origin, at a distance and an angle (degrees, clockwise from
/// up).
QPointF corner(qreal distance, qreal degrees) {
    const qreal radians = degrees * std::numbers::pi / 180;
    return {distance * std::sin(radians), -distance * std::cos(radians)};
}

QPolygonF polygonOf(Shape shape, qreal radius) {
    switch (shape) {
    case Shape::Hexagon: {
        QPolygonF hexagon;
        for (int i = 0; i < 6; ++i) {
            hexagon << corner(radius * 1.1, 30 + 60 * i);
        }
        return hexagon;
    }
    case Shape::Diamond: {
        const qreal reach = radius * 1.25;
        return {QList<QPointF>{{0, -reach}, {reach, 0}, {0, reach}, {-reach, 0}}};
    }
    case Shape::Triangle: {
        const qreal reach = radius * 1.4;
        return {QList<QPointF>{corner(reach, 0), corner(reach, 120), corner(reach, 240)}};
    }
    case Shape::RoundedSquare: {
        const qreal half = radius * 0.89;
        return {QList<QPointF>{{-half, -half}, {half, -half}, {half, half}, {-half, half}}};
    }
    case Shape::Rectangle: {
        const qreal width = radius * 1.12;
        const qreal height = radius * 0.72;
        return {
            QList<QPointF>{{-width, -height}, {width, -height}, {width, height}, {-width, height}}};
    }
    case Shape::Sheet: {
        const qreal width = radius * 0.78;
        const qreal height = radius;
        const qreal fold = radius * 0.5;
        return {QList<QPointF>{{-width, -height},
                               {width - fold, -height},
                               {width, -height + fold},
                               {width, height},
                               {-width, height}}};
    }
    case Shape::Circle:
    case Shape::Dot:
        break;
    }
    return {};
}

} // namespace

QPainterPath shapePath(Shape shape, QPointF centre, qreal radius) {
    QPainterPath path;
    switch (shape) {
    case Shape::Circle:
        path.addEllipse(centre, radius, radius);
        return path;
    case Shape::Dot:
        path.addEllipse(centre, radius * 0.7, radius * 0.7);
        return path;
    case Shape::RoundedSquare: {
        const qreal half = radius * 0.89;
        path.addRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half),
                            half * 0.45, half * 0.45);
        return path;
    }
    default:
        break;
    }
    path.addPolygon(polygonOf(shape, radius).translated(centre));
    path.closeSubpath();
    if (shape == Shape::Sheet) {
        const qreal right = centre.x() + radius * 0.78;
        const qreal top = centre.y() - radius;
        const qreal fold = radius * 0.5;
        path.moveTo(right - fold, top);
        path.lineTo(right - fold, top + fold);
        path.lineTo(right, top + fold);
    }
    return path;
}

// The outlines seen as half planes: what is cheap enough to be asked for each strand. The shaders
// have the same.
qreal shapeReach(Shape shape, qreal radius, QPointF direction) {
    constexpr qreal sine60 = 0.86602540378443865;
    constexpr qreal hexagonApothem = 1.1 * sine60;
    const qreal x = std::abs(direction.x());
    const qreal y = std::abs(direction.y());
    switch (shape) {
    case Shape::Circle:
        return radius;
    case Shape::Dot:
        return radius * 0.7;
    case Shape::RoundedSquare:
        return radius * 0.89 / std::max(x, y);
    case Shape::Rectangle:
        return radius / std::max(x / 1.12, y / 0.72);
    case Shape::Diamond:
        return radius * 1.25 / (x + y);
    case Shape::Hexagon:
        return radius * hexagonApothem / std::max(y, sine60 * x + 0.5 * y);
    case Shape::Triangle:
        return radius * 0.7 / std::max(direction.y(), sine60 * x - 0.5 * direction.y());
    case Shape::Sheet:
        return radius / std::max({x / 0.78, y, (direction.x() - direction.y()) / (0.78 + 1 - 0.5)});
    }
    return radius;
}

} // namespace entente::ui
