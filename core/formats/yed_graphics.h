#pragma once

#include "core/formats/row_stream.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How yEd draws an element (`y:ShapeNode`, `y:GenericNode`, `y:GroupNode`, `y:PolyLineEdge`, …):
/// label, place, size, colours and arrows become values of the open row.
class YedGraphics {
public:
    YedGraphics(RowStream& rows, RowKind kind) : rows_(rows), kind_(kind) {}

    void begin(std::string_view name, const XmlAttributes& attributes);
    void end(std::string_view name);
    void text(std::string_view piece);
    void close();

private:
    void set(std::string_view column, std::string_view value);
    void setColour(std::string_view column, std::string_view value, bool alpha);
    void placeNode();
    void setArrows();

    RowStream& rows_;
    RowKind kind_;
    std::size_t depth_ = 0;
    std::size_t realizers_ = 0; ///< how deep the list of a group's two faces lies; 0: none
    std::size_t realizer_ = 0;  ///< the face that comes, from 1
    std::size_t activeRealizer_ = 0;
    std::size_t labelDepth_ = 0; ///< 0: in no label
    std::string label_;
    std::vector<std::string> labels_;
    std::string x_;
    std::string y_;
    std::string width_;
    std::string height_;
    std::string sourceArrow_;
    std::string targetArrow_;
};

} // namespace entente
