#include "ui/render/pixel_band.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

/// A colour split for blending two channels at once.
struct Paint {
    std::uint32_t redBlue;
    std::uint32_t green;

    explicit Paint(QRgb colour) : redBlue(colour & 0xFF00FFU), green(colour & 0x00FF00U) {}
};

/// `share` of 256 parts of the paint over what is there.
inline void blend(std::uint32_t& pixel, const Paint& paint, std::uint32_t share) {
    const std::uint32_t rest = 256 - share;
    const std::uint32_t redBlue =
        ((pixel & 0xFF00FFU) * rest + paint.redBlue * share + 0x800080U) >> 8U;
    const std::uint32_t green = ((pixel & 0x00FF00U) * rest + paint.green * share + 0x8000U) >> 8U;
    pixel = 0xFF000000U | (redBlue & 0xFF00FFU) | (green & 0x00FF00U);
}

inline float limited(float value, float most) {
    return std::min(std::max(value, 0.0F), most);
}

/// Rounded up; a little more where it is negative, which serves as well. (Without SSE 4.1 rounding
/// is a call.)
inline int roundedUp(float value) {
    const int whole = static_cast<int>(value);
    return whole + (static_cast<float>(whole) < value ? 1 : 0);
}

inline float length(PixelPoint way) {
    return std::sqrt(way.x * way.x + way.y * way.y);
}

/// How much of the dashes covers a point, by its way along the course and its distance from it.
struct SolidCover {
    float operator()(float /*along*/, float /*across*/) const { return 1; }
};

struct DashCover {
    float on;
    float period;
    float rim;

    float operator()(float along, float /*across*/) const {
        const float x = along - period * std::floor((along + (period - on) / 2) / period) - on / 2;
        return limited(0.5F + on / 2 + rim - std::abs(x), 1);
    }
};

/// Round dots: the cover across is theirs alone.
struct DotCover {
    float period;
    float radius;

    float operator()(float along, float across) const {
        const float x = along - period * std::floor(along / period + 0.5F);
        return limited(0.5F + radius - length({x, across}), 1);
    }
};

float toBox(PixelPoint p, float width, float height) {
    const float x = std::abs(p.x) - width;
    const float y = std::abs(p.y) - height;
    return length({std::max(x, 0.0F), std::max(y, 0.0F)}) + std::min(std::max(x, y), 0.0F);
}

float toSegment(PixelPoint p, PixelPoint a, PixelPoint b) {
    const PixelPoint way{b.x - a.x, b.y - a.y};
    const PixelPoint from{p.x - a.x, p.y - a.y};
    const float share =
        limited((from.x * way.x + from.y * way.y) / (way.x * way.x + way.y * way.y), 1);
    return length({from.x - way.x * share, from.y - way.y * share});
}

float toSheet(PixelPoint p, float radius) {
    const float w = radius * 0.78F;
    const float h = radius;
    const float fold = radius * 0.5F;
    const float within = std::max(
        {std::abs(p.x) - w, std::abs(p.y) - h, (p.x - p.y - (w + h - fold)) * 0.70710678F});
    if (within <= 0) {
        return within;
    }
    return std::min({toSegment(p, {-w, -h}, {w - fold, -h}),
                     toSegment(p, {w - fold, -h}, {w, -h + fold}),
                     toSegment(p, {w, -h + fold}, {w, h}), toSegment(p, {w, h}, {-w, h}),
                     toSegment(p, {-w, h}, {-w, -h})});
}

