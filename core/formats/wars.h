#pragma once

#include "core/formats/table.h"

namespace entente {

bool isInterStateWars(const ColumnNames& names);
bool isWarDyads(const ColumnNames& names);
bool isExtraStateWars(const ColumnNames& names);
bool isIntraStateWars(const ColumnNames& names);
bool isNonStateWars(const ColumnNames& names);

/// Adds the wars of COW's Inter-State War Data (version 4.0), a row for each participant: `WarNum,
/// WarName, ccode, StateName, Side`, spells `StartMonth1, StartDay1, StartYear1, EndMonth1, …`,
/// `Initiator`, `Outcome`, `BatDeath`. A war is a conflictual event, each spell a participation,
/// and each two on opposite sides at the same time are tied. −7 as an end year is an open end, −9
/// one that is not known, −8 no such spell.
void readInterStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress);

/// The same for the Dyadic Inter-State War Data (Maoz), a row for each war, pair of states and
/// year, directed or not: `warnum, statea, stateb, warstrtyr …, warolea, outcomea, batdtha`.
/// Initiators and those who joined them are side 1. Its rows say who fought whom: no other pairs
/// are tied.
void readWarDyads(const Table& table, Dossier& dossier, ImportReport& report,
                  const Progress& progress);

/// The same for the Extra-State War Data: a row holds a participant of either side, `ccode1, SideA,
/// ccode2, SideB`. Who has no country code is a group.
void readExtraStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress);

/// The same for the Intra-State War Data (versions 4 and 5): `CcodeA, SideA, CcodeB, SideB`.
void readIntraStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress);

/// The same for the Non-State War Data: a row is a war, its sides the groups `SideA1, SideA2, …`,
/// `SideB1, …`.
void readNonStateWars(const Table& table, Dossier& dossier, ImportReport& report,
                      const Progress& progress);

} // namespace entente
