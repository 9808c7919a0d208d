#include "ui/scene/network_geometry.h"

#include "ui/scene/shapes.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

/// How far from the centre a line at an offset from it, parallel to `direction`, leaves a mark.
double reachOf(const StrandEnd& mark, QPointF direction, QPointF aside) {
    double distance = shapeReach(mark.shape, mark.radius, direction);
    const double squared = QPointF::dotProduct(aside, aside);
    for (int round = 0; squared > 1e-6 && round < 3; ++round) {
        const QPointF point = direction * distance + aside;
        const double length = std::sqrt(QPointF::dotProduct(point, point));
        const double outline = shapeReach(mark.shape, mark.radius, point / length);
        distance = std::sqrt(std::max(0.0, outline * outline - squared));
    }
    return distance;
}

QPointF unit(QPointF way) {
    const double length = std::hypot(way.x(), way.y());
    return length > 1e-9 ? way / length : QPointF(1, 0);
}

QPointF across(QPointF along) {
    return {-along.y(), along.x()};
}

double clampedPower(double base, double exponent, double low, double high) {
    return std::clamp(std::pow(base, exponent), low, high);
}

} // namespace

NetworkScale NetworkScale::at(double zoom, std::size_t strandCount) {
    // Many strands must be thin to be told apart; when one zooms in they get their width back.
    const double count = static_cast<double>(std::max<std::size_t>(strandCount, 1));
    // About as far as this one sees all of them; from nearer, long ones become fewer as distances
    // grow.
    const double wholeZoom = 10 / std::sqrt(count);
    const double crowd = count * std::min(1.0, wholeZoom / zoom);
    const double zoomed = std::pow(zoom, zoom > 1 ? 0.5 : 0.25);
    NetworkScale scale;
    // Marks grow more slowly than distances, so that zooming in makes room between them.
    scale.marks = std::clamp(std::pow(zoom, 0.7), 0.03, 1.7);
    scale.strandWidth =
        std::clamp(2.5 * clampedPower(160 / crowd, 0.3, 0.05, 1) * zoomed, 0.7, 2.8);
    scale.opacity = static_cast<float>(clampedPower(1200 / crowd, 0.4, 0.07, 1));
    scale.signs = scale.opacity * static_cast<float>(clampedPower(12'000 / crowd, 0.5, 0.15, 1));
    return scale;
}

std::optional<PlacedStrand> placeStrand(const PlannedStrand& planned, const StrandEnd& from,
                                        const StrandEnd& to, const NetworkScale& scale,
                                        const QPointF* control) {
    const QPointF way = to.centre - from.centre;
    if (from.radius <= 0 || to.radius <= 0 || std::hypot(way.x(), way.y()) < 1e-6) {
        return std::nullopt;
    }
    const auto widthOf = [&](std::uint8_t strength) {
        return std::max(0.6, scale.strandWidth * strength * PlannedStrand::strengthUnit);
    };
    // A bundle is no wider than the smaller mark that it ends at.
    const double widest = widthOf(planned.widest);
    const double places = planned.places * PlannedStrand::unit;
    const double room = 1.7 * std::min(from.radius, to.radius);
    const double wanted = widest + std::max(0.6, 0.55 * widest);
    PlacedStrand placed;
    placed.spacing =
        places > 0 ? std::min(wanted, std::max(0.4, (room - widest) / places)) : wanted;
    placed.width = std::min(widthOf(planned.strength), std::max(0.6, placed.spacing * 0.8));

    const QPointF begin = unit(control != nullptr ? *control - from.centre : way);
    const QPointF end = unit(control != nullptr ? to.centre - *control : way);
    const double offset = placed.spacing * planned.slot * PlannedStrand::unit;
    const QPointF besideBegin = across(begin) * offset;
    const QPointF besideEnd = across(end) * offset;
    placed.from = from.centre + besideBegin + begin * reachOf(from, begin, besideBegin);
    placed.to = to.centre + besideEnd - end * reachOf(to, -end, besideEnd);
    if (QPointF::dotProduct(placed.to - placed.from, way) <= 0) {
        return std::nullopt;
    }
    placed.control =
        control != nullptr ? *control + across(unit(way)) * offset : (placed.from + placed.to) / 2;
    return placed;
}

} // namespace entente::ui
