#pragma once

#include "ui/views/chart_legend.h"
#include "ui/workspace/workspace.h"

#include <QPen>

namespace entente::ui {

/// 1, 2 or 5 times a power of ten, at least 1, so that about `steps` of them make `range`.
double roundStep(double range, double steps);

/// How a chart draws a sector.
struct SectorLook {
    QString name;
    QColor fill;
    QColor edge; ///< transparent: none
};

/// `sector` beyond the dossier's sectors: what is in no sector.
SectorLook lookOf(const Workspace& workspace, std::size_t sector);
ChartLegend::Entry legendEntry(const Workspace& workspace, std::size_t sector);
QPen edgePen(const SectorLook& look);

} // namespace entente::ui
