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

qreal shapeReach(Shape shape, qreal radius, QPointF direction) {
    if (shape == Shape::Circle) {
        return radius;
    }
    if (shape == Shape::Dot) {
        return radius * 0.7;
    }
    const QPolygonF polygon = polygonOf(shape, radius);
    qreal reach = radius;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()] - a;
        const qreal cross = direction.x() * b.y() - direction.y() * b.x();
        if (std::abs(cross) < 1e-12) {
            continue;
        }
        const qreal along = (a.x() * b.y() - a.y() * b.x()) / cross;
        const qreal share = (a.x() * direction.y() - a.y() * direction.x()) / cross;
        if (along > 0 && share >= 0 && share <= 1) {
            reach = along;
        }
    }
    return reach;
}

} // namespace entente::ui
