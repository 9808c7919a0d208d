#include "core/formats/colour_text.h"

#include "core/formats/colour_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace entente {

namespace {

std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
    std::uint32_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number, 16);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::string colourText(std::uint32_t rgb) {
    return fmt::format("#{:06x}", rgb);
}

std::optional<std::string> fromDigits(std::string_view digits) {
    const auto number = hexadecimal(digits);
    if (!number) {
        return std::nullopt;
    }
    switch (digits.size()) {
    case 3:
        return colourText((*number >> 8U & 0xFU) * 0x110000U + (*number >> 4U & 0xFU) * 0x1100U +
                          (*number & 0xFU) * 0x11U);
    case 6:
        return colourText(*number);
    case 8:
        return colourText(*number >> 8U);
    default:
        return std::nullopt;
    }
}

/// Foley & van Dam, Computer Graphics (1990), section 13.3.
std::optional<std::string> fromHueSaturationValue(std::string_view text) {
    std::array<double, 3> hsv{};
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (std::size_t i = 0; i < hsv.size(); ++i) {
        while (i > 0 && at != end && (*at == ' ' || *at == ',')) {
            ++at;
        }
        const auto read = std::from_chars(at, end, hsv[i]);
        if (read.ec != std::errc{} || !(hsv[i] >= 0 && hsv[i] <= 1)) {
            return std::nullopt;
        }
        at = read.ptr;
    }
    if (at != end) {
        return std::nullopt;
    }
    const auto part = [&hsv](double offset) {
        const double place = std::fmod(hsv[0] * 6 + offset, 6.0);
        const double share = std::clamp(std::min(place, 4 - place), 0.0, 1.0);
        return static_cast<std::uint32_t>(std::lround(255 * hsv[2] * (1 - hsv[1] * share)));
    };
    return colourText(part(5) << 16U | part(3) << 8U | part(1));
}

} // namespace

std::optional<std::string> parseColour(std::string_view text) {
    if (text.starts_with('#')) {
        return fromDigits(text.substr(1));
    }
    constexpr std::size_t pajekSize = 9;
    if (text.size() == pajekSize && text.starts_with("RGB")) {
        return fromDigits(text.substr(3));
    }
    std::string name(text);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (const auto named = namedColour(name)) {
        return colourText(*named);
    }
    return fromHueSaturationValue(text);
}

} // namespace entente
