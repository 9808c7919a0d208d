#pragma once

#include <cstdint>

namespace entente {

/// SplitMix64 (Steele, Lea & Flood 2014): small, quick, and the same everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// In [0, limit).
    std::uint64_t below(std::uint64_t limit) {
        return static_cast<std::uint64_t>(uniform() * static_cast<double>(limit));
    }

private:
    std::uint64_t state_;
};

} // namespace entente
