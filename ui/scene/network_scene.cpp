#include "ui/scene/network_scene.h"

#include "ui/scene/network_labels.h"
#include "ui/scene/network_strands.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace entente::ui {

namespace {

constexpr double fadedShare = 0.72;
constexpr double tintShare = 0.68;

/// The sum of the weights of each vertex's edges.
std::vector<double> weightedDegrees(const Network& network) {
    std::vector<double> degrees(network.vertexCount(), 0);
    for (const NetworkEdge& edge : network.edges()) {
        const double weight = std::isfinite(edge.weight) ? std::abs(edge.weight) : 1;
        degrees[edge.source] += weight;
        degrees[edge.target] += weight;
    }
    return degrees;
}

struct RadiusRange {
    double smallest;
    double largest;
};

RadiusRange radiusRange(VertexKind kind) {
    switch (kind) {
    case VertexKind::Agreement:
        return {10, 17};
    case VertexKind::Event:
        return {7.5, 11};
    case VertexKind::Leader:
        return {10, 16};
    case VertexKind::Other:
        return {9, 26};
    default:
        return {13, 29};
    }
}

bool isPlaced(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

QColor fillOf(const Dossier& dossier, VertexIndex row, const Style& style, SectorSet shown,
              LegendContents& legend) {
    const VertexTable& vertices = dossier.vertices();
    const SectorSet sectors = vertices.sectors(row) & shown;
    const QColor& plain = style.colours().markFill;
    if (isActor(vertices.kind(row)) || sectors == 0) {
        return plain;
    }
    const auto first = static_cast<std::size_t>(std::countr_zero(sectors));
    if (first >= dossier.sectors().size()) {
        return plain;
    }
    legend.sectors |= sectorBit(first);
    return mixed(sectorColour(dossier.sectors()[first], style.theme), plain, tintShare);
}

std::vector<Mark> makeMarks(const Dossier& dossier, const Network& network,
                            const std::vector<QPointF>& positions, const Style& style,
                            const NetworkSceneOptions& options, LegendContents& legend) {
    const std::vector<float> radii = markRadii(dossier, network, options.zoom);
    const Colours& colours = style.colours();
    std::vector<Mark> marks(network.vertexCount());
    for (std::uint32_t vertex = 0; vertex < marks.size(); ++vertex) {
        if (!isPlaced(positions[vertex])) {
            continue;
        }
        const VertexIndex row = network.element(vertex);
        const VertexKind kind = dossier.vertices().kind(row);
        Mark& mark = marks[vertex];
        mark.element = {ElementKind::Vertex, row};
        mark.centre = positions[vertex];
        mark.radius = radii[vertex];
        mark.shape = shapeOf(kind);
        mark.fill = fillOf(dossier, row, style, options.sectors, legend);
        mark.selected = options.selected.contains(mark.element);
        mark.pinned = !options.pinned.empty() && options.pinned[vertex] != 0;
        mark.outline =
            mark.selected || vertex == options.hovered ? colours.accent : colours.outline;
        mark.outlineWidth = std::clamp(mark.radius * 0.09F, 0.6F, 1.8F);
        if (mark.selected) {
            mark.outlineWidth = std::max(mark.outlineWidth, 2.2F);
        }
        if (!options.highlight.empty() && options.highlight.vertices[vertex] == 0) {
            mark.outline = mixed(mark.outline, colours.ground, fadedShare);
            mark.fill = mixed(mark.fill, colours.ground, fadedShare);
        }
        legend.kinds |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
        legend.pins = legend.pins || mark.pinned;
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

std::vector<float> markRadii(const Dossier& dossier, const Network& network, double zoom) {
    const std::vector<double> degrees = weightedDegrees(network);
    const double most = degrees.empty() ? 1 : std::max(1e-9, *std::ranges::max_element(degrees));
    // Marks grow more slowly than distances, so that zooming in makes room between them.
    const double scale = std::clamp(std::pow(zoom, 0.7), 0.08, 1.7);
    std::vector<float> radii(network.vertexCount());
    for (std::uint32_t vertex = 0; vertex < radii.size(); ++vertex) {
        const RadiusRange range = radiusRange(dossier.vertices().kind(network.element(vertex)));
        const double share = degrees[vertex] / most;
        // Between the two radii, the area grows with the weighted degree.
        const double area =
            range.smallest * range.smallest +
            share * (range.largest * range.largest - range.smallest * range.smallest);
        radii[vertex] = static_cast<float>(std::sqrt(area) * scale);
    }
    return radii;
}

NetworkScene buildNetworkScene(const Dossier& dossier, const Network& network,
                               const std::vector<QPointF>& positions, const Style& style,
                               const NetworkSceneOptions& options) {
    NetworkScene scene;
    DisplayList& list = scene.list;
    list.ground = style.colours().ground;
    list.font = style.font;
    std::vector<Mark> marks = makeMarks(dossier, network, positions, style, options, scene.legend);
    StrandPicture strands = makeStrands(dossier, network, marks, style, options, scene.legend);
    list.strands = std::move(strands.strands);
    list.overlays = std::move(strands.overlays);
    list.glyphs = std::move(strands.glyphs);

    std::vector<double> importance = weightedDegrees(network);
    for (std::uint32_t vertex = 0; vertex < importance.size(); ++vertex) {
        const VertexKind kind = dossier.vertices().kind(network.element(vertex));
        importance[vertex] *= kind == VertexKind::Event ? 0.6 : 1;
    }
    std::erase_if(marks, [](const Mark& mark) { return mark.radius <= 0; });
    list.marks = std::move(marks);
    // Faint marks lie under those that matter, selected ones on top.
    if (!options.highlight.empty() || !options.selected.empty()) {
        const auto rank = [&](const Mark& mark) {
            const std::uint32_t vertex = network.vertexOf(mark.element.index);
            const bool faded =
                !options.highlight.empty() && options.highlight.vertices[vertex] == 0;
            return faded ? 0 : mark.selected ? 2 : 1;
        };
        std::ranges::stable_sort(list.marks, {}, rank);
    }
    if (options.labels) {
        addNetworkLabels(list, dossier, network, strands.axes, importance, style, options);
    }
    list.bounds = boundsOf(list);
    return scene;
}

} // namespace entente::ui
