#pragma once

#include "core/formats/element_fields.h"

#include <string>
#include <vector>

namespace entente {

/// The keys under which a field's values stand, the outermost list's first.
using GmlPath = std::vector<std::string>;

/// The paths of the fields, one each.
std::vector<GmlPath> gmlPaths(const Dossier& dossier, const VertexFields& fields);
std::vector<GmlPath> gmlPaths(const Dossier& dossier, const EdgeFields& fields);

} // namespace entente
