#pragma once

#include "core/model/progress.h"

#include <QString>

#include <functional>

class QWidget;

namespace entente::ui {

/// Runs `work` on another thread. What takes longer than a moment shows a dialog that says how far
/// it is and offers to cancel; the rest of the program takes no input meanwhile. Rethrows what
/// `work` throws (`Cancelled` where the user cancelled and `work` heeded it).
void runInBackground(QWidget* parent, const QString& title,
                     const std::function<void(const Progress&)>& work);

} // namespace entente::ui
