#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A colour as graph files have it, as `#rrggbb` in lower case: `#RGB`, `#RRGGBB`, `#RRGGBBAA` (the
/// opacity is left out), Pajek's `RGB0080FF`, hue, saturation and value from 0 to 1 as Graphviz has
/// them, or a name of SVG (CSS Color Module Level 4, section 6.1) in any case. Nothing where the
/// text is none of these.
std::optional<std::string> parseColour(std::string_view text);

} // namespace entente
