#include "ui/window/layout_status.h"

#include "ui/panels/link_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <cmath>

namespace entente::ui {

namespace {

constexpr int patience = 200;
constexpr int noticeTime = 8000;
constexpr int barWidth = 96;
constexpr int barSteps = 1000;
// Less than this moves nothing that one could see.
constexpr double leastDisplacement = 0.005;

} // namespace

QString remainingTime(qint64 elapsedMilliseconds, double fraction) {
    constexpr qint64 tooEarly = 400;
    constexpr double tooLittle = 0.03;
    if (elapsedMilliseconds < tooEarly || !(fraction > tooLittle)) {
        return {};
    }
    const double seconds =
        static_cast<double>(elapsedMilliseconds) / 1000 * (1 - fraction) / fraction;
    if (seconds < 1) {
        return LayoutStatus::tr("almost done");
    }
    if (seconds < 10) {
        return LayoutStatus::tr("about %1 s left").arg(std::lround(seconds));
    }
    // Nobody counts the seconds of a minute.
    if (seconds < 57) {
        return LayoutStatus::tr("about %1 s left").arg(std::lround(seconds / 5) * 5);
    }
    return LayoutStatus::tr("about %1 min left").arg(std::max(1L, std::lround(seconds / 60)));
}

LayoutStatus::LayoutStatus(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), text_(new QLabel(this)),
      bar_(new QProgressBar(this)), stop_(new LinkButton(tr("Stop"), this)) {
    setObjectName(QStringLiteral("layoutStatus"));
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setFixedSize(barWidth, 4);
    bar_->setAccessibleName(tr("Progress of the layout"));
    stop_->setAccessibleName(tr("Stop the layout"));
    stop_->setToolTip(tr("Keeps what is there (Shift+F5)"));
    connect(stop_, &LinkButton::clicked, workspace_, &Workspace::stopLayout);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(text_);
    row->addWidget(bar_, 0, Qt::AlignVCenter);
    row->addWidget(stop_);
    patience_.setSingleShot(true);
    patience_.setInterval(patience);
    notice_.setSingleShot(true);
    notice_.setInterval(noticeTime);
    connect(&patience_, &QTimer::timeout, this, [this] { showRunning(true); });
    connect(&notice_, &QTimer::timeout, this, &QWidget::hide);
    connect(workspace_, &Workspace::layoutStarted, this, &LayoutStatus::begin);
    connect(workspace_, &Workspace::layoutProgress, this, &LayoutStatus::takeProgress);
    connect(workspace_, &Workspace::layoutFinished, this, &LayoutStatus::end);
    connect(workspace_, &Workspace::styleChanged, this, &LayoutStatus::takeStyle);
    takeStyle();
    hide();
}

void LayoutStatus::begin() {
    clock_.start();
    notice_.stop();
    bar_->setValue(0);
    text_->setText(tr("Laying out…"));
    // Where the last layout was still told of, this one goes on in its place.
    if (!stop_->isVisibleTo(this) || !isVisible()) {
        hide();
        patience_.start();
    }
}

void LayoutStatus::takeProgress(double fraction) {
    // A report may still be on its way when the layout is done.
    if (!workspace_->layoutRunning()) {
        return;
    }
    bar_->setValue(qRound(fraction * barSteps));
    const QString remaining = remainingTime(clock_.elapsed(), fraction);
    text_->setText(remaining.isEmpty() ? tr("Laying out…") : tr("Laying out… %1").arg(remaining));
}

void LayoutStatus::end() {
    patience_.stop();
    const std::optional<double> displacement = workspace_->displacement();
    if (!displacement) {
        hide();
        return;
    }
    text_->setText(*displacement < leastDisplacement
                       ? tr("Laid out: nothing had to move")
                       : tr("Laid out: moved by %1 edge lengths on average")
                             .arg(locale().toString(*displacement, 'f',
                                                    *displacement < 0.1 ? 2 : 1)));
    text_->setToolTip(tr("How far what was there already stands from where it stood"));
    showRunning(false);
    notice_.start();
}

void LayoutStatus::showRunning(bool running) {
    bar_->setVisible(running);
    stop_->setVisible(running);
    if (running) {
        text_->setToolTip({});
    }
    show();
}

void LayoutStatus::takeStyle() {
    const Colours& colours = workspace_->style().colours();
    setStyleSheet(QStringLiteral("QProgressBar { background: %1; border: none; border-radius: 2px; }"
                                 "QProgressBar::chunk { background: %2; border-radius: 2px; }")
                      .arg(colours.line.name(), colours.accent.name()));
}

} // namespace entente::ui
