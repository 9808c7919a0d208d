#pragma once

#include "core/model/dossier.h"

#include <cstddef>
#include <string>
#include <vector>

namespace entente {

/// The vertices' numbers in a Pajek file, by row: their ids where these are the numbers from 1 on.
std::vector<std::size_t> pajekNumbers(const Dossier& dossier);

/// How many vertices are of the first mode of a two-mode network: where the attribute `mode` is 1
/// of the first ones by number and 2 of the others. Else 0.
std::size_t pajekFirstMode(const Dossier& dossier);

/// What Pajek cannot say of the dossier, a sentence each.
std::vector<std::string> pajekLosses(const Dossier& dossier);

} // namespace entente
