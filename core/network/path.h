#pragma once

#include "core/network/network.h"

#include <vector>

namespace entente {

/// A path with the fewest edges from one of the dossier's rows to another, both included, as rows;
/// edges are taken both ways, whatever their weight and sign. Of several such paths the one that
/// leaves each vertex for the first row in the dossier's order. Empty where there is none, or where
/// one of the ends is not in the network. O(vertices + edges).
std::vector<VertexIndex> shortestPath(const Network& network, VertexIndex from, VertexIndex to);

} // namespace entente
