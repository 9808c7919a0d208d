#include "core/formats/mapped_files.h"

#include "core/formats/mapped_rows.h"
#include "core/formats/merge_sure.h"
#include "core/formats/tables.h"
#include "core/formats/workbook.h"
#include "core/formats/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// Tables that are read by a mapping, and those beside them whose columns are known.
struct TablesToRead {
    std::vector<std::pair<MappedTable, const Mapping*>> mapped;
    std::vector<Table> known;
    std::vector<std::string> faults; ///< why mappings do not fit
};

/// The tables of the file that the mapping fits, and of a workbook those known beside them. False,
/// and nothing is added but faults, where it fits none.
bool addFitting(const InputFile& file, const Mapping& mapping, TablesToRead& tables,
                ImportReport& report, const Progress& progress) {
    ImportReport notes;
    std::vector<MappedTable> mapped;
    std::vector<MappedTable> others;
    for (RawTable& raw : rawTables(file, mapping.textChoices(), notes, progress)) {
        const bool asked = mapping.sheet.empty() || raw.sheet.empty() || raw.sheet == mapping.sheet;
        MappedTable table = mappedTable(std::make_shared<const RawTable>(std::move(raw)), mapping);
        if (!asked) {
            notes.note(
                table.raw->file,
                fmt::format("The sheet was not read: the mapping is for the sheet “{}”. Read "
                            "it with a mapping of its own if it belongs to the dossier.",
                            mapping.sheet));
            continue;
        }
        const std::vector<std::string> wrong = faults(mapping, table);
        tables.faults.insert(tables.faults.end(), wrong.begin(), wrong.end());
        (wrong.empty() ? mapped : others).push_back(std::move(table));
    }
    if (mapped.empty()) {
        return false;
    }
    report.add(notes);
    for (MappedTable& table : mapped) {
        tables.mapped.emplace_back(std::move(table), &mapping);
    }
    for (const MappedTable& table : others) {
        Table other(*table.raw, report);
        if (other.dataSet() != nullptr) {
            tables.known.push_back(std::move(other));
        } else {
            report.note(other.file(), "The mapping does not fit this sheet, and its columns are "
                                      "not known; it was left out.");
        }
    }
    return true;
}

/// Throws `UnknownTable` where there are none.
void addKnown(const InputFile& file, std::vector<Table>& tables, ImportReport& report,
              const Progress& progress) {
    if (looksLikeWorkbook(file.bytes)) {
        std::ranges::move(workbookTables(file, report, progress), std::back_inserter(tables));
        return;
    }
    Table table(file, report);
    if (table.dataSet() == nullptr) {
        throw UnknownTable(table.whyUnknown(), file.path);
    }
    tables.push_back(std::move(table));
}

class MappedTablesReader : public Reader {
public:
    MappedTablesReader(std::span<const Mapping> mappings, UnknownTables unknown)
        : mappings_(mappings), unknown_(unknown) {}

    [[nodiscard]] std::string_view name() const override { return "Table with a mapping"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {}; }
    [[nodiscard]] bool joinsFiles() const override { return true; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr double likely = 0.9;
        if (looksLikeWorkbook(file.bytes)) {
            return xlsxReader().recognise(file);
        }
        return fitsBegin(file) ? likely : tablesReader().recognise(file);
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        report.format = name();
        TablesToRead tables;
        for (const InputFile& file : files) {
            addFile(file, tables, report, progress);
        }
        if (tables.mapped.empty() && unknown_ == UnknownTables::LeaveOut) {
            throw FileError(
                tables.faults.empty()
                    ? fmt::format("There is no sheet “{}”: correct the mapping.",
                                  mappings_.front().sheet)
                    : fmt::format("The mapping cannot be applied. {}", tables.faults.front()));
        }
        Dossier dossier;
        if (!tables.known.empty()) {
            dossier = readTables(tables.known, report, progress);
        }
        const bool published = std::ranges::any_of(
            tables.known, [](const Table& table) { return table.dataSet()->published; });
        Dossier own;
        for (const auto& [table, mapping] : tables.mapped) {
            // Data sets call states by codes, which are no ids of these tables.
            readMapped(table, *mapping, published ? own : dossier, report, progress);
        }
        if (published && !tables.mapped.empty()) {
            mergeSure(dossier, own, tables.mapped.front().first.raw->file, report, progress);
        }
        if (report.rowsRead == 0 && report.rowsRefused == 0 && !tables.mapped.empty()) {
            report.note(tables.mapped.front().first.raw->file,
                        "There are no rows under the header.");
        }
        return dossier;
    }

private:
    /// Whether a mapping fits, by the lines that the file begins with.
    [[nodiscard]] bool fitsBegin(const InputFile& file) const {
        constexpr std::size_t sampleSize = 65536;
        InputFile begin{file.path, file.bytes.substr(0, sampleSize)};
        if (const std::size_t end = begin.bytes.rfind('\n');
            end != std::string::npos && begin.bytes.size() < file.bytes.size()) {
            begin.bytes.resize(end + 1);
        }
        return std::ranges::any_of(mappings_, [&begin](const Mapping& mapping) {
            TablesToRead tables;
            ImportReport ignored;
            return addFittingOrFault(begin, mapping, tables, ignored, {});
        });
    }

    /// In an encoding that a mapping names, another file may be no text.
    static bool addFittingOrFault(const InputFile& file, const Mapping& mapping,
                                  TablesToRead& tables, ImportReport& report,
                                  const Progress& progress) {
        try {
            return addFitting(file, mapping, tables, report, progress);
        } catch (const FileError& error) {
            tables.faults.emplace_back(error.what());
            return false;
        }
    }

    void addFile(const InputFile& file, TablesToRead& tables, ImportReport& report,
                 const Progress& progress) const {
        for (const Mapping& mapping : mappings_) {
            if (addFittingOrFault(file, mapping, tables, report, progress)) {
                return;
            }
        }
        try {
            addKnown(file, tables.known, report, progress);
        } catch (const UnknownTable&) {
            if (unknown_ == UnknownTables::Refuse) {
                throw;
            }
            report.add({Severity::Refused, file.path.filename().string(), 0, "",
                        "The file was left out: the mapping does not fit it, and its columns are "
                        "not known."});
        }
    }

    std::span<const Mapping> mappings_;
    UnknownTables unknown_;
};

} // namespace

OpenedDossier openMapped(std::span<const std::filesystem::path> paths,
                         std::span<const Mapping> mappings, UnknownTables unknown,
                         const Progress& progress) {
    const MappedTablesReader tables(mappings, unknown);
    OpenedDossier opened = openFiles(paths, tables, progress);
    opened.reader = nullptr;
    if (unknown == UnknownTables::LeaveOut &&
        opened.report.format.find(tables.name()) == std::string::npos) {
        throw FileError("The mapping cannot be applied: none of the files is a table.");
    }
    return opened;
}

} // namespace entente
