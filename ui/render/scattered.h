#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::ui {

/// The first `kept` of 0 … count−1 in an order in which neighbours come from anywhere, the same
/// every time.
std::vector<std::uint32_t> scattered(std::size_t count, std::size_t kept);

} // namespace entente::ui
