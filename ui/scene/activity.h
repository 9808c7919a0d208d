#pragma once

#include "core/network/filter.h"

#include <vector>

namespace entente::ui {

/// What goes on in one bin of time: agreements in force and events, and where a dossier has no
/// agreements its ties, by sector (the last entry: in no sector). What is in several sectors counts
/// in each by an equal share, so that the sum is the number of elements.
struct ActivityBin {
    DaySpan days;
    std::vector<double> bySector;
};

/// Bins of about `wanted` in number over `days`: days, months, years, decades or centuries.
std::vector<DaySpan> activityBins(DaySpan days, std::size_t wanted);

/// O(elements + bins).
std::vector<ActivityBin> activity(const Dossier& dossier, const Visibility& visibility,
                                  const std::vector<DaySpan>& bins);

} // namespace entente::ui
