#pragma once

#include "ui/scene/display_list.h"

class QPainter;

namespace entente::ui {

/// Draws one bar: its ends as its dates are known, broken as its confidence asks.
void paintBar(QPainter& painter, const Bar& bar);

} // namespace entente::ui
