#include "core/formats/actors_by_name.h"

#include "core/formats/table_columns.h"
#include "core/model/fold.h"

#include <fmt/format.h>

namespace entente {

namespace {

std::string keyOf(std::string_view name) {
    return plainColumnName(fold(name));
}

} // namespace

ActorsByName::ActorsByName(Dossier& dossier) : dossier_(dossier) {
    const VertexTable& vertices = dossier.vertices();
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (!vertices.removed(row) && isActor(vertices.kind(row))) {
            actors_.emplace(keyOf(dossier.label(row)), row);
        }
    }
    // A label goes before another's alias or abbreviation.
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.removed(row) || !isActor(vertices.kind(row))) {
            continue;
        }
        for (const Name& name : vertices.details(row).names) {
            actors_.emplace(keyOf(name.text), row);
        }
        for (const Code& code : vertices.details(row).codes) {
            if (code.system == "cow abbreviation") {
                actors_.emplace(keyOf(code.value), row);
            }
        }
    }
}

VertexIndex ActorsByName::find(std::string_view name) const {
    const auto known = actors_.find(keyOf(name));
    return known == actors_.end() ? noIndex : known->second;
}

void ActorsByName::add(std::string_view name, VertexIndex actor) {
    actors_.emplace(keyOf(name), actor);
}

VertexIndex ActorsByName::findOrAdd(std::string_view name, VertexKind kind) {
    if (const VertexIndex known = find(name); known != noIndex) {
        return known;
    }
    Vertex vertex;
    std::string id(name);
    for (std::size_t number = 2; dossier_.findVertex(id) != noIndex; ++number) {
        id = fmt::format("{} ({})", name, number);
    }
    vertex.id = dossier_.intern(id);
    vertex.label = dossier_.intern(name);
    vertex.kind = kind;
    const VertexIndex row = dossier_.add(vertex);
    actors_.emplace(keyOf(name), row);
    ++added_;
    return row;
}

} // namespace entente
