#pragma once

#include <QChartView>
#include <QStringList>

namespace entente::ui {

/// A chart of horizontal bars with every bar's name at its left and its total at its end: the axes
/// of Qt Charts leave names out where bars are lower than a line of text.
class NamedBarsView : public QChartView {
    Q_OBJECT

public:
    using QChartView::QChartView;

    /// From the bottom up, as the chart counts.
    void setBars(QStringList names, QList<double> totals);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& area) override;

private:
    [[nodiscard]] int nameWidth() const;
    void fitPlot();

    QStringList names_;
    QList<double> totals_;
};

} // namespace entente::ui
