#pragma once

#include "core/model/dossier.h"

#include <cstdint>

namespace entente {

/// Gives vertices and edges attributes at random: looks, numbers, truths, texts with all that is
/// awkward in XML, values that change in time. Types are declared for some of them. The same seed
/// gives the same.
void addRandomAttributes(Dossier& dossier, std::uint64_t seed);

} // namespace entente
