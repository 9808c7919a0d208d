#pragma once

#include "core/model/dossier.h"
#include "core/network/network.h"
#include "ui/scene/network_scene.h"

#include <cmath>
#include <string_view>
#include <vector>

namespace entente::ui {

/// Builds small dossiers and their networks.
struct SceneFixture {
    Dossier dossier;

    VertexIndex add(std::string_view name, VertexKind kind = VertexKind::State,
                    SectorSet sectors = 0) {
        Vertex vertex;
        vertex.id = dossier.intern(name);
        vertex.label = vertex.id;
        vertex.kind = kind;
        vertex.sectors = sectors;
        return dossier.add(vertex);
    }

    EdgeIndex tie(VertexIndex from, VertexIndex to, SectorSet sectors,
                  Polarity polarity = Polarity::Cooperative,
                  Confidence confidence = Confidence::Confirmed, std::string_view type = "ally",
                  bool directed = false) {
        Edge edge;
        edge.source = from;
        edge.target = to;
        edge.type = dossier.intern(type);
        edge.directed = directed;
        edge.sectors = sectors;
        edge.polarity = polarity;
        edge.confidence = confidence;
        return dossier.add(edge);
    }

    [[nodiscard]] SectorSet sector(std::string_view name) const { return dossier.findSector(name); }

    [[nodiscard]] Network network(Projection projection = Projection::Alliances) const {
        Visibility all;
        all.vertices.assign(dossier.vertices().size(), 1);
        all.edges.assign(dossier.edges().size(), 1);
        return project(dossier, all, {projection, true});
    }

    [[nodiscard]] NetworkScene scene(const std::vector<QPointF>& positions,
                                     const NetworkSceneOptions& options = {},
                                     Theme theme = Theme::Light) const {
        Style style;
        style.theme = theme;
        style.font = QFont(QStringLiteral("Noto Sans"));
        return buildNetworkScene(dossier, network(), positions, style, options);
    }
};

/// A grid of places, `step` pixels apart.
inline std::vector<QPointF> gridOfPlaces(std::size_t count, double step) {
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count))));
    std::vector<QPointF> places;
    for (std::size_t i = 0; i < count; ++i) {
        places.emplace_back(step * static_cast<double>(i % columns),
                            step * static_cast<double>(i / columns));
    }
    return places;
}

} // namespace entente::ui
