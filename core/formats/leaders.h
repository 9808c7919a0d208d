#pragma once

#include "core/formats/table.h"

namespace entente {

bool isArchigos(const ColumnNames& names);

/// Adds the leaders of Archigos (Goemans, Gleditsch and Chiozza 2009): `obsid, gwcode` (or
/// `ccode`), `leadid, leader, startdate, enddate, entry, exit, exitcode, yrborn,
/// gender`. Each leader is one vertex however often it came back, and each spell a tie "leads" to
/// the state. Who is still in office leads on. Codes of Gleditsch and Ward become those of the
/// Correlates of War project; a term during which the code changes (Germany and Yemen in 1990) is
/// two ties.
void readArchigos(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress);

} // namespace entente
