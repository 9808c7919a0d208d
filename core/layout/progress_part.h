#pragma once

#include "core/model/progress.h"

namespace entente {

/// The part of `progress` from `from` to `to`, for a step of a longer operation. Refers to
/// `progress`.
inline Progress within(const Progress& progress, double from, double to) {
    return {
        [&progress, from, to](double fraction) { progress.tell(from + (to - from) * fraction); },
        progress.stop};
}

} // namespace entente
