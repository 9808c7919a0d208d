#pragma once

#include "ui/render/network_raster.h"
#include "ui/render/pixel_band.h"
#include "ui/scene/network_geometry.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace entente::ui {

/// Where a network's picture has what: in logical pixels unless they are said to be the device's.
struct RasterSpace {
    static constexpr int rowsOfBand = 96;
    /// What strands carry may reach so far beyond them.
    static constexpr double beyond = 24;

    RasterSpace(const PlacedNetwork& shown, const PictureView& seen)
        : network(shown), plan(*shown.plan), view(seen), ratio(seen.pixelRatio),
          scale(NetworkScale::at(seen.camera.zoom, plan.strandCount)),
          image(seen.pixels(), QImage::Format_RGB32) {}

    const PlacedNetwork& network;
    const NetworkPlan& plan;
    const PictureView& view;
    double ratio; ///< pixels of the device a logical one
    NetworkScale scale;
    QImage image;
    std::uint32_t* pixels = nullptr; ///< of the image

    /// A fair part of all numbers; the same ones every time.
    [[nodiscard]] static bool isSampled(std::uint32_t number, double share) {
        constexpr std::uint32_t scatter = 2'654'435'769; // 2³² over the golden ratio (Knuth)
        return static_cast<double>(number * scatter) < share * 4'294'967'296.0;
    }

    [[nodiscard]] QPointF toView(QPointF place) const {
        return view.camera.toView(place, view.size);
    }

    [[nodiscard]] bool isOutside(const QPointF& a, const QPointF& b) const {
        return std::max(a.x(), b.x()) < -beyond || std::max(a.y(), b.y()) < -beyond ||
               std::min(a.x(), b.x()) > view.size.width() + beyond ||
               std::min(a.y(), b.y()) > view.size.height() + beyond;
    }

    /// The mark of a vertex as strands see it; a radius of 0: it has no place.
    [[nodiscard]] StrandEnd endAt(std::uint32_t vertex) const {
        const QPointF centre = toView(network.places[vertex]);
        if (!std::isfinite(centre.x() + centre.y())) {
            return {};
        }
        const PlannedMark& mark = plan.marks[vertex];
        return {centre, mark.radius * scale.marks, mark.shape};
    }

    [[nodiscard]] int bandCount() const { return (image.height() + rowsOfBand - 1) / rowsOfBand; }

    /// The band of a row of the device's pixels; one far outside where the row is.
    [[nodiscard]] static int bandAt(double y) {
        return static_cast<int>(std::clamp(std::floor(y / rowsOfBand), -1.0, 1e6));
    }

    /// Band by band, each by one thread: no two threads meet, and the picture does not depend on
    /// how many there are.
    template <typename Draw>
    void forBands(const Draw& draw) const {
        const int stride = static_cast<int>(image.bytesPerLine() / 4);
        tbb::parallel_for(0, bandCount(), [&](int i) {
            PixelBand band(pixels, stride, image.width(), i * rowsOfBand,
                           std::min(image.height(), (i + 1) * rowsOfBand));
            draw(band);
        });
    }
};

inline PixelPoint toPixel(QPointF point) {
    return {static_cast<float>(point.x()), static_cast<float>(point.y())};
}

} // namespace entente::ui
