#pragma once

#include <QPointF>
#include <QRectF>

#include <optional>
#include <utility>

namespace entente::ui {

/// The part of a segment that lies within a box, as shares of its way; nothing where it lies
/// outside (Liang and Barsky 1984, "A new concept and method for line clipping").
std::optional<std::pair<double, double>> partWithin(const QRectF& box, QPointF from, QPointF to);

} // namespace entente::ui
