#include "core/formats/field_types.h"

#include "core/formats/declared_types.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

bool isInteger(std::string_view text) {
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() &&
           (digits == "0" || !digits.starts_with('0')) && text != "-0";
}

bool isNumber(std::string_view text) {
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool leadingZero =
        digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
    // Programs round whole numbers that are longer than theirs.
    std::int64_t whole = 0;
    const bool tooLong =
        digits.find_first_not_of("0123456789") == std::string_view::npos &&
        std::from_chars(text.data(), text.data() + text.size(), whole).ec != std::errc{};
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number) &&
           !leadingZero && !tooLong;
}

bool haveType(const Dossier& dossier, std::span<const StringId> values, FieldType type) {
    StringId last = noString;
    for (const StringId value : values) {
        if (value != noString && value != last && type != FieldType::Text &&
            !fitsType(type, dossier.text(value))) {
            return false;
        }
        last = value;
    }
    return true;
}

} // namespace

FieldType inferredType(const Dossier& dossier, std::span<const StringId> values) {
    bool booleans = true;
    bool integers = true;
    bool numbers = true;
    bool any = false;
    StringId last = noString;
    for (const StringId value : values) {
        if (!booleans && !integers && !numbers) {
            break;
        }
        if (value == noString || value == last) {
            continue;
        }
        last = value;
        any = true;
        const std::string_view text = dossier.text(value);
        booleans = booleans && (text == "true" || text == "false");
        integers = integers && isInteger(text);
        numbers = numbers && (integers || isNumber(text));
    }
    if (!any) {
        return FieldType::Text;
    }
    return booleans   ? FieldType::Boolean
           : integers ? FieldType::Integer
           : numbers  ? FieldType::Number
                      : FieldType::Text;
}

FieldType attributeType(const Dossier& dossier, const AttributeColumns& attributes, StringId name,
                        std::size_t rows) {
    const std::span<const StringId> all = attributes.values(name);
    const std::span<const StringId> values = all.first(std::min(rows, all.size()));
    const auto declared = attributes.declared(name);
    return declared && haveType(dossier, values, *declared) ? *declared
                                                            : inferredType(dossier, values);
}

std::vector<std::string> fieldAndTypeLosses(const Dossier& dossier, std::string_view format,
                                            const TypeReadBack& readBack) {
    std::vector<std::string> sentences = fieldLosses(dossier, format);
    constexpr std::size_t most = 12;
    std::string list;
    std::size_t count = 0;
    const auto look = [&](const AttributeColumns& attributes, std::string_view owner) {
        for (const auto& [name, type] : attributes.declared()) {
            const std::span<const StringId> values = attributes.values(name);
            if (values.empty() || !haveType(dossier, values, type)) {
                continue;
            }
            const FieldType other =
                readBack ? readBack(values, type) : inferredType(dossier, values);
            if (other != type && ++count <= most) {
                list +=
                    fmt::format("{}{} of {} ({}) as {}", count > 1 ? ", " : "",
                                quotedField(dossier.text(name)), owner, word(type), word(other));
            }
        }
    };
    look(dossier.vertices().attributes(), "vertices");
    look(dossier.edges().attributes(), "edges");
    if (count > most) {
        list += fmt::format(" and {} more", count - most);
    }
    if (count > 0) {
        sentences.push_back(fmt::format("{} cannot say the types of all attributes; these will be "
                                        "read as others: {}.",
                                        format, list));
    }
    return sentences;
}

std::string_view xmlTypeWord(FieldType type) {
    switch (type) {
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Integer:
        return "long";
    case FieldType::Number:
        return "double";
    case FieldType::Text:
        break;
    }
    return "string";
}

} // namespace entente
