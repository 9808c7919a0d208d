#pragma once

#include "core/model/period.h"

#include <optional>
#include <vector>

namespace entente {

/// A stretch of time during which a state of Gleditsch and Ward's list has one code of the
/// Correlates of War project (COW).
struct CowStretch {
    std::optional<int> code; ///< nothing where COW counts no such state
    Period period;
};

/// The COW codes of the state with that Gleditsch–Ward code during a period, in order of time. The
/// two lists agree but for Germany and Yemen after 1990, Serbia, island states of the Pacific and
/// states that COW does not count.
std::vector<CowStretch> cowCodes(int gleditschWard, const Period& period);

} // namespace entente
