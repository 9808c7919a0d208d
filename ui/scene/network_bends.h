#pragma once

#include "core/model/progress.h"
#include "core/network/network.h"

#include <QPointF>

#include <vector>

namespace entente::ui {

/// Where a network's edges bend to when they are bundled, in the units of `places` (one a network
/// vertex); empty where `strength` is 0. See `bundleEdges`. Throws Cancelled.
std::vector<QPointF> bendsOf(const Network& network, const std::vector<QPointF>& places,
                             double strength, const Progress& progress);

/// The same from the ends of edges.
std::vector<QPointF> bendsOf(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ends,
                             const std::vector<QPointF>& places, double strength,
                             const Progress& progress);

/// The vertices that each network edge joins.
std::vector<std::pair<std::uint32_t, std::uint32_t>> endsOf(const Network& network);

} // namespace entente::ui
