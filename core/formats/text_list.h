#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Several texts in one field: "first; second". A semicolon or a backslash inside a text has a
/// backslash before it.
std::string joinList(std::span<const std::string> texts);

/// The inverse of `joinList`; blanks around a text and empty texts are left out.
std::vector<std::string> splitList(std::string_view field);

} // namespace entente
