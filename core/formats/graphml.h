#pragma once

#include "core/formats/format.h"

namespace entente {

/// Reads GraphML (graphml.graphdrawing.org) with the dialects of yEd, Gephi, networkx, igraph and
/// SocNetV. Hyperedges become agreements; nested graphs are flattened.
const Reader& graphMlReader();

/// Writes GraphML with the names of looks that Gephi knows, and the same looks as yEd draws them;
/// the latter only where the dossier has looks.
const Writer& graphMlWriter();

} // namespace entente
