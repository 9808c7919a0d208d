#pragma once

#include "core/model/change.h"

#include <vector>

namespace entente {

/// The steps that declare in `dossier` what `incoming` declares of its attributes. Where both do
/// otherwise, the attribute is text; where the dossier has values of which nothing is declared, it
/// stays so. O(rows × attributes).
std::vector<Step> attributeDeclarations(Dossier& dossier, const Dossier& incoming);

} // namespace entente
