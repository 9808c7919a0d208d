#pragma once

#include "core/formats/table.h"

namespace entente {

bool isArmsTransfers(const ColumnNames& names);

/// Adds the deals of SIPRI's trade register of arms transfers: supplier, recipient, year of order,
/// numbers ordered and delivered, designation and description of the weapon, years of delivery,
/// comments; or, as it is published since 2023, a row for each year of delivery under `SIPRI AT
/// Database ID`. A deal is an agreement of type "supply" from the order to the last delivery. What
/// stands in parentheses, is marked `?` in the column beside or said to be an estimate in one of
/// its own is approximate: `(2022)` is 2022~.
void readArmsTransfers(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress);

} // namespace entente
