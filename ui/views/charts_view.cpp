#include "ui/views/charts_view.h"

#include "ui/scene/counted.h"
#include "ui/scene/vertex_text.h"
#include "ui/scene/widget_palette.h"
#include "ui/views/chart_data.h"
#include "ui/views/chart_legend.h"
#include "ui/views/chart_looks.h"
#include "ui/views/named_bars_view.h"

#include <QAction>
#include <QApplication>
#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QLineSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr std::size_t mostActors = 20;
constexpr int narrow = 560;

void styleAxis(QAbstractAxis* axis, const Colours& colours, const QFont& font, bool grid) {
    axis->setLabelsFont(font);
    axis->setLabelsColor(colours.quietText);
    axis->setLinePen(QPen(colours.line, 1));
    axis->setLineVisible(!grid);
    axis->setGridLineVisible(grid);
    axis->setGridLineColor(colours.line);
}

std::unique_ptr<QChart> emptyChart() {
    auto chart = std::make_unique<QChart>();
    chart->setBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins({0, 0, 0, 0});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    return chart;
}

/// Takes the chart; the one before is deleted.
void replaceChart(QChartView* view, std::unique_ptr<QChart> chart) {
    const std::unique_ptr<QChart> old(view->chart());
    view->setChart(chart.release());
}

QValueAxis* countAxis(double most, double steps) {
    auto* const axis = new QValueAxis;
    const double step = roundStep(most, steps);
    axis->setRange(0, std::max(1.0, most * 1.04));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%d"));
    return axis;
}

} // namespace

