#pragma once

#include "ui/scene/network_plan.h"

#include <QPointF>

#include <cmath>
#include <optional>

namespace entente::ui {

/// Pixels between two vertices one layout unit apart, at zoom 1.
inline constexpr double pixelsPerUnit = 120;

/// Whether a vertex has a place: both coordinates are numbers.
inline bool isPlaced(QPointF place) {
    return std::isfinite(place.x()) && std::isfinite(place.y());
}

/// How large marks and how wide strands are drawn at a zoom. The shaders of the OpenGL renderer
/// take these figures, and do what `placeStrand` does.
struct NetworkScale {
    double marks = 1;       ///< pixels of radius a pixel of the plan
    double strandWidth = 2; ///< pixels, of a strand of strength 1
    float opacity = 1;      ///< of strands: many must be faint to be told apart
    float signs = 1; ///< opacity of arrowheads and conflict bars, which never become as small

    static NetworkScale at(double zoom, std::size_t strandCount);
};

/// A mark as strands see it.
struct StrandEnd {
    QPointF centre;
    double radius = 0; ///< of the circle that has the shape's area; 0: there is no mark
    Shape shape = Shape::Circle;
};

struct PlacedStrand {
    QPointF from;
    QPointF control; ///< of the quadratic curve
    QPointF to;
    double width = 1;
    double spacing = 1; ///< between neighbouring strands of the bundle
};

/// Where a strand runs, from outline to outline of its marks; nothing where the marks touch or
/// where one is not there. `control` (of the centre line, in pixels) bends it.
std::optional<PlacedStrand> placeStrand(const PlannedStrand& planned, const StrandEnd& from,
                                        const StrandEnd& to, const NetworkScale& scale,
                                        const QPointF* control = nullptr);

} // namespace entente::ui
