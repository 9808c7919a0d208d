#pragma once

#include "core/formats/format.h"

namespace entente {

/// Graphviz's DOT, read by Graphviz's own cgraph, so that defaults, subgraphs, chains and ports
/// mean what they mean there. Clusters become an attribute `cluster`, pinned places `pin`. A width
/// without a height is kept beside the size that it becomes, so that it is written alone again.
const Reader& dotReader();

/// Writes DOT that Graphviz draws: labels, places, sizes, colours and clusters where the dossier
/// has such attributes.
const Writer& dotWriter();

} // namespace entente
