#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// A community number of vertices that belong to none.
inline constexpr std::uint32_t noCommunity = 0xFFFFFFFF;

/// The network with its closed communities drawn together: one vertex stands for all of a
/// community, the one with the greatest weighted degree (the first of equals); edges that then join
/// the same two vertices with the same sign become one, which has the sum of their weights, the
/// union of their sectors and all that backs them. `Network::membersOf` and `edgesBehind` tell how
/// many there are; edges inside are left out. `communities`: one a vertex; those of fewer than
/// three members stay as they are. `open`: one byte a community, of those that are not drawn
/// together. O(n + m log m).
Network collapse(const Network& network, std::span<const std::uint32_t> communities,
                 std::span<const std::uint8_t> open);

/// How wide the marks of closed communities are, beside the widest mark of a vertex that stands for
/// itself; one a vertex, 0 where it is no community. Areas are in proportion to members, as far as
/// the smallest can still be seen; the more communities there are, the smaller. O(n).
std::vector<double> communityWidths(const Network& network);

} // namespace entente
