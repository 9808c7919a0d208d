#pragma once

#include "core/formats/json_elements.h"
#include "core/model/element.h"

#include <string>
#include <string_view>

namespace entente {

/// A value together with the way to it, for messages.
struct JsonPlace {
    static constexpr std::size_t keyed = SIZE_MAX;

    const JsonPlace* parent = nullptr;
    JsonNode node;
    std::size_t index = keyed;  ///< in the list that it is in
    std::string_view name = {}; ///< of a part's top-level member

    /// As RFC 6901 has it: "/actors/3/period".
    [[nodiscard]] std::string pointer() const;
};

/// Thrown where a value cannot be taken; says where it stands.
struct JsonRefusal {
    std::string pointer;
    std::size_t line = 0;
    std::string message;
};

[[noreturn]] void refuse(const JsonPlace& place, std::string message);

/// Typed values; each throws `JsonRefusal` where the value is something else.
std::string_view textOf(const JsonPlace& place);
/// A number or `true` is taken as the text that it is written as.
std::string scalarTextOf(const JsonPlace& place);
double numberOf(const JsonPlace& place);
bool booleanOf(const JsonPlace& place);
Period periodOf(const JsonPlace& place);
Date dateOf(const JsonPlace& place);
/// 0xRRGGBB from "#RRGGBB".
std::uint32_t colourOf(const JsonPlace& place);
void expectObject(const JsonPlace& place);
void expectList(const JsonPlace& place);

/// A word of one of the vocabularies; `choices` names them for the message.
template <typename Parse>
auto wordOf(const JsonPlace& place, Parse parse, std::string_view choices) {
    const std::string_view text = textOf(place);
    const auto value = parse(text);
    if (!value) {
        refuse(place, "“" + std::string(text) +
                          "” is not a known word here; use one of: " + std::string(choices) + ".");
    }
    return *value;
}

/// Calls `take` with the place of each member of an object.
template <typename Take>
void forEachMember(const JsonPlace& object, Take take) {
    expectObject(object);
    for (const JsonNode child : object.node) {
        take(JsonPlace{&object, child});
    }
}

/// Calls `take` with the place of each item of a list.
template <typename Take>
void forEachItem(const JsonPlace& list, Take take) {
    expectList(list);
    std::size_t index = 0;
    for (const JsonNode child : list.node) {
        take(JsonPlace{&list, child, index++});
    }
}

} // namespace entente
