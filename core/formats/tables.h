#pragma once

#include "core/formats/format.h"

namespace entente {

/// Node and edge tables as Gephi and spreadsheets have them (RFC 4180 in any dialect), and research
/// data sets in their original columns (see `dataSets`). Files opened together make one dossier.
const Reader& tablesReader();

/// Writes `NAME-nodes.csv` and `NAME-edges.csv` (RFC 4180, LF), which Gephi reads too.
const Writer& tablesWriter();

} // namespace entente
