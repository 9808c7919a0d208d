#include "ui/views/time_brush.h"

#include "ui/scene/dates.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace entente::ui {

namespace {

constexpr double handleReach = 6;
constexpr QSizeF handleSize{7, 22};

} // namespace

TimeBrush::TimeBrush(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Time window"));
    setToolTip(tr("Drag to choose a stretch of time for all views; double click for all of it"));
    connect(workspace, &Workspace::filterChanged, this, [this] {
        describe();
        update();
    });
    connect(workspace, &Workspace::styleChanged, this, qOverload<>(&QWidget::update));
    describe();
}

void TimeBrush::setAxis(const TimeAxis& axis) {
    axis_ = axis;
    update();
}

DaySpan TimeBrush::window() const {
    DaySpan window = workspace_->filter().window.value_or(workspace_->extent());
    if (window.first == earliestDay) {
        window.first = workspace_->extent().first;
    }
    if (window.last == latestDay) {
        window.last = workspace_->extent().last;
    }
    if (window.first == earliestDay || window.last == latestDay) {
        window = {static_cast<Day>(axis_.range.first), static_cast<Day>(axis_.range.last)};
    }
    return window;
}

QRectF TimeBrush::band() const {
    const DaySpan shown = window();
    // Without a window all of the chart is in it; an end out of sight waits at the chart's edge.
    const bool whole = !workspace_->filter().window;
    const double left =
        whole ? axis_.left : std::clamp(axis_.pixel(shown.first), axis_.left, axis_.right);
    const double right =
        whole ? axis_.right : std::clamp(axis_.pixel(shown.last + 1.0), axis_.left, axis_.right);
    return {left, 0.5, std::max(1.0, right - left), height() - 1.0};
}

TimeBrush::Part TimeBrush::partAt(double x) const {
    const QRectF rect = band();
    if (std::abs(x - rect.left()) <= handleReach) {
        return Part::Begin;
    }
    if (std::abs(x - rect.right()) <= handleReach) {
        return Part::End;
    }
    return workspace_->filter().window && x > rect.left() && x < rect.right() ? Part::Both
                                                                              : Part::New;
}

void TimeBrush::setWindow(DaySpan window) {
    if (window.first > window.last) {
        std::swap(window.first, window.last);
    }
    Filter filter = workspace_->filter();
    filter.window = window;
    workspace_->setFilter(std::move(filter));
}

void TimeBrush::clearWindow() {
    Filter filter = workspace_->filter();
    filter.window.reset();
    workspace_->setFilter(std::move(filter));
}

void TimeBrush::move(Part part, double days) {
    DaySpan moved = windowAtPress_;
    const auto by = static_cast<Day>(std::lround(days));
    if (part == Part::Begin || part == Part::Both) {
        moved.first += by;
    }
    if (part == Part::End || part == Part::Both) {
        moved.last += by;
    }
    if (moved.first > moved.last) {
        (part == Part::Begin ? moved.first : moved.last) =
            part == Part::Begin ? moved.last : moved.first;
    }
    setWindow(moved);
}

void TimeBrush::describe() {
    const DaySpan shown = window();
    setAccessibleDescription(
        workspace_->filter().window
            ? tr("%1 to %2").arg(readableDay(shown.first), readableDay(shown.last))
            : tr("the whole period"));
}

void TimeBrush::paintEvent(QPaintEvent*) {
    const Colours& colours = workspace_->style().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF rect = band();
    QColor wash = colours.accent;
    wash.setAlphaF(workspace_->filter().window ? 0.14F : 0.07F);
    painter.fillRect(rect, wash);
    painter.setPen(QPen(colours.accent, hasFocus() ? 2 : 1));
    painter.drawLine(rect.topLeft(), rect.bottomLeft());
    painter.drawLine(rect.topRight(), rect.bottomRight());
    painter.drawLine(rect.topLeft(), rect.topRight());
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    for (const double x : {rect.left(), rect.right()}) {
        const bool active =
            hasFocus() && (active_ == Part::Both || (active_ == Part::Begin) == (x == rect.left()));
        const QRectF handle(
            QPointF(x - handleSize.width() / 2, rect.center().y() - handleSize.height() / 2),
            handleSize);
        painter.setBrush(active ? colours.accent : colours.ground);
        painter.setPen(QPen(colours.accent, 1.5));
        painter.drawRoundedRect(handle, 3, 3);
    }
}

void TimeBrush::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        pressX_ = event->position().x();
        dragged_ = partAt(pressX_);
        active_ = dragged_ == Part::New ? Part::Both : dragged_;
        windowAtPress_ = window();
    }
}

void TimeBrush::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (dragged_ == Part::None) {
        const Part part = partAt(x);
        setCursor(part == Part::Begin || part == Part::End ? Qt::SizeHorCursor
                  : part == Part::Both                     ? Qt::OpenHandCursor
                                                           : Qt::CrossCursor);
        return;
    }
    if (dragged_ == Part::New) {
        if (std::abs(x - pressX_) > 3) {
            setWindow({static_cast<Day>(std::floor(axis_.day(std::min(x, pressX_)))),
                       static_cast<Day>(std::floor(axis_.day(std::max(x, pressX_))))});
        }
        return;
    }
    move(dragged_, axis_.day(x) - axis_.day(pressX_));
}

void TimeBrush::mouseReleaseEvent(QMouseEvent*) {
    dragged_ = Part::None;
}

void TimeBrush::mouseDoubleClickEvent(QMouseEvent*) {
    clearWindow();
}

bool TimeBrush::event(QEvent* event) {
    // Tab goes from begin to end to both before it leaves the brush.
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && active_ != Part::Both &&
            key->modifiers() == Qt::NoModifier) {
            active_ = active_ == Part::Begin ? Part::End : Part::Both;
            update();
            return true;
        }
    }
    return QWidget::event(event);
}

void TimeBrush::keyPressEvent(QKeyEvent* event) {
    const double step = (event->modifiers() & Qt::ShiftModifier) != 0 ? step_ * 10.0 : step_;
    windowAtPress_ = window();
    switch (event->key()) {
    case Qt::Key_Left:
        move(active_, -step);
        break;
    case Qt::Key_Right:
        move(active_, step);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        clearWindow();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeBrush::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason) {
        active_ = Part::Begin;
    }
    update();
}

void TimeBrush::focusOutEvent(QFocusEvent*) {
    update();
}

} // namespace entente::ui
