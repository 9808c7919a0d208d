#pragma once

#include "core/network/network.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/network_scene.h"

#include <QLineF>

#include <vector>

namespace entente::ui {

/// The strands of a network's edges, and what else is drawn with them.
struct StrandPicture {
    std::vector<Strand> strands;  ///< those in the background first
    std::vector<Strand> overlays; ///< conflict bars, arrowheads of bundles
    std::vector<Glyph> glyphs;
    std::vector<QLineF> axes; ///< the centre line of each edge, for the placing of labels
};

/// Draws what is planned from outline to outline of `marks` (one a network vertex; a radius of 0
/// leaves the vertex out). O(strands).
StrandPicture makeStrands(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                          const std::vector<Mark>& marks, const Style& style,
                          const NetworkSceneOptions& options);

/// What a strand or an overlay looks like where it is in the background.
QColor fadedStrand(const QColor& colour, const QColor& ground);

/// Half the length of the bar across the strands of a conflictual edge, in pixels.
double conflictBarReach(const PlacedStrand& placed, const PlannedStrand& bar);

} // namespace entente::ui
