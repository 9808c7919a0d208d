#pragma once

#include "core/formats/format.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace entente {

/// Reads the file whole; of a native file, which is read by its path, the begin alone. Throws
/// `FileError` with a sentence for the user: missing, a directory, a device, not readable, empty.
InputFile readInputFile(const std::filesystem::path& path);

/// What a file that no reader knows seems to be, from its first bytes, and what to do about it: "a
/// ZIP archive or a spreadsheet; …". Empty where there is no telling.
std::string describeContent(std::string_view bytes);

} // namespace entente
