#pragma once

#include "core/formats/format.h"

namespace entente {

/// Reads GEXF 1.1 to 1.3 (gexf.net). Nodes inside others are flattened; an edge with several
/// periods becomes one for each, with the values of its time. Of values that change in time the
/// last is taken, and all are kept.
const Reader& gexfReader();

/// Writes GEXF 1.3.
const Writer& gexfWriter();

} // namespace entente
