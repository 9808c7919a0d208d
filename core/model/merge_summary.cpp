#include "core/model/merge.h"

#include <fmt/format.h>

namespace entente {

namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

} // namespace

std::string Merge::summary() const {
    std::string text = fmt::format(
        "United with what was there: {}. Added: {}, {}, {} and {}.",
        counted(united, "actor, agreement or event", "actors, agreements and events"),
        counted(addedVertices, "actor, agreement or event", "actors, agreements and events"),
        counted(addedEdges, "edge", "edges"), counted(addedClaims, "claim", "claims"),
        counted(addedSources, "source", "sources"));
    if (repeated > 0) {
        text +=
            fmt::format(" United with others that came in: {}.",
                        counted(repeated, "state under another name", "states under other names"));
    }
    if (sameEdges + sameClaims + sameSources > 0) {
        text += fmt::format(
            " There already and not doubled: {}, {} and {}.", counted(sameEdges, "edge", "edges"),
            counted(sameClaims, "claim", "claims"), counted(sameSources, "source", "sources"));
    }
    if (renamed > 0) {
        text += fmt::format(" Ids that were taken already and got a number: {}.", renamed);
    }
    return text;
}

} // namespace entente
