#include "ui/scene/network_picture.h"

#include "ui/scene/network_bends.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

constexpr double pageMargin = 4;

NetworkPlan planOf(const Workspace& workspace, const Style& style) {
    return planNetwork(workspace.dossier(), workspace.network(), style,
                       drawnSectors(workspace.filter()));
}

} // namespace

DisplayList networkPicture(const Workspace& workspace, const Style& style, QSizeF wanted) {
    // A page may be all title and notes; below this no picture can be told from another.
    const QSizeF size = wanted.expandedTo({64, 64});
    const std::vector<QPointF> positions = layoutPositions(workspace);
    const QRectF bounds = boundsOf(positions);
    const double width = size.width() - 2 * pageMargin;
    const double height = size.height() - 2 * pageMargin;
    const NetworkPlan plan = planOf(workspace, style);
    const std::vector<QPointF> bends = bendsOf(workspace.network(), positions, style.bundling, {});
    const auto sceneAt = [&](double zoom) {
        NetworkSceneOptions options;
        options.zoom = zoom;
        options.sectors = drawnSectors(workspace.filter());
        options.mostNamedDots = namedDotsOn(size);
        if (!bends.empty()) {
            options.bend = [&bends, zoom](std::uint32_t edge) {
                return bends[edge] * (pixelsPerUnit * zoom);
            };
        }
        return buildNetworkScene(plan, workspace.dossier(), workspace.network(),
                                 scaled(positions, pixelsPerUnit * zoom), style, options);
    };
    double zoom = Camera::fitting(bounds, size, {48, 36, 48, 44}).zoom;
    NetworkScene scene = sceneAt(zoom);
    // Marks and labels do not shrink as distances do, so the zoom is found step by step.
    constexpr int mostSteps = 6;
    for (int step = 0; step < mostSteps; ++step) {
        const double ratio = std::min(width / std::max(1.0, scene.list.bounds.width()),
                                      height / std::max(1.0, scene.list.bounds.height()));
        const bool fits = ratio >= 1;
        const bool wastesRoom = ratio > 1.04 && zoom < Camera::largestFit && step < 2;
        if (fits && !wastesRoom) {
            break;
        }
        constexpr double least = 1e-3;
        zoom = std::clamp(zoom * (fits ? ratio : ratio * 0.985), least, Camera::largestFit);
        scene = sceneAt(zoom);
    }
    DisplayList picture;
    picture.ground = style.colours().ground;
    picture.font = style.font;
    picture.bounds = QRectF(QPointF(), size);
    append(picture, scene.list, picture.bounds.center() - scene.list.bounds.center());
    return picture;
}

DisplayList networkLegendRows(const Workspace& workspace, const Style& style, qreal width) {
    return legendRows(legendEntries(planOf(workspace, style).legend, workspace.dossier(), style),
                      style, width);
}

std::vector<QPointF> layoutPositions(const Workspace& workspace) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const Network& network = workspace.network();
    std::vector<QPointF> positions;
    positions.reserve(network.vertexCount());
    for (const VertexIndex row : network.elements()) {
        positions.push_back(workspace.position(row).value_or(QPointF(none, none)));
    }
    return positions;
}

QRectF boundsOf(const std::vector<QPointF>& positions) {
    QPointF low(std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
    QPointF high = -low;
    for (const QPointF& position : positions) {
        if (std::isfinite(position.x()) && std::isfinite(position.y())) {
            low = {std::min(low.x(), position.x()), std::min(low.y(), position.y())};
            high = {std::max(high.x(), position.x()), std::max(high.y(), position.y())};
        }
    }
    return low.x() > high.x() ? QRectF() : QRectF(low, high);
}

std::vector<QPointF> scaled(const std::vector<QPointF>& positions, double scale) {
    std::vector<QPointF> result(positions.size());
    std::ranges::transform(positions, result.begin(),
                           [scale](QPointF position) { return position * scale; });
    return result;
}

} // namespace entente::ui
