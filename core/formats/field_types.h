#pragma once

#include "core/formats/element_fields.h"

#include <string_view>

namespace entente {

/// The type that was declared for an attribute, where its values are of that type. Else the
/// narrowest that holds them all just as they are written: 7 is a whole number, 007 is text. Text
/// where there are no values. O(rows).
FieldType attributeType(const Dossier& dossier, const AttributeColumns& attributes, StringId name,
                        std::size_t rows);

/// What GraphML and GEXF call the type: "boolean", "long", "double" or "string".
std::string_view xmlTypeWord(FieldType type);

} // namespace entente
