#pragma once

#include "core/formats/format.h"
#include "core/formats/pajek_lines.h"

#include <cstdint>
#include <string>
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

/// Reads the first network of Pajek's text. Throws `FileError` where there is none.
Dossier readPajek(std::string_view text, const std::string& file, ImportReport& report,
                  const Progress& progress);

} // namespace entente
