#pragma once

#include "core/formats/table.h"

namespace entente {

bool isAtopMembers(const ColumnNames& names);
bool isAtopAlliances(const ColumnNames& names);
bool isAtopStateYears(const ColumnNames& names);

/// Adds the alliances of ATOP 5 from its member file, a row for each stay of a member: `atopid,
/// member`, entry `yrent, moent, dayent`, exit `yrexit, moexit, dayexit` and a 0/1 column for each
/// obligation. An alliance is an agreement. A year of exit of 0 is an open end: the member was in
/// it when the data end, with 2018.
void readAtopMembers(const Table& table, Dossier& dossier, ImportReport& report,
                     const Progress& progress);

/// Adds the alliances of ATOP 5 from its alliance file, a row for each alliance or each of its
/// phases: `atopid, begyr, begmo, begday, endyr, endmo, endday`, obligations and members `mem1`,
/// `mem2`, … Members of an alliance of one phase are given no period of their own: the file does
/// not say when they came. An end year of 0 is an open end.
void readAtopAlliances(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress);

/// Throws `FileError`: the table by state and year counts alliances and names no allies.
void refuseAtopStateYears(const Table& table, Dossier& dossier, ImportReport& report,
                          const Progress& progress);

} // namespace entente
