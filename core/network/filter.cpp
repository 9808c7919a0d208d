#include "core/network/filter.h"

#include "core/network/filter_failures.h"

namespace entente {

bool Filter::restricts() const {
    const auto kinds = static_cast<KindSet>((1U << edgeKindCount) - 1U);
    return restrictingCriteria(*this) != Passes || (edgeKinds & kinds) != kinds || window ||
           !text.empty() || !centres.empty() || !hidden.empty();
}

} // namespace entente
