#include "ui/views/chart_legend.h"

#include "ui/scene/widget_palette.h"

#include <QPainter>

namespace entente::ui {

namespace {

constexpr int dot = 12;
constexpr int gap = 4;
constexpr int between = 16;
constexpr int lineHeight = 18;

} // namespace

ChartLegend::ChartLegend(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(std::vector<Entry> entries) {
    entries_ = std::move(entries);
    QStringList names;
    for (const Entry& entry : entries_) {
        names << entry.name;
    }
    setAccessibleName(tr("Sectors: %1").arg(names.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const {
    return {240, heightForWidth(std::max(width(), 240))};
}

int ChartLegend::heightForWidth(int width) const {
    return arrange(width, nullptr);
}

int ChartLegend::arrange(int width, QPainter* painter) const {
    const QFontMetrics metrics(smallFont(font()));
    int x = 0;
    int y = 0;
    for (const Entry& entry : entries_) {
        const int wide = dot + gap + metrics.horizontalAdvance(entry.name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += lineHeight;
        }
        if (painter != nullptr) {
            entry.sample(*painter, QRectF(x, y + 1, dot, lineHeight - 2), palette(), true);
            painter->setPen(palette().color(QPalette::PlaceholderText));
            painter->drawText(QRect(x + dot + gap, y, wide, lineHeight),
                              Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        }
        x += wide + between;
    }
    return entries_.empty() ? 0 : y + lineHeight;
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    arrange(width(), &painter);
}

} // namespace entente::ui
