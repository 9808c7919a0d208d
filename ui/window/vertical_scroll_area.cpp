#include "ui/window/vertical_scroll_area.h"

#include <QEvent>
#include <QScrollBar>

namespace entente::ui {

VerticalScrollArea::VerticalScrollArea(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What is in it takes the focus.
    setFocusPolicy(Qt::NoFocus);
}

QSize VerticalScrollArea::sizeHint() const {
    return {neededWidth(), QScrollArea::sizeHint().height()};
}

QSize VerticalScrollArea::minimumSizeHint() const {
    return {neededWidth(), QScrollArea::minimumSizeHint().height()};
}

bool VerticalScrollArea::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::event(event);
}

int VerticalScrollArea::neededWidth() const {
    return widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() +
           2 * frameWidth();
}

} // namespace entente::ui
