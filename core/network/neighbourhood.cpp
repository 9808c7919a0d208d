#include "core/network/neighbourhood.h"

#include <array>

namespace entente {

namespace {

/// Whether the edge belongs into the adjacency at all.
bool joins(const Dossier& dossier, EdgeIndex row) {
    const EdgeTable& edges = dossier.edges();
    const std::size_t vertices = dossier.vertices().size();
    return !edges.removed(row) && edges.source(row) < vertices && edges.target(row) < vertices;
}

} // namespace

Incidence::Incidence(const Dossier& dossier) : offsets_(dossier.vertices().size() + 1, 0) {
    const EdgeTable& edges = dossier.edges();
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (joins(dossier, row)) {
            ++offsets_[edges.source(row) + 1];
            ++offsets_[edges.target(row) + 1];
        }
    }
    for (std::size_t i = 1; i < offsets_.size(); ++i) {
        offsets_[i] += offsets_[i - 1];
    }
    arcs_.resize(offsets_.back());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (joins(dossier, row)) {
            arcs_[next[edges.source(row)]++] = {edges.target(row), row};
            arcs_[next[edges.target(row)]++] = {edges.source(row), row};
        }
    }
}

RowBytes neighbourhood(const Dossier& dossier, const Incidence& incidence,
                       const FilterFailures& failures, std::uint8_t pardoned,
                       const NeighbourhoodQuery& query) {
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    RowBytes reached(vertices.size(), 0);
    const auto admits = [&](VertexIndex row) {
        return row < vertices.size() && passes(failures.vertices[row], pardoned);
    };

    // What is `n` half hops away waits in waiting[n % 3]: no edge is longer than two of them.
    std::array<std::vector<VertexIndex>, 3> waiting;
    for (const VertexIndex row : query.centres) {
        if (admits(row)) {
            reached[row] = query.hops == 0 ? 1 : reached[row];
            waiting[isActor(vertices.kind(row)) ? 0 : 1].push_back(row);
        }
    }
    const std::uint64_t furthest = std::uint64_t{query.hops} * 2;
    for (std::uint64_t half = 0; half <= furthest; ++half) {
        std::vector<VertexIndex> front = std::move(waiting[half % 3]);
        waiting[half % 3].clear();
        if (front.empty() && waiting[(half + 1) % 3].empty() && waiting[(half + 2) % 3].empty()) {
            break;
        }
        for (const VertexIndex row : front) {
            if (reached[row] != 0) {
                continue;
            }
            reached[row] = 1;
            if (half == furthest) {
                continue;
            }
            for (const Incidence::Arc arc : incidence.at(row)) {
                if (reached[arc.other] == 0 && passes(failures.edges[arc.edge], pardoned)) {
                    const unsigned length = edges.kind(arc.edge) == EdgeKind::Tie ? 2 : 1;
                    waiting[(half + length) % 3].push_back(arc.other);
                }
            }
        }
    }
    for (const VertexIndex row : query.rim) {
        if (admits(row)) {
            reached[row] = 1;
        }
    }
    return reached;
}

} // namespace entente
