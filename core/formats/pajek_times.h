#pragma once

#include "core/model/period.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Pajek's times, `[1991-1995,1999-*]`, as a period or time set that rows take; nothing where not
/// all of them are years.
std::optional<std::string> pajekYears(std::string_view text);

/// Whether these are times that Pajek understands, years or not: `[5-10,12-*]`.
bool isPajekTimes(std::string_view text);

/// The period as Pajek's times in whole years: `[1991-*]`; empty where it has no begin or one of
/// its ends is not known.
std::string pajekTimes(const Period& period);

/// A time set as Pajek's times: `[1991-1995,1999-*]`; empty where it is none or one of its periods
/// cannot be said.
std::string pajekTimes(std::string_view timeSet);

/// The times one after the other in one pair of brackets.
std::string joinedPajekTimes(std::string_view first, std::string_view second);

} // namespace entente
