#pragma once

#include "core/formats/format.h"

#include <graphviz/cgraph.h>

#include <functional>
#include <string>
#include <string_view>

namespace entente {

/// The label of nodes that say none: their name.
inline constexpr std::string_view dotNodeLabel = "\\N";

/// Gives `read` the first graph of the text, as Graphviz's cgraph understands it; it lives until
/// `read` returns. Others are noted. One text at a time: cgraph is global. Throws `FileError` with
/// the line that is not understood, `Cancelled`.
void parseDot(const std::string& text, const std::string& file, ImportReport& report,
              const Progress& progress, const std::function<void(Agraph_t*)>& read);

} // namespace entente
