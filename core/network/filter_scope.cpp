#include "core/network/filter_scope.h"

#include "core/network/parallel.h"

namespace entente {

RowBytes untiedActors(const Dossier& dossier, const Filter& filter, const AttributeTests& tests,
                      const FilterFailures& failures, std::uint8_t pardoned) {
    if (!mayNeedEdges(filter, tests)) {
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
                              needsEdge(dossier, filter, tests, row)
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

std::shared_ptr<const AttributeIndex> FilterScope::attribute(ElementKind of, StringId name) const {
    const std::scoped_lock lock(attributesMutex_);
    std::shared_ptr<const AttributeIndex>& index = attributes_[{of, name}];
    if (!index) {
        index = std::make_shared<const AttributeIndex>(indexAttribute(dossier_, of, name));
    }
    return index;
}

AttributeTests FilterScope::tests(const Filter& filter) const {
    AttributeTests tests;
    for (const AttributeCriterion& criterion : filter.attributes) {
        if (criterion.restricts()) {
            tests.emplace_back(dossier_, criterion, attribute(criterion.of, criterion.name));
        }
    }
    return tests;
}

TextMatches FilterScope::textMatches(const Filter& filter) const {
    if (filter.text.empty()) {
        return {};
    }
    TextMatches matches{{}, texts().matchingTies(filter.text)};
    const RowBytes vertices = texts().matchingVertices(filter.text);
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices[row] != 0) {
            matches.vertices.push_back(row);
        }
    }
    return matches;
}

RowBytes FilterScope::textReach(const TextMatches& matches, const FilterFailures& failures,
                                std::uint8_t pardoned) const {
    const EdgeTable& edges = dossier_.edges();
    NeighbourhoodQuery query{matches.vertices, {}, 1, {}};
    for (const EdgeIndex tie : matches.ties) {
        if (passes(failures.edges[tie], pardoned)) {
            query.rim.push_back(edges.source(tie));
            query.rim.push_back(edges.target(tie));
        }
    }
    return neighbourhood(dossier_, incidence(), failures, pardoned, query);
}

RowBytes FilterScope::reach(const Filter& filter, const TextMatches& matches,
                            const FilterFailures& failures, std::uint8_t pardoned) const {
    RowBytes kept;
    if (!filter.text.empty()) {
        kept = textReach(matches, failures, pardoned);
    }
    if (filter.centres.empty() || dossier_.vertices().size() == 0) {
        return kept;
    }
    return neighbourhood(dossier_, incidence(), failures, pardoned,
                         {filter.centres, {}, filter.hops, std::move(kept)});
}

} // namespace entente
