#pragma once

#include "core/model/period.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A date as the model writes it: a prefix of an ISO 8601 date and time; zeros stand for a month or
/// day that is not known.
std::optional<Date> ftmDate(std::string_view text);

/// The dates that an entity gives; each is one that `ftmDate` reads.
struct FtmDates {
    std::vector<std::string_view> begins;
    std::vector<std::string_view> ends;
    std::vector<std::string_view> single; ///< those that are neither
    bool current = false;                 ///< it is said to go on

    /// From the earliest begin to the latest end; of the earliest, the most precise. A side that
    /// nothing is said of is unknown, but open where it goes on.
    [[nodiscard]] Period period() const;
};

/// The tag of BCP 47 for a language of ISO 639, which has two letters where there are such.
std::string languageTag(std::string_view language);

/// "und-Cyrl" where the text is in Cyrillic, empty where it is in Latin script or there is no
/// telling.
std::string_view scriptTag(std::string_view text);

/// Whether `parts`, joined with "; ", hold the text.
bool holdsPart(std::string_view parts, std::string_view text);

/// `parts` with the text added where they do not hold it yet.
std::string withPart(std::string_view parts, std::string_view text);

/// `parts` with those of `further` added that they do not hold yet.
std::string withParts(std::string_view parts, std::string_view further);

} // namespace entente
