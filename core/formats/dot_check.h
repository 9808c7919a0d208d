#pragma once

#include <string>
#include <string_view>

namespace entente {

/// DOT without its comments and preprocessor lines, the lines still where they were. Throws
/// `FileError`, naming file and line, where cgraph would stumble or never end: a text, comment or
/// bracket that is not closed, subgraphs nested too deep, a text of more than 1 MiB, so many
/// attributes or edges between subgraphs that no machine holds them. O(bytes).
std::string checkedDot(std::string_view text, const std::string& file);

} // namespace entente
