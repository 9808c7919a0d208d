#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// What a label of DOT shows, which is an “escString” of Graphviz: `\n`, `\l` and `\r` end lines,
/// `\N` is `name`, `\\` a backslash; entities stand for their letters.
std::string dotLabel(std::string_view value, std::string_view name);
/// The inverse of `dotLabel`, in quotation marks.
std::string quotedDotLabel(std::string_view label);

/// Any other value or name: `\\` is a backslash, `\%` at the beginning a percent sign (which alone
/// marks names that cgraph makes up), all else as it stands.
std::string dotValue(std::string_view value);
/// The inverse of `dotValue`, in quotation marks.
std::string quotedDot(std::string_view value);

/// The words of a label in HTML, a line break for each `<br/>` and each row or cell of a table.
std::string htmlWords(std::string_view html);

/// A place as DOT has it, “x,y!” or “x,y,z”, with y growing downwards; z may be empty; that
/// it is pinned is not part of it. Nothing where the text is none.
std::optional<std::array<std::string, 3>> dotPlace(std::string_view pos);
/// The inverse of `dotPlace`; nothing where these are no numbers that would read back the same.
std::optional<std::string> dotPos(std::string_view x, std::string_view y, std::string_view z);

/// Inches as points, in the unit of places; nothing where the text is no number.
std::optional<std::string> dotSize(std::string_view inches);
/// The inverse of `dotSize`; nothing where the size would not read back the same.
std::optional<std::string> dotInches(std::string_view size);

} // namespace entente
