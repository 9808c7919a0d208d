#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// What a line that an asterisk begins says will follow.
enum class PajekSection : std::uint8_t {
    Unknown,
    Network,
    Vertices,
    Arcs,
    Edges,
    ArcsList,
    EdgesList,
    Matrix,
    Partition,
    Vector,
    Other, ///< Pajek's, but none of Entente's: permutations, clusters, hierarchies
};

PajekSection pajekSection(std::string_view line);

} // namespace entente
