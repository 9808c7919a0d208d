#pragma once

#include "core/formats/format.h"

namespace entente {

/// Reads GEXF 1.1 to 1.3 (gexf.net). Nodes inside others are flattened; of values that change in
/// time the last is taken, and all are kept.
const Reader& gexfReader();

/// Writes GEXF 1.3.
const Writer& gexfWriter();

} // namespace entente
