#pragma once

#include "core/model/dossier.h"
#include "core/model/progress.h"
#include "core/store/database.h"
#include "core/store/edge_batch.h"
#include "core/store/native_file.h"
#include "core/store/owned_rows.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Reads the tables of schema.sql into a dossier. Trusts nothing: whatever does not fit is a
/// `FileError` that names table and row.
class NativeReader {
public:
    /// `name` is the file as the user knows it.
    NativeReader(Database& database, std::string name, const Progress& progress);

    /// Throws `FileError`, `DatabaseError`, `Cancelled`.
    Dossier read();
    std::vector<SavedView> readViews();

private:
    /// The keys that the rows of a table of the dossier have in the file. Keys ascend.
    class KeyIndex {
    public:
        void add(std::int64_t key);
        /// The row with that key, or `noIndex`.
        [[nodiscard]] std::uint32_t row(std::int64_t key) const;

    private:
        std::int64_t counted_ = 0;         ///< rows with the keys 1, 2, …: all of them, as saved
        std::vector<std::int64_t> others_; ///< the keys after those, in files edited elsewhere
    };

    class VertexDetailRows;

    void readCover();
    void readSectors();
    void readSources();
    void readVertices();
    void readEdges();
    void readEdge(const Statement& row, OwnedRows& attributes, EdgeBatch& batch);
    void takeEdges(const EdgeBatch& batch, const std::vector<StringId>& attributeNames);
    void readClaims();
    std::vector<StringId> readAttributeNames(std::string_view element);
    [[nodiscard]] std::size_t attributePlace(const Statement& row, const RowPlace& place) const;
    void takeAttributes(OwnedRows& rows, std::int64_t owner, const std::vector<StringId>& names,
                        bool isFirst, std::vector<Attribute>& attributes);

    StringId intern(const Statement& row, int column) { return dossier_.intern(row.text(column)); }
    template <typename Word, std::size_t count>
    Word readWord(const Statement& row, int column, const RowPlace& place) const;
    bool readFlag(const Statement& row, int column, const RowPlace& place) const;
    const Period& readPeriod(const Statement& row, int column, const RowPlace& place);
    SectorSet readSectorSet(const Statement& row, int column, const RowPlace& place);
    SectorSet parseSectorSet(std::string_view json, const RowPlace& place);
    [[nodiscard]] std::size_t countRows(std::string_view table);
    [[noreturn]] void refuse(const RowPlace& place, std::string_view what) const;
    void rowDone();

    Database& database_;
    std::string name_;
    const Progress& progress_;
    Dossier dossier_;
    KeyIndex sourceRows_;
    KeyIndex vertexRows_;
    KeyIndex edgeRows_;
    std::map<std::int64_t, std::size_t> attributePlaces_;
    std::map<std::string, SectorSet, std::less<>> sectorSets_;
    std::string periodText_;
    Period period_;
    std::size_t rowsDone_ = 0;
    std::size_t rowsToDo_ = 0;
};

template <typename Word, std::size_t count>
Word NativeReader::readWord(const Statement& row, int column, const RowPlace& place) const {
    const std::string_view text = row.text(column);
    for (std::size_t i = 0; i < count; ++i) {
        if (word(static_cast<Word>(i)) == text) {
            return static_cast<Word>(i);
        }
    }
    refuse(place, fmt::format("“{}” is not one of the words that its column may hold", text));
}

} // namespace entente
