#pragma once

#include "core/formats/format.h"

#include <string>
#include <string_view>

namespace entente {

/// The encoding that the XML declaration names, as it is written; empty where there is none.
std::string_view declaredEncoding(std::string_view bytes);

/// The document as UTF-8 in `converted`, or an empty text where the bytes are UTF-8 as they are and
/// begin at `first`. Notes what was converted. Throws `FileError` where the encoding is not known
/// or the bytes are not in it.
void decodeXml(const InputFile& file, ImportReport& report, std::string& converted,
               std::size_t& first);

} // namespace entente
