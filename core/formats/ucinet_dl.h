#pragma once

#include "core/formats/format.h"

namespace entente {

/// UCINET's data language (Borgatti, Everett & Freeman, "UCINET for Windows", 2002, DL files): full
/// and half matrices, edge and node lists, one or two modes, several matrices, labels listed or
/// embedded.
const Reader& ucinetDlReader();

} // namespace entente
