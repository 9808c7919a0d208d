#pragma once

#include <vector>

namespace entente {

/// Values in their given order, each at least `gaps[i]` before the next, as near to `wanted` as
/// they can be (least squares; pool adjacent violators, Ayer et al. 1955). `gaps` has one value
/// less than `wanted`, or more, which do not count. O(n).
std::vector<double> spaced(const std::vector<double>& wanted, const std::vector<double>& gaps);
std::vector<double> spaced(const std::vector<double>& wanted, double gap);

/// The same around a circle: angles at least `gap` apart, or evenly all around where that leaves
/// too little room; ordered as `wanted` is, equals by their index. O(n log n).
std::vector<double> spacedOnCircle(const std::vector<double>& wanted, double gap);

} // namespace entente
