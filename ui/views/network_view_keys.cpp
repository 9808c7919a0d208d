// What the keys do in the network view.

#include "ui/views/network_overlays.h"
#include "ui/views/network_view.h"

#include <QKeyEvent>

#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

constexpr double panStep = 60;

/// Whether these rows are what one closed community stands for.
bool isOneCommunity(const Network& network, const std::vector<VertexIndex>& rows) {
    if (rows.empty() || network.membersOf(network.vertexOf(rows.front())) < 2) {
        return false;
    }
    return std::ranges::all_of(rows, [&](VertexIndex row) {
        return network.vertexOf(row) == network.vertexOf(rows.front());
    });
}

} // namespace

void NetworkView::keyPressEvent(QKeyEvent* event) {
    kinetic_.stop();
    const bool pans = event->modifiers().testFlag(Qt::AltModifier);
    const bool adds = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto arrow = [&](double x, double y) {
        if (pans) {
            stage_->pan(QPointF(-x, -y) * panStep);
        } else {
            selectTowards({x, y}, adds);
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        arrow(-1, 0);
        break;
    case Qt::Key_Right:
        arrow(1, 0);
        break;
    case Qt::Key_Up:
        arrow(0, -1);
        break;
    case Qt::Key_Down:
        arrow(0, 1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_0:
    case Qt::Key_Home:
        fit();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto rows = selectedRows(); isOneCommunity(workspace_->network(), rows)) {
            workspace_->openCommunities(rows);
        } else if (!rows.empty()) {
            workspace_->focus(rows, 1);
        }
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (const auto rows = selectedRows(); !rows.empty()) {
            workspace_->hide(rows);
        }
        break;
    case Qt::Key_Escape:
        escape();
        break;
    case Qt::Key_Space:
        spaceHeld_ = true;
        applyCursor();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void NetworkView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        spaceHeld_ = false;
        applyCursor();
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

/// One step back: out of what is going on, then of the selection, then of the focus.
void NetworkView::escape() {
    if (gesture_ != Gesture::None) {
        gesture_ = Gesture::None;
        outline_.clear();
        if (!draggedRows_.empty()) {
            const VertexIndex row = draggedRows_.front();
            draggedRows_.clear();
            // Makes everybody take the places that the workspace has.
            workspace_->setPinned({row}, workspace_->pinned(row));
        }
        glass_->update();
    } else if (pathFrom_) {
        pathFrom_.reset();
        hint_->hide();
    } else if (!workspace_->selection().empty()) {
        workspace_->select({});
    } else if (!workspace_->filter().centres.empty()) {
        workspace_->focus({}, 1);
    }
    applyCursor();
}

/// Goes to the nearest vertex in a direction; a step aside counts more than a step ahead.
void NetworkView::selectTowards(QPointF direction, bool add) {
    const Network& network = workspace_->network();
    if (!stage_->hasPositions() || network.vertexCount() == 0) {
        return;
    }
    const std::vector<VertexIndex> rows = selectedRows();
    VertexIndex from = noIndex;
    if (workspace_->current() && workspace_->current()->kind == ElementKind::Vertex &&
        network.vertexOf(workspace_->current()->index) != noIndex) {
        from = workspace_->current()->index;
    } else if (!rows.empty()) {
        from = rows.front();
    }
    const QPointF origin =
        from != noIndex ? stage_->viewPosition(network.vertexOf(from)) : QRectF(rect()).center();
    std::uint32_t best = noIndex;
    double bestCost = std::numeric_limits<double>::infinity();
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        if (network.element(vertex) == from) {
            continue;
        }
        const QPointF way = stage_->viewPosition(vertex) - origin;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        // From nowhere, the vertex nearest to the middle is as good as any.
        const double cost = from == noIndex ? std::hypot(way.x(), way.y()) : ahead + 2.5 * aside;
        if ((from == noIndex || ahead > 1) && cost < bestCost) {
            best = vertex;
            bestCost = cost;
        }
    }
    if (best == noIndex) {
        return;
    }
    selectTarget({best, noIndex}, add);
    // Keep what is selected in sight.
    const QRectF inner = QRectF(rect()).adjusted(40, 40, -40, -40);
    if (!inner.contains(stage_->viewPosition(best))) {
        stage_->centreOn(std::span(&best, 1), true);
    }
}

} // namespace entente::ui
