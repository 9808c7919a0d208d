#pragma once

#include "core/formats/format.h"

#include <string>
#include <string_view>

namespace entente {

/// Entente's own text format, described by resources/schema/entente-dossier.schema.json.
const Reader& ententeJsonReader();

/// Writes keys and elements in a fixed order and leaves defaults out: the same dossier gives the
/// same bytes, and what was written, read and written again is the same too.
const Writer& ententeJsonWriter();

/// Reads a dossier from UTF-8 JSON. `fileName` is for messages. What is wrong with single elements
/// goes to the report; throws `FileError` where the text is no JSON or no Entente dossier, and
/// `Cancelled`. O(bytes).
Dossier readEntenteJson(std::string_view text, const std::string& fileName, ImportReport& report,
                        const Progress& progress = {});

/// The text that `ententeJsonWriter` writes.
std::string ententeJsonText(const Dossier& dossier, const Progress& progress = {});

} // namespace entente
