#include "ui/render/mark_raster.h"

#include "ui/scene/crowding.h"
#include "ui/scene/network_scene.h"

namespace entente::ui {

namespace {

/// Of more marks in sight than this, or of marks with more pixels of the device, a sample has a
/// fair part of them.
constexpr double mostSampledMarks = 40'000;
constexpr double mostMarkPixels = 800'000;
/// Kinds of shapes.
constexpr std::size_t kinds = 8;

} // namespace

MarkRaster::MarkRaster(const RasterSpace& space, bool sampled, const Progress& progress)
    : space_(space), progress_(progress), scaleOfPlane_(space.view.camera.scale()) {
    if (sampled) {
        sample();
    }
}

void MarkRaster::sample() {
    constexpr std::size_t wanted = 16'384;
    constexpr double rim = 1.5;
    const std::size_t step = space_.plan.marks.size() / wanted + 1;
    double seen = 0;
    double pixels = 0;
    for (std::uint32_t i = 0; i < space_.plan.marks.size(); i += static_cast<std::uint32_t>(step)) {
        const StrandEnd mark = space_.endAt(i);
        if (mark.radius > 0 && !space_.isOutside(mark.centre, mark.centre)) {
            seen += static_cast<double>(step);
            pixels +=
                static_cast<double>(step) * std::pow(2 * (mark.radius + rim) * space_.ratio, 2);
        }
    }
    share_ = std::min(
        {1.0, mostSampledMarks / std::max(1.0, seen), mostMarkPixels / std::max(1.0, pixels)});
}

/// The end of a mark as it is drawn: a dot that stands for others too is larger, so that as much is
/// covered.
StrandEnd MarkRaster::markAt(std::uint32_t vertex) const {
    StrandEnd end = space_.endAt(vertex);
    if (share_ < 1 && end.radius < largestDotRadius) {
        end.radius = std::min<double>(largestDotRadius, end.radius / std::sqrt(share_));
    }
    return end;
}

/// The vertices of a part that are in sight, by the bands that their marks reach into, one kind
/// after the other.
std::vector<std::vector<std::uint32_t>>
MarkRaster::marksOfBands(std::uint32_t begin, std::uint32_t end, int bands) const {
    std::vector<std::vector<std::uint32_t>> marks(static_cast<std::size_t>(bands) * kinds);
    for (std::uint32_t vertex = begin; vertex < end; ++vertex) {
        if (share_ < 1 && !RasterSpace::isSampled(vertex, share_)) {
            continue;
        }
        const StrandEnd mark = markAt(vertex);
        const QPointF around(mark.radius, mark.radius);
        if (!(mark.radius > 0) || space_.isOutside(mark.centre - around, mark.centre + around)) {
            continue;
        }
        const double middle = mark.centre.y() * space_.ratio;
        const double reach = (mark.radius * 1.42 + 3) * space_.ratio;
        const int last = std::min(bands - 1, RasterSpace::bandAt(middle + reach));
        for (int band = std::max(0, RasterSpace::bandAt(middle - reach)); band <= last; ++band) {
            marks[static_cast<std::size_t>(band) * kinds + static_cast<std::size_t>(mark.shape)]
                .push_back(vertex);
        }
    }
    return marks;
}

void MarkRaster::draw() const {
    progress_.throwIfStopped();
    constexpr std::uint32_t part = 32'768;
    const int bands = space_.bandCount();
    const auto count = static_cast<std::uint32_t>(space_.plan.marks.size());
    std::vector<std::vector<std::vector<std::uint32_t>>> parts((count + part - 1) / part);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        progress_.throwIfStopped();
        const auto begin = static_cast<std::uint32_t>(i) * part;
        parts[i] = marksOfBands(begin, std::min(count, begin + part), bands);
    });
    const QColor& outline = space_.network.colours.outline;
    space_.forBands([&](PixelBand& band) {
        const auto first = static_cast<std::size_t>(band.top() / RasterSpace::rowsOfBand) * kinds;
        for (std::size_t kind = first; kind < first + kinds; ++kind) {
            for (const auto& marks : parts) {
                for (const std::uint32_t vertex : marks[kind]) {
                    drawMark(band, vertex, outline);
                }
            }
        }
    });
}

void MarkRaster::drawMark(PixelBand& band, std::uint32_t vertex, const QColor& outline) const {
    const StrandEnd end = markAt(vertex);
    const auto radius = static_cast<float>(end.radius);
    const auto ratio = static_cast<float>(space_.ratio);
    const QColor own(space_.plan.marks[vertex].fill);
    const QRgb fill = (space_.plan.colouredMarks ? own : markFill(own, outline, radius)).rgb();
    const float opacity = space_.plan.colouredMarks || space_.network.crowding.empty()
                              ? 1
                              : dotOpacity(space_.network.crowding[vertex],
                                           end.radius * std::sqrt(share_), scaleOfPlane_);
    band.drawMark({toPixel(end.centre * space_.ratio), radius * ratio, end.shape, fill,
                   outline.rgb(), markOutlineWidth(radius, false) * ratio, opacity});
}

} // namespace entente::ui