/// The signed distance to a shape, negative within; as the shader for marks has it.
float toShape(Shape shape, PixelPoint p, float radius) {
    constexpr float sine60 = 0.86602540F;
    switch (shape) {
    case Shape::Circle:
        return length(p) - radius;
    case Shape::Dot:
        return length(p) - radius * 0.7F;
    case Shape::RoundedSquare: {
        const float half = radius * 0.89F;
        const float corner = half * 0.45F;
        return toBox(p, half - corner, half - corner) - corner;
    }
    case Shape::Rectangle:
        return toBox(p, radius * 1.12F, radius * 0.72F);
    case Shape::Diamond: {
        constexpr float turn = 0.70710678F;
        const float half = radius * 1.25F * turn;
        return toBox({(p.x + p.y) * turn, (p.x - p.y) * turn}, half, half);
    }
    case Shape::Hexagon: {
        const float apothem = radius * 0.95262794F;
        p = {std::abs(p.x), std::abs(p.y)};
        const float over = 2 * std::min(-sine60 * p.x + 0.5F * p.y, 0.0F);
        p = {p.x + over * sine60, p.y - over * 0.5F};
        const float half = apothem * 0.57735027F;
        p = {p.x - std::clamp(p.x, -half, half), p.y - apothem};
        return std::copysign(length(p), p.y);
    }
    case Shape::Triangle: {
        constexpr float root3 = 1.7320508F;
        const float half = radius * 1.4F * sine60;
        p = {std::abs(p.x) - half, -p.y + half / root3};
        if (p.x + root3 * p.y > 0) {
            p = {(p.x - root3 * p.y) / 2, (-root3 * p.x - p.y) / 2};
        }
        p.x -= std::clamp(p.x, -2 * half, 0.0F);
        return -std::copysign(length(p), p.y);
    }
    case Shape::Sheet:
        return toSheet(p, radius);
    }
    return length(p) - radius;
}

/// The distance to the lines that are drawn of a shape.
float toOutline(Shape shape, PixelPoint p, float radius, float distance) {
    float nearest = std::abs(distance);
    if (shape == Shape::Sheet) {
        const float w = radius * 0.78F;
        const float fold = radius * 0.5F;
        const PixelPoint inner{w - fold, -radius + fold};
        nearest = std::min({nearest, toSegment(p, {w - fold, -radius}, inner),
                            toSegment(p, inner, {w, -radius + fold})});
    }
    return nearest;
}

} // namespace

/// A line that is wider than high: column by column.
template <typename Along>
void PixelBand::drawFlat(PixelPoint from, PixelPoint to, const PixelLine& line,
                         const Along& along) {
    const float whole = length({to.x - from.x, to.y - from.y});
    const PixelPoint unit{(to.x - from.x) / whole, (to.y - from.y) / whole};
    const float slope = unit.y / unit.x;
    const float steepness = std::abs(unit.x);
    const float reach = line.halfWidth + 0.5F;
    const float high = reach / steepness;
    const float plateau = std::min(1.0F, 2 * line.halfWidth);
    float first = std::min(from.x, to.x);
    float last = std::max(from.x, to.x);
    if (std::abs(slope) > 1e-6F) {
        // Only columns where the line passes the rows of the band.
        const float a = from.x + (static_cast<float>(top_) - high - from.y) / slope;
        const float b = from.x + (static_cast<float>(bottom_) + high - from.y) / slope;
        first = std::max(first, std::min(a, b));
        last = std::min(last, std::max(a, b));
    }
    const int begin = static_cast<int>(std::ceil(std::max(first - 0.5F, 0.0F)));
    const int end = static_cast<int>(std::ceil(std::min(last - 0.5F, static_cast<float>(width_))));
    const Paint paint(line.colour);
    const float strength = 256 * line.opacity;
    for (int x = begin; x < end; ++x) {
        const float step = static_cast<float>(x) + 0.5F - from.x;
        const float middle = from.y + slope * step - 0.5F;
        const int low = std::max(top_, roundedUp(middle - high));
        const int above = std::min(bottom_ - 1, static_cast<int>(middle + high));
        std::uint32_t* pixel = pixels_ + static_cast<std::ptrdiff_t>(low) * stride_ + x;
        for (int y = low; y <= above; ++y, pixel += stride_) {
            const float aside = static_cast<float>(y) - middle;
            const float across = std::abs(aside) * steepness;
            const float cover = limited(reach - across, plateau) *
                                along(step * unit.x + (slope * step + aside) * unit.y, across);
            blend(*pixel, paint, static_cast<std::uint32_t>(cover * strength + 0.5F));
        }
    }
}

