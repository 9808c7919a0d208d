#include "core/formats/pajek_words.h"

#include "core/formats/pajek.h"
#include "core/formats/pajek_times.h"
#include "core/formats/table_columns.h"

#include <algorithm>
#include <array>
#include <span>

namespace entente {

namespace {

/// Mrvar & Batagelj, "Pajek and PajekXXL: Reference manual" (2023), section 3: how vertices and
/// lines are drawn. Those that have other names as attributes are not among them.
constexpr std::array<std::string_view, 12> vertexParameters = {
    "y_fact", "phi", "r", "q", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font"};
constexpr std::array<std::string_view, 17> lineParameters = {
    "p",   "s",    "a",  "ap", "lp", "lr", "lphi", "lc", "la",
    "fos", "font", "h1", "h2", "a1", "k1", "a2",   "k2"};

bool isControl(char c) {
    return static_cast<unsigned char>(c) < ' ';
}

/// Whether all values of `x_fact` are but what readers keep beside a size without a height.
bool saysWidthsAlone(const Dossier& dossier) {
    const VertexTable& v = dossier.vertices();
    const auto value = [&](VertexIndex row, std::string_view name) {
        return v.attributes().value(row, dossier.strings().find(name));
    };
    for (VertexIndex row = 0; row < v.size(); ++row) {
        const StringId width = value(row, "x_fact");
        if (width != noString && !v.removed(row) &&
            (width != value(row, "size") || value(row, "y_fact") != noString)) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isPajekShape(std::string_view word) {
    return word == "circle" || std::ranges::find(pajek::shapes, word) != pajek::shapes.end();
}

std::string quotedPajekLabel(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (c == '"') {
            c = '\'';
        } else if (isControl(c)) {
            c = ' ';
        }
    }
    return '"' + line + '"';
}

std::string_view pajekTitle(std::string_view text) {
    const bool quoted =
        text.size() > 1 && text.front() == '"' && text.find('"', 1) + 1 == text.size();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::optional<std::string> pajekWord(std::string_view value) {
    if (value.empty() || value.front() == '[' || value.find('"') != std::string_view::npos ||
        std::ranges::any_of(value, isControl)) {
        return std::nullopt;
    }
    return value.find(' ') == std::string_view::npos ? std::string(value) : quotedPajekLabel(value);
}

std::optional<std::string_view> pajekTimeAttribute(std::string_view value) {
    const bool bracketed = value.starts_with('[') && value.find(']') == value.size() - 1 &&
                           std::ranges::none_of(value, isControl);
    return bracketed ? std::optional(value) : std::nullopt;
}

PajekParameters pajekParameters(const Dossier& dossier, ElementKind owner) {
    PajekParameters parameters;
    for (const std::string_view name : owner == ElementKind::Vertex
                                           ? std::span<const std::string_view>(vertexParameters)
                                           : std::span<const std::string_view>(lineParameters)) {
        if (const StringId id = dossier.strings().find(name); id != noString) {
            parameters.emplace_back(name, id);
        }
    }
    return parameters;
}

std::vector<std::string> pajekHeldAttributes(const Dossier& dossier, ElementKind owner) {
    const AttributeColumns& attributes = owner == ElementKind::Vertex
                                             ? dossier.vertices().attributes()
                                             : dossier.edges().attributes();
    std::vector<std::string> held;
    const auto look = [&](std::string_view field, StringId name, auto holds) {
        if (name != noString && std::ranges::all_of(attributes.values(name), [&](StringId value) {
                return value == noString || holds(dossier.text(value));
            })) {
            held.emplace_back(field);
        }
    };
    for (const auto& [name, id] : pajekParameters(dossier, owner)) {
        look(name, id, [](std::string_view value) { return pajekWord(value).has_value(); });
    }
    look("time", dossier.strings().find("time"),
         [](std::string_view value) { return pajekTimeAttribute(value).has_value(); });
    if (owner == ElementKind::Vertex) {
        look("shape", dossier.strings().find("shape"), isPajekShape);
        look(std::string(columns::attributePrefix) + "timeset", dossier.strings().find("timeset"),
             [](std::string_view value) { return pajekYears(pajekTimes(value)) == value; });
        if (saysWidthsAlone(dossier)) {
            held.emplace_back("x_fact");
        }
    }
    return held;
}

} // namespace entente
