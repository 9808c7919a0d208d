#pragma once

#include "core/formats/gexf_times.h"
#include "core/model/period.h"

#include <span>
#include <vector>

namespace entente {

/// What an edge has of values that change in time where it becomes one edge for each of its
/// periods.
struct GexfShares {
    /// Of each period, the values of its time in order of their begins: the last one holds. Those
    /// that only meet the period at a bound are among them where there are no others.
    std::vector<std::vector<GexfDynamicValue>> shares;
    /// Those whose time is that of none.
    std::vector<GexfDynamicValue> others;
};

/// Shares the values out among the periods. O(values · periods).
GexfShares sharesOf(std::span<const GexfDynamicValue> values, std::span<const Period> periods);

} // namespace entente
