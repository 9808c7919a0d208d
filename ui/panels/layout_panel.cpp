#include "ui/panels/layout_panel.h"

#include "ui/panels/layout_row.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/scene/widget_palette.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int shadow = 12;
constexpr int margin = 16;
constexpr int settlePause = 100;
constexpr int headingHeight = 28;
constexpr int optionsWidth = 264;
constexpr double percent = 100;

int inPercent(double share) { return qRound(share * percent); }

} // namespace

LayoutPanel::LayoutPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setObjectName(QStringLiteral("layoutPanel"));
    setAccessibleName(tr("Layout options"));
    setFocusPolicy(Qt::ClickFocus);
    auto* const columns = new QHBoxLayout(this);
    constexpr int around = shadow + margin;
    columns->setContentsMargins(around - 8, around, around, around);
    columns->setSpacing(24);
    columns->addWidget(makeAlgorithms());
    columns->addWidget(makeOptions());

    // Not with every step of a slider, but also while it still moves.
    settleTimer_.setSingleShot(true);
    settleTimer_.setInterval(settlePause);
    connect(&settleTimer_, &QTimer::timeout, workspace_, &Workspace::continueLayout);
    for (const auto signal : {&Workspace::layoutOptionsChanged, &Workspace::networkChanged,
                               &Workspace::layoutFinished}) {
        connect(workspace_, signal, this, &LayoutPanel::takeWorkspace);
    }
    connect(workspace_, &Workspace::layoutStarted, this, &LayoutPanel::takeWorkspace);
    connect(workspace_, &Workspace::styleChanged, this, &LayoutPanel::takeStyle);
    takeStyle();
    takeWorkspace();
    hide();
}

QWidget* LayoutPanel::makeAlgorithms() {
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const heading = new SectionHeading(tr("Layout"), box);
    heading->setContentsMargins(8, 0, 0, 0);
    heading->setFixedHeight(headingHeight);
    column->addWidget(heading);
    for (const LayoutChoice& choice : layoutChoices()) {
        auto* const row = new LayoutRow(choice, box);
        connect(row, &LayoutRow::clicked, this,
                [this, row] { workspace_->setLayoutAlgorithm(row->algorithm()); });
        column->addWidget(row);
        rows_.push_back(row);
    }
    column->addStretch(1);
    return box;
}

QWidget* LayoutPanel::makeOptions() {
    auto* const box = new QWidget(this);
    box->setFixedWidth(optionsWidth);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* const heading = new SectionHeading(tr("Options"), box);
    heading->setFixedHeight(headingHeight);
    auto* const close = heading->addLink(tr("close"), tr("Close the layout options"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &LinkButton::clicked, this, &QWidget::hide);
    column->addWidget(heading);
    column->addSpacing(-12); // headings stand nearer to what they head

    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(4);
    effort_ = addChoice(*grid, tr("&Quality"), {tr("Normal"), tr("Best")},
                        {tr("Good within moments"), tr("Takes several times as long")});
    emphasis_ = addChoice(*grid, tr("E&mphasis"), {tr("Balanced"), tr("Distances"), tr("Blocs")},
                          {tr("A little of both"), tr("Distances are those in the network"),
                           tr("Communities stand apart")});
    column->addLayout(grid);

    spread_ = addSlider(*column, tr("Sprea&d"), tr("Spread"),
                        tr("How far apart everything stands"), 25, 300);
    gravity_ = addSlider(*column, tr("&Gravity"), tr("Gravity"),
                         tr("How strongly everything is drawn to the middle"), 0, 100);
    lengthByWeight_ =
        addSlider(*column, tr("Shorter edges by &weight"), tr("Shorter edges by weight"),
                  tr("How much nearer the ends of heavy edges are to one another"), 0, 100);
    addSeed(*column);
    column->addStretch(1);
    addCommands(*column);

    connect(effort_, &QButtonGroup::idClicked, this, &LayoutPanel::takeChoices);
    connect(emphasis_, &QButtonGroup::idClicked, this, &LayoutPanel::takeChoices);
    connect(spread_.slider, &QSlider::valueChanged, this, [this] { takeSliders(false); });
    connect(gravity_.slider, &QSlider::valueChanged, this, [this] { takeSliders(true); });
    connect(lengthByWeight_.slider, &QSlider::valueChanged, this, [this] { takeSliders(true); });
    return box;
}

QButtonGroup* LayoutPanel::addChoice(QGridLayout& grid, const QString& title,
                                     const QStringList& names, const QStringList& tips) {
    auto* const group = new QButtonGroup(this);
    const int row = grid.rowCount();
    auto* const label = new QLabel(title, this);
    grid.addWidget(label, row, 0);
    QString plain = title;
    plain.remove(QLatin1Char('&'));
    auto* const choices = new QHBoxLayout;
    choices->setSpacing(0);
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto* const button = new QPushButton(names[i], this);
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("choice"));
        button->setAccessibleName(tr("%1: %2").arg(plain, names[i]));
        button->setToolTip(tips[i]);
        group->addButton(button, static_cast<int>(i));
        choices->addWidget(button);
        if (i == 0) {
            label->setBuddy(button);
        }
    }
    grid.addLayout(choices, row, 1, Qt::AlignRight);
    return group;
}

