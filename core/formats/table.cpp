#include "core/formats/table.h"

#include "core/formats/adjacency_tables.h"
#include "core/formats/table_columns.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

char namedSeparator(std::string_view text) {
    constexpr std::string_view begin = "sep=";
    const bool named = text.starts_with(begin) && text.size() > begin.size() + 1 &&
                       (text[begin.size() + 1] == '\n' || text[begin.size() + 1] == '\r');
    return named ? text[begin.size()] : '\0';
}

namespace {

/// The rows of the table, its title and header first.
DelimitedText rowsOf(std::string_view text, char separator, TextOrigin origin = TextOrigin::File) {
    DelimitedText table(text, separator, origin);
    if (origin == TextOrigin::File && namedSeparator(text) != '\0') {
        table.next();
    }
    return table;
}

std::vector<std::string> plainNamesOf(const std::vector<std::string>& header) {
    std::vector<std::string> names;
    std::ranges::transform(header, std::back_inserter(names), plainColumnName);
    return names;
}

/// What the header is, and where.
struct Header {
    char separator = ',';
    std::size_t titleRows = 0;
    std::size_t line = 1;
    std::vector<std::string> names;
    std::vector<std::string> plainNames;
    const DataSet* dataSet = nullptr;
};

/// The first row; where that is no header that is known, the header of a data set that has lines of
/// title above it.
Header readHeader(std::string_view text, char separator, TextOrigin origin = TextOrigin::File) {
    constexpr std::size_t mostTitleRows = 30;
    Header first;
    Header header;
    header.separator = separator;
    DelimitedText table = rowsOf(text, separator, origin);
    for (; header.titleRows <= mostTitleRows && table.next(); ++header.titleRows) {
        header.line = table.line();
        header.names.assign(table.fields().begin(), table.fields().end());
        header.plainNames = plainNamesOf(header.names);
        header.dataSet = dataSetOf(ColumnNames(header.plainNames));
        if (header.dataSet != nullptr && (header.titleRows == 0 || header.dataSet->titled)) {
            return header;
        }
        if (header.titleRows == 0) {
            first = header;
        }
    }
    first.separator = separator;
    return first;
}

/// Under the likeliest separator, but under one with which the header is known before one with
/// which it is not.
Header findHeader(std::string_view text) {
    if (const char named = namedSeparator(text); named != '\0') {
        return readHeader(text, named);
    }
    const std::vector<char> separators = likelySeparators(text);
    for (const char separator : separators) {
        Header header = readHeader(text, separator);
        if (header.dataSet != nullptr) {
            return header;
        }
    }
    return readHeader(text, separators.front());
}

std::string listOf(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        list += (i == 0 ? "" : ", ") + quotedField(names[i]);
    }
    return names.size() > most ? list + fmt::format(" and {} more", names.size() - most) : list;
}

} // namespace

Table::Table(const InputFile& file, ImportReport& report)
    : text_(file.bytes, file.path.filename().string(), report),
      header_(file.path.filename().string(), {}) {
    Header header = findHeader(text_.view());
    separator_ = header.separator;
    titleRows_ = header.titleRows;
    dataSet_ = header.dataSet;
    header_ = TableHeader(file.path.filename().string(), std::move(header.names));
    if (dataSet_ != nullptr) {
        noteDialect(report);
        header_.nameApart(report, header.line);
        return;
    }
    dataSet_ = adjacencyDataSet(allRows());
    // SocNetV's lists may be of pairs alone, which only the name tells from any numbers.
    if (dataSet_ == nullptr && file.path.extension() == ".lst") {
        dataSet_ = &adjacencyListDataSet();
    }
}

void Table::noteDialect(ImportReport& report) const {
    const std::string_view name = separator_ == ';'    ? "semicolons"
                                  : separator_ == '\t' ? "tabs"
                                  : separator_ == '|'  ? "vertical bars"
                                  : separator_ == ' '  ? "spaces"
                                                       : "";
    if (!name.empty()) {
        report.note(file(), fmt::format("The fields are separated by {}.", name));
    } else if (separator_ != ',') {
        report.note(file(), fmt::format("The fields are separated by “{}”.", separator_));
    }
    constexpr std::size_t sampleSize = 65536;
    const std::string_view sample = text_.view().substr(0, sampleSize);
    if (sample.find('\r') != std::string_view::npos &&
        sample.find('\n') == std::string_view::npos) {
        report.note(file(), "The lines end with carriage returns alone, as old Macintosh programs "
                            "wrote them.");
    }
}

