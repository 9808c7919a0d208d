#pragma once

#include "ui/scene/display_list.h"

#include <QPainterPath>

namespace entente::ui {

/// The outline of a shape around a point. `radius` is that of a circle of about the same area, so
/// that marks of different shapes look equally heavy.
QPainterPath shapePath(Shape shape, QPointF centre, qreal radius);

/// How far the shape reaches from its centre in a direction (unit vector): strands end there.
qreal shapeReach(Shape shape, qreal radius, QPointF direction);

} // namespace entente::ui
