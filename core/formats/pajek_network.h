#pragma once

#include "core/formats/format.h"

#include <string>
#include <string_view>

namespace entente {

/// Reads the first network of Pajek's text. Throws `FileError` where there is none.
Dossier readPajek(std::string_view text, const std::string& file, ImportReport& report,
                  const Progress& progress);

} // namespace entente
