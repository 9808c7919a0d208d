#pragma once

#include "core/formats/format.h"

#include <filesystem>
#include <span>
#include <vector>

namespace entente {

/// Every format that Entente reads, the native one first.
std::span<const Reader* const> readers();
/// Every format that Entente writes, the native one first.
std::span<const Writer* const> writers();

struct OpenedDossier {
    Dossier dossier;
    ImportReport report;
    const Reader* reader = nullptr;
};

/// Reads the files as one dossier, by the format that their content shows. Throws `FileError`
/// (missing, a directory, not readable, empty, of no known format, of different formats).
OpenedDossier openFiles(std::span<const std::filesystem::path> paths, const Progress& progress = {});

/// The writer for the path's extension. Throws `FileError` where there is none.
const Writer& writerFor(const std::filesystem::path& path);

} // namespace entente
