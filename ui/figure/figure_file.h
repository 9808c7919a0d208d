#pragma once

#include "core/model/file_error.h"
#include "ui/scene/display_list.h"

#include <QSizeF>
#include <QString>

#include <filesystem>

namespace entente::ui {

/// Logical pixels an inch: the unit of display lists.
inline constexpr double pixelsPerInch = 96;

/// Whether figures can be written to a file of this name: .svg, .pdf or .png.
bool isFigureFile(const std::filesystem::path& path);

/// Writes a page of `size` logical pixels as the path's extension says: SVG with its text as
/// outlines, so that it looks the same on machines without the font; PDF with its fonts embedded,
/// so that its text can be searched; PNG at `dpi`. The same page gives the same bytes: no clock and
/// no random number goes into the file. An existing file is replaced whole or not at all. Throws
/// `FileError`.
void writeFigure(const DisplayList& page, QSizeF size, const QString& title, double dpi,
                 const std::filesystem::path& path);

} // namespace entente::ui
