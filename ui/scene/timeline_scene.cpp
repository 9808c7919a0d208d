#include "ui/scene/timeline_scene.h"

#include "ui/scene/timeline_bars.h"
#include "ui/scene/timeline_events.h"
#include "ui/scene/vertex_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace entente::ui {

namespace {

constexpr double axisHeight = 28;
constexpr double rowHeight = 21;
constexpr double headingHeight = 28;
constexpr double gutter = 12;
constexpr double tickSpacing = 76;
constexpr float labelSize = 12;
constexpr float smallSize = timelineSmallSize;
constexpr float dimmed = 0.3F;

class TimelinePainter {
public:
    TimelinePainter(const Dossier& dossier, const Visibility& visibility,
                    const std::vector<TimelineLane>& lanes, const Style& style,
                    const TimelineSceneOptions& options)
        : dossier_(dossier), visibility_(visibility), lanes_(lanes), style_(style),
          options_(options), colours_(style.colours()) {
        scene_.axis = timelineAxis(options);
        scene_.list.ground = colours_.ground;
        scene_.list.font = style.font;
        scene_.list.bounds = QRectF(QPointF(), options.size);
    }

    double measure() {
        double top = axisHeight;
        for (const TimelineLane& lane : lanes_) {
            top += heightOf(lane);
        }
        return top + rowHeight / 2;
    }

    TimelineScene run() {
        std::vector<double> tops;
        double top = axisHeight - options_.scroll;
        for (const TimelineLane& lane : lanes_) {
            tops.push_back(top);
            top += heightOf(lane);
        }
        scene_.height = top + options_.scroll + rowHeight / 2;
        drawAxis();
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            const double height = heightOf(lanes_[i]);
            if (tops[i] + height < axisHeight || tops[i] > options_.size.height()) {
                continue;
            }
            drawLane(lanes_[i], tops[i]);
        }
        drawLineage(tops);
        coverAxis();
        return std::move(scene_);
    }

private:
    [[nodiscard]] double heightOf(const TimelineLane& lane) {
        switch (lane.kind) {
        case TimelineLane::Kind::Heading:
            return headingHeight;
        case TimelineLane::Kind::Events:
            return static_cast<double>(eventRows(lane).count) * rowHeight;
        default:
            return rowHeight;
        }
    }

    [[nodiscard]] QFontMetricsF metrics(float size, bool bold = false) const {
        return QFontMetricsF(labelFont(style_.font, size, bold));
    }

    [[nodiscard]] const Period& periodOf(ElementRef element) const {
        return element.kind == ElementKind::Vertex ? dossier_.vertices().period(element.index)
                                                   : dossier_.edges().period(element.index);
    }

    [[nodiscard]] bool isDimmed(DaySpan span) const {
        return options_.window && !overlaps(span, *options_.window);
    }

    [[nodiscard]] QColor colourOf(std::size_t sector) const {
        return sector < dossier_.sectors().size()
                   ? sectorColour(dossier_.sectors()[sector], style_.theme)
                   : plainColour(style_.theme);
    }

    void addText(const QString& text, QPointF position, Label::Anchor anchor, float size, bool bold,
                 const QColor& colour, float opacity = 1, ElementRef element = {}) {
        Label label;
        label.text = text;
        label.position = position;
        label.anchor = anchor;
        label.pixelSize = size;
        label.bold = bold;
        label.colour = colour;
        label.halo = Qt::transparent;
        label.opacity = opacity;
        label.element = element;
        scene_.list.labels.push_back(std::move(label));
    }

    void addRule(QPointF from, QPointF to, const QColor& colour, float width,
                 Dash dash = Dash::Solid) {
        Strand rule;
        rule.from = from;
        rule.to = to;
        rule.colour = colour;
        rule.casing = Qt::transparent;
        rule.width = width;
        rule.dash = dash;
        scene_.list.rules.push_back(rule);
    }

