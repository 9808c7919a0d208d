#include "ui/render/scattered.h"

#include <algorithm>
#include <numeric>

namespace entente::ui {

namespace {

/// A number that has no common factor with `count`: its multiples visit everything, scattered.
std::size_t strideFor(std::size_t count) {
    auto stride = static_cast<std::size_t>(static_cast<double>(count) * 0.6180339887) | 1U;
    while (count > 1 && std::gcd(stride, count) != 1) {
        stride += 2;
    }
    return std::max<std::size_t>(1, stride);
}

} // namespace

std::vector<std::uint32_t> scattered(std::size_t count, std::size_t kept) {
    std::vector<std::uint32_t> order(std::min(count, kept));
    const std::size_t stride = strideFor(count);
    std::size_t from = 0;
    for (std::uint32_t& value : order) {
        value = static_cast<std::uint32_t>(from);
        from = (from + stride) % count;
    }
    return order;
}

} // namespace entente::ui
