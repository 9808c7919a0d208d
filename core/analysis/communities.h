#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Groups of vertices that are tied more among themselves than to others, by the Leiden algorithm
/// on modularity (Traag, Waltman & van Eck 2019; igraph's implementation). Conflictual edges do
/// not bind and are left out. Gives a community number for each vertex, numbered by the first
/// vertex that belongs to it. The same network and seed give the same communities.
std::vector<std::uint32_t> communities(const Network& network, std::uint32_t seed = 1);

} // namespace entente
