#include "ui/panels/layout_row.h"

#include "ui/scene/widget_palette.h"

#include <QPainter>

namespace entente::ui {

namespace {

constexpr int side = 8;
constexpr int sketchSize = 24;
constexpr int gap = 12;
constexpr int least = 40;

} // namespace

LayoutRow::LayoutRow(const LayoutChoice& choice, QWidget* parent)
    : QRadioButton(choice.name, parent), algorithm_(choice.algorithm),
      description_(choice.description) {
    setAccessibleName(choice.name);
    setAccessibleDescription(choice.description);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LayoutRow::setUnavailable(const QString& why) {
    setEnabled(why.isEmpty());
    setToolTip(why);
    setAccessibleDescription(why.isEmpty() ? description_ : why);
}

QSize LayoutRow::sizeHint() const {
    const QFontMetrics small(smallFont(font()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int widest = std::max(QFontMetrics(bold).horizontalAdvance(text()),
                                small.horizontalAdvance(description_));
    return {2 * side + sketchSize + gap + widest,
            std::max(least, fontMetrics().height() + small.height() + 8)};
}

bool LayoutRow::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void LayoutRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colours = palette();
    if (isChecked() || (isEnabled() && underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.color(QPalette::AlternateBase));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    paintLayoutSketch(painter, QRectF(side, (height() - sketchSize) / 2.0, sketchSize, sketchSize),
                      algorithm_, colours.color(QPalette::PlaceholderText),
                      colours.color(isChecked() ? QPalette::Link : QPalette::WindowText));
    painter.setOpacity(1);
    const QFont small = smallFont(font());
    const int left = side + sketchSize + gap;
    const int height = fontMetrics().height() + QFontMetrics(small).height();
    const QRect lines(left, (this->height() - height) / 2, width() - left - side, height);
    QFont name = font();
    name.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(name);
    painter.setPen(colours.color(isEnabled() ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(lines, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setFont(small);
    painter.setPen(colours.color(QPalette::PlaceholderText));
    painter.drawText(lines, Qt::AlignLeft | Qt::AlignBottom, description_);
    if (hasFocus()) {
        painter.setPen(QPen(colours.color(QPalette::Link), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

} // namespace entente::ui
