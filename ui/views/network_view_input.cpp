// What the pointer and the keys do in the network view.

#include "ui/scene/vertex_text.h"
#include "ui/views/network_hover_card.h"
#include "ui/views/network_overlays.h"
#include "ui/views/network_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

constexpr double panStep = 60;

QPolygonF boxBetween(QPointF a, QPointF b) {
    return QRectF(a, b).normalized();
}

} // namespace

bool NetworkView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        if (nativeGesture(*static_cast<QNativeGestureEvent*>(event))) {
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        const auto* const gesture = static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture);
        if (gesture != nullptr && pinch(*static_cast<const QPinchGesture*>(gesture))) {
            return true;
        }
    }
    return QWidget::event(event);
}

bool NetworkView::nativeGesture(const QNativeGestureEvent& event) {
    if (event.gestureType() != Qt::ZoomNativeGesture) {
        return false;
    }
    stage_->zoomAbout(event.position(), 1 + event.value());
    return true;
}

bool NetworkView::pinch(const QPinchGesture& gesture) {
    stopHovering();
    stage_->zoomAbout(mapFromGlobal(gesture.centerPoint()), gesture.scaleFactor());
    stage_->pan(gesture.centerPoint() - gesture.lastCenterPoint());
    return true;
}

NetworkView::Gesture NetworkView::gestureFor(const QMouseEvent& event) const {
    const Qt::KeyboardModifiers keys = event.modifiers();
    const bool control = keys.testFlag(Qt::ControlModifier);
    const bool shift = keys.testFlag(Qt::ShiftModifier);
    if (event.button() == Qt::MiddleButton || spaceHeld_) {
        return Gesture::Pan;
    }
    if (keys.testFlag(Qt::AltModifier) || (control && shift)) {
        return Gesture::Lasso;
    }
    if (shift) {
        return Gesture::Box;
    }
    switch (tool_) {
    case Tool::Box:
        return Gesture::Box;
    case Tool::Lasso:
        return Gesture::Lasso;
    case Tool::Pan:
        break;
    }
    return Gesture::Pan;
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    stopHovering();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        return;
    }
    pressed_ = event->position();
    last_ = pressed_;
    pressedTarget_ = event->button() == Qt::LeftButton && !spaceHeld_ && stage_->hasPositions()
                         ? stage_->at(pressed_)
                         : NetworkStage::Target{};
    gesture_ = Gesture::Press;
    applyCursor();
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF pixel = event->position();
    if (gesture_ == Gesture::None) {
        hover(pixel);
        return;
    }
    if (gesture_ == Gesture::Press) {
        if ((pixel - pressed_).manhattanLength() < QApplication::startDragDistance()) {
            return;
        }
        const bool middle = event->buttons().testFlag(Qt::MiddleButton);
        const bool onMark = pressedTarget_.vertex != noIndex;
        if (onMark && event->modifiers() == Qt::NoModifier) {
            startDragging();
        } else {
            gesture_ = middle ? Gesture::Pan : gestureFor(*event);
            outline_ = QPolygonF({pressed_});
        }
        applyCursor();
    }
    switch (gesture_) {
    case Gesture::Pan:
        stage_->pan(pixel - last_);
        break;
    case Gesture::Box:
        outline_ = boxBetween(pressed_, pixel);
        update();
        break;
    case Gesture::Lasso:
        outline_ << pixel;
        update();
        break;
    case Gesture::DragMarks:
        dragMarks(pixel);
        break;
    case Gesture::None:
    case Gesture::Press:
        break;
    }
    last_ = pixel;
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event) {
    const Gesture gesture = gesture_;
    gesture_ = Gesture::None;
    switch (gesture) {
    case Gesture::Press:
        if (event->button() == Qt::LeftButton) {
            click(*event);
        }
        break;
    case Gesture::Box:
    case Gesture::Lasso:
        finishOutline(event->modifiers().testFlag(Qt::ControlModifier));
        break;
    case Gesture::DragMarks:
        dropMarks();
        break;
    case Gesture::None:
    case Gesture::Pan:
        break;
    }
    applyCursor();
    update();
}

void NetworkView::startDragging() {
    gesture_ = Gesture::DragMarks;
    const VertexIndex row = workspace_->network().element(pressedTarget_.vertex);
    draggedRows_ = {row};
    // A mark of the selection takes the others along.
    if (workspace_->selection().contains({ElementKind::Vertex, row})) {
        draggedRows_ = selectedRows();
    }
}

void NetworkView::dragMarks(QPointF pixel) {
    for (const VertexIndex row : draggedRows_) {
        const std::uint32_t vertex = workspace_->network().vertexOf(row);
        if (vertex != noIndex) {
            stage_->drag(row, stage_->viewPosition(vertex) + pixel - last_);
        }
    }
}

void NetworkView::dropMarks() {
    const std::vector<VertexIndex> rows = std::move(draggedRows_);
    draggedRows_.clear();
    // All places are read before any is told: telling makes the stage take them from the workspace.
    std::vector<QPointF> places;
    for (const VertexIndex row : rows) {
        places.push_back(stage_->dragged(row));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        workspace_->setPosition(rows[i], places[i]);
        workspace_->setPinned(rows[i], true);
    }
}

