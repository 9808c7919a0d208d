#pragma once

#include "core/formats/table.h"

namespace entente {

/// Adds the vertices of a node table. Rows without an id or with one that is there already are
/// refused. O(bytes).
void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress);

/// Adds the edges of an edge table, rows with the same ends as parallel ones; a row with several
/// periods gives an edge for each. Ends that no node table names become actors, or agreements where
/// the row is a participation or lineage. O(bytes).
void readEdges(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress);

} // namespace entente
