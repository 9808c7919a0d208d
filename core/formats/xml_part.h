#pragma once

#include "core/formats/xml_handler.h"

#include <functional>
#include <string>

namespace entente {

class ZipArchive;

/// Reads a part of an archive as XML (expat), never whole in memory. `between` is called now and
/// then. Throws `FileError` where the part is missing, damaged, not well-formed or declares
/// entities.
void readXmlPart(ZipArchive& archive, const std::string& part, XmlHandler& handler,
                 const std::function<void()>& between = {});

} // namespace entente
