#include "core/model/attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> typeWords = {"text", "boolean", "integer", "number"};

} // namespace

std::string_view word(AttributeType type) {
    return typeWords[static_cast<std::size_t>(type)];
}

std::optional<AttributeType> parseAttributeType(std::string_view text) {
    const auto found = std::ranges::find(typeWords, text);
    return found == typeWords.end()
               ? std::nullopt
               : std::optional(static_cast<AttributeType>(found - typeWords.begin()));
}

void AttributeColumns::set(std::uint32_t row, std::span<const Attribute> attributes) {
    for (Column& column : columns_) {
        if (row < column.values.size()) {
            column.values[row] = noString;
        }
    }
    // The attributes of most rows stand in the order of the columns.
    auto column = columns_.begin();
    for (const Attribute& attribute : attributes) {
        column = std::find_if(column, columns_.end(),
                              [&](const Column& each) { return each.name == attribute.name; });
        if (column == columns_.end()) {
            column = std::ranges::find(columns_, attribute.name, &Column::name);
        }
        if (column == columns_.end()) {
            column = columns_.insert(columns_.end(), Column{attribute.name, {}});
        }
        if (column->values.size() <= row) {
            column->values.resize(row + 1, noString);
        }
        column->values[row] = attribute.value;
    }
}

std::vector<Attribute> AttributeColumns::row(std::uint32_t row) const {
    std::vector<Attribute> found;
    for (const Column& column : columns_) {
        if (row < column.values.size() && column.values[row] != noString) {
            found.push_back({column.name, column.values[row]});
        }
    }
    return found;
}

StringId AttributeColumns::value(std::uint32_t row, StringId name) const {
    const std::span<const StringId> column = values(name);
    return row < column.size() ? column[row] : noString;
}

std::span<const StringId> AttributeColumns::values(StringId name) const {
    const auto column = std::ranges::find(columns_, name, &Column::name);
    return column != columns_.end() ? column->values : std::span<const StringId>{};
}

std::vector<StringId> AttributeColumns::names() const {
    std::vector<StringId> names;
    std::ranges::transform(columns_, std::back_inserter(names), &Column::name);
    return names;
}

void AttributeColumns::declare(StringId name, AttributeType type) {
    const auto known =
        std::ranges::find(declared_, name, &std::pair<StringId, AttributeType>::first);
    if (known == declared_.end()) {
        declared_.emplace_back(name, type);
    } else {
        known->second = type;
    }
}

void AttributeColumns::undeclare(StringId name) {
    std::erase_if(declared_, [name](const auto& each) { return each.first == name; });
}

std::optional<AttributeType> AttributeColumns::declared(StringId name) const {
    const auto known =
        std::ranges::find(declared_, name, &std::pair<StringId, AttributeType>::first);
    return known == declared_.end() ? std::nullopt : std::optional(known->second);
}

std::size_t AttributeColumns::memory() const {
    std::size_t bytes = 0;
    for (const Column& column : columns_) {
        bytes += column.values.capacity() * sizeof(StringId);
    }
    return bytes;
}

std::optional<double> numberIn(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') {
        text.remove_prefix(1);
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace entente
