#include "ui/views/activity_chart.h"

#include "ui/scene/activity.h"
#include "ui/views/time_brush.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QValueAxis>

#include <cmath>

namespace entente::ui {

namespace {

constexpr int chartHeight = 76;
constexpr double headroom = 6;

} // namespace

ActivityChart::ActivityChart(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), chart_(new QChart),
      view_(new QChartView(chart_, this)), brush_(new TimeBrush(workspace, this)) {
    setFixedHeight(chartHeight);
    setAccessibleName(tr("Activity by sector over time"));
    chart_->setMargins({});
    chart_->setBackgroundVisible(false);
    chart_->setBackgroundRoundness(0);
    chart_->legend()->hide();
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFocusPolicy(Qt::NoFocus);
    view_->viewport()->setFocusPolicy(Qt::NoFocus);
    view_->setStyleSheet(QStringLiteral("background: transparent"));
    brush_->raise();
    connect(workspace, &Workspace::visibilityChanged, this, [this](bool atAllTimes) {
        if (atAllTimes) {
            rebuildInTime();
        }
    });
    connect(workspace, &Workspace::styleChanged, this, &ActivityChart::rebuildInTime);
    // After what else has changed is seen.
    constexpr int pause = 40;
    rebuildTimer_.setSingleShot(true);
    rebuildTimer_.setInterval(pause);
    connect(&rebuildTimer_, &QTimer::timeout, this, &ActivityChart::rebuild);
}

void ActivityChart::setAxis(const TimeAxis& axis) {
    const bool moved =
        !(axis.range == axis_.range) || axis.left != axis_.left || axis.right != axis_.right;
    axis_ = axis;
    if (moved) {
        rebuildInTime();
    }
    brush_->setAxis(axis);
}

void ActivityChart::resizeEvent(QResizeEvent*) {
    view_->setGeometry(rect());
    brush_->setGeometry(rect());
    align();
}

void ActivityChart::align() {
    chart_->setPlotArea(
        QRectF(axis_.left, headroom, axis_.right - axis_.left, height() - headroom - 1));
}

void ActivityChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) {
        rebuild();
    }
}

void ActivityChart::rebuildInTime() {
    if (workspace_->isEvaluatedByThread()) {
        rebuildTimer_.start();
    } else {
        rebuild();
    }
}

void ActivityChart::rebuild() {
    stale_ = !isVisible();
    if (stale_) {
        return;
    }
    chart_->removeAllSeries();
    for (QAbstractAxis* const axis : chart_->axes()) {
        chart_->removeAxis(axis);
        delete axis;
    }
    if (!(axis_.range.length() > 0)) {
        return;
    }
    const Dossier& dossier = workspace_->dossier();
    const DaySpan days{static_cast<Day>(std::floor(axis_.range.first)),
                       static_cast<Day>(std::ceil(axis_.range.last))};
    const auto wanted = static_cast<std::size_t>(std::max(24.0, (axis_.right - axis_.left) / 8));
    const std::vector<ActivityBin> bins =
        activity(dossier, workspace_->visibilityAtAllTimes(), activityBins(days, wanted));

    auto* const timeAxis = new QValueAxis;
    timeAxis->setRange(axis_.range.first, axis_.range.last);
    timeAxis->setVisible(false);
    auto* const countAxis = new QValueAxis;
    countAxis->setVisible(false);
    chart_->addAxis(timeAxis, Qt::AlignBottom);
    chart_->addAxis(countAxis, Qt::AlignLeft);

    // Each sector is the area between two step lines; a little air between bins makes them bars.
    std::vector<double> base(bins.size(), 0);
    double most = 1;
    for (std::size_t sector = 0; sector <= dossier.sectors().size(); ++sector) {
        std::vector<double> top = base;
        bool any = false;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            top[i] += bins[i].bySector[sector];
            any = any || bins[i].bySector[sector] > 0;
            most = std::max(most, top[i]);
        }
        if (!any) {
            continue;
        }
        auto* const lower = new QLineSeries;
        auto* const upper = new QLineSeries;
        for (std::size_t i = 0; i < bins.size(); ++i) {
            const double length = bins[i].days.last - bins[i].days.first + 1.0;
            const double first = bins[i].days.first + length * 0.08;
            const double last = bins[i].days.last + 1 - length * 0.08;
            for (const double x : {first, last}) {
                lower->append(x, base[i]);
                upper->append(x, top[i]);
            }
            lower->append(last, 0);
            upper->append(last, 0);
            if (i + 1 < bins.size()) {
                lower->append(bins[i + 1].days.first + length * 0.08, 0);
                upper->append(bins[i + 1].days.first + length * 0.08, 0);
            }
        }
        auto* const area = new QAreaSeries(upper, lower);
        lower->setParent(area);
        upper->setParent(area);
        const QColor colour =
            sector < dossier.sectors().size()
                ? sectorColour(dossier.sectors()[sector], workspace_->style().theme)
                : plainColour(workspace_->style().theme);
        area->setBrush(colour);
        area->setPen(Qt::NoPen);
        chart_->addSeries(area);
        area->attachAxis(timeAxis);
        area->attachAxis(countAxis);
        base = std::move(top);
    }
    countAxis->setRange(0, most);
    align();
}

} // namespace entente::ui
