#pragma once

#include "core/model/period.h"

#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// A date as tables have it: EDTF, a plain or decimal year (`2001.0`), or a day with a time after
/// it, which is passed over.
std::optional<Date> parseTableDate(std::string_view text);

/// The periods of a time set as Gephi writes it: `<[2001.0, 2005.0]; (2007, 2008]>`, timestamps
/// `<[2001.0, 2004.0]>` count as an interval; or one EDTF period. Infinite bounds are open ends. An
/// empty result: no period; nothing where the text is none of this.
std::optional<std::vector<Period>> parseTimeSet(std::string_view text);

} // namespace entente
