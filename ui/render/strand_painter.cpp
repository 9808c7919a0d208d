#include "ui/render/strand_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace entente::ui {

namespace {

constexpr qreal glowWidth = 6;
constexpr qreal conflictBarWidth = 2.5;

/// A strand as it is drawn: along a line, or along a curve.
class Course {
public:
    explicit Course(const Strand& strand)
        : straight_(strand.straight), line_(strand.from, strand.to), control_(strand.control) {
        if (!straight_) {
            path_.moveTo(strand.from);
            path_.quadTo(strand.control, strand.to);
        }
    }

    [[nodiscard]] qreal length() const { return straight_ ? line_.length() : path_.length(); }

    [[nodiscard]] QPointF at(qreal share) const {
        return straight_ ? line_.pointAt(share) : path_.pointAtPercent(share);
    }

    /// The unit vector across it.
    [[nodiscard]] QPointF across(qreal share) const {
        const QLineF axis = straight_ ? line_
                                      : QLineF(path_.pointAtPercent(std::max(0.0, share - 0.01)),
                                               path_.pointAtPercent(std::min(1.0, share + 0.01)));
        const qreal length = axis.length();
        return length > 1e-9 ? QPointF(-axis.dy(), axis.dx()) / length : QPointF();
    }

    /// Cuts off its end, where an arrowhead goes.
    void shorten(qreal by) {
        const qreal whole = length();
        if (whole <= by) {
            return;
        }
        if (straight_) {
            line_.setP2(line_.pointAt(1 - by / whole));
        } else {
            const qreal share = path_.percentAtLength(whole - by);
            const QPointF from = line_.p1();
            QPainterPath cut(from);
            cut.quadTo(from + (control_ - from) * share, path_.pointAtPercent(share));
            path_ = cut;
        }
    }

    void draw(QPainter& painter) const {
        if (straight_) {
            painter.drawLine(line_);
        } else {
            painter.drawPath(path_);
        }
    }

private:
    bool straight_;
    QLineF line_;
    QPointF control_;
    QPainterPath path_;
};

/// How far a casing shows beside its strand.
qreal casingRim(const Strand& strand) {
    return std::clamp(0.28 * strand.width, 0.35, 0.65);
}

qreal arrowLength(const Strand& strand) {
    return std::max(7.0, strand.width * 3.4);
}

void paintArrow(QPainter& painter, const Course& course, const Strand& strand) {
    const qreal length = std::min(arrowLength(strand), course.length());
    const QPointF tip = course.at(1);
    const QPointF across = course.across(1);
    const QPointF back = tip - QPointF(across.y(), -across.x()) * length;
    const QPointF side = across * length * 0.42;
    painter.setBrush(faded(strand.colour, strand.headOpacity));
    painter.setPen(strand.casing.alpha() > 0
                       ? QPen(faded(strand.casing, strand.headOpacity), casingRim(strand),
                              Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)
                       : QPen(Qt::NoPen));
    painter.drawPolygon(QPolygonF{QList<QPointF>{tip, back + side, back - side}});
}

} // namespace

QColor faded(QColor colour, qreal opacity) {
    colour.setAlphaF(static_cast<float>(colour.alphaF() * opacity));
    return colour;
}

QPen dashedPen(const QColor& colour, qreal width, Dash dash, qreal unit, qreal extra) {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    // Dashes of hairlines would run together.
    const qreal scale = std::max(unit, 1.4) / width;
    const qreal rim = extra / width;
    const auto pattern = [&](qreal on, qreal off) {
        pen.setDashPattern({on * scale + rim, std::max(0.2, off * scale - rim)});
        pen.setDashOffset(rim / 2);
    };
    switch (dash) {
    case Dash::Solid:
        break;
    case Dash::LongDash:
        pattern(5, 2);
        break;
    case Dash::Dotted:
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 2.2 * scale});
        break;
    case Dash::ShortDash:
        pattern(2.2, 1.6);
        break;
    }
    return pen;
}

void paintStrand(QPainter& painter, const Strand& strand) {
    const Course whole(strand);
    Course course = whole;
    if (strand.arrowAtEnd) {
        course.shorten(arrowLength(strand) * 0.8);
    }
    painter.setBrush(Qt::NoBrush);
    if (strand.selected) {
        painter.setPen(QPen(faded(strand.colour, 0.3 * strand.opacity), strand.width + glowWidth,
                            Qt::SolidLine, Qt::RoundCap));
        whole.draw(painter);
    }
    if (strand.casing.alpha() > 0) {
        painter.setPen(dashedPen(faded(strand.casing, strand.opacity),
                                 strand.width + 2 * casingRim(strand), strand.dash, strand.width,
                                 2 * casingRim(strand)));
        course.draw(painter);
    }
    painter.setPen(
        dashedPen(faded(strand.colour, strand.opacity), strand.width, strand.dash, strand.width));
    course.draw(painter);
    if (strand.arrowAtEnd) {
        paintArrow(painter, whole, strand);
    }
    if (strand.conflictBar) {
        const QPointF middle = whole.at(0.5);
        const QPointF across = whole.across(0.5) * strand.barReach;
        painter.setPen(QPen(faded(strand.barColour, strand.opacity), conflictBarWidth,
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(middle - across, middle + across);
    }
}

} // namespace entente::ui
