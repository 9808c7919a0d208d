#pragma once

#include <QPainterPath>

#include <string_view>

namespace entente::ui {

/// The sign that tells a sector apart without colour: shield (defence), bolt (energy), trefoil
/// (nuclear), arrows to and fro (trade), chip (technology), coin (finance), speech bubble
/// (diplomacy), lock (security); a ring for any other. To be filled; within `radius` of `centre`.
QPainterPath sectorGlyph(std::string_view sectorId, QPointF centre, qreal radius);

} // namespace entente::ui
