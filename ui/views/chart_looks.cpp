#include "ui/views/chart_looks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace entente::ui {

double roundStep(double range, double steps) {
    const double rough = std::max(range / steps, 1.0);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return factor * power;
        }
    }
    return 10 * power;
}

SectorLook lookOf(const Workspace& workspace, std::size_t sector) {
    const std::vector<Sector>& sectors = workspace.dossier().sectors();
    const Theme theme = workspace.style().theme;
    if (sector >= sectors.size()) {
        return {QCoreApplication::translate("ChartsView", "no sector"), plainColour(theme),
                Qt::transparent};
    }
    return {QString::fromStdString(sectors[sector].name), sectorColour(sectors[sector], theme),
            sectorCasing(sectors[sector], theme)};
}

ChartLegend::Entry legendEntry(const Workspace& workspace, std::size_t sector) {
    const std::vector<Sector>& sectors = workspace.dossier().sectors();
    if (sector >= sectors.size()) {
        return {lookOf(workspace, sector).name, dotSample()};
    }
    return {lookOf(workspace, sector).name, sectorSample(sectors[sector], workspace.style().theme)};
}

QPen edgePen(const SectorLook& look) {
    return look.edge.alpha() > 0 ? QPen(look.edge, 0.75) : QPen(Qt::NoPen);
}

} // namespace entente::ui
