#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A colour as attributes have it: `#rrggbb` in lower case, and how opaque it is.
struct FileColour {
    std::string hex;
    std::string alpha; ///< 0 to 1 as a decimal number; empty: opaque
};

/// A colour as graph files have it: `#RGB`, `#RRGGBB`, `#RRGGBBAA`, six digits without `#`,
/// `rgb(1, 2, 3)`, or a name of SVG 1.1. Nothing where it is none.
std::optional<FileColour> parseFileColour(std::string_view text);

/// The colour of three numbers from 0 to 255; nothing where one of them is none.
std::optional<std::string> hexColour(std::string_view red, std::string_view green,
                                     std::string_view blue);

/// Whether the text is `#rrggbb` in lower case.
bool isHexColour(std::string_view text);

/// The three numbers of `#rrggbb`.
struct ColourParts {
    int red;
    int green;
    int blue;
};
ColourParts colourParts(std::string_view hex);

/// Whether the text is a finite number as a whole.
bool isNumber(std::string_view text);

/// The number with the other sign, digit for digit: where the vertical axis grows the other way.
/// What is no number stays as it is.
std::string flipped(std::string_view number);

} // namespace entente
