#include "core/network/filter_scope.h"

#include "core/network/parallel.h"

namespace entente {

RowBytes untiedActors(const Dossier& dossier, const Filter& filter, const FilterFailures& failures,
                      std::uint8_t pardoned) {
    if (!mayNeedEdges(filter)) {
        return {};
    }
    const EdgeTable& edges = dossier.edges();
    RowBytes tied(failures.vertices.size(), 0);
    forEachRow(failures.edges.size(), [&](EdgeIndex row) {
        if (passes(failures.edges[row], pardoned)) {
            raise(tied[edges.source(row)]);
            raise(tied[edges.target(row)]);
        }
    });
    RowBytes untied(tied.size());
    forEachRow(untied.size(), [&](VertexIndex row) {
        untied[row] = tied[row] == 0 && isActor(dossier.vertices().kind(row)) &&
                              needsEdge(dossier, filter, row)
                          ? 1
                          : 0;
    });
    return untied;
}

const Incidence& FilterScope::incidence() const {
    std::call_once(incidenceMade_, [this] { incidence_.emplace(dossier_); });
    return *incidence_;
}

const TextIndex& FilterScope::texts() const {
    std::call_once(textsMade_, [this] { texts_.emplace(dossier_); });
    return *texts_;
}

RowBytes FilterScope::textReach(const std::string& text, const FilterFailures& failures,
                                std::uint8_t pardoned) const {
    const EdgeTable& edges = dossier_.edges();
    NeighbourhoodQuery query;
    const RowBytes matches = texts().matchingVertices(text);
    for (VertexIndex row = 0; row < matches.size(); ++row) {
        if (matches[row] != 0) {
            query.centres.push_back(row);
        }
    }
    for (const EdgeIndex tie : texts().matchingTies(text)) {
        if (passes(failures.edges[tie], pardoned)) {
            query.rim.push_back(edges.source(tie));
            query.rim.push_back(edges.target(tie));
        }
    }
    return neighbourhood(dossier_, incidence(), failures, pardoned, query);
}

RowBytes FilterScope::reach(const Filter& filter, const FilterFailures& failures,
                            std::uint8_t pardoned) const {
    if (filter.text.empty() && filter.centres.empty()) {
        return {};
    }
    if (filter.centres.empty()) {
        return textReach(filter.text, failures, pardoned);
    }
    const NeighbourhoodQuery query{filter.centres, {}, filter.hops};
    if (filter.text.empty()) {
        return neighbourhood(dossier_, incidence(), failures, pardoned, query);
    }
    const RowBytes kept = textReach(filter.text, failures, pardoned);
    FilterFailures narrowed = failures;
    const EdgeTable& edges = dossier_.edges();
    forEachRow(kept.size(), [&](VertexIndex row) {
        narrowed.vertices[row] |= kept[row] != 0 ? Passes : Excluded;
    });
    forEachRow(narrowed.edges.size(), [&](EdgeIndex row) {
        if (passes(narrowed.edges[row], pardoned) &&
            (kept[edges.source(row)] == 0 || kept[edges.target(row)] == 0)) {
            narrowed.edges[row] |= Excluded;
        }
    });
    return neighbourhood(dossier_, incidence(), narrowed, pardoned, query);
}

} // namespace entente
