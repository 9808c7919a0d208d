#pragma once

#include "core/model/dossier.h"

namespace entente {

/// Expects two dossiers to be the same in all that fields of elements can say: all but cover,
/// claims, sources and the looks of sectors. Rows must stand in the same order.
void expectSame(const Dossier& one, const Dossier& two);

/// One of each kind with everything that is awkward in files: separators, quotation marks, line
/// ends and blanks in texts, attributes that are called as Entente's own fields are, dates of every
/// precision.
Dossier awkwardDossier();

} // namespace entente
