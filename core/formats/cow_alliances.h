#pragma once

#include "core/formats/table.h"

namespace entente {

bool isCowAlliancesByMember(const ColumnNames& names);
bool isCowAlliancesByDyad(const ColumnNames& names);

/// Adds the alliances of COW Formal Alliances (version 4.1; 3 too) from a table with a row for each
/// member: `version4id, ccode, state_name, all_st_day, …, mem_end_year, left_censor, right_censor`
/// and a 0/1 column for each pledge; a `year` beside them only repeats the rows. An alliance is an
/// agreement, a member's own dates are those of its participation. What began before 1816 has a
/// begin that is not known, what was in force when the data end has an open end. O(rows log rows).
void readCowAlliancesByMember(const Table& table, Dossier& dossier, ImportReport& report,
                              const Progress& progress);

/// The same from a table with a row for each pair of members (`ccode1, ccode2, dyad_st_day, …`),
/// directed or not, by year or not. A member takes part as long as it has any partner.
void readCowAlliancesByDyad(const Table& table, Dossier& dossier, ImportReport& report,
                            const Progress& progress);

} // namespace entente
