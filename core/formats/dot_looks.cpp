#include "core/formats/dot_looks.h"

#include "core/formats/colour_text.h"
#include "core/formats/looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace entente {

namespace {

constexpr std::string_view filled = "filled";
/// Graphviz's word for a style that is none; nodes without a style of their own are filled here.
constexpr std::string_view notFilled = "solid";

bool readsBack(const NodeLooks& looks, const DotLooks& written) {
    return nodeLooks(written) == looks;
}

} // namespace

DotColour dotColour(std::string_view value) {
    const std::string_view first = value.substr(0, value.find_first_of(":;"));
    DotColour colour{std::string(value), {}, {}};
    if (const auto hex = first.starts_with('#') ? parseFileColour(first) : std::nullopt) {
        colour.colour = hex->hex;
        colour.alpha = hex->alpha;
    } else if (auto named = parseColour(first)) {
        colour.colour = std::move(*named);
    } else {
        return colour;
    }
    if (first.size() < value.size()) {
        colour.list = value;
    }
    return colour;
}

std::optional<std::string> dotColourText(const DotColour& wanted, DotColour& said) {
    double opacity = 0;
    const char* const end = wanted.alpha.data() + wanted.alpha.size();
    const auto read = std::from_chars(wanted.alpha.data(), end, opacity);
    const bool between = read.ec == std::errc{} && read.ptr == end && opacity >= 0 && opacity <= 1;
    const std::string translucent =
        between ? fmt::format("{}{:02x}", wanted.colour, std::lround(opacity * 255))
                : wanted.colour;
    for (const std::string& text : {wanted.list, translucent, wanted.colour}) {
        const DotColour colour = dotColour(text);
        const bool part = (colour.alpha.empty() || colour.alpha == wanted.alpha) &&
                          (colour.list.empty() || colour.list == wanted.list);
        if (!text.empty() && colour.colour == wanted.colour && part) {
            said = colour;
            return text;
        }
    }
    return std::nullopt;
}

bool fillsNodes(std::string_view style) {
    constexpr std::array<std::string_view, 4> words = {filled, "radial", "striped", "wedged"};
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(','), style.size());
        std::string_view word = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
        word = word.substr(0, word.find_last_not_of(' ') + 1);
        if (std::ranges::find(words, word) != words.end()) {
            return true;
        }
    }
    return false;
}

NodeLooks nodeLooks(const DotLooks& looks) {
    NodeLooks node{{}, {}, looks.style};
    if (looks.color.empty() && looks.fillcolor.empty()) {
        return node;
    }
    const bool fills = fillsNodes(looks.style);
    node.colour = dotColour(looks.fillcolor.empty() ? looks.color : looks.fillcolor);
    if (!looks.color.empty() && (fills || !looks.fillcolor.empty())) {
        const DotColour outline = dotColour(looks.color);
        const bool simple = outline.alpha.empty() && outline.list.empty();
        node.outline = simple ? outline.colour : looks.color;
    }
    if (looks.style == filled) {
        node.style.clear();
    } else if (looks.style.empty()) {
        node.style = notFilled;
    }
    return node;
}

DotLooks dotLooks(const NodeLooks& wanted, NodeLooks& said) {
    said = {};
    DotLooks dot;
    // As much of it as reads back the same, the colour first.
    const auto colour = dotColourText(wanted.colour, said.colour);
    if (!colour) {
        said.colour = {};
        dot.style = said.style = wanted.style;
        return dot;
    }
    for (const bool withStyle : {true, false}) {
        for (const bool withOutline : {true, false}) {
            NodeLooks part{said.colour, withOutline ? wanted.outline : "",
                           withStyle ? wanted.style : ""};
            dot.style = part.style.empty() ? std::string(filled) : part.style;
            const bool inside = fillsNodes(dot.style) || !part.outline.empty();
            dot.fillcolor = inside ? *colour : "";
            dot.color = inside ? part.outline : *colour;
            if (readsBack(part, dot)) {
                said = std::move(part);
                return dot;
            }
        }
    }
    return dot;
}

} // namespace entente
