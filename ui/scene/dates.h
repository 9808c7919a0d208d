#pragma once

#include "core/model/period.h"

#include <QString>

namespace entente::ui {

/// A date as people write it: "17 January 2025", "September 2022", "about 2019", "the 2010s".
QString readableDate(const Date& date);

/// A period as people write it: "2001 – 2025", "since 2012", "until 2024", "17 January 2025".
/// Empty for the empty period.
QString readablePeriod(const Period& period);

/// "17 January 2025" for a day number.
QString readableDay(Day day);

} // namespace entente::ui
