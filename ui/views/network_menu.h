#pragma once

#include "ui/workspace/workspace.h"

#include <QMenu>

#include <vector>

namespace entente::ui {

class NetworkView;

/// Fills a menu with what can be done with these rows of the network; with none, with the view.
void fillNetworkMenu(QMenu& menu, NetworkView& view, Workspace& workspace,
                     const std::vector<VertexIndex>& rows);

/// The rows next to these in the network, these included.
std::set<ElementRef> withNeighbours(const Network& network, const std::vector<VertexIndex>& rows);

} // namespace entente::ui
