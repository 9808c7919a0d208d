#pragma once

#include "core/model/reconcile_side.h"

#include <vector>

namespace entente {

/// The states that a dossier has several times, each under another name or code by which the table
/// of countries knows them, and that neither codes nor dates tell apart: the rows of each, at least
/// two, the one that is named best first. Two of the same label are kept apart, as their dossier
/// does. O(rows).
std::vector<std::vector<VertexIndex>> repeatedStates(const ReconcileSide& side);

} // namespace entente
