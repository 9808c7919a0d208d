#pragma once

#include "core/formats/table.h"

namespace entente {

/// Adds the states of a COW state system membership table (`stateabb, ccode, statenme`, tenure from
/// `styear…` to `endyear…`). A state has one vertex, `cow-CCODE`, whatever its tenures.
void readStates(const Table& table, Dossier& dossier, ImportReport& report);

/// Adds the ties of a table with a row for each pair of states and year (ATOP's and COW's dyad-year
/// files: `ccode1, ccode2, year` and a 0/1 column for each pledge). Consecutive years of a pair with
/// the same pledges become one tie, undirected, from the first to the last of them; both directions
/// of a pair are the same. O(rows log rows).
void readDyadYears(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress);

} // namespace entente
