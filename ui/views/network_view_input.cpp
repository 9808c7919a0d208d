// What the pointer does in the network view.

#include "ui/scene/vertex_text.h"
#include "ui/views/network_hover_card.h"
#include "ui/views/network_overlays.h"
#include "ui/views/network_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace entente::ui {

namespace {

QPolygonF boxBetween(QPointF a, QPointF b) {
    return QRectF(a, b).normalized();
}

} // namespace

bool NetworkView::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        if (nativeGesture(*static_cast<QNativeGestureEvent*>(event))) {
            event->accept(); // Or the widgets around would get it, too.
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
    kinetic_.stop();
    if (event->button() == Qt::BackButton) {
        lookBack();
    } else if (event->button() == Qt::ForwardButton) {
        lookForward();
    }
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
        kinetic_.drag(pixel - last_, static_cast<double>(clock_.elapsed()));
        break;
    case Gesture::Box:
        outline_ = boxBetween(pressed_, pixel);
        glass_->update();
        break;
    case Gesture::Lasso:
        outline_ << pixel;
        glass_->update();
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
    case Gesture::Pan:
        kinetic_.release(static_cast<double>(clock_.elapsed()));
        if (animationsEnabled_ && kinetic_.isGliding()) {
            glideTimer_.start();
        } else {
            kinetic_.stop();
        }
        rememberCamera();
        break;
    case Gesture::None:
        break;
    }
    applyCursor();
    glass_->update();
}

void NetworkView::startDragging() {
    gesture_ = Gesture::DragMarks;
    const VertexIndex row = workspace_->network().element(pressedTarget_.vertex);
    draggedRows_ = {row};
    // A mark of the selection takes the others along.
    if (workspace_->selection().contains({ElementKind::Vertex, row})) {
        draggedRows_ = selectedRows();
        // Members of a closed community come with its mark.
        std::erase_if(draggedRows_, [network = &workspace_->network()](VertexIndex other) {
            return network->element(network->vertexOf(other)) != other;
        });
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
    std::vector<std::pair<VertexIndex, QPointF>> places;
    for (const VertexIndex row : rows) {
        places.emplace_back(row, stage_->dragged(row));
    }
    workspace_->pinAt(places);
}

void NetworkView::finishOutline(bool add) {
    std::set<ElementRef> chosen;
    if (add) {
        chosen = workspace_->selection();
    }
    std::vector<std::uint32_t> vertices;
    for (const VertexIndex row : stage_->rowsWithin(outline_)) {
        vertices.push_back(workspace_->network().vertexOf(row));
    }
    chosen.merge(ui::elementsOf(workspace_->network(), vertices));
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
    if (target.vertex != noIndex && workspace_->network().membersOf(target.vertex) > 1) {
        workspace_->openCommunities({workspace_->network().element(target.vertex)});
    } else if (target.vertex != noIndex) {
        const unsigned hops = std::max(1U, workspace_->filter().hops);
        workspace_->focus({workspace_->network().element(target.vertex)}, hops);
    } else if (target.none()) {
        fit();
    }
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    stopHovering();
    kinetic_.stop();
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
    if (!stage_->hasPositions() || stage_->isMoving() || stage_->isStreaming()) {
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
    glass_->update();
}

void NetworkView::focusOutEvent(QFocusEvent* /*event*/) {
    spaceHeld_ = false;
    applyCursor();
    glass_->update();
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
