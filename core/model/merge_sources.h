#pragma once

#include "core/model/change.h"
#include "core/model/merge.h"
#include "core/model/merge_rows.h"

#include <vector>

namespace entente {

/// Where the sources of an incoming dossier are found afterwards.
struct MergedSources {
    std::vector<SourceIndex> sourceOf; ///< by incoming row
    std::vector<Source> added;         ///< after those of the dossier
    std::vector<Step> steps;           ///< what sources of the dossier get to know
};

/// Unites sources that are the same, which `merge` counts: first those that say just the same, then
/// those of which one says more. Two that come in and say different things stay two: what one
/// claims must not be said to be the other's.
MergedSources uniteSources(Dossier& dossier, const Dossier& incoming, RowTranslator& rows,
                           Merge& merge);

} // namespace entente