LayoutPanel::SliderRow LayoutPanel::addSlider(QVBoxLayout& column, const QString& name,
                                              const QString& accessibleName, const QString& tip,
                                              int least, int most) {
    SliderRow row{new QLabel(name, this), new QLabel(this), new QSlider(Qt::Horizontal, this)};
    row.slider->setRange(least, most);
    row.slider->setSingleStep(5);
    row.slider->setPageStep(25);
    row.slider->setAccessibleName(accessibleName);
    row.slider->setToolTip(tip);
    row.name->setBuddy(row.slider);
    row.value->setForegroundRole(QPalette::PlaceholderText);
    row.value->setAlignment(Qt::AlignRight);
    const auto show = [row] { row.value->setText(tr("%L1 %").arg(row.slider->value())); };
    connect(row.slider, &QSlider::valueChanged, row.value, show);
    show();
    auto* const texts = new QHBoxLayout;
    texts->addWidget(row.name);
    texts->addWidget(row.value, 1);
    auto* const rows = new QVBoxLayout;
    rows->setSpacing(4);
    rows->addLayout(texts);
    rows->addWidget(row.slider);
    column.addLayout(rows);
    return row;
}

void LayoutPanel::addSeed(QVBoxLayout& column) {
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    auto* const label = new QLabel(tr("&Seed"), this);
    seed_ = new QSpinBox(this);
    seed_->setRange(0, 999'999);
    seed_->setAccessibleName(tr("Seed"));
    seed_->setToolTip(tr("The same number gives the same picture"));
    seed_->setKeyboardTracking(false);
    label->setBuddy(seed_);
    another_ = new QPushButton(tr("&Another arrangement"), this);
    another_->setToolTip(tr("Lays out with the next seed"));
    connect(seed_, &QSpinBox::valueChanged, this,
            [this](int seed) { arrangeAnew(static_cast<std::uint64_t>(seed)); });
    connect(another_, &QPushButton::clicked, this, [this] { arrangeAnew(workspace_->seed() + 1); });
    row->addWidget(label);
    row->addWidget(seed_, 1);
    row->addWidget(another_);
    column.addLayout(row);
}

void LayoutPanel::addCommands(QVBoxLayout& column) {
    auto* const row = new QHBoxLayout;
    reset_ = new LinkButton(tr("Reset to defaults"), this);
    reset_->setAccessibleName(reset_->text());
    reset_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_R));
    reset_->setToolTip(tr("As it was made for most networks (%1)")
                           .arg(reset_->shortcut().toString(QKeySequence::NativeText)));
    start_ = new QPushButton(this);
    start_->setObjectName(QStringLiteral("start"));
    connect(reset_, &LinkButton::clicked, this, &LayoutPanel::reset);
    connect(start_, &QPushButton::clicked, this, [this] {
        workspace_->layoutRunning() ? workspace_->stopLayout() : workspace_->relayout();
    });
    row->addWidget(reset_);
    row->addStretch(1);
    row->addWidget(start_);
    column.addLayout(row);
}

void LayoutPanel::takeSliders(bool settles) {
    LayoutParameters parameters = workspace_->layoutParameters();
    parameters.spread = spread_.slider->value() / percent;
    parameters.gravity = gravity_.slider->value() / percent;
    parameters.lengthByWeight = lengthByWeight_.slider->value() / percent;
    workspace_->setLayoutParameters(parameters);
    if (settles && !settleTimer_.isActive()) {
        settleTimer_.start();
    }
}

void LayoutPanel::takeChoices() {
    LayoutParameters parameters = workspace_->layoutParameters();
    parameters.effort = static_cast<LayoutEffort>(effort_->checkedId());
    parameters.emphasis = static_cast<LayoutEmphasis>(emphasis_->checkedId());
    if (parameters != workspace_->layoutParameters()) {
        workspace_->setLayoutParameters(parameters);
        workspace_->relayout();
    }
}

void LayoutPanel::arrangeAnew(std::uint64_t seed) {
    workspace_->setSeed(seed);
    workspace_->relayout();
}

void LayoutPanel::reset() {
    settleTimer_.stop();
    workspace_->setLayoutParameters({});
    workspace_->setSeed(1);
    workspace_->setLayoutAlgorithm(LayoutAlgorithm::Stress);
    workspace_->relayout();
}

