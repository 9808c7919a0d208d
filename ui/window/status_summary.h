#pragma once

#include "ui/workspace/workspace.h"

#include <QString>

namespace entente::ui {

/// What is shown of what is there: "14 of 31 actors · 9 of 22 agreements · 2001 – 2025 · defence".
QString statusSummary(const Workspace& workspace);

} // namespace entente::ui
