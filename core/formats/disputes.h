#pragma once

#include "core/formats/table.h"

namespace entente {

bool isDisputes(const ColumnNames& names);
bool isDisputeParticipants(const ColumnNames& names);
bool isIncidents(const ColumnNames& names);
bool isIncidentParticipants(const ColumnNames& names);
bool isDyadicDisputes(const ColumnNames& names);
bool isGmlDisputes(const ColumnNames& names);
bool isDisputeDyads(const ColumnNames& names);

/// Adds the militarised interstate disputes of COW (MIDA): `dispnum`, dates `stday … endyear`,
/// outcome, settlement, fatality, highest action and hostility. A dispute is a conflictual event.
/// The same for the incidents that disputes are made of (MIDI, `incidnum`), which name their
/// dispute.
void readDisputes(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress);

/// Adds the participants of disputes (MIDB): `dispnum, ccode`, dates, `sidea`, `fatality`,
/// `hostlev`. Each two on opposite sides at the same time are tied. The same for participants of
/// incidents (MIDIP, `incidnum`, `insidea`).
void readDisputeParticipants(const Table& table, Dossier& dossier, ImportReport& report,
                             const Progress& progress);

/// Adds disputes, participants and ties from a table with a row for each dispute, pair and year,
/// directed or not: `dispnum, ccode1, ccode2, year, sidea1, hostlev1, …`, or COW's Dyadic MID data
/// (`disno, statea, stateb, strtday, …`), or those of Gibler, Miller and Little (`midongoing`).
void readDisputeDyads(const Table& table, Dossier& dossier, ImportReport& report,
                      const Progress& progress);

} // namespace entente