    void drawAxis() {
        for (const TimeTick& tick : timeTicks(scene_.axis, tickSpacing)) {
            const double x = std::round(scene_.axis.pixel(tick.day)) + 0.5;
            if (x < scene_.axis.left) {
                continue;
            }
            addRule({x, axisHeight - 4}, {x, options_.size.height()}, colours_.line, 1);
            axisLabels_.emplace_back(tick.label, x);
        }
        if (!dossier_.cover().asOf.empty()) {
            const double x = scene_.axis.pixel(dossier_.cover().asOf.span().first);
            if (x > scene_.axis.left && x < scene_.axis.right) {
                addRule({x, axisHeight - 4}, {x, options_.size.height()}, colours_.accent, 1,
                        Dash::ShortDash);
            }
        }
    }

    /// Labels of the axis go over lanes that are scrolled under it.
    void coverAxis() {
        if (options_.scroll > 0) {
            std::erase_if(scene_.list.labels,
                          [](const Label& label) { return label.position.y() < axisHeight; });
        }
        for (const auto& [text, x] : axisLabels_) {
            const double half = metrics(smallSize).horizontalAdvance(text) / 2;
            if (x - half > scene_.axis.left - gutter && x + half < options_.size.width()) {
                addText(text, {x, axisHeight - 11}, Label::Anchor::Centre, smallSize, false,
                        colours_.quietText);
            }
        }
    }

    void drawLane(const TimelineLane& lane, double top) {
        switch (lane.kind) {
        case TimelineLane::Kind::Heading:
            addText(lane.label.toUpper(), {8, top + headingHeight - 8}, Label::Anchor::Left,
                    smallSize - 1, true, colours_.quietText);
            break;
        case TimelineLane::Kind::Agreement:
        case TimelineLane::Kind::Tie:
            drawBarLane(lane, top);
            break;
        case TimelineLane::Kind::Terms:
            drawTerms(lane, top);
            break;
        case TimelineLane::Kind::Events:
            drawEvents(lane, top);
            break;
        }
    }

    void addLaneLabel(const QString& text, double top, float opacity, ElementRef element) {
        const QString elided =
            metrics(labelSize).elidedText(text, Qt::ElideRight, options_.labelWidth - gutter);
        addText(elided, {options_.labelWidth, top + rowHeight / 2 + labelSize * 0.36},
                Label::Anchor::Right, labelSize, false,
                options_.selected.contains(element) ? colours_.accent : colours_.text, opacity,
                element);
    }

    /// Where bars of this picture may lie.
    [[nodiscard]] BarFrame barFrame() const {
        return {scene_.axis, options_.size.width(), dossier_.cover().asOf};
    }

    void drawBarLane(const TimelineLane& lane, double top) {
        const ElementRef element = lane.elements.front();
        const Period& period = periodOf(element);
        const float opacity = isDimmed(period.span()) ? dimmed : 1;
        addLaneLabel(lane.label, top, opacity, element);
        const Confidence confidence = element.kind == ElementKind::Vertex
                                          ? dossier_.vertices().confidence(element.index)
                                          : dossier_.edges().confidence(element.index);
        scene_.legend.confidences |=
            static_cast<std::uint8_t>(1U << static_cast<unsigned>(confidence));
        const SectorSet drawn = lane.sectors & options_.sectors;
        scene_.legend.sectors |= drawn;
        scene_.legend.plain = scene_.legend.plain || drawn == 0;
        const double middle = top + rowHeight / 2;
        std::vector<std::size_t> sectors;
        for (SectorSet rest = drawn; rest != 0; rest &= rest - 1) {
            sectors.push_back(static_cast<std::size_t>(std::countr_zero(rest)));
        }
        if (sectors.empty()) {
            sectors.push_back(dossier_.sectors().size());
        }
        std::vector<Bar> bars = stripedBar(period, barFrame(), middle, sectors.size());
        if (bars.empty()) {
            return;
        }
        const double height = bars.back().rect.bottom() - bars.front().rect.top();
        for (std::size_t i = 0; i < bars.size(); ++i) {
            Bar& bar = bars[i];
            bar.colour = colourOf(sectors[i]);
            bar.outline = sectors[i] < dossier_.sectors().size()
                              ? sectorCasing(dossier_.sectors()[sectors[i]], style_.theme)
                              : QColor(Qt::transparent);
            bar.dash = dashOf(confidence);
            bar.opacity = opacity;
            bar.selected = options_.selected.contains(element) && i == 0;
            bar.element = element;
            scene_.list.bars.push_back(bar);
        }
        if (element.kind == ElementKind::Vertex) {
            for (const Date& renewal : dossier_.vertices().details(element.index).renewals) {
                addTick(scene_.axis.pixel(renewal.span().first), middle, height, opacity);
            }
        }
    }

