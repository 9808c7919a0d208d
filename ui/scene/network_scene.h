#pragma once

#include "core/network/network.h"
#include "ui/scene/display_list.h"
#include "ui/scene/legend.h"
#include "ui/scene/network_geometry.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/style.h"

#include <QPointF>
#include <QSizeF>

#include <functional>
#include <set>
#include <span>
#include <vector>

namespace entente::ui {

/// What stands out against the rest: one byte a network vertex or edge. Empty: nothing does.
struct Highlight {
    std::vector<std::uint8_t> vertices;
    std::vector<std::uint8_t> edges;

    [[nodiscard]] bool empty() const { return vertices.empty(); }
    friend bool operator==(const Highlight&, const Highlight&) = default;
};

/// These vertices with their edges and neighbours, and these edges with their ends. O(n + m).
Highlight highlightAround(const Network& network, std::span<const std::uint32_t> vertices,
                          std::span<const std::uint32_t> edges);

struct NetworkSceneOptions {
    /// How large marks are drawn: positions are in pixels already.
    double zoom = 1;
    std::set<ElementRef> selected;
    Highlight highlight;
    std::vector<std::uint8_t> pinned; ///< one byte a network vertex; empty: none
    /// Where a network edge bends to, in pixels; null: all are straight.
    std::function<QPointF(std::uint32_t edge)> bend;
    std::uint32_t hovered = noIndex; ///< network vertex
    /// Strands are drawn for these sectors only: those that the filter asks for.
    SectorSet sectors = allSectors;
    bool labels = true;
    /// Names of marks that are mere dots: no more than this, or they would hide themselves.
    std::size_t mostNamedDots = 1500;
};

/// How many dots a picture of that size has room to name.
std::size_t namedDotsOn(QSizeF size);

/// A picture of a network, and what its legend has to explain.
struct NetworkScene {
    DisplayList list;
    LegendContents legend;
};

/// Draws a network as it is planned. `positions` are the vertices' places in pixels, one a network
/// vertex; one that is not a number leaves its vertex out. Depends on its arguments only, not on
/// the part of the plane that is looked at: panning changes nothing. O(n + m) beside the placing of
/// labels.
NetworkScene buildNetworkScene(const NetworkPlan& plan, const Dossier& dossier,
                               const Network& network, const std::vector<QPointF>& positions,
                               const Style& style, const NetworkSceneOptions& options = {});

/// The same with a plan of its own.
NetworkScene buildNetworkScene(const Dossier& dossier, const Network& network,
                               const std::vector<QPointF>& positions, const Style& style,
                               const NetworkSceneOptions& options = {});

/// What a mark's outline and fill look like where it is in the background.
QColor fadedMark(const QColor& colour, const QColor& ground);
/// How wide a mark's outline is, in pixels.
float markOutlineWidth(float radius, bool selected);
/// What fills a mark of that radius in pixels: from far, marks are dots in the colour of their
/// outline, which show how dense they lie.
QColor markFill(const QColor& fill, const QColor& outline, float radius);

} // namespace entente::ui
