#pragma once

#include "core/model/dossier.h"
#include "core/model/progress.h"
#include "core/store/database.h"
#include "core/store/native_file.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Fills a new database with one dossier, table by table in the order of schema.sql.
class NativeWriter {
public:
    /// `name` is the file as the user knows it.
    NativeWriter(Database& database, std::string name, const Dossier& dossier,
                 const Progress& progress);

    /// Throws `DatabaseError`, `Cancelled`, and `FileError` for what a file cannot hold.
    void write(std::span<const SavedView> views);

private:
    /// Row → key in the file; 0 for rows that are not written.
    using Keys = std::vector<std::int64_t>;

    void writeCover();
    void writeSectors();
    void writeSources();
    void writeVertices();
    void writeVertexDetails();
    void writeEdges();
    void writeClaims();
    void writeAttributes(std::string_view element, const AttributeColumns& columns,
                         const Keys& keys);
    void writeViews(std::span<const SavedView> views);

    [[nodiscard]] std::string_view text(StringId id) const { return dossier_.text(id); }
    std::string_view sectorText(SectorSet sectors);
    void rowDone();

    Database& database_;
    std::string name_;
    const Dossier& dossier_;
    const Progress& progress_;
    Keys sourceKeys_;
    Keys vertexKeys_;
    Keys edgeKeys_;
    std::unordered_map<SectorSet, std::string> sectorTexts_;
    std::int64_t attributeNames_ = 0;
    std::size_t rowsDone_ = 0;
    std::size_t rowsToDo_ = 0;
};

} // namespace entente
