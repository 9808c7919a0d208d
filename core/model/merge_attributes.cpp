#include "core/model/merge_attributes.h"

#include <span>

namespace entente {

namespace {

template <typename Table>
bool hasValues(const Table& table, StringId name) {
    const std::span<const StringId> values = table.attributes().values(name);
    for (std::uint32_t row = 0; row < values.size(); ++row) {
        if (values[row] != noString && !table.removed(row)) {
            return true;
        }
    }
    return false;
}

template <typename Table>
void addDeclarations(ElementKind owner, Dossier& dossier, const Table& table,
                     const Dossier& incoming, const AttributeColumns& declaring,
                     std::vector<Step>& steps) {
    for (const auto& [name, type] : declaring.declared()) {
        const StringId own = dossier.intern(incoming.text(name));
        const std::optional<AttributeType> known = table.attributes().declared(own);
        const AttributeType after = known.value_or(type) == type ? type : AttributeType::Text;
        if (known != after && (known || !hasValues(table, own))) {
            steps.emplace_back(DeclareAttribute{owner, own, known, after});
        }
    }
}

} // namespace

std::vector<Step> attributeDeclarations(Dossier& dossier, const Dossier& incoming) {
    std::vector<Step> steps;
    addDeclarations(ElementKind::Vertex, dossier, dossier.vertices(), incoming,
                    incoming.vertices().attributes(), steps);
    addDeclarations(ElementKind::Edge, dossier, dossier.edges(), incoming,
                    incoming.edges().attributes(), steps);
    return steps;
}

} // namespace entente
