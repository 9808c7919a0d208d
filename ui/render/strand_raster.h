#pragma once

#include "ui/render/raster_space.h"

namespace entente::ui {

/// Draws the strands of a network with what lies over them; of more than about `most` in sight a
/// sample that is as dense as all of them.
class StrandRaster {
public:
    StrandRaster(const RasterSpace& space, std::size_t most, const Progress& progress);

    [[nodiscard]] bool isSampled() const { return share_ < 1; }
    /// How many are drawn, about.
    [[nodiscard]] std::size_t count() const { return count_; }
    void draw() const;

private:
    struct Course;

    [[nodiscard]] std::size_t strandsInSight(std::size_t most) const;
    [[nodiscard]] Course courseOf(const PlannedStrand& planned) const;
    void drawSample() const;
    void drawStrands(const std::vector<PlannedStrand>& strands) const;
    void draw(PixelBand& band, const Course& course, const PlannedStrand& planned) const;
    void drawHead(PixelBand& band, const Course& course, float length,
                  const PlannedStrand& planned) const;
    void drawBar(PixelBand& band, const Course& course, const PlannedStrand& planned) const;
    void drawLine(PixelBand& band, const Course& course, const PlannedStrand& planned) const;
    void drawCourse(PixelBand& band, const Course& course, const PixelLine& line, float cut) const;
    double drawPiece(PixelBand& band, QPointF from, QPointF to, const PixelLine& line,
                     double before) const;

    const RasterSpace& space_;
    const Progress& progress_;
    std::size_t count_ = 0;
    double share_ = 1; ///< of the strands in sight
    float opacity_ = 1;
    float signOpacity_ = 1;
};

} // namespace entente::ui
