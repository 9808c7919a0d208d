#include "core/formats/table.h"

#include "core/formats/text_encoding.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

/// "Source ID" and "source_id" are the same column.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-') {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return plain;
}

std::vector<std::string> readHeader(std::string_view text, char separator) {
    DelimitedText table(text, separator);
    std::vector<std::string> names;
    if (table.next()) {
        names.assign(table.fields().begin(), table.fields().end());
    }
    return names;
}

TableKind kindOf(const std::vector<std::string>& plainNames) {
    const auto has = [&plainNames](std::string_view name) {
        return std::ranges::find(plainNames, name) != plainNames.end();
    };
    if (has("source") && has("target")) {
        return TableKind::Edges;
    }
    if (has("ccode1") && has("ccode2") && has("year")) {
        return TableKind::DyadYears;
    }
    if (has("ccode") && (has("statenme") || has("stateabb"))) {
        return TableKind::States;
    }
    return has("id") ? TableKind::Nodes : TableKind::Unknown;
}

std::vector<std::string> plainNamesOf(const std::vector<std::string>& header) {
    std::vector<std::string> names;
    std::ranges::transform(header, std::back_inserter(names), plainName);
    return names;
}

} // namespace

Table::Table(const InputFile& file, ImportReport& report)
    : file_(file.path.filename().string()), text_(decodeText(file.bytes, file_, report)),
      separator_(guessSeparator(text_)), header_(readHeader(text_, separator_)),
      plainNames_(plainNamesOf(header_)), kind_(kindOf(plainNames_)) {}

std::size_t Table::column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(plainNames_, name);
        if (found != plainNames_.end()) {
            return static_cast<std::size_t>(found - plainNames_.begin());
        }
    }
    return none;
}

DelimitedText Table::rows() const {
    DelimitedText table(text_, separator_);
    table.next();
    return table;
}

std::size_t Table::rowEstimate() const {
    constexpr std::size_t sampleSize = 65536;
    const std::string_view sample = std::string_view(text_).substr(0, sampleSize);
    const auto lines = static_cast<std::size_t>(
        std::ranges::count_if(sample, [](char c) { return c == '\n' || c == '\r'; }));
    return sample.empty() ? 0 : (lines + 1) * (text_.size() / sample.size() + 1);
}

TableKind tableKind(std::string_view text) {
    return kindOf(plainNamesOf(readHeader(text, guessSeparator(text))));
}

std::optional<double> parseTableNumber(std::string_view text, bool& repaired) {
    std::string plain(text);
    if (plain.starts_with('+')) {
        plain.erase(0, 1);
    }
    const auto comma = plain.find(',');
    if (comma != std::string::npos && plain.find('.') == std::string::npos &&
        plain.find(',', comma + 1) == std::string::npos) {
        plain[comma] = '.';
        repaired = true;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size() ||
        !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

} // namespace entente
