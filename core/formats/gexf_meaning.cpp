#include "core/formats/gexf_fields.h"
#include "core/formats/table.h"

#include <algorithm>

namespace entente {

namespace {

/// Whether a reader takes the edge for a tie by its ends.
bool isPlainTie(const Dossier& dossier, EdgeIndex row) {
    const VertexTable& vertices = dossier.vertices();
    return dossier.edges().kind(row) == EdgeKind::Tie &&
           isActor(vertices.kind(dossier.edges().source(row))) &&
           isActor(vertices.kind(dossier.edges().target(row)));
}

} // namespace

void GexfFields::findLabel() {
    const std::size_t label = edges_ ? attribute("label") : none;
    if (label != none && fields_[label].used &&
        std::ranges::find(dynamic_, label, &Dynamic::value) == dynamic_.end()) {
        label_ = label;
    }
}

bool GexfFields::typeIsKind(EdgeIndex row) const {
    const std::string_view type = dossier_.text(dossier_.edges().type(row));
    return label_ != none && !type.empty() && isPlainTie(dossier_, row) && !parseEdgeKind(type) &&
           !isMissingWord(type) && !isMissingNumber(type);
}

bool GexfFields::labelsInside() const {
    const StringId label = dossier_.strings().find("label");
    for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
        if (isWritten(dossier_, row) &&
            dossier_.edges().attributes().value(row, label) != noString && !typeIsKind(row)) {
            return true;
        }
    }
    return false;
}

GexfFields::Meaning GexfFields::meaningOf(EdgeIndex row, const Row& values) const {
    if (typeIsKind(row)) {
        return {dossier_.text(dossier_.edges().type(row)), values[label_], true};
    }
    const bool plain = isPlainTie(dossier_, row);
    return {plain ? std::string_view{} : word(dossier_.edges().kind(row)),
            dossier_.text(dossier_.edges().type(row)), false};
}

} // namespace entente
