#pragma once

#include "core/formats/data_set.h"
#include "core/formats/table.h"

namespace entente {

/// What the rows of a table without a header that Entente knows say that it is, as far as that is
/// sure: a matrix, where the first row or column names vertices and the rest are numbers, or all
/// are numbers and as many rows as columns, or only 0 and 1; an adjacency list, where rows of a
/// file differ in length and most names stand in several of them; else null. Looks at the first 64
/// KiB.
const DataSet* adjacencyDataSet(DelimitedText rows);

/// Reads a matrix: square with the same names on both sides, or without names, a tie a number that
/// is not 0, undirected where it is symmetric; else two modes.
void readMatrix(const Table& table, Dossier& dossier, ImportReport& report,
                const Progress& progress);

/// Reads rows of a vertex and those that it is tied to; undirected where each tie is told from both
/// sides.
void readAdjacencyList(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress);

} // namespace entente
