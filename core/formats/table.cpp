#include "core/formats/table.h"

#include "core/formats/table_columns.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>
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

/// The rows of the table, its header first.
DelimitedText rowsOf(std::string_view text, char separator,
                     TextOrigin origin = TextOrigin::File) {
    DelimitedText table(text, separator, origin);
    if (namedSeparator(text) != '\0') {
        table.next();
    }
    return table;
}

std::vector<std::string> readHeader(std::string_view text, char separator) {
    DelimitedText table = rowsOf(text, separator);
    std::vector<std::string> names;
    if (table.next()) {
        names.assign(table.fields().begin(), table.fields().end());
    }
    return names;
}

std::vector<std::string> plainNamesOf(const std::vector<std::string>& header) {
    std::vector<std::string> names;
    std::ranges::transform(header, std::back_inserter(names), plainColumnName);
    return names;
}

TableKind kindOf(const std::vector<std::string>& plainNames) {
    const auto has = [&plainNames](std::string_view name) {
        return std::ranges::find(plainNames, name) != plainNames.end();
    };
    const auto hasEnds = [&has](const columns::EndNames& ends) {
        return has(ends.first) && has(ends.second);
    };
    if (has("year")) {
        const bool pledges = std::ranges::any_of(columns::ofPledges, [&has](columns::Names names) {
            return std::ranges::any_of(names, has);
        });
        if (std::ranges::any_of(columns::countryCodeEnds, hasEnds) ||
            (pledges && std::ranges::any_of(columns::otherDyadEnds, hasEnds))) {
            return TableKind::DyadYears;
        }
    }
    if (has("source") && has("target")) {
        return TableKind::Edges;
    }
    if (!has("id") && has("ccode") && (has("statenme") || has("stateabb"))) {
        return TableKind::States;
    }
    return has("id") ? TableKind::Nodes : TableKind::Unknown;
}

/// The likeliest separator, but one under which the header is known before one under which it is
/// not.
char separatorOf(std::string_view text) {
    if (const char named = namedSeparator(text); named != '\0') {
        return named;
    }
    const std::vector<char> separators = likelySeparators(text);
    const auto known = std::ranges::find_if(separators, [text](char separator) {
        return kindOf(plainNamesOf(readHeader(text, separator))) != TableKind::Unknown;
    });
    return known != separators.end() ? *known : separators.front();
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
    : text_(decodeText(file.bytes, file.path.filename().string(), report)),
      separator_(separatorOf(text_)),
      header_(file.path.filename().string(), readHeader(text_, separator_)),
      kind_(kindOf(header_.plainNames())) {
    if (kind_ != TableKind::Unknown) {
        header_.nameApart(report);
    }
}

Table::Table(RawTable table, ImportReport& report)
    : text_(std::move(table.text)), separator_(table.separator), origin_(table.origin),
      header_(std::move(table.file), readHeader(text_, separator_)),
      kind_(kindOf(header_.plainNames())) {
    if (kind_ != TableKind::Unknown) {
        header_.nameApart(report);
    }
}

DelimitedText Table::rows() const {
    DelimitedText table = rowsOf(text_, separator_, origin_);
    table.next();
    return table;
}

std::size_t Table::rowEstimate() const {
    constexpr std::size_t sampleSize = 65536;
    const std::string_view sample = std::string_view(text_).substr(0, sampleSize);
    const auto lines = static_cast<std::size_t>(std::ranges::count(sample, '\n') > 0
                                                    ? std::ranges::count(sample, '\n')
                                                    : std::ranges::count(sample, '\r'));
    return sample.empty() ? 0
                          : static_cast<std::size_t>(static_cast<double>(lines + 1) *
                                                     static_cast<double>(text_.size()) /
                                                     static_cast<double>(sample.size()));
}

bool Table::looksLikeMatrix() const {
    if (header_.names().size() < 2 || !header_.names().front().empty()) {
        return false;
    }
    // A matrix names the same vertices down its first column.
    DelimitedText table = rows();
    std::size_t named = 0;
    std::size_t count = 0;
    for (constexpr std::size_t most = 10; count < most && table.next(); ++count) {
        named += std::ranges::find(header_.names(), table.fields().front()) != header_.names().end()
                     ? 1
                     : 0;
    }
    return count > 0 && named * 2 >= count;
}

bool Table::looksLikeAdjacencyList() const {
    DelimitedText table(text_, separator_);
    std::size_t shortest = SIZE_MAX;
    std::size_t longest = 0;
    for (std::size_t count = 0; count < 100 && table.next(); ++count) {
        shortest = std::min(shortest, table.fields().size());
        longest = std::max(longest, table.fields().size());
    }
    return longest > 2 && longest > shortest;
}

std::string Table::whyUnknown() const {
    if (looksLikeMatrix()) {
        return fmt::format("{} is an adjacency matrix, which is not supported yet: write a row for "
                           "each edge instead, under the columns Source, Target and Weight.",
                           file());
    }
    constexpr std::string_view wanted =
        "A node table needs a column Id; an edge table the columns Source and Target; a dyad-year "
        "table the columns ccode1, ccode2 and year; a table of states the columns ccode and "
        "statenme.";
    if (looksLikeAdjacencyList()) {
        return fmt::format("{}, line 1: there is no header that Entente knows ({}), and rows have "
                           "different lengths. Adjacency lists are not supported yet. {}",
                           file(), listOf(header_.names()), wanted);
    }
    return fmt::format("{}, line 1: the columns of this table are not known ({}). {}", file(),
                       listOf(header_.names()), wanted);
}

TableKind tableKind(std::string_view text, char separator) {
    return kindOf(plainNamesOf(readHeader(text, separator != 0 ? separator : separatorOf(text))));
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

std::optional<double> parseTableNumber(std::string_view text, bool& repaired) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double number = 0;
    std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), number);
    bool comma = false;
    std::string plain;
    if (read.ec == std::errc{} && read.ptr != text.data() + text.size() && *read.ptr == ',' &&
        text.find('.') == std::string_view::npos) {
        plain = text;
        plain[static_cast<std::size_t>(read.ptr - text.data())] = '.';
        text = plain;
        comma = true;
        read = std::from_chars(text.data(), text.data() + text.size(), number);
    }
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(number)) {
        return std::nullopt;
    }
    repaired = repaired || comma;
    return number;
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
