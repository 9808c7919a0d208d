#pragma once

#include "ui/scene/style.h"

#include <QPalette>

namespace entente::ui {

/// The colours of a theme in the roles that widgets paint with: quiet text is `PlaceholderText`,
/// separators `Mid`, hover and header ground `AlternateBase`, links and focus `Link`, conflict and
/// faults `BrightText`.
QPalette widgetPalette(const Colours& colours);

/// For fields, boxes and buttons: as `widgetPalette`, with frames that show on a dark ground too
/// (Qt's Fusion style draws frames in a darker `Window`).
QPalette inputPalette(const Colours& colours);

/// The smaller of the two text sizes of panels: 0.85 of the base.
QFont smallFont(const QFont& base);

} // namespace entente::ui
