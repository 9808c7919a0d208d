#include "core/formats/table_header.h"

#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace entente {

std::string plainColumnName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != ' ' && c != '_' && c != '-') {
            plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return plain;
}

TableHeader::TableHeader(std::string file, std::vector<std::string> names, std::string_view noun)
    : file_(std::move(file)), noun_(noun), names_(std::move(names)) {
    std::ranges::transform(names_, std::back_inserter(plainNames_), plainColumnName);
}

std::size_t TableHeader::column(std::span<const std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(plainNames_, name);
        const auto place = static_cast<std::size_t>(found - plainNames_.begin());
        if (found != plainNames_.end() && (attributes_.empty() || !attributes_[place])) {
            return place;
        }
    }
    return none;
}

void TableHeader::setAttribute(std::size_t column) {
    attributes_.resize(names_.size());
    attributes_.at(column) = true;
}

void TableHeader::setDateFormat(std::size_t column, DateFormat format) {
    dateFormats_.resize(names_.size(), DateFormat::Iso);
    dateFormats_.at(column) = format;
}

void TableHeader::setDecimal(std::size_t column, char mark) {
    decimals_.resize(names_.size());
    decimals_.at(column) = mark;
}

void TableHeader::setValues(std::size_t column, Values values) {
    values_.resize(names_.size());
    values_.at(column) = values;
}

std::string TableHeader::title(std::size_t column) const {
    if (column == none) {
        return {};
    }
    const std::vector<std::string>& shown = shownNames_.empty() ? names_ : shownNames_;
    return column < shown.size() && !shown[column].empty()
               ? fmt::format("{} {}", noun_, shown[column])
               : fmt::format("{} {}", noun_, column + 1);
}

void TableHeader::nameApart(ImportReport& report, std::size_t line) {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i].empty() || seen.insert(names_[i]).second) {
            continue;
        }
        std::size_t number = 2;
        while (seen.contains(fmt::format("{} ({})", names_[i], number))) {
            ++number;
        }
        std::string name = fmt::format("{} ({})", names_[i], number);
        report.add({ReportEntry::Severity::Note, file_, line, title(i),
                    fmt::format("The header has this name twice; {} {} was called “{}”.", noun_,
                                i + 1, name)});
        seen.insert(name);
        names_[i] = std::move(name);
        plainNames_[i] = plainColumnName(names_[i]);
    }
}

} // namespace entente
