#pragma once

#include "core/model/progress.h"
#include "ui/render/picture_view.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/style.h"

#include <QImage>
#include <QPointF>

#include <limits>
#include <memory>
#include <vector>

namespace entente::ui {

/// What a network's picture is made from: shared, since threads draw it while the next one is made
/// ready.
struct PlacedNetwork {
    std::shared_ptr<const NetworkPlan> plan;
    std::shared_ptr<const Network> network; ///< that was planned
    std::vector<QPointF> places; ///< layout units, one a network vertex; not a number: not drawn
    std::vector<std::uint8_t> crowding; ///< of the vertices; empty: all have room (`crowdingOf`)
    std::vector<QPointF> bends; ///< where edges bend to, one a network edge; empty: all straight
    Colours colours;
};

struct RasterPicture {
    QImage image;
    std::size_t strands = 0;  ///< drawn
    double strandSeconds = 0; ///< that drawing them took
    bool complete = true;     ///< not a sample
};

/// Draws strands and marks of a network on its ground as the painter does, some twenty times as
/// fast and on all cores: where there is no graphics card, so that networks of a million edges come
/// within a second or two. Of more than about `most` strands in sight, a sample as dense as all of
/// them, with a sample of the marks where there are tens of thousands. The same pixels whatever the
/// number of threads. Throws Cancelled.
RasterPicture rasterNetwork(const PlacedNetwork& network, const PictureView& view,
                            std::size_t most = std::numeric_limits<std::size_t>::max(),
                            const Progress& progress = {});

} // namespace entente::ui
