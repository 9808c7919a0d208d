#pragma once

#include "core/formats/element_fields.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The type that was declared for an attribute, where its values are of that type, else the one
/// that is inferred: 7 is a whole number, 007 is text. Text where there are no values. O(rows).
FieldType attributeType(const Dossier& dossier, const AttributeColumns& attributes, StringId name,
                        std::size_t rows);

/// The narrowest type that holds all the values just as they are written, whatever was declared.
FieldType inferredType(const Dossier& dossier, std::span<const StringId> values);

/// The type that values of the declared type have once a format has written and read them.
using TypeReadBack = std::function<FieldType(std::span<const StringId> values, FieldType declared)>;

/// `fieldLosses` of a format that does not say types as such, and then which attributes it gives
/// back with another type than they were declared with. Without `readBack`: with the one that is
/// inferred. O(rows × attributes).
std::vector<std::string> fieldAndTypeLosses(const Dossier& dossier, std::string_view format,
                                            const TypeReadBack& readBack = {});

/// What GraphML and GEXF call the type: "boolean", "long", "double" or "string".
std::string_view xmlTypeWord(FieldType type);

} // namespace entente
