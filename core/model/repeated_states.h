#pragma once

#include "core/model/reconcile_side.h"

#include <vector>

namespace entente {

/// The states that a dossier has several times, each under another name or code by which the table
/// of countries knows them: the rows of each, at least two, the one that is named best first. A
/// country of which codes, dates or equal labels tell two apart is left alone: which of the two a
/// third name means cannot be known; so is one of more than a hundred names. O(rows).
std::vector<std::vector<VertexIndex>> repeatedStates(const ReconcileSide& side);

} // namespace entente
