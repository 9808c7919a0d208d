#pragma once

#include "core/model/period.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A date as tables have it: EDTF; a plain or decimal year (`2001.0`); `20010312`, `2001-3-12`,
/// `2001/03/12`, `12.3.2001` (day first); or a day with a time after it, which is passed over.
/// Nothing for `3/12/2001`: that is the third of December to some and the twelfth of March to
/// others.
std::optional<Date> parseTableDate(std::string_view text);

/// As above, or `..`, `ongoing`, `present`, `now`, `Infinity` for an open end and `?`, `unknown`
/// for one that is not known.
std::optional<Endpoint> parseTableEndpoint(std::string_view text);

/// What a time says that a date cannot: dates are days, months or years.
enum class TimeDetail : std::uint8_t { None, TimeOfDay, YearFraction };

/// What a date, a time set or one of their bounds says beyond dates: `2001-03-12T10:30`, `2001.5`.
/// Midnight and `2001.0` say nothing more. O(length).
TimeDetail detailBeyondDates(std::string_view text);

/// Replaces `periods` by those of a time set as Gephi writes it: `<[2001.0, 2005.0]; (2007,
/// 2008]>`; or by one EDTF period. Three dates or more in one bracket are timestamps, each a period
/// of its own: `<[2001, 2003, 2005]>`; two are an interval, as nothing tells them from one.
/// Infinite bounds are open ends; a bound that is excluded moves by one of its last unit, [1990,
/// 1995) ends in 1994. False where the text is none of this.
bool parseTimeSet(std::string_view text, std::vector<Period>& periods);

/// From the begin of the first to the end of the last; the empty period where there are none.
Period periodOf(const std::vector<Period>& spells);

/// The last value of what Gephi writes for a number that changes in time:
/// `<[2001, 2002, 3.5]; [2002, 2003, 4.0]>`.
std::optional<double> lastDynamicValue(std::string_view text);

/// The period as Gephi's time set, each end as its first or last day; empty for the empty period.
std::string timeSetText(const Period& period);

} // namespace entente
