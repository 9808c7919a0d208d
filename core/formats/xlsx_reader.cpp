#include "core/formats/raw_table.h"
#include "core/formats/table.h"
#include "core/formats/tables.h"
#include "core/formats/workbook.h"
#include "core/formats/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace entente {

namespace {

/// Empties the lines above the header, which stay as lines, and notes what they said.
void dropTitle(RawTable& table, ImportReport& report) {
    const std::size_t header = findHeaderLine(table);
    DelimitedText rows = table.rows();
    std::size_t end = 0;
    std::size_t lines = 0;
    std::string title;
    while (rows.next() && rows.line() < header) {
        for (const std::string_view field : rows.fields()) {
            if (!field.empty()) {
                title += (title.empty() ? "" : " ") + std::string(field);
            }
        }
        end = rows.position();
        lines = rows.line();
    }
    if (end == 0) {
        return;
    }
    report.note(table.file, fmt::format("The header was found on line {}; what stands above it was "
                                        "passed over: {}.",
                                        header, quotedField(title)));
    table.text.replace(0, end, std::string(lines, '\n'));
}

class XlsxReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Excel workbook"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"xlsx", "xlsm"};
    }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        if (looksLikeWorkbook(file.bytes)) {
            return 1;
        }
        const std::string extension = file.path.extension().string();
        constexpr double byName = 0.6;
        const bool named = extension == ".xlsx" || extension == ".xlsm";
        return named && file.bytes.starts_with("PK") ? byName : 0;
    }

    [[nodiscard]] bool joinsFiles() const override { return true; }
    [[nodiscard]] const Reader& together() const override { return tablesReader(); }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        Dossier dossier = tablesReader().read(files, report, progress);
        report.format = name();
        return dossier;
    }
};

} // namespace

std::vector<Table> workbookTables(const InputFile& file, ImportReport& report,
                                  const Progress& progress) {
    std::vector<Table> tables;
    std::vector<std::string> unknown;
    std::optional<UnknownTable> refusal;
    for (RawTable& raw : rawTables(file, {}, report, progress)) {
        dropTitle(raw, report);
        const std::string sheet = raw.sheet;
        Table table(std::move(raw), report);
        if (table.dataSet() != nullptr) {
            tables.push_back(std::move(table));
        } else {
            unknown.push_back(table.file());
            if (!refusal) {
                refusal.emplace(table.whyUnknown(), file.path, sheet);
            }
        }
    }
    if (tables.empty()) {
        throw *refusal;
    }
    for (const std::string& title : unknown) {
        report.note(title, "The columns of this sheet are not known; it was left out.");
    }
    return tables;
}

const Reader& xlsxReader() {
    static const XlsxReader reader;
    return reader;
}

} // namespace entente