/// A line that is higher than wide: row by row.
template <typename Along>
void PixelBand::drawSteep(PixelPoint from, PixelPoint to, const PixelLine& line,
                          const Along& along) {
    const float whole = length({to.x - from.x, to.y - from.y});
    const PixelPoint unit{(to.x - from.x) / whole, (to.y - from.y) / whole};
    const float slope = unit.x / unit.y;
    const float steepness = std::abs(unit.y);
    const float reach = line.halfWidth + 0.5F;
    const float wide = reach / steepness;
    const float plateau = std::min(1.0F, 2 * line.halfWidth);
    const float first = std::max(std::min(from.y, to.y), static_cast<float>(top_));
    const float last = std::min(std::max(from.y, to.y), static_cast<float>(bottom_));
    const int begin = std::max(top_, roundedUp(first - 0.5F));
    const int end = std::min(bottom_, roundedUp(last - 0.5F));
    const Paint paint(line.colour);
    const float strength = 256 * line.opacity;
    for (int y = begin; y < end; ++y) {
        const float step = static_cast<float>(y) + 0.5F - from.y;
        const float middle = from.x + slope * step - 0.5F;
        const float least = std::max(middle - wide, 0.0F);
        const float most = std::min(middle + wide, static_cast<float>(width_ - 1));
        const int low = roundedUp(least);
        const int above = static_cast<int>(most);
        std::uint32_t* pixel = pixels_ + static_cast<std::ptrdiff_t>(y) * stride_ + low;
        for (int x = low; x <= above; ++x, ++pixel) {
            const float aside = static_cast<float>(x) - middle;
            const float across = std::abs(aside) * steepness;
            const float cover = limited(reach - across, plateau) *
                                along((slope * step + aside) * unit.x + step * unit.y, across);
            blend(*pixel, paint, static_cast<std::uint32_t>(cover * strength + 0.5F));
        }
    }
}

template <typename Along>
void PixelBand::drawCourse(PixelPoint from, PixelPoint to, const PixelLine& line,
                           const Along& along) {
    if (std::abs(to.x - from.x) > std::abs(to.y - from.y)) {
        drawFlat(from, to, line, along);
    } else if (std::abs(to.y - from.y) > 1e-6F) {
        drawSteep(from, to, line, along);
    }
}

void PixelBand::drawLine(PixelPoint from, PixelPoint to, const PixelLine& line, float before) {
    const float reach = line.halfWidth + 1;
    if (std::max(from.y, to.y) + reach < static_cast<float>(top_) ||
        std::min(from.y, to.y) - reach > static_cast<float>(bottom_)) {
        return;
    }
    const auto dashed = [&](const auto& cover) {
        drawCourse(from, to, line,
                   [&](float along, float across) { return cover(along + before, across); });
    };
    switch (line.dash) {
    case Dash::Solid:
        drawCourse(from, to, line, SolidCover{});
        break;
    case Dash::LongDash:
        dashed(DashCover{5 * line.dashUnit, 7 * line.dashUnit, line.rim});
        break;
    case Dash::ShortDash:
        dashed(DashCover{2.2F * line.dashUnit, 3.8F * line.dashUnit, line.rim});
        break;
    case Dash::Dotted:
        dashed(
            DotCover{2.2F * line.dashUnit + 0.02F * (line.halfWidth - line.rim), line.halfWidth});
        break;
    }
}

void PixelBand::drawHead(PixelPoint tip, PixelPoint along, float length, QRgb colour,
                         float opacity) {
    const float half = length * 0.42F;
    const float norm = std::sqrt(half * half + length * length);
    const float reach = length + 2;
    const Paint paint(colour);
    const int top = std::max(top_, static_cast<int>(tip.y - reach));
    const int bottom = std::min(bottom_, static_cast<int>(tip.y + reach) + 1);
    const int left = std::max(0, static_cast<int>(tip.x - reach));
    const int right = std::min(width_, static_cast<int>(tip.x + reach) + 1);
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const PixelPoint p{static_cast<float>(x) + 0.5F - tip.x,
                               static_cast<float>(y) + 0.5F - tip.y};
            const float ahead = p.x * along.x + p.y * along.y;
            const float aside = std::abs(p.y * along.x - p.x * along.y);
            const float outside = std::max((ahead * half + aside * length) / norm, -length - ahead);
            const float cover = limited(0.5F - outside, 1);
            if (cover > 0) {
                blend(pixels_[static_cast<std::ptrdiff_t>(y) * stride_ + x], paint,
                      static_cast<std::uint32_t>(cover * opacity * 256 + 0.5F));
            }
        }
    }
}

