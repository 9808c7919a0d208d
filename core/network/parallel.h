#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <atomic>
#include <cstdint>

namespace entente {

/// Calls `body` for each row, on all threads; rows of one block of `grain` in order.
template <typename Body>
void forEachRow(std::size_t rows, const Body& body, std::size_t grain = 16384) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows, grain),
                      [&body](const tbb::blocked_range<std::size_t>& range) {
                          for (std::size_t row = range.begin(); row != range.end(); ++row) {
                              body(static_cast<std::uint32_t>(row));
                          }
                      });
}

/// Sets a flag that other threads may be setting too.
inline void raise(std::uint8_t& flag) {
    const std::atomic_ref<std::uint8_t> shared(flag);
    // A look first keeps the cache line shared where the flag is set already.
    if (shared.load(std::memory_order_relaxed) == 0) {
        shared.store(1, std::memory_order_relaxed);
    }
}

} // namespace entente
