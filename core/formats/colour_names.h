#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

/// The colour, 0xRRGGBB, of a name of SVG (CSS Color Module Level 4, section 6.1) in lower case;
/// nothing where there is none of that name. O(log names).
std::optional<std::uint32_t> namedColour(std::string_view name);

} // namespace entente
