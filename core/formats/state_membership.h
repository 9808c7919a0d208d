#pragma once

#include "core/formats/table.h"

namespace entente {

bool isStateMembership(const ColumnNames& names);
bool isMajorPowers(const ColumnNames& names);
bool isStateYears(const ColumnNames& names);

/// Adds the states of the table of state system membership of the Correlates of War project
/// (`stateabb, ccode, statenme`, tenure from `styear…` to `endyear…`). A state has one vertex,
/// `cow-CCODE`, whatever its tenures: it lasts from the first to the last, and its note lists them.
/// A tenure that goes on is closed in the table with the last day of the table's own year; here its
/// end is open. The list of country codes (`StateAbb, CCode, StateNme`) gives names alone.
void readStateMembership(const Table& table, Dossier& dossier, ImportReport& report,
                         const Progress& progress);

/// Tells of states when they were major powers (`stateabb, ccode`, from `styear…` to `endyear…`),
/// as their attribute "major power".
void readMajorPowers(const Table& table, Dossier& dossier, ImportReport& report,
                     const Progress& progress);

/// The same states from the table with a row for each and each year (`stateabb, ccode, year`):
/// their tenures are known to the year, unless a table of tenures says more.
void readStateYears(const Table& table, Dossier& dossier, ImportReport& report,
                    const Progress& progress);

} // namespace entente
