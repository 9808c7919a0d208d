#pragma once

#include "core/model/dossier.h"

#include <array>
#include <string>
#include <string_view>

namespace entente::ui {

inline Attribute attributeOf(Dossier& dossier, std::string_view name, std::string_view value) {
    return {dossier.intern(name), dossier.intern(value)};
}

/// What a graph file would bring: `count` actors on a grid with "x", "y", "size", "color", a
/// "group" of three unequal ones, a "score" that counts up and a "note" of many different texts,
/// the last actor with none of them but its name; a ring of ties with "color", "thickness" and
/// "volume".
inline Dossier graphDossier(std::uint32_t count = 12) {
    Dossier dossier;
    constexpr std::array<std::string_view, 3> groups = {"red team", "blue team", "green team"};
    constexpr std::array<std::string_view, 3> colours = {"#ff0000", "#0000ff", "#00ff00"};
    for (std::uint32_t i = 0; i < count; ++i) {
        Vertex vertex;
        vertex.id = dossier.intern("v" + std::to_string(i));
        vertex.label = dossier.intern("Vertex " + std::to_string(i));
        const std::uint32_t group = i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
        if (i + 1 < count) {
            vertex.attributes = {attributeOf(dossier, "x", std::to_string(100 * (i % 4))),
                                 attributeOf(dossier, "y", std::to_string(100 * (i / 4)) + ".5"),
                                 attributeOf(dossier, "size", std::to_string(10 + 5 * (i % 3))),
                                 attributeOf(dossier, "color", colours[group]),
                                 attributeOf(dossier, "group", groups[group]),
                                 attributeOf(dossier, "score", std::to_string(7 * i)),
                                 attributeOf(dossier, "note", "No. " + std::to_string(i * i))};
        }
        dossier.add(vertex);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        Edge edge;
        edge.source = i;
        edge.target = (i + 1) % count;
        edge.directed = false;
        edge.attributes = {attributeOf(dossier, "color", i % 2 == 0 ? "#112233" : "#445566"),
                           attributeOf(dossier, "thickness", std::to_string(1 + i)),
                           attributeOf(dossier, "volume", std::to_string(i * 100))};
        dossier.add(edge);
    }
    return dossier;
}

} // namespace entente::ui
