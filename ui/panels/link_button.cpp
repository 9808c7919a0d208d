#include "ui/panels/link_button.h"

#include "ui/scene/widget_palette.h"

#include <QEvent>
#include <QKeyEvent>

namespace entente::ui {

namespace {

constexpr int side = 3;

} // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const {
    QFont font = smallFont(this->font());
    font.setBold(isCheckable());
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text()) + 2 * side, metrics.height() + 4};
}

void LinkButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = smallFont(this->font());
    font.setUnderline(isEnabled() && underMouse());
    font.setBold(isChecked());
    painter.setFont(font);
    painter.setPen(palette().color(!isEnabled()  ? QPalette::PlaceholderText
                                   : isChecked() ? QPalette::WindowText
                                                 : QPalette::Link));
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Link), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void LinkButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

bool LinkButton::event(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    return QAbstractButton::event(event);
}

} // namespace entente::ui
