#pragma once

#include "ui/scene/timeline_scene.h"

namespace entente::ui {

class Workspace;

/// The stretch of time that lanes span, with some air at both ends.
TimeRange timelineRange(const Dossier& dossier, const std::vector<TimelineLane>& lanes);

/// The height at which a figure of that width shows every lane.
double wholeTimelineHeight(const Workspace& workspace, const Style& style, double width,
                           TimelineGrouping grouping);

/// The timeline that the workspace shows, every lane of it if the height allows (the first ones
/// else, with a word about the rest), its corner at the origin. Without selection: for the page.
DisplayList timelinePicture(const Workspace& workspace, const Style& style, QSizeF size,
                            TimelineGrouping grouping);

/// The legend of that picture in rows, for under it.
DisplayList timelineLegendRows(const Workspace& workspace, const Style& style, qreal width);

} // namespace entente::ui
