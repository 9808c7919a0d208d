#include "ui/panels/floating_card.h"

#include "ui/scene/widget_palette.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int shadow = 12;

} // namespace

FloatingCard::FloatingCard(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setFocusPolicy(Qt::ClickFocus);
    connect(workspace_, &Workspace::styleChanged, this, &FloatingCard::takeStyle);
    takeStyle();
    hide();
}

QSize FloatingCard::sizeHint() const {
    return layout()->sizeHint();
}

void FloatingCard::openUnder(const QWidget& anchor) {
    adjustSize();
    const QWidget* const window = parentWidget();
    QPoint corner = anchor.mapTo(window, QPoint(0, anchor.height())) - QPoint(shadow, 0);
    corner.setX(std::clamp(corner.x(), 0, std::max(0, window->width() - width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, window->height() - height())));
    move(corner);
    show();
    raise();
    if (QWidget* const first = firstControl()) {
        first->setFocus(Qt::PopupFocusReason);
    }
}

void FloatingCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FloatingCard::showEvent(QShowEvent* /*event*/) {
    takeWorkspace();
    emit openChanged(true);
}

void FloatingCard::hideEvent(QHideEvent* event) {
    if (!event->spontaneous()) {
        emit openChanged(false);
    }
}

void FloatingCard::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = workspace_->style().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, workspace_->style().theme == Theme::Dark ? 14 : 5));
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    for (int i = 1; i < shadow; ++i) {
        painter.drawRoundedRect(card.adjusted(-i, 2 - i, i, i), 8 + i, 8 + i);
    }
    painter.setPen(QPen(mixed(colours.line, colours.text, 0.12), 1));
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void FloatingCard::takeStyle() {
    const Colours& colours = workspace_->style().colours();
    setPalette(widgetPalette(colours));
    setStyleSheet(QStringLiteral(R"(
QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 4px 12px; }
QPushButton:hover { border-color: %4; }
QPushButton:focus { border-color: %5; }
QPushButton:disabled { color: %4; border-color: %3; }
QPushButton#choice { border-color: transparent; padding: 4px 8px; }
QPushButton#choice:hover { color: %5; }
QPushButton#choice:checked { background: %6; font-weight: 600; }
QPushButton#choice:focus { border-color: %5; }
QPushButton#choice:disabled { color: %4; background: transparent; }
QPushButton#start { background: %5; color: %1; border-color: %5; font-weight: 600; }
QPushButton#start:hover, QPushButton#start:focus { background: %2; border-color: %2; }
QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; background: %3; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %5; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: %3; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
                             background: %1; border: 1px solid %4; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 1px solid %5; }
QSlider::handle:horizontal:focus { background: %5; }
QSlider::handle:horizontal:disabled { background: %3; border-color: %3; }
QSpinBox { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 3px 8px; }
QSpinBox:focus { border-color: %5; }
QSpinBox:disabled { color: %4; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; }
QComboBox { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 4px 10px; }
QComboBox:focus, QComboBox:hover { border-color: %5; }
QComboBox:disabled { color: %4; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QLabel:disabled { color: %4; }
QToolTip { background: %6; color: %2; border: 1px solid %3; padding: 4px; }
)")
                      .arg(colours.ground.name(), colours.text.name(), colours.line.name(),
                           colours.quietText.name(), colours.accent.name(), colours.panel.name()));
    update();
}

} // namespace entente::ui
