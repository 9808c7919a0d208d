#pragma once

#include "core/network/filter.h"

#include <QString>

#include <optional>
#include <vector>

namespace entente::ui {

enum class TimelineGrouping : std::uint8_t { Sector, Actor };

/// One row of the timeline.
struct TimelineLane {
    enum class Kind : std::uint8_t {
        Heading,   ///< of a group: text alone
        Agreement, ///< a bar
        Tie,       ///< a bar, in dossiers without agreements
        Terms,     ///< the leaders of one state, a band each
        Events,    ///< marks
    };

    Kind kind = Kind::Heading;
    QString label;
    std::vector<ElementRef> elements;
    SectorSet sectors = 0;
};

/// The rows that a timeline of what is visible has, from top to bottom: groups with their
/// agreements by begin (ties where there are none), then events, then terms of office. O(n log n).
std::vector<TimelineLane> timelineLanes(const Dossier& dossier, const Visibility& visibility,
                                        TimelineGrouping grouping, const QString& labelLanguage);

/// The days that the known dates of the lanes' agreements, events and ties span; terms of office
/// count only where there is nothing else. Nothing where no date is known.
std::optional<DaySpan> knownDays(const Dossier& dossier, const std::vector<TimelineLane>& lanes);

} // namespace entente::ui
