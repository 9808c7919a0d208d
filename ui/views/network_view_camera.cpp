// Where the network view looks from: history, gliding, the minimap.

#include "ui/scene/network_picture.h"
#include "ui/views/network_minimap.h"
#include "ui/views/network_view.h"

namespace entente::ui {

namespace {

constexpr int overlayMargin = 16;

} // namespace

void NetworkView::zoomToSelection() {
    std::vector<QPointF> places;
    for (const VertexIndex row : selectedRows()) {
        places.push_back(stage_->dragged(row));
    }
    for (const std::uint32_t edge : stage_->emphasis().selectedEdges) {
        const NetworkEdge& each = workspace_->network().edges()[edge];
        places.push_back(stage_->dragged(workspace_->network().element(each.source)));
        places.push_back(stage_->dragged(workspace_->network().element(each.target)));
    }
    if (places.empty()) {
        fit();
        return;
    }
    constexpr int air = 90;
    stage_->lookFrom(Camera::fitting(boundsOf(places), size(), QMarginsF(air, air, air, air)),
                     true);
}

void NetworkView::lookBack() {
    if (const std::optional<Camera> camera = history_.back()) {
        stopHovering();
        stage_->lookFrom(*camera, true);
        emit cameraHistoryChanged();
    }
}

void NetworkView::lookForward() {
    if (const std::optional<Camera> camera = history_.forward()) {
        stopHovering();
        stage_->lookFrom(*camera, true);
        emit cameraHistoryChanged();
    }
}

void NetworkView::rememberCamera() {
    if (stage_->hasPositions() && stage_->motion() == Motion::Still && gesture_ == Gesture::None &&
        !kinetic_.isGliding()) {
        history_.rest(stage_->camera());
        emit cameraHistoryChanged();
        openWhatIsNear();
    }
}

/// Communities that one has come near to are shown with their members.
void NetworkView::openWhatIsNear() {
    const Network& network = workspace_->network();
    if (stage_->followsFit()) {
        fittedZoom_ = stage_->camera().zoom;
    }
    constexpr double near = 2.2;
    if (!network.isCollapsed() || stage_->camera().zoom < near * fittedZoom_) {
        return;
    }
    const QRectF middle =
        QRectF(rect()).adjusted(width() * 0.15, height() * 0.15, -width() * 0.15, -height() * 0.15);
    std::vector<VertexIndex> rows;
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        if (network.membersOf(vertex) > 1 && middle.contains(stage_->viewPosition(vertex))) {
            rows.push_back(network.element(vertex));
        }
    }
    workspace_->openCommunities(rows);
}

void NetworkView::glide() {
    stage_->pan(kinetic_.advance(static_cast<double>(clock_.elapsed())));
    if (!kinetic_.isGliding()) {
        glideTimer_.stop();
    }
}

void NetworkView::setMinimapVisible(bool visible) {
    minimapVisible_ = visible;
    placeMinimap();
}

/// In the corner at the lower right, or at the left where the legend is there.
void NetworkView::placeMinimap() {
    const QSize wanted = minimap_->sizeHint();
    const bool fits = width() > 3 * wanted.width() && height() > 2 * wanted.height();
    minimap_->setVisible(minimapVisible_ && fits && minimap_->isUseful());
    const int top = height() - wanted.height() - overlayMargin;
    QRect place(QPoint(width() - wanted.width() - overlayMargin, top), wanted);
    if (legend_.bounds.translated(legendCorner_).intersects(QRectF(place))) {
        place.moveLeft(overlayMargin);
    }
    minimap_->setGeometry(place);
    std::vector<QRectF> covers;
    if (!legend_.bounds.isEmpty()) {
        covers.push_back(legend_.bounds.translated(legendCorner_));
    }
    if (!minimap_->isHidden()) {
        covers.emplace_back(place);
    }
    stage_->setCovers(std::move(covers));
}

} // namespace entente::ui
