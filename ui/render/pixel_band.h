#pragma once

#include "ui/scene/display_list.h"

#include <QRgb>

#include <cstdint>

namespace entente::ui {

/// A point in pixels; y runs down.
struct PixelPoint {
    float x = 0;
    float y = 0;
};

/// How a line is set: lengths in pixels.
struct PixelLine {
    QRgb colour = 0;
    float opacity = 1;
    float halfWidth = 0.5F;
    Dash dash = Dash::Solid;
    float dashUnit = 1; ///< lengths of dashes are multiples of it
    float rim = 0;      ///< how far a casing reaches beyond the dashes that it lies under
};

/// A mark as pixels.
struct PixelMark {
    PixelPoint centre;
    float radius = 1;
    Shape shape = Shape::Circle;
    QRgb fill = 0;
    QRgb outline = 0;
    float outlineWidth = 1;
    float opacity = 1;
};

/// Some rows of a picture, which sets lines and marks into them with smooth edges: each pixel by
/// the share of it that is covered. Coordinates are those of the whole picture.
class PixelBand {
public:
    /// `pixels`: the picture's first one; `stride`: pixels a row.
    PixelBand(std::uint32_t* pixels, int stride, int width, int top, int bottom)
        : pixels_(pixels), stride_(stride), width_(width), top_(top), bottom_(bottom) {}

    [[nodiscard]] int top() const { return top_; }
    [[nodiscard]] int bottom() const { return bottom_; }

    /// `before`: the length of the course that lies before this piece, for its dashes.
    void drawLine(PixelPoint from, PixelPoint to, const PixelLine& line, float before = 0);
    /// A triangle with its tip at a point that opens backwards from `along` (a unit vector).
    void drawHead(PixelPoint tip, PixelPoint along, float length, QRgb colour, float opacity);
    void drawMark(const PixelMark& mark);

private:
    void drawDot(const PixelMark& mark);
    template <typename Along>
    void drawCourse(PixelPoint from, PixelPoint to, const PixelLine& line, const Along& along);

    std::uint32_t* pixels_;
    int stride_;
    int width_;
    int top_;
    int bottom_;
};

} // namespace entente::ui
