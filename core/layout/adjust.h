#pragma once

#include "core/layout/layout.h"

#include <vector>

namespace entente {

/// Pushes vertices apart until no two are nearer than `distance`, moving them as little as it can;
/// pinned ones stay. A grid keeps it near O(n) a round.
void separate(std::vector<Point>& positions, double distance,
              const std::vector<std::uint8_t>& pinned);

/// Moves vertices off edges that are not theirs, where they are nearer than `clearance`. O(n m) a
/// round: for small graphs.
void clearEdges(const LayoutGraph& graph, std::vector<Point>& positions, double clearance,
                const std::vector<std::uint8_t>& pinned);

/// Turns the picture so that it is widest horizontally, about its centre of gravity.
void layFlat(std::vector<Point>& positions);

/// How ugly a small picture is: crossings, vertices on foreign edges, sharp angles between edges at
/// a vertex, very long edges. Lower is better. O(m²): for small graphs.
double ugliness(const LayoutGraph& graph, const std::vector<Point>& positions);

} // namespace entente
