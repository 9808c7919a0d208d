#include "ui/scene/timeline_picture.h"

#include "ui/scene/network_picture.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr double labelShare = 0.28;
constexpr double widestLabels = 320;

TimeRange shownRange(const Workspace& workspace, const std::vector<TimelineLane>& lanes) {
    TimeRange range = timelineRange(workspace.dossier(), lanes);
    if (const std::optional<DaySpan>& window = workspace.filter().window) {
        const double length = range.length();
        if (window->first != earliestDay) {
            range.first = window->first;
        }
        if (window->last != latestDay) {
            range.last = window->last + 1.0;
        }
        if (!(range.length() > 1)) {
            range.last = range.first + std::max(1.0, length * 0.01);
        }
        const double air = range.length() * 0.02;
        range = {range.first - air, range.last + air};
    }
    return range;
}

std::vector<TimelineLane> lanesOf(const Workspace& workspace, const Style& style,
                                  TimelineGrouping grouping) {
    return timelineLanes(workspace.dossier(), workspace.visibility(), grouping,
                         style.labelLanguage);
}

TimelineSceneOptions optionsFor(const Workspace& workspace, const std::vector<TimelineLane>& lanes,
                                QSizeF size) {
    TimelineSceneOptions options;
    options.size = size;
    options.range = shownRange(workspace, lanes);
    options.labelWidth = std::min(widestLabels, size.width() * labelShare);
    options.sectors = drawnSectors(workspace.filter());
    return options;
}

} // namespace

TimeRange timelineRange(const Dossier& dossier, const std::vector<TimelineLane>& lanes) {
    const std::optional<DaySpan> days = knownDays(dossier, lanes);
    if (!days) {
        return {static_cast<double>(dayNumber(2000, 1, 1)),
                static_cast<double>(dayNumber(2030, 1, 1))};
    }
    const double length = std::max(30.0, static_cast<double>(days->last) - days->first + 1);
    return {days->first - length * 0.03, days->last + 1 + length * 0.08};
}

double wholeTimelineHeight(const Workspace& workspace, const Style& style, double width,
                           TimelineGrouping grouping) {
    const std::vector<TimelineLane> lanes = lanesOf(workspace, style, grouping);
    return timelineHeight(workspace.dossier(), lanes, optionsFor(workspace, lanes, {width, 1e6}),
                          style);
}

DisplayList timelinePicture(const Workspace& workspace, const Style& style, QSizeF size,
                            TimelineGrouping grouping) {
    const std::vector<TimelineLane> lanes = lanesOf(workspace, style, grouping);
    TimelineSceneOptions options = optionsFor(workspace, lanes, size);
    const double height = timelineHeight(workspace.dossier(), lanes, options, style);
    if (height <= size.height()) {
        return buildTimelineScene(workspace.dossier(), workspace.visibility(), lanes, style,
                                  options)
            .list;
    }
    // Too many lanes: they are drawn as a whole on a larger sheet and made smaller, as far as text
    // stays legible; what is beyond is left out, and said.
    constexpr double smallest = 0.6;
    const double scale = std::max(smallest, size.height() / height);
    options.size = size / scale;
    options.labelWidth = std::min(widestLabels / scale, options.size.width() * labelShare);
    DisplayList list =
        buildTimelineScene(workspace.dossier(), workspace.visibility(), lanes, style, options).list;
    if (height * scale > size.height() + 1) {
        Label rest;
        rest.text =
            QCoreApplication::translate("Timeline", "and more lanes than fit here: choose a "
                                                    "higher figure or filter");
        rest.position = {options.size.width() / 2, options.size.height() - 4};
        rest.pixelSize = 12;
        rest.colour = style.colours().quietText;
        rest.halo = style.colours().ground;
        list.labels.push_back(std::move(rest));
    }
    return scaledList(list, scale);
}

DisplayList timelineLegendRows(const Workspace& workspace, const Style& style, qreal width) {
    const std::vector<TimelineLane> lanes = lanesOf(workspace, style, TimelineGrouping::Sector);
    constexpr double anyHeight = 1e6;
    const TimelineScene scene =
        buildTimelineScene(workspace.dossier(), workspace.visibility(), lanes, style,
                           optionsFor(workspace, lanes, {width, anyHeight}));
    return legendRows(legendEntries(scene.legend, workspace.dossier(), style), style, width);
}

} // namespace entente::ui
