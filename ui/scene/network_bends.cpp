#include "ui/scene/network_bends.h"

#include "core/layout/bundling.h"

namespace entente::ui {

std::vector<std::pair<std::uint32_t, std::uint32_t>> endsOf(const Network& network) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    ends.reserve(network.edgeCount());
    for (const NetworkEdge& edge : network.edges()) {
        ends.emplace_back(edge.source, edge.target);
    }
    return ends;
}

std::vector<QPointF> bendsOf(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends,
                             const std::vector<QPointF>& places, double strength,
                             const Progress& progress) {
    if (!(strength > 0)) {
        return {};
    }
    std::vector<Point> points;
    points.reserve(places.size());
    for (const QPointF place : places) {
        points.push_back({place.x(), place.y()});
    }
    std::vector<QPointF> bends;
    bends.reserve(ends.size());
    for (const Point& control : bundleEdges(points, ends, strength, progress)) {
        bends.emplace_back(control.x, control.y);
    }
    return bends;
}

std::vector<QPointF> bendsOf(const Network& network, const std::vector<QPointF>& places,
                             double strength, const Progress& progress) {
    return strength > 0 ? bendsOf(endsOf(network), places, strength, progress)
                        : std::vector<QPointF>();
}

} // namespace entente::ui
