#pragma once

#include "core/formats/format.h"

#include <string>
#include <string_view>

namespace entente {

/// GML (Himsolt, "GML: A portable graph file format", 1997), as networkx, igraph, yEd and Gephi
/// write it too. Lists inside elements become attributes `outer.inner`, repeated keys lists. A
/// width without a height is kept beside the size that it becomes, so that it is written alone
/// again.
const Reader& gmlReader();

/// Writes GML in 7-bit ASCII with character references. Numbers the vertices where their ids are no
/// numbers, and keeps the ids as `ententeId`.
const Writer& gmlWriter();

/// An attribute's name as GML's keys can say it (letters, digits and underscores, a letter first):
/// other characters become `_xHHHH_`, their code point in hexadecimal, as in ISO/IEC 9075-14.
std::string gmlKey(std::string_view name);
/// The inverse of `gmlKey`.
std::string gmlKeyName(std::string_view key);

namespace gml {

/// The attribute that keeps the id of a vertex where GML's own is but a number.
inline constexpr std::string_view ententeId = "ententeId";
/// What networkx writes into a list of one value so that it stays one.
inline constexpr std::string_view listStart = "_networkx_list_start";

} // namespace gml

} // namespace entente
