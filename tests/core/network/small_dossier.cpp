#include "tests/core/network/small_dossier.h"

#include <fmt/format.h>

namespace entente {

VertexIndex SmallDossier::actor(std::string_view name, VertexKind kind, std::string_view period) {
    Vertex vertex;
    vertex.id = dossier.intern(name);
    vertex.label = vertex.id;
    vertex.kind = kind;
    vertex.period = parsePeriod(period).value();
    return dossier.add(vertex);
}

VertexIndex SmallDossier::agreement(std::string_view name, std::string_view words,
                                    std::string_view period, Polarity polarity) {
    const VertexIndex row = actor(name, VertexKind::Agreement, period);
    editVertex(row, [&](Vertex& vertex) {
        vertex.sectors = sectors(words);
        vertex.polarity = polarity;
        vertex.type = dossier.intern("treaty");
    });
    return row;
}

VertexIndex SmallDossier::event(std::string_view name, std::string_view words,
                                std::string_view period) {
    const VertexIndex row = actor(name, VertexKind::Event, period);
    editVertex(row, [&](Vertex& vertex) { vertex.sectors = sectors(words); });
    return row;
}

EdgeIndex SmallDossier::party(VertexIndex actor, VertexIndex whole, std::string_view period,
                              Polarity polarity) {
    Edge edge;
    edge.kind = EdgeKind::Participation;
    edge.source = actor;
    edge.target = whole;
    edge.period = parsePeriod(period).value();
    edge.polarity = polarity;
    return dossier.add(edge);
}

EdgeIndex SmallDossier::tie(VertexIndex source, VertexIndex target, std::string_view type,
                            std::string_view period, Polarity polarity, std::string_view words,
                            bool directed) {
    Edge edge;
    edge.type = dossier.intern(type);
    edge.source = source;
    edge.target = target;
    edge.period = parsePeriod(period).value();
    edge.polarity = polarity;
    edge.sectors = sectors(words);
    edge.directed = directed;
    return dossier.add(edge);
}

EdgeIndex SmallDossier::lineage(VertexIndex newer, VertexIndex older) {
    Edge edge;
    edge.kind = EdgeKind::Lineage;
    edge.type = dossier.intern("builds on");
    edge.source = newer;
    edge.target = older;
    return dossier.add(edge);
}

void SmallDossier::setAttribute(VertexIndex row, std::string_view name, std::string_view value) {
    editVertex(row, [&](Vertex& vertex) {
        vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    });
}

void SmallDossier::setEdgeAttribute(EdgeIndex row, std::string_view name, std::string_view value) {
    editEdge(row, [&](Edge& edge) {
        edge.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    });
}

SectorSet SmallDossier::sectors(std::string_view words) {
    SectorSet set = 0;
    while (!words.empty()) {
        const std::size_t blank = words.find(' ');
        set |= dossier.sectorNamed(words.substr(0, blank));
        words = blank == std::string_view::npos ? std::string_view{} : words.substr(blank + 1);
    }
    return set;
}

std::vector<std::string> SmallDossier::shown(const Filter& filter) const {
    const Visibility visibility = FilterEvaluator(dossier).evaluate(filter);
    std::vector<std::string> labels;
    for (VertexIndex row = 0; row < visibility.vertices.size(); ++row) {
        if (visibility.vertices[row] != 0) {
            labels.emplace_back(dossier.label(row));
        }
    }
    return labels;
}

std::vector<std::string> SmallDossier::shownEdges(const Filter& filter) const {
    const Visibility visibility = FilterEvaluator(dossier).evaluate(filter);
    std::vector<std::string> descriptions;
    for (EdgeIndex row = 0; row < visibility.edges.size(); ++row) {
        if (visibility.edges[row] != 0) {
            descriptions.push_back(dossier.describe({ElementKind::Edge, row}));
        }
    }
    return descriptions;
}

Network SmallDossier::network(Projection projection, const Filter& filter, bool foldLeaders) const {
    return project(dossier, FilterEvaluator(dossier).evaluate(filter), {projection, foldLeaders});
}

std::vector<std::string> SmallDossier::edgesOf(const Network& network) const {
    std::vector<std::string> lines;
    for (const NetworkEdge& edge : network.edges()) {
        const std::string_view sign = edge.sign > 0 ? "+" : edge.sign < 0 ? "-" : "0 ";
        lines.push_back(
            fmt::format("{} {} {} {}{:.3g}", dossier.label(network.element(edge.source)),
                        edge.directed ? "→" : "–", dossier.label(network.element(edge.target)),
                        sign, edge.weight));
    }
    return lines;
}

DaySpan days(std::string_view period) {
    return parsePeriod(period).value().span();
}

} // namespace entente
