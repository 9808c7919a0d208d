#include "ui/views/timeline_view.h"

#include "ui/views/activity_chart.h"
#include "ui/views/time_brush.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace entente::ui {

namespace {

constexpr int stepMilliseconds = 250;

} // namespace

TimelineView::TimelineView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), canvas_(new TimelineCanvas(workspace, this)),
      chart_(new ActivityChart(workspace, this)), scrollBar_(new QScrollBar(Qt::Vertical, this)) {
    setFocusProxy(canvas_);
    chartLabel_ = new QLabel(tr("In force"), chart_);
    chartLabel_->setAttribute(Qt::WA_TransparentForMouseEvents);
    chartLabel_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    scrollBar_->setAccessibleName(tr("Lanes"));
    scrollBar_->setSingleStep(21);

    auto* const lanes = new QHBoxLayout;
    lanes->setSpacing(0);
    lanes->addWidget(canvas_, 1);
    lanes->addWidget(scrollBar_);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHeader());
    rows->addLayout(lanes, 1);
    rows->addWidget(chart_);

    player_.setInterval(stepMilliseconds);
    connect(&player_, &QTimer::timeout, this, &TimelineView::step);
    connect(canvas_, &TimelineCanvas::rangeChanged, this, &TimelineView::updateAxis);
    connect(canvas_, &TimelineCanvas::rangeChanged, this, &TimelineView::updateScrollBar);
    connect(canvas_, &TimelineCanvas::lanesChanged, this, &TimelineView::updateScrollBar);
    connect(canvas_, &TimelineCanvas::scrollRequested, this,
            [this](double scroll) { scrollBar_->setValue(static_cast<int>(std::lround(scroll))); });
    connect(scrollBar_, &QScrollBar::valueChanged, canvas_, &TimelineCanvas::setScroll);
    connect(workspace, &Workspace::styleChanged, this, &TimelineView::restyle);
    // Another document, not a mere edit, empties the history.
    connect(workspace, &Workspace::pathChanged, this, [this] {
        if (!workspace_->history().canUndo() && !workspace_->history().canRedo()) {
            stop();
            fit();
        }
    });
    restyle();
    fit();
}

QWidget* TimelineView::makeHeader() {
    auto* const header = new QWidget(this);
    header->setObjectName(QStringLiteral("timelineHeader"));
    grouping_ = new QComboBox(header);
    grouping_->addItem(tr("by sector"), static_cast<int>(TimelineGrouping::Sector));
    grouping_->addItem(tr("by actor"), static_cast<int>(TimelineGrouping::Actor));
    grouping_->setAccessibleName(tr("Lanes"));
    grouping_->setToolTip(tr("How the lanes are grouped"));
    connect(grouping_, &QComboBox::currentIndexChanged, this, [this] {
        canvas_->setGrouping(static_cast<TimelineGrouping>(grouping_->currentData().toInt()));
    });

    play_ = new QToolButton(header);
    play_->setToolTip(tr("Step through time (Space)"));
    connect(play_, &QToolButton::clicked, this, &TimelineView::togglePlay);
    stepLength_ = new QComboBox(header);
    stepLength_->addItem(tr("1 month a step"), 1);
    stepLength_->addItem(tr("1 year a step"), 12);
    stepLength_->addItem(tr("5 years a step"), 60);
    stepLength_->setCurrentIndex(1);
    stepLength_->setAccessibleName(tr("Length of a step"));
    stepLength_->setToolTip(tr("How far the window moves at each step"));

    auto* const row = new QHBoxLayout(header);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(grouping_);
    row->addStretch();
    row->addWidget(play_);
    row->addWidget(stepLength_);
    return header;
}

void TimelineView::restyle() {
    const Colours& colours = workspace_->style().colours();
    setStyleSheet(
        QStringLiteral(
            "#timelineHeader { background: %1; }"
            "#timelineHeader QComboBox, #timelineHeader QToolButton { background: transparent; "
            "color: %2; border: 1px solid transparent; border-radius: 4px; padding: 2px 6px; }"
            "#timelineHeader QComboBox:hover, #timelineHeader QComboBox:focus, "
            "#timelineHeader QToolButton:hover, #timelineHeader QToolButton:focus { border-color: "
            "%3; }"
            "#timelineHeader QComboBox::drop-down { border: none; width: 20px; }"
            "#timelineHeader QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; "
            "height: 12px; }")
            .arg(colours.panel.name(), colours.text.name(), colours.accent.name()));
    QPalette palette = chartLabel_->palette();
    palette.setColor(QPalette::WindowText, colours.quietText);
    chartLabel_->setPalette(palette);
    play_->setText(player_.isActive() ? tr("❚❚ Pause") : tr("▶ Play"));
    play_->setAccessibleName(player_.isActive() ? tr("Pause") : tr("Play"));
}

void TimelineView::updateAxis() {
    const TimeAxis axis = canvas_->axis();
    chart_->setAxis(axis);
    chartLabel_->setGeometry(0, 0, static_cast<int>(axis.left) - 12, chart_->height());
    // A hundredth of what is in sight, in whole days.
    chart_->brush().setStep(std::max<Day>(1, static_cast<Day>(axis.range.length() / 100)));
}

void TimelineView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    updateScrollBar();
}

void TimelineView::updateScrollBar() {
    if (!isVisible()) {
        return;
    }
    const int over =
        std::max(0, static_cast<int>(std::ceil(canvas_->contentHeight())) - canvas_->height());
    scrollBar_->setRange(0, over);
    scrollBar_->setPageStep(canvas_->height());
    scrollBar_->setVisible(over > 0);
}

void TimelineView::fit() {
    canvas_->setRange(canvas_->wholeRange());
}

void TimelineView::setGrouping(TimelineGrouping grouping) {
    grouping_->setCurrentIndex(grouping_->findData(static_cast<int>(grouping)));
}

void TimelineView::togglePlay() {
    if (player_.isActive()) {
        stop();
        return;
    }
    const DaySpan extent = workspace_->extent();
    if (extent.first == earliestDay || extent.last == latestDay) {
        return;
    }
    Filter filter = workspace_->filter();
    const bool atEnd = filter.window && filter.window->last >= extent.last;
    if (!filter.window || atEnd || filter.window->first == earliestDay ||
        filter.window->last == latestDay) {
        // From the beginning, with a window as long as a step.
        const int months = stepLength_->currentData().toInt();
        const Day length = static_cast<Day>(std::lround(months * 30.44));
        filter.window = DaySpan{extent.first, extent.first + std::max<Day>(0, length - 1)};
        workspace_->setFilter(std::move(filter));
    }
    player_.start();
    restyle();
}

void TimelineView::step() {
    const DaySpan extent = workspace_->extent();
    Filter filter = workspace_->filter();
    if (!filter.window || filter.window->last >= extent.last) {
        stop();
        return;
    }
    // By months of the calendar, so that years begin on their first of January.
    const int months = stepLength_->currentData().toInt();
    const Day length = filter.window->last - filter.window->first;
    const CivilDate from = civilDate(filter.window->first);
    const int month = static_cast<int>(from.month) - 1 + months;
    const int year = from.year + month / 12;
    const auto newMonth = static_cast<unsigned>(month % 12 + 1);
    const Day first = dayNumber(year, newMonth, std::min(from.day, daysInMonth(year, newMonth)));
    filter.window = DaySpan{first, first + length};
    workspace_->setFilter(std::move(filter));
}

void TimelineView::stop() {
    player_.stop();
    restyle();
}

DisplayList TimelineView::displayList() const {
    return canvas_->scene().list;
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        togglePlay();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace entente::ui
