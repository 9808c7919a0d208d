#include "ui/scene/network_plan.h"

#include "ui/scene/plan_marks.h"
#include "ui/scene/plan_strands.h"

#include <algorithm>
#include <span>

namespace entente::ui {

namespace {

void planColours(NetworkPlan& plan, const Dossier& dossier, const Style& style) {
    const Colours& colours = style.colours();
    plan.colours.resize(mostSectors + 3);
    plan.casings.resize(mostSectors + 3, QColor(Qt::transparent));
    for (std::size_t i = 0; i < std::min(dossier.sectors().size(), mostSectors); ++i) {
        plan.colours[i] = sectorColour(dossier.sectors()[i], style.theme);
        plan.casings[i] = sectorCasing(dossier.sectors()[i], style.theme);
    }
    plan.colours[NetworkPlan::plain] = mixed(plainColour(style.theme), colours.ground, 0.35);
    plan.colours[NetworkPlan::conflict] = colours.conflict;
    plan.colours[NetworkPlan::quiet] = colours.quietText;
}

} // namespace

std::size_t NetworkPlan::bytes() const {
    const auto bytesOf = [](const auto& values) { return values.capacity() * sizeof(values[0]); };
    return bytesOf(marks) + bytesOf(importance) + bytesOf(byImportance) + bytesOf(strands) +
           bytesOf(overlays) + bytesOf(firstStrands);
}

std::span<const PlannedStrand> NetworkPlan::strandsOf(std::uint32_t edge) const {
    const std::size_t first = firstStrands[edge];
    std::size_t end = first;
    while (end < strands.size() && strands[end].edge == edge) {
        ++end;
    }
    return std::span(strands).subspan(first, end - first);
}

std::span<const PlannedStrand> NetworkPlan::overlaysOf(std::uint32_t edge) const {
    // Overlays come in the order of the strands that they lie over.
    const auto own = std::ranges::equal_range(
        overlays, firstStrands[edge], {},
        [this](const PlannedStrand& overlay) { return firstStrands[overlay.edge]; });
    return {own.begin(), own.end()};
}

SectorSet drawnSectors(const Filter& filter) {
    return filter.sectors;
}

NetworkPlan planNetwork(const Dossier& dossier, const Network& network, const Style& style,
                        SectorSet sectors) {
    const std::size_t count = std::min(dossier.sectors().size(), mostSectors);
    const SectorSet known = count == mostSectors ? allSectors : sectorBit(count) - 1;
    const PlanInputs inputs{dossier, network, style, sectors & known};
    NetworkPlan plan;
    plan.edgeCount = network.edgeCount();
    planColours(plan, dossier, style);
    planMarks(plan, inputs);
    planStrands(plan, inputs);
    return plan;
}

} // namespace entente::ui
