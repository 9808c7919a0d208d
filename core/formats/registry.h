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
    const Reader* reader = nullptr;             ///< of the first file
    std::vector<std::filesystem::path> leftOut; ///< files of no known format
};

/// Reads the files as one dossier, each by the format that its content shows. Files of one format
/// that are parts of one dossier, as tables are, are read together; the others are dossiers of
/// their own, and each is merged into the first one: the report says what was united and which
/// matches were too doubtful for that. Files of no known format are left out and named in the
/// report; where there are no others, and for files that are missing, a directory, not readable or
/// empty, it throws `FileError`.
OpenedDossier openFiles(std::span<const std::filesystem::path> paths,
                        const Progress& progress = {});

/// The same, but what are tables is for `tables` to say and to read.
OpenedDossier openFiles(std::span<const std::filesystem::path> paths, const Reader& tables,
                        const Progress& progress = {});

/// The writer for the path's extension. Throws `FileError` where there is none.
const Writer& writerFor(const std::filesystem::path& path);

} // namespace entente
