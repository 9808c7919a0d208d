#pragma once

#include "core/formats/element_fields.h"

#include <string_view>

namespace entente {

/// The type that a graph file declares for an attribute: `int`, `long`, `integer`, `byte`, … are
/// whole numbers, `float`, `double`, `real`, … numbers; all else is text.
FieldType declaredType(std::string_view word);

/// Keeps the type for the attribute that the column of that name became, where it became one.
void declareColumn(Dossier& dossier, ElementKind owner, std::string_view column, FieldType type);

/// Whether the value is one of the type: `true`, `False`, `1`; `42`; `-1.5e3`, `INF`, `NaN`.
bool fitsType(FieldType type, std::string_view value);

/// "whole number", "number", "truth value (true or false)"
std::string_view typeTitle(FieldType type);

/// The text without blanks and line ends around it.
std::string_view trimmedText(std::string_view text);

/// The text as XML's white space says that it is meant: where it was set on lines of its own, their
/// indentation is none of it.
std::string_view unindentedText(std::string_view text);

/// Whether `unindentedText` would take something away.
bool isIndented(std::string_view text);

} // namespace entente