ChartsView::ChartsView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), charts_(new QBoxLayout(QBoxLayout::LeftToRight)),
      legend_(new ChartLegend(this)) {
    setObjectName(QStringLiteral("chartsView"));
    setAutoFillBackground(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    sectors_ = makePanel(tr("Agreements in force, by sector"), new QChartView);
    bars_ = new NamedBarsView;
    actors_ = makePanel(tr("Ties, by actor"), bars_);
    charts_->setSpacing(32);
    charts_->addWidget(sectors_.box, 3);
    charts_->addWidget(actors_.box, 2);
    column->addLayout(charts_, 1);
    column->addWidget(legend_);

    auto* const copy = new QAction(tr("Copy Image"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ChartsView::copyImage);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setFocusPolicy(Qt::StrongFocus);

    connect(workspace_, &Workspace::dossierChanged, this, &ChartsView::update);
    connect(workspace_, &Workspace::visibilityChanged, this, &ChartsView::update);
    connect(workspace_, &Workspace::styleChanged, this, &ChartsView::update);
    update();
}

ChartsView::Panel ChartsView::makePanel(const QString& title, QChartView* view) {
    Panel panel;
    panel.box = new QWidget(this);
    auto* const column = new QVBoxLayout(panel.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    panel.title = new QLabel(title, panel.box);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    panel.title->setFont(bold);
    panel.subtitle = new QLabel(panel.box);
    panel.subtitle->setFont(smallFont(font()));
    panel.subtitle->setForegroundRole(QPalette::PlaceholderText);
    panel.view = view;
    view->setParent(panel.box);
    panel.view->setRenderHint(QPainter::Antialiasing);
    panel.view->setFrameShape(QFrame::NoFrame);
    panel.view->setBackgroundBrush(Qt::NoBrush);
    panel.view->viewport()->setAutoFillBackground(false);
    panel.view->setContextMenuPolicy(Qt::NoContextMenu);
    panel.view->setFocusPolicy(Qt::NoFocus);
    panel.view->setAccessibleName(title);
    panel.view->setMinimumSize(80, 80);
    panel.view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    for (QLabel* const label : {panel.title, panel.subtitle}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    panel.message = new QLabel(panel.box);
    panel.message->setAlignment(Qt::AlignCenter);
    panel.message->setWordWrap(true);
    panel.message->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(panel.title);
    column->addWidget(panel.subtitle);
    column->addWidget(panel.view, 1);
    column->addWidget(panel.message, 1);
    return panel;
}

void ChartsView::showMessage(const Panel& panel, const QString& message) {
    panel.message->setText(message);
    panel.message->setVisible(!message.isEmpty());
    panel.subtitle->setVisible(message.isEmpty());
    panel.view->setVisible(message.isEmpty());
}

DaySpan ChartsView::chartExtent() const {
    DaySpan extent = workspace_->extent();
    // What is open at its end was in force on the last day that the dossier knows of.
    if (const Period& asOf = workspace_->dossier().cover().asOf; !asOf.empty()) {
        extent.last = asOf.span().last;
    }
    return extent;
}

void ChartsView::update() {
    stale_ = true;
    setPalette(widgetPalette(workspace_->style().colours()));
    if (!isVisible()) {
        return;
    }
    stale_ = false;
    drawSectors();
    drawActors();
}

void ChartsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) {
        update();
    }
}

std::size_t ChartsView::actorsThatFit() const {
    const int height = actors_.box->height() - actors_.title->sizeHint().height() -
                       actors_.subtitle->sizeHint().height();
    const int pitch = QFontMetrics(smallFont(font())).height() + 2;
    return static_cast<std::size_t>(std::clamp(height / pitch, 3, static_cast<int>(mostActors)));
}

void ChartsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    charts_->setDirection(width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    charts_->setSpacing(width() < narrow ? 16 : 32);
    fitLegend();
    layout()->activate();
    charts_->activate();
    if (isVisible() && actorsThatFit() != actorsDrawn_) {
        drawActors();
    }
}

void ChartsView::fitLegend() {
    const QMargins margins = layout()->contentsMargins();
    legend_->setFixedHeight(legend_->heightForWidth(width() - margins.left() - margins.right()));
}

void ChartsView::updateLegend() {
    std::set<std::size_t> sectors = sectorsOfAgreements_;
    sectors.insert(sectorsOfTies_.begin(), sectorsOfTies_.end());
    std::vector<ChartLegend::Entry> entries;
    for (const std::size_t sector : sectors) {
        entries.push_back(legendEntry(*workspace_, sector));
    }
    legend_->setEntries(std::move(entries));
    fitLegend();
}

void ChartsView::drawSectors() {
    const SectorYears figures =
        agreementsByYear(workspace_->dossier(), workspace_->visibility(), chartExtent());
    sectorsOfAgreements_.clear();
    for (const SectorYears::Series& series : figures.series) {
        sectorsOfAgreements_.insert(series.sector);
    }
    updateLegend();
    if (figures.empty()) {
        showMessage(sectors_, tr("The filter shows no agreement that has a date."));
        return;
    }
    showMessage(sectors_, {});
    sectors_.subtitle->setText(tr("Each year; an agreement in two sectors counts in both"));
    const Colours& colours = workspace_->style().colours();
    auto chart = emptyChart();
    std::vector<double> floor(figures.years());
    for (const SectorYears::Series& series : figures.series) {
        const SectorLook look = lookOf(*workspace_, series.sector);
        auto* const lower = new QLineSeries;
        auto* const upper = new QLineSeries;
        // Steps, since a count belongs to the whole of its year.
        for (std::size_t i = 0; i < figures.years(); ++i) {
            const double year = figures.firstYear + static_cast<double>(i);
            const double top = floor[i] + static_cast<double>(series.counts[i]);
            for (const double x : {year, year + 1}) {
                lower->append(x, floor[i]);
                upper->append(x, top);
            }
            floor[i] = top;
        }
        auto* const area = new QAreaSeries(upper, lower);
        lower->setParent(area);
        upper->setParent(area);
        area->setName(look.name);
        area->setBrush(look.fill);
        area->setPen(edgePen(look));
        chart->addSeries(area);
        connect(area, &QAreaSeries::hovered, this,
                [this, look, series, first = figures.firstYear](const QPointF& point, bool inside) {
                    const auto year =
                        static_cast<std::size_t>(std::max(0.0, std::floor(point.x()) - first));
                    if (!inside || year >= series.counts.size()) {
                        QToolTip::hideText();
                        return;
                    }
                    QToolTip::showText(QCursor::pos(),
                                       tr("%1, %2: %3 in force")
                                           .arg(look.name)
                                           .arg(first + static_cast<int>(year))
                                           .arg(series.counts[year]),
                                       sectors_.view);
                });
    }
    const QFont small = smallFont(font());
    auto* const years = new QValueAxis;
    const double firstYear = figures.firstYear;
    const double lastYear = firstYear + static_cast<double>(figures.years());
    years->setRange(firstYear, lastYear);
    years->setTickType(QValueAxis::TicksDynamic);
    years->setTickAnchor(0);
    years->setTickInterval(roundStep(lastYear - firstYear, 8));
    years->setLabelFormat(QStringLiteral("%d"));
    styleAxis(years, colours, small, false);
    QValueAxis* const counts = countAxis(*std::ranges::max_element(floor), 4);
    styleAxis(counts, colours, small, true);
    chart->addAxis(years, Qt::AlignBottom);
    chart->addAxis(counts, Qt::AlignLeft);
    for (QAbstractSeries* const series : chart->series()) {
        series->attachAxis(years);
        series->attachAxis(counts);
    }
    replaceChart(sectors_.view, std::move(chart));
}

void ChartsView::drawActors() {
    actorsDrawn_ = actorsThatFit();
    const Dossier& dossier = workspace_->dossier();
    const std::vector<ActorTies> figures =
        tiesByActor(dossier, workspace_->visibility(), actorsDrawn_);
    sectorsOfTies_.clear();
    if (figures.empty()) {
        updateLegend();
        showMessage(actors_, tr("The filter shows no ties."));
        return;
    }
    showMessage(actors_, {});
    actors_.subtitle->setText(
        tr("The %1 with the most; a tie in two sectors counts half in each").arg(figures.size()));
    auto chart = emptyChart();
    auto* const bars = new QHorizontalStackedBarSeries;
    bars->setBarWidth(0.72);
    const std::size_t sectors = dossier.sectors().size();
    for (std::size_t sector = 0; sector <= sectors; ++sector) {
        const auto share = [sector](const ActorTies& actor) { return actor.shares[sector]; };
        if (std::ranges::all_of(figures,
                                [&](const ActorTies& actor) { return share(actor) <= 0; })) {
            continue;
        }
        const std::size_t drawn = sector == sectors ? mostSectors : sector;
        sectorsOfTies_.insert(drawn);
        const SectorLook look = lookOf(*workspace_, drawn);
        auto* const set = new QBarSet(look.name);
        set->setBrush(look.fill);
        set->setPen(edgePen(look));
        // The axis counts from the bottom.
        for (auto actor = figures.rbegin(); actor != figures.rend(); ++actor) {
            set->append(share(*actor));
        }
        bars->append(set);
    }
    chart->addSeries(bars);

    auto* const names = new QBarCategoryAxis;
    QStringList shown;
    QStringList categories;
    QStringList tips;
    QList<double> totals;
    for (auto actor = figures.rbegin(); actor != figures.rend(); ++actor) {
        const QString name = vertexName(dossier, actor->actor, workspace_->style().labelLanguage);
        shown << name;
        // The axis takes no name twice.
        categories << QString::number(actor->actor);
        totals << static_cast<double>(actor->ties);
        tips << tr("%1: %2").arg(name, counted(actor->ties, tr("1 tie"), tr("%L1 ties")));
    }
    names->append(categories);
    names->setLabelsVisible(false);
    names->setGridLineVisible(false);
    names->setLineVisible(false);
    // Each bar carries its total: no scale is needed.
    QValueAxis* const counts = countAxis(static_cast<double>(figures.front().ties), 5);
    counts->setRange(0, static_cast<double>(figures.front().ties));
    counts->setVisible(false);
    chart->addAxis(names, Qt::AlignLeft);
    chart->addAxis(counts, Qt::AlignBottom);
    bars->attachAxis(names);
    bars->attachAxis(counts);
    connect(bars, &QHorizontalStackedBarSeries::hovered, this,
            [this, tips](bool inside, int actor, QBarSet*) {
                if (inside && actor >= 0 && actor < tips.size()) {
                    QToolTip::showText(QCursor::pos(), tips[actor], actors_.view);
                } else {
                    QToolTip::hideText();
                }
            });
    connect(bars, &QHorizontalStackedBarSeries::clicked, this,
            [this, figures](int actor, QBarSet*) {
                const auto place = figures.size() - 1 - static_cast<std::size_t>(actor);
                workspace_->reveal({ElementKind::Vertex, figures[place].actor});
            });
    replaceChart(actors_.view, std::move(chart));
    bars_->setBars(std::move(shown), std::move(totals));
    updateLegend();
}

void ChartsView::copyImage() {
    QApplication::clipboard()->setPixmap(grab());
}

} // namespace entente::ui
