#pragma once

#include "ui/render/raster_space.h"

namespace entente::ui {

/// Draws the marks of a network; a sample of them where only a sample of the strands is drawn.
class MarkRaster {
public:
    MarkRaster(const RasterSpace& space, bool sampled, const Progress& progress);

    /// Whether all marks in sight are drawn.
    [[nodiscard]] bool isComplete() const { return share_ >= 1; }
    void draw() const;

private:
    void sample();
    [[nodiscard]] StrandEnd markAt(std::uint32_t vertex) const;
    [[nodiscard]] std::vector<std::vector<std::uint32_t>>
    marksOfBands(std::uint32_t begin, std::uint32_t end, int bands) const;
    void drawMark(PixelBand& band, std::uint32_t vertex, const QColor& outline) const;

    const RasterSpace& space_;
    const Progress& progress_;
    double scaleOfPlane_; ///< logical pixels a layout unit
    double share_ = 1;    ///< of the marks
};

} // namespace entente::ui