    void addTick(double x, double middle, double height, float opacity) {
        if (x < scene_.axis.left || x > options_.size.width()) {
            return;
        }
        Strand tick;
        tick.from = {x, middle - height / 2 - 2.5};
        tick.to = {x, middle + height / 2 + 2.5};
        tick.colour = colours_.outline;
        tick.casing = Qt::transparent;
        tick.width = 1.5;
        tick.opacity = opacity;
        scene_.list.overlays.push_back(tick);
    }

    void drawTerms(const TimelineLane& lane, double top) {
        addLaneLabel(lane.label, top, 1, {});
        for (const ElementRef& term : lane.elements) {
            const Period& period = dossier_.edges().period(term.index);
            std::optional<Bar> bar = periodBar(period, barFrame(), top + 3, rowHeight - 6);
            if (!bar) {
                continue;
            }
            const float opacity = isDimmed(period.span()) ? dimmed : 1;
            bar->colour = mixed(colours_.ground, colours_.quietText, 0.22);
            bar->opacity = opacity;
            bar->selected = options_.selected.contains(term);
            bar->element = term;
            bar->rect.adjust(0.5, 0, -0.5, 0);
            scene_.list.bands.push_back(*bar);
            const QString name =
                vertexName(dossier_, dossier_.edges().source(term.index), style_.labelLanguage);
            const double room = bar->rect.width() - 8;
            const QFontMetricsF font = metrics(smallSize);
            // The family name says it where the whole does not fit.
            QString shown = name;
            if (font.horizontalAdvance(shown) > room) {
                shown = name.section(QLatin1Char(' '), -1);
            }
            if (font.horizontalAdvance(shown) <= room) {
                addText(shown, {bar->rect.left() + 4, top + rowHeight / 2 + smallSize * 0.36},
                        Label::Anchor::Left, smallSize, false, colours_.text, opacity, term);
            }
        }
    }

    /// Events in as few rows as leave every label room, and the number of rows; worked out once.
    const EventRows& eventRows(const TimelineLane& lane) {
        const auto [place, fresh] = eventRows_.try_emplace(&lane);
        if (fresh) {
            place->second = placeEvents(dossier_, lane.elements, style_, scene_.axis,
                                        options_.labelWidth, options_.size.width());
        }
        return place->second;
    }

