#include "ui/views/named_bars_view.h"

#include "ui/scene/widget_palette.h"

#include <QChart>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int gap = 8;

} // namespace

void NamedBarsView::setBars(QStringList names, QList<double> totals) {
    names_ = std::move(names);
    totals_ = std::move(totals);
    fitPlot();
}

int NamedBarsView::nameWidth() const {
    const QFontMetrics metrics(smallFont(font()));
    int widest = 0;
    for (const QString& name : names_) {
        widest = std::max(widest, metrics.horizontalAdvance(name));
    }
    // Names never take more than two fifths from the bars.
    return std::min(widest, width() * 2 / 5);
}

void NamedBarsView::fitPlot() {
    const QFontMetrics metrics(smallFont(font()));
    const int left = nameWidth() + gap;
    const int right = metrics.horizontalAdvance(QStringLiteral("00000"));
    chart()->setPlotArea(
        QRectF(left, 0, std::max(40, width() - left - right), std::max(20, height())));
}

void NamedBarsView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    fitPlot();
}

void NamedBarsView::drawForeground(QPainter* painter, const QRectF&) {
    if (chart()->series().isEmpty()) {
        return;
    }
    const QFont small = smallFont(font());
    const QFontMetrics metrics(small);
    const int wide = nameWidth();
    painter->setFont(small);
    for (qsizetype i = 0; i < names_.size(); ++i) {
        const auto at = [&](double value) {
            return chart()->mapToScene(
                chart()->mapToPosition(QPointF(value, static_cast<double>(i))));
        };
        const QPointF begin = at(0);
        const int line = metrics.height();
        painter->setPen(palette().color(QPalette::WindowText));
        painter->drawText(QRectF(begin.x() - gap - wide, begin.y() - line / 2.0, wide, line),
                          Qt::AlignRight | Qt::AlignVCenter,
                          metrics.elidedText(names_[i], Qt::ElideRight, wide));
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(at(totals_[i]) + QPointF(gap / 2.0 + 1, metrics.ascent() - line / 2.0),
                          locale().toString(totals_[i], 'f', 0));
    }
}

} // namespace entente::ui
