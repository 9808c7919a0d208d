#include "ui/scene/sector_glyph.h"

#include <QPolygonF>
#include <QTransform>

#include <array>
#include <utility>

namespace entente::ui {

namespace {

// All are drawn within the circle of radius 1 around the origin, y down.

QPainterPath polygon(const QList<QPointF>& corners) {
    QPainterPath path;
    path.addPolygon(QPolygonF(corners));
    path.closeSubpath();
    return path;
}

QPainterPath shield() {
    QPainterPath path(QPointF(0, -1));
    path.quadTo(0.4, -0.72, 0.82, -0.7);
    path.quadTo(0.9, 0.5, 0, 1);
    path.quadTo(-0.9, 0.5, -0.82, -0.7);
    path.quadTo(-0.4, -0.72, 0, -1);
    path.closeSubpath();
    return path;
}

QPainterPath bolt() {
    return polygon(
        {{0.25, -1}, {-0.65, 0.15}, {-0.08, 0.15}, {-0.3, 1}, {0.65, -0.25}, {0.08, -0.25}});
}

QPainterPath trefoil() {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addEllipse(QPointF(), 0.22, 0.22);
    const QRectF outer(-1, -1, 2, 2);
    const QRectF inner(-0.36, -0.36, 0.72, 0.72);
    for (const qreal start : {60.0, 180.0, 300.0}) {
        QPainterPath blade;
        blade.arcMoveTo(outer, start);
        blade.arcTo(outer, start, 60);
        blade.arcTo(inner, start + 60, -60);
        blade.closeSubpath();
        path.addPath(blade);
    }
    return path;
}

QPainterPath toAndFro() {
    QPainterPath path = polygon({{-0.95, -0.6},
                                 {0.3, -0.6},
                                 {0.3, -0.95},
                                 {0.95, -0.42},
                                 {0.3, 0.08},
                                 {0.3, -0.26},
                                 {-0.95, -0.26}});
    path.addPath(polygon({{0.95, 0.6},
                          {-0.3, 0.6},
                          {-0.3, 0.95},
                          {-0.95, 0.42},
                          {-0.3, 0.04},
                          {-0.3, 0.26},
                          {0.95, 0.26}}));
    return path;
}

QPainterPath chip() {
    QPainterPath path;
    path.addRect(-0.6, -0.6, 1.2, 1.2);
    path.addRect(-0.28, -0.28, 0.56, 0.56);
    for (const qreal at : {-0.4, 0.1}) {
        path.addRect(at, -0.95, 0.28, 0.35);
        path.addRect(at, 0.6, 0.28, 0.35);
        path.addRect(-0.95, at, 0.35, 0.28);
        path.addRect(0.6, at, 0.35, 0.28);
    }
    return path;
}

QPainterPath coin() {
    QPainterPath path;
    path.addEllipse(QPointF(), 0.95, 0.95);
    path.addRect(-0.14, -0.6, 0.28, 1.2);
    return path;
}

QPainterPath speechBubble() {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(-0.95, -0.8, 1.9, 1.25, 0.35, 0.35);
    path.addPath(polygon({{-0.5, 0.4}, {0.1, 0.4}, {-0.5, 0.95}}));
    return path;
}

QPainterPath lock() {
    QPainterPath path;
    path.addRoundedRect(-0.72, -0.12, 1.44, 1.08, 0.15, 0.15);
    QPainterPath shackle(QPointF(-0.55, -0.12));
    shackle.lineTo(-0.55, -0.45);
    shackle.cubicTo(-0.55, -1.15, 0.55, -1.15, 0.55, -0.45);
    shackle.lineTo(0.55, -0.12);
    shackle.lineTo(0.27, -0.12);
    shackle.lineTo(0.27, -0.42);
    shackle.cubicTo(0.27, -0.8, -0.27, -0.8, -0.27, -0.42);
    shackle.lineTo(-0.27, -0.12);
    shackle.closeSubpath();
    path.addPath(shackle);
    return path;
}

QPainterPath ring() {
    QPainterPath path;
    path.addEllipse(QPointF(), 0.9, 0.9);
    path.addEllipse(QPointF(), 0.5, 0.5);
    return path;
}

} // namespace

QPainterPath sectorGlyph(std::string_view sectorId, QPointF centre, qreal radius) {
    using Maker = QPainterPath (*)();
    static constexpr std::array<std::pair<std::string_view, Maker>, 8> makers{
        {{"defence", shield},
         {"energy", bolt},
         {"nuclear", trefoil},
         {"trade", toAndFro},
         {"technology", chip},
         {"finance", coin},
         {"diplomacy", speechBubble},
         {"security", lock}}};
    Maker make = ring;
    for (const auto& [id, maker] : makers) {
        if (id == sectorId) {
            make = maker;
        }
    }
    return QTransform(radius, 0, 0, radius, centre.x(), centre.y()).map(make());
}

} // namespace entente::ui
