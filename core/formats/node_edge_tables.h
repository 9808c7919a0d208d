#pragma once

#include "core/formats/table.h"

namespace entente {

/// Adds the vertices of a node table. Rows without an id or with one that is there already are
/// refused.
void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress);

/// Adds the edges of an edge table; ends that no node table names become actors.
void readEdges(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress);

} // namespace entente
