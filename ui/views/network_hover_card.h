#pragma once

#include "ui/views/network_overlays.h"

class QLabel;

namespace entente::ui {

/// Beside the pointer: what an element is, when, in which sectors, and who says so.
class NetworkHoverCard : public FloatingPanel {
    Q_OBJECT

public:
    NetworkHoverCard(const Workspace* workspace, QWidget* parent);

    /// `row`: a vertex of the dossier.
    void showVertex(VertexIndex row, QPoint pointer);
    /// `edge`: an edge of the network, with all that it stands for.
    void showEdge(std::uint32_t edge, QPoint pointer);
    /// The text shown, as HTML.
    [[nodiscard]] QString html() const;

private:
    void showCommunity(VertexIndex row, QPoint pointer);
    void showText(const QString& html, QPoint pointer);

    QLabel* text_;
};

} // namespace entente::ui
