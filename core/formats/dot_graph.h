#pragma once

#include "core/formats/format.h"

#include <graphviz/cgraph.h>

#include <string>

namespace entente {

/// The dossier that cgraph's graph says.
Dossier readDotGraph(Agraph_t* graph, const std::string& file, ImportReport& report,
                     const Progress& progress);

} // namespace entente
