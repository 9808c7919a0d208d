#include "ui/panels/sector_chip.h"

#include "ui/scene/widget_palette.h"

#include <QPainter>

namespace entente::ui {

namespace {

constexpr int side = 8;
constexpr int dot = 10;
constexpr int gap = 5;

} // namespace

SectorChip::SectorChip(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

SectorChip::SectorChip(const Sector& sector, Theme theme, QWidget* parent) : SectorChip(parent) {
    setText(QString::fromStdString(sector.name));
    setAccessibleName(text());
    sample_ = sectorSample(sector, theme);
    const QColor casing = sectorCasing(sector, theme);
    outline_ = casing.alpha() > 0 ? casing : sectorColour(sector, theme);
}

SectorChip* SectorChip::removable(const QString& text, QWidget* parent) {
    auto* const chip = new SectorChip(parent);
    chip->setText(text);
    chip->setAccessibleName(tr("Remove %1").arg(text));
    chip->setToolTip(chip->accessibleName());
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setCursor(Qt::PointingHandCursor);
    chip->removable_ = true;
    return chip;
}

QSize SectorChip::sizeHint() const {
    const QFontMetrics metrics(smallFont(font()));
    return {metrics.horizontalAdvance(text()) + 2 * side + dot + gap, metrics.height() + 8};
}

void SectorChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = !isCheckable() || isChecked();
    const QRectF frame = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const qreal round = frame.height() / 2;
    painter.setBrush(underMouse() && (isCheckable() || removable_)
                         ? palette().color(QPalette::AlternateBase)
                         : QColor(Qt::transparent));
    const QColor line = hasFocus()                 ? palette().color(QPalette::Link)
                        : on && outline_.isValid() ? outline_
                                                   : palette().color(QPalette::Mid);
    painter.setPen(QPen(line, hasFocus() ? 2 : 1.25));
    painter.drawRoundedRect(frame, round, round);
    const QRectF icon(removable_ ? width() - side - dot + 2 : side, 0, dot, height());
    if (sample_) {
        sample_(painter, icon, palette(), on);
    } else {
        painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.25));
        const QPointF centre = icon.center();
        painter.drawLine(centre + QPointF(-3, -3), centre + QPointF(3, 3));
        painter.drawLine(centre + QPointF(-3, 3), centre + QPointF(3, -3));
    }
    painter.setFont(smallFont(font()));
    painter.setPen(palette().color(on ? QPalette::WindowText : QPalette::PlaceholderText));
    const QRect words = removable_ ? rect().adjusted(side, 0, -(side + dot), 0)
                                   : rect().adjusted(side + dot + gap, 0, -side + 2, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace entente::ui
