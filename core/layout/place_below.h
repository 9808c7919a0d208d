#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Puts vertices without a position (not finite) in rows below the others: first connected parts,
/// each around its own middle, then what stands alone. O(n log n + m) and `concentricLayout`.
void placeBelow(const LayoutGraph& graph, std::vector<Point>& positions, const Progress& progress);

} // namespace entente
