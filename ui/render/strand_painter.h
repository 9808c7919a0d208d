#pragma once

#include "ui/scene/display_list.h"

#include <QPen>

class QPainter;

namespace entente::ui {

/// The colour with its alpha scaled.
QColor faded(QColor colour, qreal opacity);

/// A pen whose dashes are those of a line `unit` pixels wide, so that a casing's dashes lie under
/// those of its line. `extra`: how much longer each dash is (the casing's rim).
QPen dashedPen(const QColor& colour, qreal width, Dash dash, qreal unit, qreal extra = 0);

/// Draws one line with its glow, casing, dashes, arrowhead and conflict bar.
void paintStrand(QPainter& painter, const Strand& strand);

} // namespace entente::ui
