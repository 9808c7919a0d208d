#pragma once

#include "ui/scene/plan_inputs.h"

namespace entente::ui {

/// Gives the plan its marks, their importance, and what a legend says of them. O(n log n), in
/// parallel.
void planMarks(NetworkPlan& plan, const PlanInputs& inputs);

} // namespace entente::ui
