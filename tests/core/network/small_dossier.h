#pragma once

#include "core/model/dossier.h"
#include "core/network/filter.h"
#include "core/network/network.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Builds dossiers of a few elements in as many lines. Periods are EDTF.
class SmallDossier {
public:
    VertexIndex actor(std::string_view name, VertexKind kind = VertexKind::State,
                      std::string_view period = {});
    VertexIndex agreement(std::string_view name, std::string_view sectors,
                          std::string_view period = {}, Polarity polarity = Polarity::Cooperative);
    VertexIndex event(std::string_view name, std::string_view sectors, std::string_view period);
    EdgeIndex party(VertexIndex actor, VertexIndex whole, std::string_view period = {},
                    Polarity polarity = Polarity::Neutral);
    EdgeIndex tie(VertexIndex source, VertexIndex target, std::string_view type,
                  std::string_view period = {}, Polarity polarity = Polarity::Cooperative,
                  std::string_view sectors = {}, bool directed = true);
    EdgeIndex lineage(VertexIndex newer, VertexIndex older);

    /// Changes a row that is already there.
    template <typename Edit>
    void editVertex(VertexIndex row, const Edit& edit) {
        Vertex vertex = dossier.vertices().row(row);
        edit(vertex);
        dossier.replaceVertex(row, vertex);
    }
    template <typename Edit>
    void editEdge(EdgeIndex row, const Edit& edit) {
        Edge edge = dossier.edges().row(row);
        edit(edge);
        dossier.replaceEdge(row, edge);
    }

    void setAttribute(VertexIndex row, std::string_view name, std::string_view value);
    void setEdgeAttribute(EdgeIndex row, std::string_view name, std::string_view value);

    /// Words of sectors, separated by blanks.
    SectorSet sectors(std::string_view words);

    /// The labels of the vertices that the filter shows, in the dossier's order.
    [[nodiscard]] std::vector<std::string> shown(const Filter& filter) const;
    /// The descriptions of the edges that the filter shows.
    [[nodiscard]] std::vector<std::string> shownEdges(const Filter& filter) const;
    [[nodiscard]] Network network(Projection projection, const Filter& filter = {},
                                  bool foldLeaders = true) const;
    /// "Russia – Iran +0.5": one line an edge, with its direction, sign and weight.
    [[nodiscard]] std::vector<std::string> edgesOf(const Network& network) const;

    Dossier dossier;
};

/// The days of an EDTF date or interval.
DaySpan days(std::string_view period);

} // namespace entente
