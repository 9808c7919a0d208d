#pragma once

#include "core/network/network.h"
#include "ui/scene/network_scene.h"

#include <QLineF>

#include <vector>

namespace entente::ui {

/// The strands of a network's edges, and what else is drawn with them.
struct StrandPicture {
    std::vector<Strand> strands;  ///< those in the background first
    std::vector<Strand> overlays; ///< conflict bars, arrowheads of bundles
    std::vector<Glyph> glyphs;
    std::vector<QLineF> axes; ///< the centre line of each joined pair, for the placing of labels
};

/// Draws each edge as one strand a sector, all edges of a pair side by side, from outline to
/// outline of `marks` (one a network vertex; a radius of 0 leaves the vertex out). What is drawn is
/// added to `legend`. O(m log m).
StrandPicture makeStrands(const Dossier& dossier, const Network& network,
                          const std::vector<Mark>& marks, const Style& style,
                          const NetworkSceneOptions& options, LegendContents& legend);

} // namespace entente::ui
