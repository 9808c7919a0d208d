#pragma once

#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace entente::ui {

/// How closely vertices lie around each: 16 steps for each doubling of their number in a square
/// layout unit, 128 where that is one. From counts in square cells and their eight neighbours.
/// Empty where they are so few that they hide nothing. O(n).
std::vector<std::uint8_t> crowdingOf(std::span<const QPointF> places);

/// How opaque a dot of that radius in pixels is drawn where `scale` pixels are a layout unit. Where
/// dots would cover each other and all that is under them, each is fainter: the picture still grows
/// darker with their number, but as its 0.3th power.
float dotOpacity(std::uint8_t crowding, double radius, double scale);

/// The radius in pixels up to which marks are dots.
inline constexpr float largestDotRadius = 1.2F;

/// How much of a dot a mark of that radius is: 1 up to the largest dot, 0 where it is a mark with
/// an outline; between them the one goes over into the other.
double dotShare(double radius);

} // namespace entente::ui
