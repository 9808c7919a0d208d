#include "core/formats/declared_types.h"

#include "core/formats/table_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace entente {

namespace {

constexpr std::string_view blanks = " \t\r\n";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, lower); });
}

constexpr std::array<std::string_view, 7> integers = {"int",  "integer", "long",      "short",
                                                      "byte", "bigint",  "biginteger"};
constexpr std::array<std::string_view, 6> numbers = {"float",  "double",     "real",
                                                     "number", "bigdecimal", "decimal"};
constexpr std::array<std::string_view, 2> booleans = {"boolean", "bool"};
constexpr std::array<std::string_view, 4> truths = {"true", "false", "1", "0"};
constexpr std::array<std::string_view, 8> noFiniteNumbers = {
    "inf", "+inf", "-inf", "nan", "infinity", "+infinity", "-infinity", "-nan"};

template <typename Number>
bool readsAs(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

} // namespace

FieldType declaredType(std::string_view word) {
    return isOneOf(word, integers)   ? FieldType::Integer
           : isOneOf(word, numbers)  ? FieldType::Number
           : isOneOf(word, booleans) ? FieldType::Boolean
                                     : FieldType::Text;
}

void declareColumn(Dossier& dossier, ElementKind owner, std::string_view column, FieldType type) {
    if (column.starts_with(columns::attributePrefix)) {
        column.remove_prefix(columns::attributePrefix.size());
    }
    const StringId name = dossier.strings().find(column);
    if (name != noString && !dossier.attributes(owner).values(name).empty()) {
        dossier.declareAttribute(owner, name, type);
    }
}

bool fitsType(FieldType type, std::string_view value) {
    switch (type) {
    case FieldType::Boolean:
        return isOneOf(value, truths);
    case FieldType::Integer:
        return readsAs<std::int64_t>(value);
    case FieldType::Number:
        return readsAs<double>(value) || isOneOf(value, noFiniteNumbers);
    case FieldType::Text:
        break;
    }
    return true;
}

std::string_view typeTitle(FieldType type) {
    switch (type) {
    case FieldType::Boolean:
        return "truth value (true or false)";
    case FieldType::Integer:
        return "whole number";
    case FieldType::Number:
        return "number";
    case FieldType::Text:
        break;
    }
    return "text";
}

std::string_view trimmedText(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isIndented(std::string_view text) {
    const std::string_view trimmed = trimmedText(text);
    if (trimmed.size() == text.size()) {
        return false;
    }
    const auto before = static_cast<std::size_t>(trimmed.data() - text.data());
    return trimmed.empty()
               ? text.find('\n') != std::string_view::npos
               : text.substr(0, before).find('\n') != std::string_view::npos ||
                     text.substr(before + trimmed.size()).find('\n') != std::string_view::npos;
}

std::string_view unindentedText(std::string_view text) {
    return isIndented(text) ? trimmedText(text) : text;
}

} // namespace entente
