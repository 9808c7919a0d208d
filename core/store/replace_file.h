#pragma once

#include "core/model/file_error.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace entente {

/// Has `write` make a new file beside `path` (it is given that file's path, which has the same
/// extension), flushes it to the disk and renames it over `path`. Where anything fails the new file
/// is removed, the old one stays as it was, and a `FileError` says why; what `write` throws is
/// passed on. Symbolic links are followed, permissions kept.
void replaceFile(const std::filesystem::path& path,
                 const std::function<void(const std::filesystem::path& temporary)>& write);

/// `replaceFile` with the bytes given.
void replaceFile(const std::filesystem::path& path, std::string_view bytes);

/// The sentence for a file that could not be written, from the system's error number (`errno`); for
/// what `write` throws, with the path that the user knows.
FileError writeFailure(const std::filesystem::path& path, int error);

} // namespace entente
