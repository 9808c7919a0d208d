#pragma once

#include "ui/scene/network_plan.h"

namespace entente::ui {

/// What a plan is made of.
struct PlanInputs {
    const Dossier& dossier;
    const Network& network;
    const Style& style;
    SectorSet sectors = 0; ///< those that are drawn and that the dossier has
};

} // namespace entente::ui
