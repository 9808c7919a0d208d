#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

inline constexpr Day earliestDay = INT32_MIN;
inline constexpr Day latestDay = INT32_MAX;

/// An inclusive run of days; an open side is `earliestDay` or `latestDay`.
struct DaySpan {
    Day first = earliestDay;
    Day last = latestDay;

    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

constexpr bool overlaps(DaySpan a, DaySpan b) { return a.first <= b.last && b.first <= a.last; }

/// Days from civil date; `month` 1–12, `day` 1–31 (after Howard Hinnant, "chrono-compatible
/// low-level date algorithms").
Day dayNumber(std::int32_t year, unsigned month, unsigned day);

struct CivilDate {
    std::int32_t year = 1970;
    unsigned month = 1;
    unsigned day = 1;
};

/// The inverse of `dayNumber`.
CivilDate civilDate(Day day);

/// 28 to 31.
unsigned daysInMonth(std::int32_t year, unsigned month);

/// A date of ISO 8601-2 (EDTF) level 1: year, month or season, and day, as far as they are known,
/// with a qualifier. `201X` and `19XX` leave digits of the year unspecified.
struct Date {
    enum Qualifier : std::uint8_t { Exact = 0, Uncertain = 1, Approximate = 2, Both = 3 };
    enum Unspecified : std::uint8_t { None = 0, YearsOfDecade = 1, YearsOfCentury = 2 };

    static constexpr unsigned springSeason = 21;
    static constexpr unsigned winterSeason = 24;

    std::int32_t year = 0;
    std::uint8_t month = 0; ///< 0 unknown, 1–12, or a season 21–24 (spring, summer, autumn, winter)
    std::uint8_t day = 0;   ///< 0 unknown
    Qualifier qualifier = Exact;
    Unspecified unspecified = None;

    /// Every day that the date may mean. Winter is taken as December to the next February.
    [[nodiscard]] DaySpan span() const;

    friend bool operator==(const Date&, const Date&) = default;
};

/// Reads one EDTF level 1 date, for example `2001-03-12`, `2022-09`, `2019?`, `201X`, `2001-21`,
/// `-0044-03-15`, `Y17000`; also `2001-XX-XX`. Nothing where the text is no date or the day does
/// not exist.
std::optional<Date> parseDate(std::string_view text);

/// The EDTF form; `parseDate` reads it back unchanged.
std::string toEdtf(const Date& date);

} // namespace entente
