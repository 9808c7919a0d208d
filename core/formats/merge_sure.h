#pragma once

#include "core/formats/format.h"

namespace entente {

/// Merges what a file holds into the dossier, united where the same element is meant for sure; the
/// report says what was united, which matches were too doubtful for that and what the two say
/// differently. Throws `Cancelled`.
void mergeSure(Dossier& dossier, const Dossier& incoming, const std::string& file,
               ImportReport& report, const Progress& progress);

} // namespace entente
