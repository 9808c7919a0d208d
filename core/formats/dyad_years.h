#pragma once

#include "core/formats/table.h"

namespace entente {

bool isDyadYears(const ColumnNames& names);
bool isAtopDyadYears(const ColumnNames& names);
bool isCowDyadYears(const ColumnNames& names);

/// Adds the ties of a table with a row for each pair of actors and year (the dyad-year files of
/// ATOP and of the Correlates of War project: `ccode1, ccode2, year` and a 0/1 column for each
/// pledge). Consecutive years of a pair with the same pledges become one tie, undirected, from the
/// first to the last of them; both directions of a pair are one, with the pledges of either. A tie
/// is called after its strongest pledge; all of them are its attribute `pledges`.
/// O(rows log rows).
void readDyadYears(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress);

} // namespace entente
