#include "core/formats/yed_drawing.h"

#include "core/formats/looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>

namespace entente {

namespace {

constexpr std::size_t none = SIZE_MAX;

/// What yEd takes where nothing else is said.
constexpr double usualSize = 30;
constexpr std::string_view usualShape = "ellipse";
constexpr std::string_view usualColour = "#000000";
constexpr std::string_view usualLine = "line";
constexpr std::string_view usualThickness = "1.0";

std::string_view valueAt(const std::vector<std::string_view>& values, std::size_t place) {
    return place == none ? std::string_view{} : values[place];
}

std::optional<double> numberAt(const std::vector<std::string_view>& values, std::size_t place) {
    std::string_view text = valueAt(values, place);
    if (!isNumber(text)) {
        return std::nullopt;
    }
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<double> lengthAt(const std::vector<std::string_view>& values, std::size_t place) {
    const auto length = numberAt(values, place);
    return length && *length > 0 ? length : std::nullopt;
}

/// The colour as yEd has it, how opaque it is at its end; empty where the text is none.
std::string yedColour(std::string_view text, std::optional<double> alpha = {}) {
    const auto colour = parseFileColour(text);
    if (!colour) {
        return {};
    }
    const bool translucent = alpha && *alpha >= 0 && *alpha < 1;
    constexpr double opaque = 255;
    return translucent
               ? fmt::format("{}{:02x}", colour->hex, static_cast<int>(*alpha * opaque + 0.5))
               : colour->hex;
}

std::string_view oneOf(std::span<const std::string_view> known, std::string_view word,
                       std::string_view otherwise) {
    return std::ranges::find(known, word) != known.end() ? word : otherwise;
}

std::string_view yedShape(std::string_view shape) {
    constexpr std::array<std::string_view, 17> shapes = {
        "rectangle",   "roundrectangle", "ellipse", "parallelogram", "parallelogram2", "hexagon",
        "triangle",    "triangle2",      "octagon", "diamond",       "trapezoid",      "trapezoid2",
        "rectangle3d", "star5",          "star6",   "fatarrow",      "fatarrow2"};
    return oneOf(shapes, shape, usualShape);
}

std::string_view yedLine(std::string_view line) {
    constexpr std::array<std::string_view, 4> lines = {"line", "dashed", "dotted", "dashed_dotted"};
    return oneOf(lines, line, usualLine);
}

void writeLabel(XmlOutput& out, std::string_view element, std::string_view label) {
    if (!label.empty()) {
        out.raw("<").raw(element).raw(">").text(label).raw("</").raw(element).raw(">");
    }
}

/// A line's colour, kind and width: `BorderStyle` or `LineStyle`.
void writeLine(XmlOutput& out, std::string_view element, const std::string& colour,
               std::string_view type, std::optional<double> width) {
    out.raw("<").raw(element).attribute("color", colour.empty() ? usualColour : colour);
    out.attribute("type", type);
    out.attribute("width", width ? fmt::format("{}", *width) : std::string(usualThickness));
    out.raw("/>");
}

} // namespace

YedDrawing::Places YedDrawing::placesIn(const std::vector<Field>& fields) {
    const auto place = [&fields](std::string_view name) {
        // Entente's own words, which come first, have a label and a role; all else are attributes.
        const auto found = std::ranges::find_if(
            fields, [=](const Field& field) { return field.used && field.name == name; });
        return found == fields.end() ? none : static_cast<std::size_t>(found - fields.begin());
    };
    return {.label = place("label"),
            .role = place("role"),
            .x = place("x"),
            .y = place("y"),
            .size = place("size"),
            .width = place("width"),
            .height = place("height"),
            .color = place("color"),
            .alpha = place("alpha"),
            .shape = place("shape"),
            .outline = place("outline"),
            .borderColor = place("border color"),
            .borderWidth = place("border width"),
            .thickness = place("thickness"),
            .line = place("line"),
            .arrows = place("arrows")};
}

YedDrawing::YedDrawing(const std::vector<Field>& nodes, const std::vector<Field>& edges)
    : nodes_(placesIn(nodes)), edges_(placesIn(edges)),
      needed_((nodes_.x != none && nodes_.y != none) || nodes_.size != none ||
              nodes_.color != none || nodes_.outline != none || nodes_.borderColor != none ||
              edges_.color != none || edges_.thickness != none) {}

void YedDrawing::writeNamespace(XmlOutput& out) {
    out.attribute("xmlns:y", "http://www.yworks.com/xml/graphml");
}

void YedDrawing::writeKeys(XmlOutput& out) {
    for (const auto& [id, domain] :
         {std::pair{ownNodeDrawing, "node"}, std::pair{ownEdgeDrawing, "edge"}}) {
        out.raw("  <key").attribute("id", id).attribute("for", domain);
        out.attribute("yfiles.type", fmt::format("{}graphics", domain)).raw("/>").endLine();
    }
}

void YedDrawing::writeGeometry(XmlOutput& out, const std::vector<std::string_view>& values) const {
    const auto size = lengthAt(values, nodes_.size);
    const auto x = numberAt(values, nodes_.x);
    const auto y = numberAt(values, nodes_.y);
    const bool placed = x && y;
    if (!placed && !size) {
        return;
    }
    double width = size.value_or(usualSize);
    double height = width;
    // Other formats' widths are in other units.
    const auto ownWidth = lengthAt(values, nodes_.width);
    const auto ownHeight = lengthAt(values, nodes_.height);
    if (ownWidth && ownHeight && std::max(*ownWidth, *ownHeight) == width) {
        width = *ownWidth;
        height = *ownHeight;
    }
    // yEd's places are those of the upper left corner, and networkx wants one of every node that
    // has a size.
    out.raw("<y:Geometry");
    out.attribute("x", fmt::format("{}", (placed ? *x : 0) - width / 2));
    out.attribute("y", fmt::format("{}", (placed ? *y : 0) - height / 2));
    out.attribute("width", fmt::format("{}", width));
    out.attribute("height", fmt::format("{}", height)).raw("/>");
}

void YedDrawing::writeNode(XmlOutput& out, const std::vector<std::string_view>& values) const {
    out.raw("      <data").attribute("key", ownNodeDrawing).raw("><y:ShapeNode>");
    writeGeometry(out, values);
    out.raw("<y:Fill");
    if (const std::string colour =
            yedColour(valueAt(values, nodes_.color), numberAt(values, nodes_.alpha));
        colour.empty()) {
        out.attribute("hasColor", "false");
    } else {
        out.attribute("color", colour);
    }
    out.attribute("transparent", "false").raw("/>");
    const std::string_view border = valueAt(values, nodes_.borderColor);
    writeLine(out, "y:BorderStyle",
              yedColour(border.empty() ? valueAt(values, nodes_.outline) : border), usualLine,
              lengthAt(values, nodes_.borderWidth));
    const std::string_view label = valueAt(values, nodes_.label);
    writeLabel(out, "y:NodeLabel", label.empty() ? values.front() : label);
    out.raw("<y:Shape").attribute("type", yedShape(valueAt(values, nodes_.shape)));
    out.raw("/></y:ShapeNode></data>").endLine();
}

void YedDrawing::writeEdge(XmlOutput& out, const std::vector<std::string_view>& values,
                           bool directed) const {
    const std::string_view arrows = valueAt(values, edges_.arrows);
    const bool atSource = arrows == (directed ? "source" : "both");
    const bool atTarget = directed ? !atSource : atSource;
    const auto arrow = [](bool is) { return is ? "standard" : "none"; };
    out.raw("      <data").attribute("key", ownEdgeDrawing).raw("><y:PolyLineEdge>");
    writeLine(out, "y:LineStyle",
              yedColour(valueAt(values, edges_.color), numberAt(values, edges_.alpha)),
              yedLine(valueAt(values, edges_.line)), lengthAt(values, edges_.thickness));
    out.raw("<y:Arrows").attribute("source", arrow(atSource));
    out.attribute("target", arrow(atTarget)).raw("/>");
    const std::string_view label = valueAt(values, edges_.label);
    writeLabel(out, "y:EdgeLabel", label.empty() ? valueAt(values, edges_.role) : label);
    out.raw("</y:PolyLineEdge></data>").endLine();
}

} // namespace entente
