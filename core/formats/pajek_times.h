#pragma once

#include "core/model/period.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Pajek's times, `[1991-1995,1999-*]`, as a period or time set that rows take; nothing where not
/// all of them are years.
std::optional<std::string> pajekYears(std::string_view text);

/// The period as Pajek's times in whole years: `[1991-*]`; empty where it has no begin or its end
/// is not known.
std::string pajekTimes(const Period& period);

} // namespace entente
