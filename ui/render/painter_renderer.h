#pragma once

#include "core/model/progress.h"
#include "ui/scene/display_list.h"

class QPainter;

namespace entente::ui {

/// How text is drawn: as text, which devices may search and embed, or as outlines, which look the
/// same on every machine.
enum class TextMode : std::uint8_t { Text, Outlines };

/// Draws a display list with plain painter operations, the same on screen, SVG, PDF and print.
/// The painter's transformation maps logical pixels to the device; its state is kept. What lies
/// outside a raster device is skipped. Throws `Cancelled` when `progress` is asked to stop.
void paint(QPainter& painter, const DisplayList& list, TextMode text = TextMode::Text,
           const Progress& progress = {});

} // namespace entente::ui
