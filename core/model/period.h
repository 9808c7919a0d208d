#pragma once

#include "core/model/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// One end of a period.
struct Endpoint {
    enum class Kind : std::uint8_t {
        Absent,  ///< nothing is said (both ends: no date at all; only the end: a single date)
        Known,   ///< `date` holds it, with its own precision and qualifier
        Unknown, ///< there is such an end, its date is not known
        Open,    ///< there is no such end
    };

    Kind kind = Kind::Absent;
    Date date;

    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// When something was so: a single date, or begin and end, each with its own precision. The text
/// form is EDTF (ISO 8601-2 level 1): `2001-03-12`, `2001/2010`, `2025-01-17/..`, `/2024`.
struct Period {
    Endpoint begin;
    Endpoint end;

    /// No date is given at all.
    [[nodiscard]] bool empty() const;

    /// One date rather than an interval.
    [[nodiscard]] bool single() const;

    /// Every day on which it may have been so; sides unknown, open or absent reach without limit.
    [[nodiscard]] DaySpan span() const;

    friend bool operator==(const Period&, const Period&) = default;

    static Period at(const Date& date);
    static Period between(const Date& begin, const Date& end);
    static Period since(const Date& begin);
};

/// No day at all: what `extend` starts from.
inline constexpr DaySpan noDays{latestDay, earliestDay};

/// Widens `days` to hold every day that the known dates of a period may mean; ends that are open,
/// unknown or absent change nothing.
void extend(DaySpan& days, const Period& period);

/// Reads an EDTF date or interval; empty text is the empty period. Nothing where it is neither.
/// An end before the begin is read as it stands: validation names it.
std::optional<Period> parsePeriod(std::string_view text);

/// The EDTF form; `parsePeriod` reads it back unchanged.
std::string toEdtf(const Period& period);

} // namespace entente
