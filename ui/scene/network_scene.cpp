#include "ui/scene/network_scene.h"

#include "ui/scene/crowding.h"
#include "ui/scene/network_geometry.h"
#include "ui/scene/network_names.h"
#include "ui/scene/network_strands.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr double fadedShare = 0.72;

std::vector<Mark> makeMarks(const NetworkPlan& plan, const Network& network,
                            const std::vector<QPointF>& positions, const Style& style,
                            const NetworkSceneOptions& options) {
    const double scale = NetworkScale::at(options.zoom, plan.strandCount).marks;
    const Colours& colours = style.colours();
    // Positions are pixels.
    const std::vector<std::uint8_t> crowding =
        plan.colouredMarks ? std::vector<std::uint8_t>() : crowdingOf(positions);
    std::vector<Mark> marks(network.vertexCount());
    for (std::uint32_t vertex = 0; vertex < marks.size(); ++vertex) {
        if (!isPlaced(positions[vertex])) {
            continue;
        }
        const PlannedMark& planned = plan.marks[vertex];
        Mark& mark = marks[vertex];
        mark.element = {ElementKind::Vertex, network.element(vertex)};
        mark.centre = positions[vertex];
        mark.radius = static_cast<float>(planned.radius * scale);
        mark.shape = planned.shape;
        mark.fill = plan.colouredMarks
                        ? QColor(planned.fill)
                        : markFill(QColor(planned.fill), colours.outline, mark.radius);
        mark.selected = options.selected.contains(mark.element);
        mark.pinned = !options.pinned.empty() && options.pinned[vertex] != 0;
        mark.outline =
            mark.selected || vertex == options.hovered ? colours.accent : colours.outline;
        mark.outlineWidth = markOutlineWidth(mark.radius, mark.selected);
        if (!crowding.empty() && !mark.selected) {
            mark.opacity = dotOpacity(crowding[vertex], static_cast<double>(mark.radius), 1);
        }
        if (!options.highlight.empty() && options.highlight.vertices[vertex] == 0) {
            mark.outline = fadedMark(mark.outline, colours.ground);
            mark.fill = fadedMark(mark.fill, colours.ground);
        }
    }
    return marks;
}

/// The box of everything in the list, as far as it can be told without measuring each letter.
QRectF boundsOf(const DisplayList& list) {
    qreal left = 0;
    qreal top = 0;
    qreal right = 0;
    qreal bottom = 0;
    bool any = false;
    const auto take = [&](const QRectF& box) {
        left = any ? std::min(left, box.left()) : box.left();
        top = any ? std::min(top, box.top()) : box.top();
        right = any ? std::max(right, box.right()) : box.right();
        bottom = any ? std::max(bottom, box.bottom()) : box.bottom();
        any = true;
    };
    for (const Mark& mark : list.marks) {
        const qreal reach = mark.radius * 1.45 + 6;
        take(QRectF(mark.centre.x() - reach, mark.centre.y() - reach, 2 * reach, 2 * reach));
    }
    for (const Label& label : list.labels) {
        take(labelBox(label, list.font));
    }
    return any ? QRectF(QPointF(left, top), QPointF(right, bottom)) : QRectF();
}

} // namespace

Highlight highlightAround(const Network& network, std::span<const std::uint32_t> vertices,
                          std::span<const std::uint32_t> edges) {
    Highlight highlight;
    highlight.vertices.resize(network.vertexCount(), 0);
    highlight.edges.resize(network.edgeCount(), 0);
    const auto take = [&](std::uint32_t edge) {
        highlight.edges[edge] = 1;
        highlight.vertices[network.edges()[edge].source] = 1;
        highlight.vertices[network.edges()[edge].target] = 1;
    };
    std::vector<std::uint8_t> chosen(network.vertexCount(), 0);
    for (const std::uint32_t vertex : vertices) {
        chosen[vertex] = 1;
        highlight.vertices[vertex] = 1;
    }
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        if (chosen[network.edges()[edge].source] != 0 ||
            chosen[network.edges()[edge].target] != 0) {
            take(edge);
        }
    }
    std::ranges::for_each(edges, take);
    return highlight;
}

NetworkScene buildNetworkScene(const NetworkPlan& plan, const Dossier& dossier,
                               const Network& network, const std::vector<QPointF>& positions,
                               const Style& style, const NetworkSceneOptions& options) {
    NetworkScene scene;
    scene.legend = plan.legend;
    DisplayList& list = scene.list;
    list.ground = style.colours().ground;
    list.font = style.font;
    std::vector<Mark> marks = makeMarks(plan, network, positions, style, options);
    StrandPicture strands = makeStrands(plan, dossier, network, marks, style, options);
    list.strands = std::move(strands.strands);
    list.overlays = std::move(strands.overlays);
    list.glyphs = std::move(strands.glyphs);
    scene.legend.pins = std::ranges::any_of(marks, &Mark::pinned);

    std::erase_if(marks, [](const Mark& mark) { return mark.radius <= 0; });
    list.marks = std::move(marks);
    // Faint marks lie under those that matter, selected ones on top; else one kind lies on the
    // other, as the graphics card draws them.
    const auto rank = [&](const Mark& mark) {
        const std::uint32_t vertex = network.vertexOf(mark.element.index);
        const bool faded = !options.highlight.empty() && options.highlight.vertices[vertex] == 0;
        return std::pair(faded ? 0 : mark.selected ? 2 : 1, mark.shape);
    };
    std::ranges::stable_sort(list.marks, {}, rank);
    if (options.labels) {
        addNetworkLabels(list, plan, dossier, network, strands.axes, style, options);
    }
    list.bounds = boundsOf(list);
    return scene;
}

NetworkScene buildNetworkScene(const Dossier& dossier, const Network& network,
                               const std::vector<QPointF>& positions, const Style& style,
                               const NetworkSceneOptions& options) {
    return buildNetworkScene(planNetwork(dossier, network, style, options.sectors), dossier,
                             network, positions, style, options);
}

std::size_t namedDotsOn(QSizeF size) {
    constexpr double roomOfName = 14'000; // square pixels
    return static_cast<std::size_t>(std::max(0.0, size.width() * size.height()) / roomOfName);
}

QColor fadedMark(const QColor& colour, const QColor& ground) {
    return mixed(colour, ground, fadedShare);
}

float markOutlineWidth(float radius, bool selected) {
    const float width = std::min(std::clamp(radius * 0.09F, 0.6F, 1.8F), radius / 2);
    return selected ? std::max(width, 2.2F) : width;
}

QColor markFill(const QColor& fill, const QColor& outline, float radius) {
    const double share = dotShare(static_cast<double>(radius));
    return share >= 1 ? outline : share > 0 ? mixed(fill, outline, share) : fill;
}

} // namespace entente::ui
