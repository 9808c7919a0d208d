#pragma once

#include "core/model/dossier.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Whether the word is a shape of a vertex rather than the name of a parameter.
bool isPajekShape(std::string_view word);

/// Text in quotation marks; Pajek has no way to write one inside.
std::string quotedPajekLabel(std::string_view text);

/// The name of a network without the quotation marks that some programs put around it.
std::string_view pajekTitle(std::string_view text);

/// The value of a parameter as it stands in a line; nothing where it would not read back the same.
std::optional<std::string> pajekWord(std::string_view value);

/// The attribute `time`, which readers give times that are no years, as it stands in a line;
/// nothing where it would not read back the same.
std::optional<std::string_view> pajekTimeAttribute(std::string_view value);

/// The attributes of vertices, or of edges, that are parameters of Pajek's with the same name, as
/// far as the dossier knows their names.
using PajekParameters = std::vector<std::pair<std::string_view, StringId>>;
PajekParameters pajekParameters(const Dossier& dossier, ElementKind owner);

/// The names of fields that Pajek holds in all the dossier's elements, beside those that it always
/// holds.
std::vector<std::string> pajekHeldAttributes(const Dossier& dossier, ElementKind owner);

} // namespace entente
