#include "ui/scene/timeline_events.h"

#include "ui/scene/vertex_text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr std::size_t mostRows = 16;
constexpr double gap = 10;
constexpr double widestLabel = 340;

/// What an event takes of its row, from left to right.
struct Stretch {
    double left;
    double right;
};

bool isFree(const std::vector<Stretch>& row, const Stretch& wanted) {
    return std::ranges::none_of(row, [&wanted](const Stretch& taken) {
        return taken.left < wanted.right && wanted.left < taken.right;
    });
}

} // namespace

EventRows placeEvents(const Dossier& dossier, const std::vector<ElementRef>& events,
                      const Style& style, const TimeAxis& axis, double labelWidth, double width) {
    EventRows placed;
    std::vector<std::vector<Stretch>> rows;
    const QFontMetricsF font(labelFont(style.font, timelineSmallSize, false));
    for (const ElementRef& event : events) {
        const double x = axis.pixel(dossier.vertices().span(event.index).first);
        if (x < axis.left - 4 || x > axis.right + 4) {
            continue;
        }
        const QString name = vertexName(dossier, event.index, style.labelLanguage);
        const double length = std::min(font.horizontalAdvance(name) + 1, widestLabel);
        const double besides = eventRadius + 6;
        const bool left = x + besides + length > width - 4 && x - besides - length > labelWidth;
        const double room = left ? length : std::min(length, width - x - besides - 4);
        const Stretch wanted = left ? Stretch{x - besides - room - gap, x + eventRadius + gap}
                                    : Stretch{x - eventRadius, x + besides + room + gap};
        auto row = std::ranges::find_if(
            rows, [&wanted](const std::vector<Stretch>& each) { return isFree(each, wanted); });
        if (row == rows.end() && rows.size() == mostRows) {
            // No room left: the mark stands without its label in the last row.
            placed.events.push_back({event, x, mostRows - 1, {}, false});
            continue;
        }
        if (row == rows.end()) {
            row = rows.insert(rows.end(), std::vector<Stretch>{});
        }
        row->push_back(wanted);
        placed.events.push_back({event, x, static_cast<std::size_t>(row - rows.begin()),
                                 font.elidedText(name, Qt::ElideRight, room), left});
    }
    placed.count = std::max<std::size_t>(1, rows.size());
    return placed;
}

} // namespace entente::ui
