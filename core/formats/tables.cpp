#include "core/formats/tables.h"

#include "core/formats/adjacency_tables.h"
#include "core/formats/data_set.h"
#include "core/formats/input_file.h"
#include "core/formats/merge_sure.h"
#include "core/formats/publications.h"
#include "core/formats/table.h"
#include "core/formats/text_encoding.h"
#include "core/formats/workbook.h"
#include "core/formats/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace entente {

namespace {

void readOne(const Table& table, Dossier& dossier, ImportReport& report, const Progress& progress) {
    const DataSet& dataSet = *table.dataSet();
    if (dataSet.published) {
        report.note(table.file(), fmt::format("Taken for {}, by its header.", dataSet.name));
    }
    if (dataSet.publication != nullptr) {
        report.note(table.file(), fmt::format("To be cited as: {}", dataSet.publication->citation));
    }
    dataSet.read(table, dossier, report, progress);
}

/// What names vertices comes before what joins them, in whatever order the files came.
void readStages(std::span<const Table> tables, bool (*wanted)(const Table&), Dossier& dossier,
                ImportReport& report, const Progress& progress) {
    using enum DataSet::Stage;
    for (const DataSet::Stage stage : {States, Vertices, Relations}) {
        for (const DataSet& dataSet : dataSets()) {
            for (const Table& table : tables) {
                if (dataSet.stage == stage && table.dataSet() == &dataSet && wanted(table)) {
                    readOne(table, dossier, report, progress);
                }
            }
        }
    }
}

bool isPublished(const Table& table) {
    return table.dataSet()->published;
}

bool isOwn(const Table& table) {
    return !isPublished(table);
}

/// A table of ties that names its vertices as it likes.
bool isOwnTies(const Table& table) {
    const DataSet* const dataSet = table.dataSet();
    return isOwn(table) && (dataSet->stage == DataSet::Stage::Relations ||
                            dataSet == &matrixDataSet() || dataSet == &adjacencyListDataSet());
}

/// Text that only looks like a table by chance.
bool isMarkup(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ||
           std::string_view("<{[%*").find(text[first]) != std::string_view::npos;
}

class TablesReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override {
        return "Node and edge tables and research data sets";
    }

    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"csv", "tsv", "tab", "txt", "lst", "2sm"};
    }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr std::size_t sampleSize = 65536;
        ImportReport ignored;
        std::string text;
        try {
            text = decodeText(std::string_view(file.bytes).substr(0, sampleSize), "", ignored);
        } catch (const FileError&) {
            return 0;
        }
        constexpr double likely = 0.9;
        constexpr double byName = 0.3;
        constexpr double possible = 0.05;
        if (isMarkup(text)) {
            return 0;
        }
        const std::string extension = file.path.extension().string();
        const DataSet* const dataSet = tableDataSet(text);
        if (dataSet == &adjacencyListDataSet()) {
            // Prose may look like one.
            return extension == ".txt" ? possible : likely;
        }
        if (dataSet != nullptr || extension == ".lst") {
            return likely;
        }
        return extension == ".csv" || extension == ".tsv" || extension == ".tab" ? byName
                                                                                 : possible;
    }

    [[nodiscard]] bool joinsFiles() const override { return true; }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        report.format = name();
        std::vector<Table> tables;
        for (const InputFile& file : files) {
            if (looksLikeWorkbook(file.bytes)) {
                std::ranges::move(workbookTables(file, report, progress),
                                  std::back_inserter(tables));
                continue;
            }
            if (file.bytes.starts_with("PK\3\4")) {
                throw FileError(fmt::format("{} is no table. {}", file.path.string(),
                                            describeContent(file.bytes)));
            }
            tables.emplace_back(file, report);
            if (tables.back().dataSet() == nullptr) {
                throw UnknownTable(tables.back().whyUnknown(), file.path);
            }
        }
        return readTables(tables, report, progress);
    }
};

} // namespace

Dossier readTables(std::span<const Table> tables, ImportReport& report, const Progress& progress) {
    Dossier dossier;
    if (std::ranges::any_of(tables, isPublished) && std::ranges::any_of(tables, isOwnTies)) {
        // The ones call states by codes, the others by ids of their own: they share no vertices.
        Dossier published;
        readStages(tables, isOwn, dossier, report, progress);
        readStages(tables, isPublished, published, report, progress);
        const auto first = std::ranges::find_if(tables, isPublished);
        mergeSure(dossier, published, first->file(), report, progress);
    } else {
        readStages(
            tables, [](const Table&) { return true; }, dossier, report, progress);
    }
    if (report.rowsRead == 0 && report.rowsRefused == 0 && !tables.empty()) {
        report.note(tables.front().file(), "There are no rows under the header.");
    }
    return dossier;
}

const Reader& tablesReader() {
    static const TablesReader reader;
    return reader;
}

} // namespace entente
