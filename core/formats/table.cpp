#include "core/formats/table.h"

#include "core/formats/adjacency_tables.h"
#include "core/formats/table_columns.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

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

bool isBeyondNumbers(std::string_view text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    return end == last && error == std::errc::result_out_of_range;
}

std::string noNumber(std::string_view text) {
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    const bool isNumber = end == last && error == std::errc{} && std::isfinite(number);
    return fmt::format("{} is {}", quotedField(text),
                       isNumber || isBeyondNumbers(text)
                           ? "a number too large or too small to be kept"
                           : "no number");
}

bool isBareSign(std::string_view text) {
    return text == "+" || text == "-" || text == "−";
}

namespace {

/// The mark between thousands at the begin of the text, or nothing.
std::string_view thousandsMark(std::string_view text, char decimal) {
    for (const std::string_view mark : {" ", "\u00A0", "\u202F", "'", "’", ",", "."}) {
        if (text.starts_with(mark) && mark.front() != decimal) {
            return mark;
        }
    }
    return {};
}

/// `1 234 567,8` without its marks between thousands and with a point. Empty where it is no such
/// number, or may be another one: where the decimal mark is not known (0), `1,234` and `1.234`.
std::string withoutThousands(std::string_view text, char decimal) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t group = 3;
    std::string plain;
    if (text.starts_with('-')) {
        plain += '-';
        text.remove_prefix(1);
    }
    const std::size_t first = std::min(text.find_first_not_of(digits), text.size());
    const std::string_view mark = thousandsMark(text.substr(first), decimal);
    if (first == 0 || (!mark.empty() && (first > group || text.starts_with('0')))) {
        return {};
    }
    plain += text.substr(0, first);
    text.remove_prefix(first);
    std::size_t groups = 0;
    for (; !mark.empty() && text.starts_with(mark); ++groups) {
        text.remove_prefix(mark.size());
        if (std::min(text.find_first_not_of(digits), text.size()) != group) {
            return {};
        }
        plain += text.substr(0, group);
        text.remove_prefix(group);
    }
    const bool decimals = text.starts_with('.') || text.starts_with(',');
    if (decimal == 0 && !decimals && groups == 1 && (mark == "," || mark == ".")) {
        return {};
    }
    if (decimals && (decimal == 0 || text.front() == decimal)) {
        plain += '.';
        text.remove_prefix(1);
    }
    return plain.append(text);
}

/// `plain` becomes what was read; it stays empty where that is the text itself.
std::optional<double> readNumber(std::string_view text, bool& repaired, char decimal,
                                 std::string& plain) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    const auto read = [](std::string_view written) -> std::optional<double> {
        double number = 0;
        const auto [end, error] =
            std::from_chars(written.data(), written.data() + written.size(), number);
        const bool whole = error == std::errc{} && end == written.data() + written.size();
        return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
    };
    const std::size_t comma = text.find(',');
    const bool pointed = text.find('.') != std::string_view::npos;
    // Where the comma is decimal, points part thousands before they are decimal themselves.
    const bool pointLast = decimal == ',' && pointed;
    std::optional<double> number = pointLast ? std::nullopt : read(text);
    if (!number && decimal != 0) {
        plain = withoutThousands(text, decimal);
        number = read(plain);
        repaired = repaired || (number && decimal == ',' && comma != std::string_view::npos);
    }
    if (!number && pointLast) {
        plain.clear();
        number = read(text);
    }
    if (!number && comma != std::string_view::npos && !pointed) {
        plain = text;
        plain[comma] = '.';
        number = read(plain);
        repaired = repaired || number;
    }
    if (!number) {
        plain = withoutThousands(text, 0);
        number = read(plain);
        repaired = repaired || (number && plain.find('.') != std::string::npos &&
                                text[text.find_last_of(".,")] == ',');
    }
    return number;
}

} // namespace

std::optional<double> parseTableNumber(std::string_view text, bool& repaired, char decimal) {
    std::string plain;
    return readNumber(text, repaired, decimal, plain);
}

std::string plainNumber(std::string_view text, char decimal) {
    bool repaired = false;
    std::string plain;
    return readNumber(text, repaired, decimal, plain) && !plain.empty() ? plain : std::string(text);
}

bool isMissingWord(std::string_view text) {
    constexpr std::size_t longest = 4;
    if (text.empty() || text.size() > longest ||
        std::string_view(".Nn#").find(text.front()) == std::string_view::npos) {
        return false;
    }
    const auto upper = [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    };
    constexpr std::array<std::string_view, 6> words = {".", "NA", "N/A", "#N/A", "NULL", "NAN"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, upper); });
}

bool isMissingNumber(std::string_view text) {
    return text.starts_with('-') &&
           (text == "-9" || text == "-8" || text == "-9.0" || text == "-8.0");
}

std::optional<int> parseWholeNumber(std::string_view text) {
    int number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    const std::string_view rest(end, static_cast<std::size_t>(last - end));
    const bool whole = rest.empty() || (rest.front() == '.' &&
                                        rest.find_first_not_of('0', 1) == std::string_view::npos);
    return whole ? std::optional(number) : std::nullopt;
}

} // namespace entente
