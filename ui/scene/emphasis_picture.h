#pragma once

#include "ui/scene/display_list.h"
#include "ui/scene/emphasis.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/style.h"

#include <QPointF>

#include <functional>

namespace entente::ui {

/// Where things lie, in pixels.
struct EmphasisPlaces {
    double zoom = 1;
    std::function<QPointF(std::uint32_t)> vertex;
    /// Where an edge bends to; none: all are straight.
    std::function<QPointF(std::uint32_t)> bend;
};

/// What stands out in a planned network, as it lies over the rest: just the marks and strands of
/// the emphasis, without names. O(emphasis log m), however large the network is.
DisplayList drawEmphasis(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                         const Emphasis& emphasis, const Style& style,
                         const EmphasisPlaces& places);

} // namespace entente::ui
