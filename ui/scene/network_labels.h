#pragma once

#include "ui/scene/network_scene.h"

#include <QLineF>

#include <vector>

namespace entente::ui {

/// Adds to `list` the names beside its marks, as far as there is room, and the codes inside them.
/// `list.marks` has the marks to be named; `importance` is one a network vertex.
void addNetworkLabels(DisplayList& list, const Dossier& dossier, const Network& network,
                      const std::vector<QLineF>& strandAxes, const std::vector<double>& importance,
                      const Style& style, const NetworkSceneOptions& options);

} // namespace entente::ui
