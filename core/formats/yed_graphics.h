#pragma once

#include "core/formats/row_stream.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How many elements of yEd's drawings say what a dossier has no place for.
struct YedLosses {
    std::size_t bends = 0;       ///< of edges
    std::size_t labels = 0;      ///< with a font or a colour of their own
    std::size_t secondFills = 0; ///< of colour gradients
};

/// What was left out of yEd's drawings, as a sentence; empty where nothing was.
std::string lossesText(const YedLosses& losses);

/// How yEd draws an element (`y:ShapeNode`, `y:GenericNode`, `y:GroupNode`, `y:PolyLineEdge`, …):
/// label, place, size, colours and arrows become values of the open row.
class YedGraphics {
public:
    YedGraphics(RowStream& rows, RowKind kind, YedLosses& losses)
        : rows_(rows), kind_(kind), losses_(losses) {}

    void begin(std::string_view name, const XmlAttributes& attributes);
    void end(std::string_view name);
    void text(std::string_view piece);
    void close();

private:
    void set(std::string_view column, std::string_view value);
    void setColour(std::string_view column, std::string_view value, bool alpha);
    void placeNode();
    void setArrows();
    void countLosses(std::string_view name, const XmlAttributes& attributes);

    RowStream& rows_;
    RowKind kind_;
    YedLosses& losses_;
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
