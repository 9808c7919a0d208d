#pragma once

#include "core/formats/table.h"

namespace entente {

bool isRivalries(const ColumnNames& names);
bool isDreyerRivalries(const ColumnNames& names);
bool isSakuwaRivalries(const ColumnNames& names);
bool isKleinRivalries(const ColumnNames& names);

/// Adds strategic rivalries (Thompson and Dreyer 2012; Thompson, Sakuwa and Suhas 2021): a row for
/// each, with its two states as `ccode1, ccode2` or by name (`sidea, sideb`), its first and last
/// year (`styear, endyear` or `start, end`) and its types (`type1 …`, or a 0/1 column for each).
/// Each is a conflictual tie "rival of". A blank last year, or
/// "ongoing", is an open end; what began before a year (`P1816`) began on an unknown day.
void readRivalries(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress);

} // namespace entente
