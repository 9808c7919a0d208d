#pragma once

#include "ui/scene/plan_inputs.h"

namespace entente::ui {

/// Gives the plan, which has its colours, the strands of its edges and what lies over them, and
/// what a legend says of them. O(m log m), in parallel; the same whatever the number of threads.
void planStrands(NetworkPlan& plan, const PlanInputs& inputs);

} // namespace entente::ui
