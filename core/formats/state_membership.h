#pragma once

#include "core/formats/table.h"

namespace entente {

bool isStateMembership(const ColumnNames& names);

/// Adds the states of the table of state system membership of the Correlates of War project
/// (`stateabb, ccode, statenme`, tenure from `styear…` to `endyear…`). A state has one vertex,
/// `cow-CCODE`, whatever its tenures: it lasts from the first to the last, and its note lists them.
/// A tenure that goes on is closed in the table with the last day of the table's own year; here its
/// end is open. The list of country codes (`StateAbb, CCode, StateNme`) gives names alone.
void readStateMembership(const Table& table, Dossier& dossier, ImportReport& report,
                         const Progress& progress);

} // namespace entente
