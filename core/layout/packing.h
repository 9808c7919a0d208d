#pragma once

#include "core/layout/components.h"
#include "core/layout/geometry.h"

#include <vector>

namespace entente {

/// From this many parts on a picture is packed by its parts' shapes rather than in rows.
inline constexpr std::size_t fewestForShapes = 40;

/// Moves the parts' pictures side by side, the first in the middle and the others around it into a
/// disc, each as near to the middle as the room between those before it lets it (Freivalds,
/// Dogrusoz & Kikusts 2002). `pictures` has the places of each part's vertices. About O(n + room
/// taken · parts).
void packShapes(const std::vector<Component>& parts, std::vector<std::vector<Point>>& pictures);

} // namespace entente
