#pragma once

#include "core/layout/layout.h"

#include <span>
#include <vector>

namespace entente {

/// Pushes vertices apart until no two are nearer than `width` in the horizontal and `height` in the
/// vertical (half axes of an ellipse), moving them as little as it can; pinned ones stay. Gives up
/// after `rounds`. O(n log n) a round.
void separate(std::vector<Point>& positions, double width, double height,
              const std::vector<std::uint8_t>& pinned, int rounds);

/// Pushes vertices apart until none is nearer to another than half of what both have for
/// themselves: discs `widths` across, one a vertex; those of width 0 only make way for wider ones.
/// Pinned ones stay. Gives up after `rounds`. O(n log n) a round, and what lies under wide discs.
void giveRoom(std::vector<Point>& positions, std::span<const double> widths,
              const std::vector<std::uint8_t>& pinned, int rounds);

/// Enlarges a picture until few vertices are nearer than `distance` to another: what is left for
/// `separate` then bends it little. Those with a width above 0 in `widths` (one a vertex, or none)
/// do not count: `giveRoom` is for them. Gives up where many are on one point. O(n log n).
void makeRoom(std::vector<Point>& positions, double distance, std::span<const double> widths = {});

/// Moves apart, by next to nothing, vertices that stand on exactly the same point; pinned ones
/// stay. O(n log n).
void makeDistinct(std::vector<Point>& positions, const std::vector<std::uint8_t>& pinned);

} // namespace entente
