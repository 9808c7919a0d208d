#pragma once

#include "ui/scene/display_list.h"
#include "ui/workspace/workspace.h"

#include <QSizeF>
#include <QString>

namespace entente::ui {

enum class FigureView : std::uint8_t { Network, Timeline };

/// What a figure is to look like.
struct FigureOptions {
    FigureView view = FigureView::Network;
    QSizeF size{1200, 768}; ///< logical pixels, 96 an inch
    Theme theme = Theme::Light;
    QString title;
    bool byActor = false; ///< the timeline's lanes are grouped by actor, else by sector
    bool legend = true;
    bool caption = true;
    bool sources = true;
};

/// Composes what the workspace shows on a page: title, picture, legend, caption and source note.
DisplayList composeFigure(const Workspace& workspace, const FigureOptions& options);

/// The height at which a figure of `options.size.width()` shows all there is at its natural size: for
/// a timeline every lane, for a network a golden page.
qreal naturalHeight(const Workspace& workspace, const FigureOptions& options);

} // namespace entente::ui
