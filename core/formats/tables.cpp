#include "core/formats/tables.h"

#include "core/formats/dyad_years.h"
#include "core/formats/node_edge_tables.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        list += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > most ? list + ", …" : list;
}

class TablesReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Node, edge and dyad-year tables"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"csv", "tsv", "tab", "txt"};
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
        if (tableKind(text) != TableKind::Unknown) {
            return 0.9;
        }
        const std::string extension = file.path.extension().string();
        return extension == ".csv" || extension == ".tsv" || extension == ".tab" ? 0.3 : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        report.format = name();
        std::vector<Table> tables;
        tables.reserve(files.size());
        for (const InputFile& file : files) {
            tables.emplace_back(file, report);
            if (tables.back().kind() == TableKind::Unknown) {
                throw FileError(fmt::format(
                    "{}, line 1: the columns of this table are not known ({}). A node table needs a "
                    "column Id; an edge table the columns Source and Target; a dyad-year table the "
                    "columns ccode1, ccode2 and year; a table of states the columns ccode and "
                    "statenme.",
                    tables.back().file(), listOf(tables.back().header())));
            }
        }
        Dossier dossier;
        // What names vertices comes before what joins them, in whatever order the files came.
        for (const TableKind kind : {TableKind::States, TableKind::Nodes, TableKind::Edges,
                                     TableKind::DyadYears}) {
            for (const Table& table : tables) {
                if (table.kind() == kind) {
                    readOne(table, dossier, report, progress);
                }
            }
        }
        return dossier;
    }

private:
    static void readOne(const Table& table, Dossier& dossier, ImportReport& report,
                        const Progress& progress) {
        switch (table.kind()) {
        case TableKind::States:
            readStates(table, dossier, report);
            break;
        case TableKind::Nodes:
            readNodes(table, dossier, report, progress);
            break;
        case TableKind::Edges:
            readEdges(table, dossier, report, progress);
            break;
        case TableKind::DyadYears:
            readDyadYears(table, dossier, report, progress);
            break;
        case TableKind::Unknown:
            break;
        }
    }
};

} // namespace

const Reader& tablesReader() {
    static const TablesReader reader;
    return reader;
}

} // namespace entente
