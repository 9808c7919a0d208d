#pragma once

#include "core/formats/element_fields.h"

#include <string_view>

namespace entente {

/// The narrowest type that holds all values of an attribute just as they are written: 7 is a whole
/// number, 007 is text. Text where there are no values. O(rows).
FieldType attributeType(const Dossier& dossier, const AttributeColumns& attributes, StringId name,
                        std::size_t rows);

/// What GraphML and GEXF call the type: "boolean", "long", "double" or "string".
std::string_view xmlTypeWord(FieldType type);

} // namespace entente
