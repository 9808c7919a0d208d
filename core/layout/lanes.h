#pragma once

#include <cstddef>

namespace entente {

/// Floats that are worked on together. Always as many, whatever the processor's registers hold: the
/// operations and their order are the same, and so is each bit of the result.
inline constexpr std::size_t laneCount = 8;
using Lanes = float __attribute__((vector_size(laneCount * sizeof(float))));

} // namespace entente

/// Marks a function that is also compiled for wider registers, which are used where the processor
/// has them.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) &&                             \
    !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
#define ENTENTE_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define ENTENTE_WIDE
#endif
