#include "core/network/projection.h"

#include <algorithm>

namespace entente {

StandIns::StandIns(const Dossier& dossier, const Visibility& visibility, bool foldLeaders)
    : dossier_(dossier), visibility_(visibility), fold_(foldLeaders),
      leadership_(dossier, visibility.vertices) {}

bool StandIns::shows(EdgeIndex edge) const {
    const EdgeTable& edges = dossier_.edges();
    const auto shown = [this](VertexIndex row) {
        return row < visibility_.vertices.size() && visibility_.vertices[row] != 0;
    };
    return visibility_.edges[edge] != 0 && shown(edges.source(edge)) && shown(edges.target(edge));
}

void ProjectedEdges::add(const NetworkEdge& edge, std::span<const ElementRef> standsFor) {
    edges.push_back(edge);
    backing.insert(backing.end(), standsFor.begin(), standsFor.end());
    backingOffsets.push_back(static_cast<std::uint32_t>(backing.size()));
}

void ProjectedEdges::append(const ProjectedEdges& more) {
    const auto shift = static_cast<std::uint32_t>(backing.size());
    edges.insert(edges.end(), more.edges.begin(), more.edges.end());
    backing.insert(backing.end(), more.backing.begin(), more.backing.end());
    for (std::size_t i = 1; i < more.backingOffsets.size(); ++i) {
        backingOffsets.push_back(shift + more.backingOffsets[i]);
    }
}

ProjectedEdges concatenate(const std::vector<ProjectedEdges>& blocks) {
    std::size_t edges = 0;
    std::size_t backing = 0;
    for (const ProjectedEdges& block : blocks) {
        edges += block.edges.size();
        backing += block.backing.size();
    }
    ProjectedEdges all;
    all.edges.reserve(edges);
    all.backingOffsets.reserve(edges + 1);
    all.backing.reserve(backing);
    for (const ProjectedEdges& block : blocks) {
        all.append(block);
    }
    return all;
}

std::int8_t signOf(Polarity polarity) {
    switch (polarity) {
    case Polarity::Cooperative:
        return 1;
    case Polarity::Conflictual:
        return -1;
    case Polarity::Neutral:
        break;
    }
    return 0;
}

DaySpan participationSpan(const Dossier& dossier, EdgeIndex participation) {
    const DaySpan own = dossier.edges().span(participation);
    const DaySpan whole = dossier.vertices().span(dossier.edges().target(participation));
    // Where the two do not meet (which validation reports), the participation's own dates hold.
    return overlaps(own, whole)
               ? DaySpan{std::max(own.first, whole.first), std::min(own.last, whole.last)}
               : own;
}

ProjectedEdges projectFull(const Dossier& dossier, const StandIns& standIns) {
    const EdgeTable& edges = dossier.edges();
    const VertexTable& vertices = dossier.vertices();
    ProjectedEdges result;
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (!standIns.shows(row) || standIns.isFoldedTerm(row)) {
            continue;
        }
        const bool participation = edges.kind(row) == EdgeKind::Participation;
        const DaySpan when = participation ? participationSpan(dossier, row) : edges.span(row);
        NetworkEdge edge{standIns.of(edges.source(row), when),
                         standIns.of(edges.target(row), when),
                         edges.weight(row),
                         signOf(edges.polarity(row)),
                         edges.directed(row),
                         edges.confidence(row),
                         edges.sectors(row)};
        const bool foldedOntoItself =
            edge.source == edge.target && edges.source(row) != edges.target(row);
        if (edge.source == noIndex || edge.target == noIndex || foldedOntoItself) {
            continue;
        }
        if (participation) {
            const VertexIndex whole = edges.target(row);
            edge.sign = edge.sign != 0 ? edge.sign : signOf(vertices.polarity(whole));
            edge.sectors = edge.sectors != 0 ? edge.sectors : vertices.sectors(whole);
            edge.confidence = std::max(edge.confidence, vertices.confidence(whole));
            edge.directed = false;
        }
        const ElementRef standsFor{ElementKind::Edge, row};
        result.add(edge, {&standsFor, 1});
    }
    return result;
}

Network project(const Dossier& dossier, const Visibility& visibility, ProjectionOptions options) {
    const StandIns standIns(dossier, visibility, options.foldLeaders);
    const VertexTable& vertices = dossier.vertices();
    const auto wanted = [&](VertexIndex row) {
        switch (options.projection) {
        case Projection::Full:
            break;
        case Projection::Alliances:
            return isActor(vertices.kind(row));
        case Projection::Agreements:
            return vertices.kind(row) == VertexKind::Agreement;
        }
        return true;
    };
    std::vector<VertexIndex> elements;
    std::vector<std::uint32_t> vertexOfRow(vertices.size(), noIndex);
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (standIns.standsForItself(row) && wanted(row)) {
            vertexOfRow[row] = static_cast<std::uint32_t>(elements.size());
            elements.push_back(row);
        }
    }

    ProjectedEdges projected;
    switch (options.projection) {
    case Projection::Full:
        projected = projectFull(dossier, standIns);
        break;
    case Projection::Alliances:
        projected = projectAlliances(dossier, visibility, standIns);
        break;
    case Projection::Agreements:
        projected = projectAgreements(dossier, visibility, standIns);
        break;
    }
    for (NetworkEdge& edge : projected.edges) {
        edge.source = vertexOfRow[edge.source];
        edge.target = vertexOfRow[edge.target];
    }
    return {options,
            std::move(elements),
            vertices.size(),
            std::move(projected.edges),
            std::move(projected.backingOffsets),
            std::move(projected.backing)};
}

} // namespace entente
