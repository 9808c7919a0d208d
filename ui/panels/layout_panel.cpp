#include "ui/panels/layout_panel.h"

#include "ui/panels/layout_row.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int settlePause = 100;
constexpr int optionsWidth = 264;
constexpr double percent = 100;

int inPercent(double share) {
    return qRound(share * percent);
}

} // namespace

LayoutPanel::LayoutPanel(Workspace* workspace, QWidget* parent) : FloatingCard(workspace, parent) {
    setObjectName(QStringLiteral("layoutPanel"));
    setAccessibleName(tr("Layout options"));
    auto* const columns = new QHBoxLayout(this);
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
        connect(workspace_, signal, this, &LayoutPanel::takeWorkspaceIfOpen);
    }
    connect(workspace_, &Workspace::layoutStarted, this, &LayoutPanel::takeWorkspaceIfOpen);
    takeWorkspace();
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

    spread_ = addSlider(*column, tr("Sprea&d"), tr("Spread"), tr("How far apart everything stands"),
                        25, 300);
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

void LayoutPanel::takeWorkspaceIfOpen() {
    if (isVisible()) {
        takeWorkspace();
    }
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
    for (const auto& [row, value] :
         {std::pair(spread_, inPercent(parameters.spread)),
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

QWidget* LayoutPanel::firstControl() const {
    const auto chosen = std::ranges::find_if(rows_, &QAbstractButton::isChecked);
    return chosen == rows_.end() ? nullptr : *chosen;
}

} // namespace entente::ui
