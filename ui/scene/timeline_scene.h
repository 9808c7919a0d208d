#pragma once

#include "ui/scene/display_list.h"
#include "ui/scene/legend.h"
#include "ui/scene/style.h"
#include "ui/scene/time_axis.h"
#include "ui/scene/timeline_lanes.h"

#include <optional>
#include <set>

namespace entente::ui {

struct TimelineSceneOptions {
    QSizeF size;
    TimeRange range;
    double labelWidth = 200; ///< of the column at the left
    double scroll = 0;       ///< pixels by which the lanes are moved up
    std::set<ElementRef> selected;
    std::optional<DaySpan> window; ///< what lies outside is dimmed
    /// Stripes are drawn for these sectors only: those that the filter asks for.
    SectorSet sectors = allSectors;

    friend bool operator==(const TimelineSceneOptions&, const TimelineSceneOptions&) = default;
};

/// A picture of time, and how it lies on its axis.
struct TimelineScene {
    DisplayList list;
    TimeAxis axis;
    double height = 0; ///< of all lanes and the axis, whatever is scrolled out of sight
    LegendContents legend;
};

/// Where days lie in a picture.
TimeAxis timelineAxis(const TimelineSceneOptions& options);

/// The height that lanes take, the axis included.
double timelineHeight(const Dossier& dossier, const std::vector<TimelineLane>& lanes,
                      const TimelineSceneOptions& options, const Style& style);

/// Draws the lanes that are in sight: bars from begin to end in the colours of their sectors,
/// renewals as ticks, lineage as arrows, events as marks, terms of office as bands. O(lanes in
/// sight) beside the events.
TimelineScene buildTimelineScene(const Dossier& dossier, const Visibility& visibility,
                                 const std::vector<TimelineLane>& lanes, const Style& style,
                                 const TimelineSceneOptions& options);

} // namespace entente::ui
