#include "ui/scene/picking.h"

#include "ui/scene/shapes.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

// A dot of two pixels is hard to hit.
constexpr qreal easyRadius = 6;

qreal distanceTo(const QLineF& line, QPointF point) {
    const QPointF direction = line.p2() - line.p1();
    const qreal squared = QPointF::dotProduct(direction, direction);
    const qreal share =
        squared > 0
            ? std::clamp(QPointF::dotProduct(point - line.p1(), direction) / squared, 0.0, 1.0)
            : 0;
    return QLineF(point, line.p1() + direction * share).length();
}

} // namespace

Picker::Picker(const DisplayList& list) {
    std::vector<QRectF> boxes;
    marks_.reserve(list.marks.size());
    boxes.reserve(list.marks.size());
    for (const Mark& mark : list.marks) {
        const qreal reach = std::max(mark.radius * 1.45, easyRadius);
        marks_.push_back({mark.centre, mark.radius, mark.shape});
        boxes.emplace_back(mark.centre.x() - reach, mark.centre.y() - reach, 2 * reach, 2 * reach);
    }
    strands_.reserve(list.strands.size());
    halfWidths_.reserve(list.strands.size());
    for (const Strand& strand : list.strands) {
        strands_.emplace_back(strand.from, strand.to);
        halfWidths_.push_back(strand.width / 2);
    }
    markGrid_ = SpatialGrid::ofBoxes(boxes);
    strandGrid_ = SpatialGrid::ofSegments(strands_);
}

std::optional<Picker::Hit> Picker::at(QPointF point, qreal tolerance) const {
    std::optional<Hit> hit;
    markGrid_.visit(QRectF(point, QSizeF(0, 0)), [&](std::uint32_t i) {
        const QPointF from = point - marks_[i].centre;
        const qreal distance = std::hypot(from.x(), from.y());
        const qreal reach =
            distance > 0 ? shapeReach(marks_[i].shape, marks_[i].radius, from / distance) : 0;
        if (distance <= std::max(reach, easyRadius) && (!hit || i > hit->index)) {
            hit = Hit{Hit::Kind::Mark, i};
        }
    });
    if (hit) {
        return hit;
    }
    constexpr qreal widest = 4;
    const qreal search = tolerance + widest;
    qreal nearest = tolerance;
    strandGrid_.visit(
        QRectF(point.x() - search, point.y() - search, 2 * search, 2 * search),
        [&](std::uint32_t i) {
            const qreal distance = std::max(0.0, distanceTo(strands_[i], point) - halfWidths_[i]);
            if (distance < nearest || (distance <= nearest && (!hit || i > hit->index))) {
                nearest = distance;
                hit = Hit{Hit::Kind::Strand, i};
            }
        });
    return hit;
}

std::vector<std::size_t> Picker::marksWithin(const QRectF& box) const {
    return marksWithin(QPolygonF(box));
}

std::vector<std::size_t> Picker::marksWithin(const QPolygonF& outline) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        if (outline.containsPoint(marks_[i].centre, Qt::OddEvenFill)) {
            found.push_back(i);
        }
    }
    return found;
}

} // namespace entente::ui
