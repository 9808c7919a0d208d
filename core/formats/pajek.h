#pragma once

#include "core/formats/format.h"

#include <array>
#include <string_view>

namespace entente {

/// Pajek's networks and projects (Mrvar & Batagelj, "Pajek and PajekXXL: Reference manual", 2023):
/// vertices, arcs and edges, lists and matrices of them, several relations, two modes, years,
/// partitions and vectors. Of several networks in a file the first. An `x_fact` without a
/// `y_fact` is kept beside the size that it becomes, so that it is written alone again.
const Reader& pajekReader();

/// Writes a network of labels, relations, weights (negative ones of conflictual ties), years or
/// other times and looks, those too that only Pajek knows.
const Writer& pajekWriter();

namespace pajek {

/// Times in files are years where all of them lie between these; else they may be anything.
inline constexpr int firstYear = 1000;
inline constexpr int lastYear = 2999;

/// What Pajek itself draws.
inline constexpr std::array<std::string_view, 9> shapes = {
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"};

} // namespace pajek

} // namespace entente
