#pragma once

#include "core/formats/table.h"

namespace entente {

bool isIgoYears(const ColumnNames& names);
bool isIgoStateYears(const ColumnNames& names);
bool isIgoDyads(const ColumnNames& names);

/// Adds the intergovernmental organisations of COW (version 3) and their members from the table
/// with a row for each organisation and year (`ioname, orgname, year`) and a column for each state:
/// 0 no member, 1 full member, 2 associate, 3 observer, −9 not known, −1 no state then. Years that
/// follow one another in the table are one tie "member of". Where the table steps over years, as it
/// does before 1965, the begin or end is approximate; beside a −9 it is uncertain; a membership of
/// the table's last year goes on. O(cells).
void readIgoYears(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress);

/// The same from the table with a row for each state and year (`ccode, year, state`) and a column
/// for each organisation.
void readIgoStateYears(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress);

/// Throws `FileError`: pairs of states repeat what the other two tables say once.
void refuseIgoDyads(const Table& table, Dossier& dossier, ImportReport& report,
                    const Progress& progress);

} // namespace entente
