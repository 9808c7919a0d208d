#include "ui/render/pixel_band.h"

#include "ui/render/four_pixels.h"

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

/// How much of the dashes covers four points, by their way along the course and their distance from
/// it.
struct SolidCover {
    Float4 operator()(Float4 /*along*/, Float4 /*across*/) const { return Float4{} + 1; }
};

struct DashCover {
    float on;
    float period;
    float rim;

    Float4 operator()(Float4 along, Float4 /*across*/) const {
        const Float4 x =
            along - period * roundedDown((along + (period - on) / 2) * (1 / period)) - on / 2;
        return clamped(0.5F + on / 2 + rim - absolute(x), 1);
    }
};

/// Round dots: the cover across is theirs alone.
struct DotCover {
    float period;
    float radius;

    Float4 operator()(Float4 along, Float4 across) const {
        const Float4 x = along - period * roundedDown(along * (1 / period) + 0.5F);
        return clamped(0.5F + radius - squareRoot(x * x + across * across), 1);
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

/// Row by row, since pixels next to each other are drawn four at a time. A line ends square to the
/// axis that it runs along more than along the other.
template <typename Along>
void PixelBand::drawCourse(PixelPoint from, PixelPoint to, const PixelLine& line,
                           const Along& along) {
    const float whole = length({to.x - from.x, to.y - from.y});
    if (whole < 1e-6F || width_ < 4) { // Nothing can be told in so narrow a picture.
        return;
    }
    const PixelPoint unit{(to.x - from.x) / whole, (to.y - from.y) / whole};
    const bool flat = std::abs(unit.x) > std::abs(unit.y);
    const float reach = line.halfWidth + 0.5F;
    const float plateau = std::min(1.0F, 2 * line.halfWidth);
    const float strength = 256 * line.opacity;
    const FourPaints paint(line.colour);

    // Where the middles of rows and columns lie that the line passes.
    const float above = flat ? reach / std::abs(unit.x) : 0;
    const float first = std::max(std::min(from.y, to.y) - above, static_cast<float>(top_));
    const float last = std::min(std::max(from.y, to.y) + above, static_cast<float>(bottom_));
    const int begin = std::max(top_, roundedUp(first - 0.5F));
    const int end = std::min(bottom_, roundedUp(last - 0.5F));
    const float leftmost = flat ? std::max(std::min(from.x, to.x) - 0.5F, 0.0F) : 0;
    const float rightmost =
        flat ? std::min(std::max(from.x, to.x) - 0.5F, static_cast<float>(width_))
             : static_cast<float>(width_);

    // A row's part is where the distance from the line, which grows by unit.y a pixel, is small.
    const float slope = unit.x / (std::abs(unit.y) > 1e-6F ? unit.y : std::copysign(1e-6F, unit.y));
    const float half = std::min(reach / std::max(std::abs(unit.y), 1e-6F), 1e6F);
    const Float4 lane{0, 1, 2, 3};
    for (int y = begin; y < end; ++y) {
        const float down = static_cast<float>(y) + 0.5F - from.y;
        const float middle = from.x + slope * down - 0.5F;
        const int low = roundedUp(std::max(middle - half, leftmost));
        const int past = roundedUp(std::min(middle + half, rightmost));
        std::uint32_t* const row = pixels_ + static_cast<std::ptrdiff_t>(y) * stride_;
        for (int x = low; x < past; x += 4) {
            const int at = std::min(x, width_ - 4);
            const Int4 column = at + Int4{0, 1, 2, 3};
            const float right = static_cast<float>(at) + 0.5F - from.x;
            const Float4 across = absolute(right * unit.y - down * unit.x + lane * unit.y);
            const Float4 way = right * unit.x + down * unit.y + lane * unit.x;
            const Float4 cover = clamped(reach - across, plateau) * along(way, across);
            const auto covered = reinterpret_cast<Word4>((column >= x) & (column < past));
            blend(row + at, paint, rounded(cover * strength) & covered);
        }
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
                   [&](Float4 along, Float4 across) { return cover(along + before, across); });
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
