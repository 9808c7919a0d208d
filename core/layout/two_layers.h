#pragma once

#include "core/layout/layout.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Vertices on two lines that face each other, in their order along these.
struct TwoLayers {
    std::vector<std::uint32_t> left;
    std::vector<std::uint32_t> right;
};

/// Pairs of edges from line to line that cross, counted with a tree of sums (Barth, Mutzel & Jünger
/// 2004); other edges do not count. O(m log n).
std::uint64_t crossingsBetween(const LayoutGraph& graph, const TwoLayers& layers);

/// Orders both lines so that few edges cross: barycentre and median sweeps (Sugiyama, Tagawa & Toda
/// 1981; Eades & Wormald 1994), then single vertices are sifted (Matuszewski, Schönfeld & Molitor
/// 1999), past fewer others where there are many edges. Never crosses more than before. O(m log n)
/// a sweep.
void cutCrossings(const LayoutGraph& graph, TwoLayers& layers, const Progress& progress);

} // namespace entente
