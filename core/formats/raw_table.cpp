#include "core/formats/raw_table.h"

#include "core/formats/sheet_text.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"
#include "core/formats/text_encoding.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace entente {

namespace {

std::vector<RawTable> sheetsOf(const InputFile& file, ImportReport& report,
                               const Progress& progress) {
    std::vector<RawTable> tables;
    Workbook workbook(file, progress);
    for (const Sheet& sheet : workbook.sheets()) {
        const std::string title = sheetTitle(workbook.file(), sheet.name);
        if (sheet.hidden) {
            report.note(title, "The sheet is hidden and was not read; unhide it if it belongs to "
                               "the dossier.");
            continue;
        }
        RawTable table{title, sheet.name, sheetText(workbook, sheet, report, progress),
                       sheetSeparator, TextOrigin::Sheet};
        if (table.text.find_first_not_of(" \t\n") != std::string::npos) {
            tables.push_back(std::move(table));
        }
        progress.tell(static_cast<double>(&sheet - workbook.sheets().data() + 1) /
                      static_cast<double>(workbook.sheets().size()) / 2);
    }
    if (tables.empty()) {
        throw FileError(workbook.file() +
                        " has no cells in its visible sheets: there is nothing to read.");
    }
    return tables;
}

/// The separator that makes most of the text, titles above the header aside.
char separatorOf(std::string_view text) {
    if (const char named = namedSeparator(text); named != '\0') {
        return named;
    }
    const std::vector<char> separators = likelySeparators(text);
    double best = 0;
    char likeliest = separators.front();
    for (const char separator : separators) {
        if (headerDataSet(text, separator) != nullptr) {
            return separator;
        }
        constexpr std::size_t mostRows = 60;
        std::map<std::size_t, std::size_t> rowsOfWidth;
        std::size_t count = 0;
        for (DelimitedText rows(text, separator); count < mostRows && rows.next(); ++count) {
            ++rowsOfWidth[rows.fields().size()];
        }
        for (const auto& [width, rows] : rowsOfWidth) {
            // Spaces are in many texts by chance.
            const double agreement = static_cast<double>(rows) / static_cast<double>(count);
            const double score = agreement * (separator == ' ' ? 1.0 : 2.0) +
                                 0.01 * static_cast<double>(std::min(width, mostRows));
            if (width > 1 && score > best) {
                best = score;
                likeliest = separator;
            }
        }
    }
    return likeliest;
}

} // namespace

std::vector<RawTable> rawTables(const InputFile& file, const TextChoices& choices,
                                ImportReport& report, const Progress& progress) {
    if (looksLikeWorkbook(file.bytes)) {
        return sheetsOf(file, report, progress);
    }
    RawTable table;
    table.file = file.path.filename().string();
    table.text = choices.encoding.empty() ? decodeText(file.bytes, table.file, report)
                                          : decodeTextAs(file.bytes, choices.encoding, table.file);
    table.separator = choices.separator != 0 ? choices.separator : separatorOf(table.text);
    std::vector<RawTable> tables;
    tables.push_back(std::move(table));
    return tables;
}

std::size_t findHeaderLine(const RawTable& table) {
    constexpr std::size_t mostRows = 40;
    struct Row {
        std::size_t line;
        std::size_t filled;
    };
    std::vector<Row> rows;
    DelimitedText text = table.rows();
    if (table.origin == TextOrigin::File && namedSeparator(table.text) != '\0') {
        text.next();
    }
    std::size_t widest = 0;
    while (rows.size() < mostRows && text.next()) {
        const auto filled = static_cast<std::size_t>(std::ranges::count_if(
            text.fields(), [](std::string_view field) { return !field.empty(); }));
        std::vector<std::string> names;
        std::ranges::transform(text.fields(), std::back_inserter(names), plainColumnName);
        const DataSet* const dataSet = dataSetOf(ColumnNames(names));
        // A row below others as wide may hold the word Id, as Indonesia's does, and is no header.
        if (dataSet != nullptr && (dataSet->stage != DataSet::Stage::Vertices || filled > widest)) {
            return text.line();
        }
        rows.push_back({text.line(), filled});
        widest = std::max(widest, filled);
    }
    const auto header =
        std::ranges::find_if(rows, [widest](const Row& row) { return row.filled * 2 > widest; });
    return header == rows.end() ? 1 : header->line;
}

} // namespace entente
