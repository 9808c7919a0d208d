#include "core/formats/json_writing_order.h"

#include <fmt/format.h>

namespace entente {

namespace {

bool knownLineage(std::string_view type) {
    return type == "builds on" || type == "renews" || type == "amends" || type == "supersedes" ||
           type == "suspends";
}

} // namespace

bool writable(const Dossier& dossier, EdgeIndex row) {
    const EdgeTable& edges = dossier.edges();
    const VertexTable& vertices = dossier.vertices();
    const VertexIndex source = edges.source(row);
    const VertexIndex target = edges.target(row);
    if (edges.removed(row) || source >= vertices.size() || target >= vertices.size() ||
        vertices.removed(source) || vertices.removed(target)) {
        return false;
    }
    switch (edges.kind(row)) {
    case EdgeKind::Tie:
        return isActor(vertices.kind(source)) && isActor(vertices.kind(target));
    case EdgeKind::Participation:
        return isActor(vertices.kind(source)) && !isActor(vertices.kind(target));
    case EdgeKind::Lineage:
        return vertices.kind(source) == VertexKind::Agreement &&
               vertices.kind(target) == VertexKind::Agreement &&
               knownLineage(dossier.text(edges.type(row)));
    }
    return false;
}

bool writable(const Dossier& dossier, const Claim& claim) {
    if (claim.source >= dossier.sources().size() || dossier.sourceRemoved(claim.source)) {
        return false;
    }
    if (claim.about.kind == ElementKind::Vertex) {
        return claim.about.index < dossier.vertices().size() &&
               !dossier.vertices().removed(claim.about.index);
    }
    return claim.about.kind == ElementKind::Edge && claim.about.index < dossier.edges().size() &&
           writable(dossier, claim.about.index);
}

void UniqueIds::add(StringId id, std::string_view noun) {
    if (id != noString && used_.insert(id).second) {
        ids_.emplace_back(dossier_.text(id));
        return;
    }
    ++changed_;
    std::string candidate;
    do {
        candidate = fmt::format("{}-{}", id == noString ? noun : dossier_.text(id), ++last_);
    } while (dossier_.strings().find(candidate) != noString);
    ids_.push_back(std::move(candidate));
}

UniqueIds uniqueVertexIds(const Dossier& dossier) {
    UniqueIds ids(dossier);
    const VertexTable& vertices = dossier.vertices();
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        vertices.removed(row) ? ids.skip() : ids.add(vertices.id(row), word(vertices.kind(row)));
    }
    return ids;
}

UniqueIds uniqueSourceIds(const Dossier& dossier) {
    UniqueIds ids(dossier);
    for (SourceIndex row = 0; row < dossier.sources().size(); ++row) {
        dossier.sourceRemoved(row) ? ids.skip() : ids.add(dossier.sources()[row].id, "source");
    }
    return ids;
}

} // namespace entente
