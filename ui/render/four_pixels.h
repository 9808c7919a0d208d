#pragma once

#include <QRgb>

#include <cmath>
#include <cstdint>
#include <cstring>

namespace entente::ui {

// Four neighbouring pixels at once, in the vectors that GCC and Clang have for every processor.

typedef float Float4 __attribute__((vector_size(16)));
typedef std::int32_t Int4 __attribute__((vector_size(16)));
typedef std::uint32_t Word4 __attribute__((vector_size(16)));
typedef std::uint16_t Half8 __attribute__((vector_size(16)));

inline Float4 absolute(Float4 value) {
    return reinterpret_cast<Float4>(reinterpret_cast<Int4>(value) & 0x7FFFFFFF);
}

/// From 0 to `most`.
inline Float4 clamped(Float4 value, float most) {
    const Float4 least{};
    const Float4 greatest = least + most;
    value = value > least ? value : least;
    return value < greatest ? value : greatest;
}

/// For values whose integers fit into 32 bits.
inline Float4 roundedDown(Float4 value) {
    const Int4 whole = __builtin_convertvector(value, Int4);
    // A comparison that holds is −1.
    return __builtin_convertvector(whole + (value < __builtin_convertvector(whole, Float4)),
                                   Float4);
}

/// To the nearest, of values that are not negative.
inline Word4 rounded(Float4 value) {
    return reinterpret_cast<Word4>(__builtin_convertvector(value + 0.5F, Int4));
}

inline Float4 squareRoot(Float4 value) {
    for (int i = 0; i < 4; ++i) {
        value[i] = std::sqrt(value[i]);
    }
    return value;
}

/// A colour split for blending four pixels, two channels at once.
struct FourPaints {
    Half8 redBlue;
    Half8 green;

    explicit FourPaints(QRgb colour)
        : redBlue(reinterpret_cast<Half8>(Word4{} + (colour & 0xFF00FFU))),
          green(reinterpret_cast<Half8>(Word4{} + ((colour >> 8U & 0xFFU) | 0xFF0000U))) {}
};

/// `shares` of 256 parts of the paint over opaque pixels.
inline void blend(std::uint32_t* pixels, const FourPaints& paint, Word4 shares) {
    Word4 pixel;
    std::memcpy(&pixel, pixels, sizeof(pixel));
    const Half8 share = reinterpret_cast<Half8>(shares | shares << 16U);
    const Half8 rest = 256 - share;
    const Half8 redBlue =
        (reinterpret_cast<Half8>(pixel & 0xFF00FFU) * rest + paint.redBlue * share + 128) >> 8U;
    const Half8 green =
        (reinterpret_cast<Half8>(pixel >> 8U & 0xFF00FFU) * rest + paint.green * share + 128) &
        0xFF00U;
    pixel = reinterpret_cast<Word4>(redBlue | green);
    std::memcpy(pixels, &pixel, sizeof(pixel));
}

} // namespace entente::ui
