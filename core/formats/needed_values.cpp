#include "core/formats/needed_values.h"

namespace entente {

void neededValues(const Dossier& dossier, VertexFields& fields, VertexIndex row,
                  std::vector<FieldValue>& needed) {
    constexpr std::size_t afterLabel = 2;
    const std::vector<std::string_view>& values = fields.row(row);
    needed.clear();
    for (std::size_t i = afterLabel; i < values.size(); ++i) {
        const Field& field = fields.fields()[i];
        // Without a kind, the type may be taken for one.
        const bool implied = !field.attribute && field.name == "kind"
                                 ? dossier.vertices().kind(row) == VertexKind::Other &&
                                       dossier.vertices().type(row) == noString
                                 : !field.implied.empty() && values[i] == field.implied;
        if (!values[i].empty() && !implied) {
            needed.push_back({&field, values[i]});
        }
    }
}

void neededValues(const Dossier& dossier, EdgeFields& fields, EdgeIndex row,
                  std::vector<FieldValue>& needed) {
    constexpr std::size_t afterType = 3;
    const EdgeTable& edges = dossier.edges();
    const VertexTable& vertices = dossier.vertices();
    const std::vector<std::string_view>& values = fields.row(row);
    needed.clear();
    for (std::size_t i = afterType; i < values.size(); ++i) {
        const Field& field = fields.fields()[i];
        bool implied = !field.implied.empty() && values[i] == field.implied;
        if (!field.attribute && field.name == "kind") {
            implied = edges.kind(row) == EdgeKind::Tie &&
                      isActor(vertices.kind(edges.source(row))) &&
                      isActor(vertices.kind(edges.target(row)));
        } else if (!field.attribute && field.name == "polarity") {
            // A negative weight alone would mean a conflictual tie.
            implied = implied && !(edges.weight(row) < 0);
        }
        if (!values[i].empty() && !implied) {
            needed.push_back({&field, values[i]});
        }
    }
}

} // namespace entente