    void drawEvents(const TimelineLane& lane, double top) {
        for (const PlacedEvent& event : eventRows(lane).events) {
            const double middle = top + static_cast<double>(event.row) * rowHeight + rowHeight / 2;
            if (middle < axisHeight || middle > options_.size.height() + rowHeight) {
                continue;
            }
            const VertexIndex row = event.element.index;
            const SectorSet sectors = dossier_.vertices().sectors(row) & options_.sectors;
            scene_.legend.sectors |= sectors;
            scene_.legend.kinds |=
                static_cast<std::uint8_t>(1U << static_cast<unsigned>(VertexKind::Event));
            const float opacity = isDimmed(dossier_.vertices().span(row)) ? dimmed : 1;
            Mark mark;
            mark.centre = {event.x, middle};
            mark.radius = eventRadius;
            mark.shape = Shape::Triangle;
            mark.fill =
                colourOf(sectors == 0 ? dossier_.sectors().size()
                                      : static_cast<std::size_t>(std::countr_zero(sectors)));
            mark.outline = colours_.outline;
            mark.outlineWidth = 1;
            mark.opacity = opacity;
            mark.selected = options_.selected.contains(event.element);
            mark.element = event.element;
            scene_.list.marks.push_back(mark);
            if (!event.label.isEmpty()) {
                const double besides = event.labelAtLeft ? -eventRadius - 6 : eventRadius + 6;
                addText(event.label, {event.x + besides, middle + smallSize * 0.36},
                        event.labelAtLeft ? Label::Anchor::Right : Label::Anchor::Left, smallSize,
                        false, colours_.text, opacity, event.element);
                scene_.list.labels.back().halo = colours_.ground;
            }
        }
    }

    /// From the end of the earlier agreement to the begin of the later one.
    void drawLineage(const std::vector<double>& tops) {
        std::map<VertexIndex, double> middleOf;
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            if (lanes_[i].kind == TimelineLane::Kind::Agreement) {
                middleOf.try_emplace(lanes_[i].elements.front().index, tops[i] + rowHeight / 2);
            }
        }
        const EdgeTable& edges = dossier_.edges();
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (edges.kind(row) != EdgeKind::Lineage || visibility_.edges[row] == 0) {
                continue;
            }
            const auto later = middleOf.find(edges.source(row));
            const auto earlier = middleOf.find(edges.target(row));
            if (later == middleOf.end() || earlier == middleOf.end()) {
                continue;
            }
            const double x = scene_.axis.pixel(dossier_.vertices().span(edges.source(row)).first);
            const bool inSight = x > scene_.axis.left && x < scene_.axis.right &&
                                 std::min(later->second, earlier->second) > axisHeight &&
                                 std::max(later->second, earlier->second) < options_.size.height();
            if (!inSight) {
                continue;
            }
            Strand arrow;
            const double down = later->second > earlier->second ? 1 : -1;
            arrow.from = {x - 2, earlier->second + down * timelineBarHeight / 2};
            arrow.to = {x - 2, later->second - down * (timelineBarHeight / 2 + 1)};
            arrow.control = {x - 16, (earlier->second + later->second) / 2};
            arrow.straight = false;
            arrow.colour = colours_.outline;
            arrow.casing = Qt::transparent;
            arrow.width = 1.2F;
            arrow.arrowAtEnd = true;
            arrow.element = {ElementKind::Edge, row};
            scene_.list.overlays.push_back(arrow);
        }
    }

    const Dossier& dossier_;
    const Visibility& visibility_;
    const std::vector<TimelineLane>& lanes_;
    const Style& style_;
    const TimelineSceneOptions& options_;
    const Colours& colours_;
    TimelineScene scene_;
    std::vector<std::pair<QString, double>> axisLabels_;
    std::map<const TimelineLane*, EventRows> eventRows_;
};

} // namespace

TimeAxis timelineAxis(const TimelineSceneOptions& options) {
    return {options.range, options.labelWidth + gutter, options.size.width() - timelineRightMargin};
}

double timelineHeight(const Dossier& dossier, const std::vector<TimelineLane>& lanes,
                      const TimelineSceneOptions& options, const Style& style) {
    const Visibility nothing;
    return TimelinePainter(dossier, nothing, lanes, style, options).measure();
}

TimelineScene buildTimelineScene(const Dossier& dossier, const Visibility& visibility,
                                 const std::vector<TimelineLane>& lanes, const Style& style,
                                 const TimelineSceneOptions& options) {
    return TimelinePainter(dossier, visibility, lanes, style, options).run();
}

} // namespace entente::ui