void LayoutPanel::takeWorkspace() {
    const LayoutParameters& parameters = workspace_->layoutParameters();
    const LayoutAlgorithm algorithm = workspace_->layoutAlgorithm();
    QString name;
    for (LayoutRow* const row : rows_) {
        const bool chosen = row->algorithm() == algorithm;
        row->setUnavailable(chosen ? QString() : whyUnavailable(row->algorithm(), *workspace_));
        row->setChecked(chosen);
        name = chosen ? row->text() : name;
    }
    effort_->button(static_cast<int>(parameters.effort))->setChecked(true);
    emphasis_->button(static_cast<int>(parameters.emphasis))->setChecked(true);
    for (const auto& [row, value] : {std::pair(spread_, inPercent(parameters.spread)),
                                     std::pair(gravity_, inPercent(parameters.gravity)),
                                     std::pair(lengthByWeight_, inPercent(parameters.lengthByWeight))}) {
        const QSignalBlocker blocker(row.slider);
        row.slider->setValue(value);
        row.value->setText(tr("%L1 %").arg(value));
    }
    const QSignalBlocker blocker(seed_);
    seed_->setValue(static_cast<int>(workspace_->seed()));
    takeUses(name);
    const bool running = workspace_->layoutRunning();
    start_->setText(running ? tr("St&op") : tr("Lay &Out Again"));
    start_->setToolTip(running ? tr("Keeps what is there")
                               : tr("Lays out what is shown, from the beginning"));
    reset_->setEnabled(parameters != LayoutParameters{} || workspace_->seed() != 1 ||
                       algorithm != LayoutAlgorithm::Stress);
}

/// Controls that this layout has no use for are off, and say so.
void LayoutPanel::takeUses(const QString& name) {
    const LayoutUses uses = usesOf(workspace_->layoutAlgorithm());
    const QString without = tr("“%1” has no use for it").arg(name);
    const auto take = [&without](QWidget* widget, bool used) {
        if (!widget->property("tip").isValid()) {
            widget->setProperty("tip", widget->toolTip());
        }
        widget->setEnabled(used);
        widget->setToolTip(used ? widget->property("tip").toString() : without);
    };
    for (QAbstractButton* const button : effort_->buttons()) {
        take(button, uses.effort);
    }
    for (QAbstractButton* const button : emphasis_->buttons()) {
        take(button, uses.emphasis);
    }
    for (const auto& [row, used] :
         {std::pair(gravity_, uses.gravity), std::pair(lengthByWeight_, uses.lengthByWeight)}) {
        take(row.slider, used);
        row.name->setEnabled(used);
        row.value->setVisible(used);
    }
    take(seed_, uses.seed);
    take(another_, uses.seed);
}

QSize LayoutPanel::sizeHint() const { return layout()->sizeHint(); }

void LayoutPanel::openUnder(const QWidget& anchor) {
    adjustSize();
    const QWidget* const window = parentWidget();
    QPoint corner = anchor.mapTo(window, QPoint(0, anchor.height())) - QPoint(shadow, 0);
    corner.setX(std::clamp(corner.x(), 0, std::max(0, window->width() - width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, window->height() - height())));
    move(corner);
    show();
    raise();
    for (LayoutRow* const row : rows_) {
        if (row->isChecked()) {
            row->setFocus(Qt::PopupFocusReason);
        }
    }
}

void LayoutPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LayoutPanel::showEvent(QShowEvent* /*event*/) {
    takeWorkspace();
    emit openChanged(true);
}

void LayoutPanel::hideEvent(QHideEvent* event) {
    if (!event->spontaneous()) {
        emit openChanged(false);
    }
}

void LayoutPanel::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = workspace_->style().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, workspace_->style().theme == Theme::Dark ? 14 : 5));
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    for (int i = 1; i < shadow; ++i) {
        painter.drawRoundedRect(card.adjusted(-i, 2 - i, i, i), 8 + i, 8 + i);
    }
    painter.setPen(QPen(mixed(colours.line, colours.text, 0.12), 1));
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void LayoutPanel::takeStyle() {
    const Colours& colours = workspace_->style().colours();
    setPalette(widgetPalette(colours));
    setStyleSheet(
        QStringLiteral(R"(
QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 4px 12px; }
QPushButton:hover { border-color: %4; }
QPushButton:focus { border-color: %5; }
QPushButton:disabled { color: %4; border-color: %3; }
QPushButton#choice { border-color: transparent; padding: 4px 8px; }
QPushButton#choice:hover { color: %5; }
QPushButton#choice:checked { background: %6; font-weight: 600; }
QPushButton#choice:focus { border-color: %5; }
QPushButton#choice:disabled { color: %4; background: transparent; }
QPushButton#start { background: %5; color: %1; border-color: %5; font-weight: 600; }
QPushButton#start:hover, QPushButton#start:focus { background: %2; border-color: %2; }
QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; background: %3; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %5; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: %3; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
                             background: %1; border: 1px solid %4; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 1px solid %5; }
QSlider::handle:horizontal:focus { background: %5; }
QSlider::handle:horizontal:disabled { background: %3; border-color: %3; }
QSpinBox { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 3px 8px; }
QSpinBox:focus { border-color: %5; }
QSpinBox:disabled { color: %4; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; }
QLabel:disabled { color: %4; }
QToolTip { background: %6; color: %2; border: 1px solid %3; padding: 4px; }
)")
            .arg(colours.ground.name(), colours.text.name(), colours.line.name(),
                 colours.quietText.name(), colours.accent.name(), colours.panel.name()));
    update();
}

} // namespace entente::ui
