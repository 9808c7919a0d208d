// Where the network view looks from: history, gliding, the minimap.

#include "core/network/collapse.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_minimap.h"
#include "ui/views/network_view.h"

#include <cmath>

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

/// Communities whose members would have room in the view are shown with them.
void NetworkView::openWhatIsNear() {
    const Network& network = workspace_->network();
    if (!network.isCollapsed() || stage_->camera() == openedFrom_) {
        return;
    }
    openedFrom_ = stage_->camera();
    const std::vector<std::uint32_t>& communities = workspace_->communityOfRow();
    std::vector<QRectF> spread;
    for (VertexIndex row = 0; row < communities.size(); ++row) {
        const QPointF place = stage_->dragged(row);
        if (communities[row] == noCommunity || !std::isfinite(place.x() + place.y())) {
            continue;
        }
        spread.resize(std::max<std::size_t>(spread.size(), communities[row] + std::size_t{1}));
        QRectF& box = spread[communities[row]];
        const QRectF point(place, QSizeF(1e-9, 1e-9));
        box = box.isNull() ? point : box.united(point);
    }
    constexpr double roomy = 0.55; // of the view's shorter side
    const double wanted = roomy * std::min(width(), height()) / stage_->camera().scale();
    std::vector<VertexIndex> near;
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        const VertexIndex row = network.element(vertex);
        if (network.membersOf(vertex) > 1 &&
            QRectF(rect()).contains(stage_->viewPosition(vertex)) &&
            std::max(spread[communities[row]].width(), spread[communities[row]].height()) >
                wanted) {
            near.push_back(row);
        }
    }
    // What fills the view from the start was drawn together for a reason.
    if (!near.empty() && stage_->camera().zoom > 1.3 * collapsedZoom_) {
        workspace_->openCommunities(near);
    }
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
}

} // namespace entente::ui
