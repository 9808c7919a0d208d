#pragma once

#include "core/model/dossier.h"
#include "core/model/file_error.h"
#include "core/model/progress.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The extension of native files, without the dot.
inline constexpr const char* nativeExtension = "entente";

/// A named combination of projection, filter, layout and style, kept in the file as it is given.
struct SavedView {
    std::string name;
    std::string definition; ///< a JSON object

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// Whether the bytes begin like a native file (SQLite with Entente's application id).
bool looksNative(std::string_view bytes);

/// Reads a native file, which is opened read-only. Throws `FileError` where it is damaged, is no
/// native file, or was written by a later version.
Dossier readNative(const std::filesystem::path& path, const Progress& progress = {});

/// The views saved in a native file, in order. Throws as `readNative` does.
std::vector<SavedView> readSavedViews(const std::filesystem::path& path);

/// Writes a new file beside `path` and puts it in its place in one step (fsync, rename): after a
/// failure the old file is as it was. Removed rows are left out, and so are edges and claims of
/// removed elements; the others are numbered anew. The same dossier gives the same bytes. Throws
/// `FileError`; also where an edge or claim refers to a row that the dossier does not have.
void writeNative(const Dossier& dossier, const std::filesystem::path& path,
                 const Progress& progress = {});

/// As above, with saved views.
void writeNative(const Dossier& dossier, std::span<const SavedView> views,
                 const std::filesystem::path& path, const Progress& progress = {});

} // namespace entente
