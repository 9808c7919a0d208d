#include "ui/panels/facet_row.h"

#include "ui/scene/widget_palette.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace entente::ui {

namespace {

constexpr int side = 8;
constexpr int gap = 8;
constexpr int toEnd = 1000;

} // namespace

FacetRow::FacetRow(const QString& name, int sampleWidth, QWidget* parent)
    : QAbstractButton(parent), sampleWidth_(sampleWidth) {
    setText(name);
    setCheckable(true);
    setChecked(true);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Click to show or hide; Alt+click or double click for this only"));
    describeForAssistance();
}

void FacetRow::setSample(SamplePainter sample) {
    sample_ = std::move(sample);
    describeForAssistance();
    update();
}

void FacetRow::setCount(std::size_t count) {
    if (count != count_) {
        count_ = count;
        describeForAssistance();
        update();
    }
}

QString FacetRow::countText() const {
    return locale().toString(static_cast<qulonglong>(count_));
}

void FacetRow::describeForAssistance() {
    const QString state = isChecked() ? tr("shown") : tr("hidden");
    setAccessibleName(count_ == 1 ? tr("%1, 1 element, %2").arg(text(), state)
                                  : tr("%1, %2 elements, %3").arg(text(), countText(), state));
}

QSize FacetRow::sizeHint() const {
    const int height = std::max(24, fontMetrics().height() + 6);
    return {2 * side + sampleWidth_ + gap + fontMetrics().horizontalAdvance(text()) + 64, height};
}

QSize FacetRow::minimumSizeHint() const {
    return {96, sizeHint().height()};
}

QRect FacetRow::onlyRect() const {
    const QFontMetrics metrics(smallFont(font()));
    const int right = width() - side - metrics.horizontalAdvance(countText()) - gap;
    const int wide = metrics.horizontalAdvance(tr("only"));
    return {right - wide, 0, wide, height()};
}

void FacetRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pointed = underMouse();
    if (pointed || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const bool quiet = !isChecked() || count_ == 0;
    if (sample_) {
        painter.save();
        painter.setOpacity(count_ == 0 ? 0.45 : 1);
        const QRectF area(side, (height() - 16) / 2.0, sampleWidth_, 16);
        sample_(painter, area, palette(), isChecked());
        painter.restore();
    }
    const QFont small = smallFont(font());
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(0, 0, -side, 0), Qt::AlignRight | Qt::AlignVCenter,
                     countText());
    int nameEnd = width() - side - QFontMetrics(small).horizontalAdvance(countText()) - gap;
    if (pointed) {
        const QRect only = onlyRect();
        QFont link = small;
        link.setUnderline(only.contains(mapFromGlobal(QCursor::pos())));
        painter.setFont(link);
        painter.setPen(palette().color(QPalette::Link));
        painter.drawText(only, Qt::AlignCenter, tr("only"));
        nameEnd = only.left() - gap;
    }
    painter.setFont(font());
    painter.setPen(palette().color(quiet ? QPalette::PlaceholderText : QPalette::WindowText));
    const int nameBegin = side + sampleWidth_ + gap;
    painter.drawText(QRect(nameBegin, 0, nameEnd - nameBegin, height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, nameEnd - nameBegin));
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Link), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

void FacetRow::mousePressEvent(QMouseEvent* event) {
    onlyPressed_ =
        event->button() == Qt::LeftButton && (event->modifiers().testFlag(Qt::AltModifier) ||
                                              onlyRect().contains(event->position().toPoint()));
    QAbstractButton::mousePressEvent(event);
}

void FacetRow::mouseReleaseEvent(QMouseEvent* event) {
    if (!onlyPressed_) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    onlyPressed_ = false;
    setDown(false);
    if (rect().contains(event->position().toPoint())) {
        emit onlyRequested();
    }
}

void FacetRow::mouseDoubleClickEvent(QMouseEvent* event) {
    // Its first click has switched the row already; the second must not switch it back.
    event->accept();
    if (event->button() == Qt::LeftButton) {
        emit onlyRequested();
    }
}

void FacetRow::mouseMoveEvent(QMouseEvent* event) {
    QAbstractButton::mouseMoveEvent(event);
    update(onlyRect());
}

void FacetRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        emit moveRequested(-1);
        return;
    case Qt::Key_Down:
        emit moveRequested(1);
        return;
    case Qt::Key_Home:
        emit moveRequested(-toEnd);
        return;
    case Qt::Key_End:
        emit moveRequested(toEnd);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit onlyRequested();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FacetRow::contextMenuEvent(QContextMenuEvent* event) {
    emit menuRequested(event->reason() == QContextMenuEvent::Keyboard
                           ? mapToGlobal(QPoint(side + sampleWidth_, height()))
                           : event->globalPos());
}

void FacetRow::checkStateSet() {
    QAbstractButton::checkStateSet();
    describeForAssistance();
}

void FacetRow::nextCheckState() {
    QAbstractButton::nextCheckState();
    describeForAssistance();
}

} // namespace entente::ui