Table::Table(RawTable table, ImportReport& report)
    : text_(std::move(table.text)), separator_(table.separator), origin_(table.origin),
      header_(table.file, {}) {
    Header header = readHeader(text_.view(), separator_, origin_);
    titleRows_ = header.titleRows;
    dataSet_ = header.dataSet;
    header_ = TableHeader(std::move(table.file), std::move(header.names));
    if (dataSet_ != nullptr) {
        header_.nameApart(report, header.line);
    } else {
        dataSet_ = adjacencyDataSet(allRows());
    }
}

DelimitedText Table::rows() const {
    DelimitedText table = allRows();
    for (std::size_t i = 0; i <= titleRows_; ++i) {
        table.next();
    }
    return table;
}

DelimitedText Table::allRows() const {
    return rowsOf(text_.view(), separator_, origin_);
}

std::size_t Table::rowEstimate() const {
    constexpr std::size_t sampleSize = 65536;
    const std::string_view text = text_.view();
    const std::string_view sample = text.substr(0, sampleSize);
    const auto lines = static_cast<std::size_t>(std::ranges::count(sample, '\n') > 0
                                                    ? std::ranges::count(sample, '\n')
                                                    : std::ranges::count(sample, '\r'));
    // Rather a little more than another allocation of all columns.
    constexpr double margin = 1.05;
    return sample.empty() ? 0
                          : static_cast<std::size_t>(margin * static_cast<double>(lines + 1) *
                                                     static_cast<double>(text.size()) /
                                                     static_cast<double>(sample.size()));
}

std::string Table::whyUnknown() const {
    constexpr std::string_view wanted =
        "A node table needs a column Id; an edge table the columns Source and Target; a dyad-year "
        "table the columns ccode1, ccode2 and year; a table of states the columns ccode and "
        "statenme; a matrix the vertices' names in its first row and column. Research data sets "
        "(COW, ATOP, Archigos, SIPRI, …) are known by their original column headers: open them as "
        "they were published.";
    return fmt::format("{}, line 1: the columns of this table are not known ({}). {}", file(),
                       listOf(header_.names()), wanted);
}

const DataSet* tableDataSet(std::string_view text) {
    const Header header = findHeader(text);
    return header.dataSet != nullptr ? header.dataSet
                                     : adjacencyDataSet(rowsOf(text, header.separator));
}

const DataSet* headerDataSet(std::string_view text, char separator) {
    return readHeader(text, separator).dataSet;
}

std::string quotedField(std::string_view field) {
    constexpr std::size_t longest = 60;
    std::string_view shown = field.substr(0, longest);
    if (shown.size() < field.size()) {
        // Not half a letter of UTF-8 at the end.
        while (!shown.empty() &&
               (static_cast<unsigned char>(field[shown.size()]) & 0xC0U) == 0x80U) {
            shown.remove_suffix(1);
        }
    }
    std::string text = fmt::format("“{}{}”", shown, shown.size() < field.size() ? "…" : "");
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string fieldCounts(std::size_t found, std::size_t wanted) {
    return fmt::format("The row has {} field{}, the header {}; ", found, found == 1 ? "" : "s",
                       wanted);
}

void checkShape(const TableHeader& header, const DelimitedRow& row, ImportReport& report) {
    const auto repair = [&](std::size_t line, std::size_t column, std::string message) {
        report.add({ReportEntry::Severity::Repaired, header.file(), line, header.title(column),
                    std::move(message)});
    };
    if (row.unclosedQuoteLine != 0) {
        repair(row.unclosedQuoteLine, row.fields.size() - 1,
               "A quotation mark is not closed; the field was taken to end with its line.");
    }
    const std::size_t wanted = header.names().size();
    const std::size_t found = row.fields.size();
    if (found > wanted) {
        repair(row.line, wanted, fieldCounts(found, wanted) + "those beyond were left out.");
    } else if (found < wanted && row.unclosedQuoteLine == 0 && row.origin == TextOrigin::File) {
        repair(row.line, found,
               fieldCounts(found, wanted) + "the missing ones were taken as empty.");
    }
}

} // namespace entente