/// Of so few pixels that no shape can be told: a disc as large as the shape, of one colour.
void PixelBand::drawDot(const PixelMark& mark) {
    const float radius = mark.shape == Shape::Dot ? mark.radius * 0.7F : mark.radius;
    const float reach = radius + mark.outlineWidth / 2 + 0.5F;
    const int top = std::max(top_, roundedUp(mark.centre.y - reach - 0.5F));
    const int bottom = std::min(bottom_, static_cast<int>(mark.centre.y + reach + 0.5F));
    const int left = std::max(0, roundedUp(mark.centre.x - reach - 0.5F));
    const int right = std::min(width_, static_cast<int>(mark.centre.x + reach + 0.5F));
    const Paint paint(mark.fill);
    const float rim = radius + mark.outlineWidth / 2;
    const float strength = 256 * mark.opacity;
    // Where the dot is smaller than a pixel, no pixel is covered whole.
    const float most = std::min(1.0F, 3.1415927F * rim * rim);
    for (int y = top; y < bottom; ++y) {
        std::uint32_t* const row = pixels_ + static_cast<std::ptrdiff_t>(y) * stride_;
        const float down = static_cast<float>(y) + 0.5F - mark.centre.y;
        for (int x = left; x < right; ++x) {
            const float aside = static_cast<float>(x) + 0.5F - mark.centre.x;
            const float cover = limited(0.5F + rim - std::sqrt(aside * aside + down * down), most);
            if (cover > 0) {
                blend(row[x], paint, static_cast<std::uint32_t>(cover * strength + 0.5F));
            }
        }
    }
}

void PixelBand::drawMark(const PixelMark& mark) {
    constexpr float largestDot = 1.3F;
    if (mark.radius <= largestDot && mark.fill == mark.outline) {
        drawDot(mark);
        return;
    }
    // As far as the middle of a pixel may lie off to be covered: of dots, that is one pixel of each
    // side, and networks have very many of them.
    const float reach =
        mark.radius * (mark.shape == Shape::Circle ? 1 : 1.42F) + mark.outlineWidth / 2 + 0.5F;
    const auto first = [reach](float middle) {
        return static_cast<int>(std::ceil(middle - reach - 0.5F));
    };
    const auto end = [reach](float middle) {
        return static_cast<int>(std::floor(middle + reach - 0.5F)) + 1;
    };
    const int top = std::max(top_, first(mark.centre.y));
    const int bottom = std::min(bottom_, end(mark.centre.y));
    const int left = std::max(0, first(mark.centre.x));
    const int right = std::min(width_, end(mark.centre.x));
    const Paint fill(mark.fill);
    const Paint outline(mark.outline);
    const float half = mark.outlineWidth / 2;
    const float plateau = std::min(1.0F, mark.outlineWidth);
    const float strength = 256 * mark.opacity;
    for (int y = top; y < bottom; ++y) {
        std::uint32_t* const row = pixels_ + static_cast<std::ptrdiff_t>(y) * stride_;
        for (int x = left; x < right; ++x) {
            const PixelPoint p{static_cast<float>(x) + 0.5F - mark.centre.x,
                               static_cast<float>(y) + 0.5F - mark.centre.y};
            const float distance = toShape(mark.shape, p, mark.radius);
            const float filled = limited(0.5F - distance, 1);
            const float lined =
                limited(0.5F + half - toOutline(mark.shape, p, mark.radius, distance), plateau);
            if (filled > 0) {
                blend(row[x], fill, static_cast<std::uint32_t>(filled * strength + 0.5F));
            }
            if (lined > 0) {
                blend(row[x], outline, static_cast<std::uint32_t>(lined * strength + 0.5F));
            }
        }
    }
}

} // namespace entente::ui
