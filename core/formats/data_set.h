#pragma once

#include "core/formats/format.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace entente {

class Table;
struct Publication;

/// The columns of a header, by the names that `plainColumnName` gives them.
class ColumnNames {
public:
    explicit ColumnNames(std::span<const std::string> plainNames) : names_(plainNames) {}

    [[nodiscard]] std::span<const std::string> all() const { return names_; }
    [[nodiscard]] bool has(std::string_view name) const {
        return std::ranges::find(names_, name) != names_.end();
    }
    [[nodiscard]] bool hasAll(std::initializer_list<std::string_view> names) const {
        return std::ranges::all_of(names, [this](std::string_view name) { return has(name); });
    }
    [[nodiscard]] bool hasAny(std::initializer_list<std::string_view> names) const {
        return std::ranges::any_of(names, [this](std::string_view name) { return has(name); });
    }

private:
    std::span<const std::string> names_;
};

/// A table that Entente knows by its header, and how it is read.
struct DataSet {
    /// Tables opened together are read in this order, whatever the order of the files.
    enum class Stage : std::uint8_t {
        States,    ///< names states
        Vertices,  ///< names vertices of any kind
        Relations, ///< joins them
    };

    std::string_view name; ///< as reports have it: "COW Formal Alliances by member"
    Stage stage;
    bool (*recognises)(const ColumnNames& names);
    void (*read)(const Table& table, Dossier& dossier, ImportReport& report,
                 const Progress& progress);
    /// What those who use it have to cite; null where the table is nobody's publication.
    const Publication* publication = nullptr;
    /// Files of this data set have lines of title above their header.
    bool titled = false;
    /// In columns of its own, for the report to say what it was taken for.
    bool published = true;
};

/// All of them, the more particular first; of one stage, in the order in which they are read.
std::span<const DataSet> dataSets();

/// Those that their rows tell rather than a header: see `adjacencyDataSet`.
const DataSet& matrixDataSet();
const DataSet& adjacencyListDataSet();

/// The first data set that recognises these columns; null where none does.
const DataSet* dataSetOf(const ColumnNames& names);

} // namespace entente
