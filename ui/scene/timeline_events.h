#pragma once

#include "core/model/dossier.h"
#include "ui/scene/style.h"
#include "ui/scene/time_axis.h"

#include <QString>

#include <vector>

namespace entente::ui {

/// The smaller text of the timeline, in pixels.
inline constexpr float timelineSmallSize = 11;
/// Of the marks of events, in pixels.
inline constexpr double eventRadius = 5;

/// An event on the timeline: where its mark is, in which row, and what stands beside it.
struct PlacedEvent {
    ElementRef element;
    double x = 0;
    std::size_t row = 0;
    QString label; ///< elided to its room; empty where there is none
    bool labelAtLeft = false;
};

struct EventRows {
    std::vector<PlacedEvent> events;
    std::size_t count = 1;
};

/// Spreads events over as few rows as leave every label room; a label stands at the left of its
/// mark where the right has no room for it. Events must be in order of time; those off the axis are
/// left out. `labelWidth` is the column at the left, `width` that of the picture.
EventRows placeEvents(const Dossier& dossier, const std::vector<ElementRef>& events,
                      const Style& style, const TimeAxis& axis, double labelWidth, double width);

} // namespace entente::ui
