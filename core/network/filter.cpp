#include "core/network/filter.h"

#include "core/network/filter_failures.h"

#include <algorithm>

namespace entente {

bool AttributeCriterion::restricts() const {
    switch (test) {
    case Test::OneOf:
        return values.has_value() || !absent;
    case Test::Contains:
        return !text.empty() || !absent;
    case Test::Range:
        break;
    }
    return least != -std::numeric_limits<double>::infinity() ||
           most != std::numeric_limits<double>::infinity() || !absent;
}

bool Filter::restricts() const {
    const auto kinds = static_cast<KindSet>((1U << edgeKindCount) - 1U);
    return restrictingCriteria(*this) != Passes || (edgeKinds & kinds) != kinds || window ||
           !text.empty() || !centres.empty() || !hidden.empty() ||
           std::ranges::any_of(attributes, &AttributeCriterion::restricts);
}

} // namespace entente
