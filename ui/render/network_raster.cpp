#include "ui/render/network_raster.h"

#include "ui/render/mark_raster.h"
#include "ui/render/strand_raster.h"

#include <chrono>

namespace entente::ui {

RasterPicture rasterNetwork(const PlacedNetwork& network, const PictureView& view, std::size_t most,
                            const Progress& progress) {
    RasterSpace space(network, view);
    space.image.setDevicePixelRatio(space.ratio);
    space.image.fill(network.colours.ground);
    if (space.image.isNull()) {
        return {};
    }
    space.pixels = reinterpret_cast<std::uint32_t*>(space.image.bits());
    const StrandRaster strands(space, std::max<std::size_t>(1, most), progress);
    const MarkRaster marks(space, strands.isSampled(), progress);
    const auto begin = std::chrono::steady_clock::now();
    strands.draw();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    marks.draw();
    return {std::move(space.image), strands.count(), taken.count(),
            !strands.isSampled() && marks.isComplete()};
}

} // namespace entente::ui
