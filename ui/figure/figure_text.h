#pragma once

#include "ui/figure/figure.h"

#include <QFont>
#include <QString>
#include <QStringList>

namespace entente::ui {

/// States what the figure shows: projection, filter, time window, and the day up to which the
/// dossier was kept.
QString figureCaption(const Workspace& workspace, FigureView view);

/// The publications behind the claims about what is shown, the one with most claims first:
/// "Title (Publisher, 17 January 2025)".
QStringList figureSources(const Workspace& workspace);

/// Breaks text into lines no wider than `width` pixels, at word boundaries.
QStringList wrapText(const QString& text, const QFont& font, qreal width);

/// The font of figures at a size: Noto Sans, the same on every machine that has it.
QFont figureFont(qreal pixelSize, bool bold = false);

} // namespace entente::ui
