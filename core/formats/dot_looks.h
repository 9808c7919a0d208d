#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A colour of DOT as attributes have it.
struct DotColour {
    std::string colour; ///< `#rrggbb`, of several colours the first; as it stands where it is none
    std::string alpha;  ///< from 0 to 1; empty: opaque
    std::string list;   ///< the whole text where it holds several colours: "red:blue"

    bool operator==(const DotColour&) const = default;
};

DotColour dotColour(std::string_view value);

/// The inverse of `dotColour`: the colour with as much of its alpha and list as DOT can say of it;
/// what was not used is empty in `said`. Nothing where the colour would not read back the same.
std::optional<std::string> dotColourText(const DotColour& wanted, DotColour& said);

/// Whether a style of DOT fills nodes with a colour: "filled,bold".
bool fillsNodes(std::string_view style);

/// How a node looks in DOT: its outline's colour, its inside's and its style.
struct DotLooks {
    std::string color;
    std::string fillcolor;
    std::string style;
};

/// How it looks in attributes: its colour is the inside's, where that has one.
struct NodeLooks {
    DotColour colour;
    std::string outline; ///< where it has a colour of its own
    std::string style;   ///< empty: filled, where there is a colour

    bool operator==(const NodeLooks&) const = default;
};

NodeLooks nodeLooks(const DotLooks& looks);
/// The inverse of `nodeLooks`; what it could not use is empty in `said`.
DotLooks dotLooks(const NodeLooks& wanted, NodeLooks& said);

} // namespace entente
