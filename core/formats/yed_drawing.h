#pragma once

#include "core/formats/element_fields.h"
#include "core/formats/xml_output.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// The ids of the keys of Entente's own drawings in GraphML. Readers pass them over: a drawing only
/// repeats what other keys say. yEd gives keys other ids when it saves, so what was changed there
/// is read.
inline constexpr std::string_view ownNodeDrawing = "entente-nodegraphics";
inline constexpr std::string_view ownEdgeDrawing = "entente-edgegraphics";

/// Draws elements as yEd does (`y:ShapeNode`, `y:PolyLineEdge`): the inverse of `YedGraphics`.
/// Where any element has a look, all are drawn, since yEd shows labels and arrows only of those.
class YedDrawing {
public:
    YedDrawing(const std::vector<Field>& nodes, const std::vector<Field>& edges);

    /// Whether any element has a look; nothing is to be drawn otherwise.
    [[nodiscard]] bool isNeeded() const { return needed_; }

    /// The attribute that declares the namespace, for the root.
    static void writeNamespace(XmlOutput& out);
    static void writeKeys(XmlOutput& out);
    /// The data of an open node, from the values of its fields.
    void writeNode(XmlOutput& out, const std::vector<std::string_view>& values) const;
    /// The data of an open edge, from the values of its fields.
    void writeEdge(XmlOutput& out, const std::vector<std::string_view>& values,
                   bool directed) const;

private:
    /// Where the value of each look stands among those of a row.
    struct Places {
        std::size_t label;
        std::size_t role;
        std::size_t x;
        std::size_t y;
        std::size_t size;
        std::size_t width;
        std::size_t height;
        std::size_t color;
        std::size_t alpha;
        std::size_t shape;
        std::size_t outline;
        std::size_t borderColor;
        std::size_t borderWidth;
        std::size_t thickness;
        std::size_t line;
        std::size_t arrows;
    };

    static Places placesIn(const std::vector<Field>& fields);

    void writeGeometry(XmlOutput& out, const std::vector<std::string_view>& values) const;

    Places nodes_;
    Places edges_;
    bool needed_;
};

} // namespace entente
