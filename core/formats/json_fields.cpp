#include "core/formats/json_fields.h"

#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

using Type = JsonValue::Type;

std::string_view noun(Type type) {
    switch (type) {
    case Type::Null:
        return "null";
    case Type::Boolean:
        return "true or false";
    case Type::Number:
        return "a number";
    case Type::Text:
        return "a text";
    case Type::List:
        return "a list";
    case Type::Object:
        return "an object";
    }
    return "something else";
}

void expect(const JsonPlace& place, Type type) {
    if (place.node.type() != type) {
        refuse(place, fmt::format("{} is wanted here, but this is {}.",
                                  type == Type::Boolean ? "True or false"
                                                        : "A" + std::string(noun(type).substr(1)),
                                  noun(place.node.type())));
    }
}

/// Long or odd values are quoted only as far as they help.
std::string quoted(std::string_view text) {
    constexpr std::size_t most = 40;
    if (text.size() <= most) {
        return fmt::format("“{}”", text);
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return fmt::format("“{}…”", text.substr(0, end));
}

} // namespace

std::string JsonPlace::pointer() const {
    std::string path = parent ? parent->pointer() : fmt::format("/{}", name);
    if (index != keyed) {
        return path + fmt::format("/{}", index);
    }
    if (!parent) {
        return path;
    }
    path += '/';
    for (const char c : node.key()) {
        if (c == '~') {
            path += "~0";
        } else if (c == '/') {
            path += "~1";
        } else {
            path += c;
        }
    }
    return path;
}

void refuse(const JsonPlace& place, std::string message) {
    throw JsonRefusal{place.pointer(), place.node.line(), std::move(message)};
}

void expectObject(const JsonPlace& place) {
    expect(place, Type::Object);
}
void expectList(const JsonPlace& place) {
    expect(place, Type::List);
}

std::string_view textOf(const JsonPlace& place) {
    expect(place, Type::Text);
    const std::string_view text = place.node.text();
    if (text.find('\0') != std::string_view::npos) {
        refuse(place, "The text holds a NUL character (\\u0000); take it out.");
    }
    return text;
}

std::string scalarTextOf(const JsonPlace& place) {
    switch (place.node.type()) {
    case Type::Number:
        return fmt::format("{}", place.node.number());
    case Type::Boolean:
        return place.node.boolean() ? "true" : "false";
    default:
        return std::string(textOf(place));
    }
}

double numberOf(const JsonPlace& place) {
    expect(place, Type::Number);
    return place.node.number();
}

bool booleanOf(const JsonPlace& place) {
    expect(place, Type::Boolean);
    return place.node.boolean();
}

Period periodOf(const JsonPlace& place) {
    const std::string_view text = textOf(place);
    const std::optional<Period> period = parsePeriod(text);
    if (!period) {
        refuse(place, fmt::format("{} is no date or period, or names a day that does not exist; "
                                  "write it as 2001-03-12, 2022-09, 2001/2010 or 2025-01-17/.. "
                                  "(EDTF).",
                                  quoted(text)));
    }
    return *period;
}

Date dateOf(const JsonPlace& place) {
    const std::string_view text = textOf(place);
    const std::optional<Date> date = parseDate(text);
    if (!date) {
        refuse(place, fmt::format("{} is no date, or a day that does not exist; write it as "
                                  "2001-03-12, 2001-03 or 2001 (EDTF).",
                                  quoted(text)));
    }
    return *date;
}

std::uint32_t colourOf(const JsonPlace& place) {
    const std::string_view text = textOf(place);
    std::uint32_t colour = 0;
    const char* const end = text.data() + text.size();
    if (text.size() != 7 || text[0] != '#' ||
        std::from_chars(text.data() + 1, end, colour, 16).ptr != end) {
        refuse(place, fmt::format("{} is no colour; write it as #RRGGBB.", quoted(text)));
    }
    return colour;
}

} // namespace entente
