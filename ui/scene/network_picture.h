#pragma once

#include "ui/scene/camera.h"
#include "ui/scene/network_scene.h"

#include <QSizeF>

namespace entente::ui {

class Workspace;

/// The network that the workspace shows, all of it fitted into a rectangle of that size (its corner
/// at the origin), labels placed at that size. Without selection and highlights: for the page.
DisplayList networkPicture(const Workspace& workspace, const Style& style, QSizeF size);

/// The legend of that picture in rows, for under it.
DisplayList networkLegendRows(const Workspace& workspace, const Style& style, qreal width);

/// Where the workspace has the network's vertices, in layout units; not a number where it has no
/// place for one.
std::vector<QPointF> layoutPositions(const Workspace& workspace);

/// The box of all positions that are numbers; null where there are none.
QRectF boundsOf(const std::vector<QPointF>& positions);

/// Positions in layout units as pixels around the layout's origin.
std::vector<QPointF> scaled(const std::vector<QPointF>& positions, double scale);

} // namespace entente::ui