void NetworkView::finishOutline(bool add) {
    std::set<ElementRef> chosen;
    if (add) {
        chosen = workspace_->selection();
    }
    for (const VertexIndex row : stage_->rowsWithin(outline_)) {
        chosen.insert({ElementKind::Vertex, row});
    }
    outline_.clear();
    workspace_->select(std::move(chosen));
}

void NetworkView::click(const QMouseEvent& event) {
    if (pathFrom_) {
        if (pressedTarget_.vertex != noIndex) {
            selectPath(*pathFrom_, workspace_->network().element(pressedTarget_.vertex));
        }
        return;
    }
    selectTarget(pressedTarget_, event.modifiers().testFlag(Qt::ControlModifier) ||
                                     event.modifiers().testFlag(Qt::ShiftModifier));
}

void NetworkView::selectTarget(const NetworkStage::Target& target, bool add) {
    std::set<ElementRef> elements = elementsOf(target);
    if (add) {
        std::set<ElementRef> all = workspace_->selection();
        const bool there = !elements.empty() && std::ranges::includes(all, elements);
        for (const ElementRef& element : elements) {
            if (there) {
                all.erase(element);
            } else {
                all.insert(element);
            }
        }
        elements = std::move(all);
    }
    workspace_->select(std::move(elements));
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !stage_->hasPositions()) {
        return;
    }
    const NetworkStage::Target target = stage_->at(event->position());
    gesture_ = Gesture::None;
    if (target.vertex != noIndex) {
        const unsigned hops = std::max(1U, workspace_->filter().hops);
        workspace_->focus({workspace_->network().element(target.vertex)}, hops);
    } else if (target.none()) {
        fit();
    }
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    stopHovering();
    const bool touchpad = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    if (touchpad && !event->modifiers().testFlag(Qt::ControlModifier)) {
        stage_->pan(event->pixelDelta());
    } else {
        constexpr double degreesPerNotch = 120;
        stage_->zoomAbout(event->position(),
                          std::pow(1.2, event->angleDelta().y() / degreesPerNotch));
    }
    event->accept();
}

void NetworkView::hover(QPointF pixel) {
    // A picture that is not built yet is not built for the pointer's sake.
    if (!stage_->hasPositions() || stage_->isMoving() ||
        (stage_->isStale() && !stage_->isLight())) {
        return;
    }
    const NetworkStage::Target target = stage_->at(pixel);
    last_ = pixel;
    if (target == hovered_) {
        return;
    }
    hovered_ = target;
    card_->hide();
    stage_->setHovered(target.vertex, target.edge);
    if (target.none()) {
        hoverTimer_.stop();
    } else {
        hoverTimer_.start();
    }
    applyCursor();
}

void NetworkView::stopHovering() {
    hoverTimer_.stop();
    card_->hide();
    hovered_ = {};
    stage_->setHovered(noIndex, noIndex);
}

void NetworkView::showCard() {
    const Network& network = workspace_->network();
    if (hovered_.vertex != noIndex && hovered_.vertex < network.vertexCount()) {
        card_->showVertex(network.element(hovered_.vertex), last_.toPoint());
    } else if (hovered_.edge != noIndex && hovered_.edge < network.edgeCount()) {
        card_->showEdge(hovered_.edge, last_.toPoint());
    }
}

void NetworkView::leaveEvent(QEvent* /*event*/) {
    stopHovering();
}

void NetworkView::focusInEvent(QFocusEvent* /*event*/) {
    update();
}

void NetworkView::focusOutEvent(QFocusEvent* /*event*/) {
    spaceHeld_ = false;
    applyCursor();
    update();
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
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
        if (const auto rows = selectedRows(); !rows.empty()) {
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
            workspace_->setPinned(row, workspace_->pinned(row));
        }
        update();
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
        stage_->centreOn(best, true);
    }
}

void NetworkView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const std::vector<VertexIndex> rows = selectedRows();
        const QPointF at = rows.empty()
                               ? QRectF(rect()).center()
                               : stage_->viewPosition(workspace_->network().vertexOf(rows.front()));
        openMenu(mapToGlobal(at.toPoint()));
        return;
    }
    if (stage_->hasPositions()) {
        const NetworkStage::Target target = stage_->at(event->pos());
        const std::set<ElementRef> elements = elementsOf(target);
        if (!std::ranges::includes(workspace_->selection(), elements) || target.none()) {
            workspace_->select(elements);
        }
    }
    openMenu(event->globalPos());
}

void NetworkView::applyCursor() {
    if (gesture_ == Gesture::Pan || gesture_ == Gesture::DragMarks) {
        setCursor(Qt::ClosedHandCursor);
    } else if (pathFrom_ || tool_ != Tool::Pan) {
        setCursor(Qt::CrossCursor);
    } else if (spaceHeld_) {
        setCursor(Qt::OpenHandCursor);
    } else if (!hovered_.none()) {
        setCursor(Qt::PointingHandCursor);
    } else {
        setCursor(Qt::ArrowCursor);
    }
}

} // namespace entente::ui
