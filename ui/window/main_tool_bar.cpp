#include "ui/window/main_tool_bar.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace entente::ui {

namespace {

QWidget* spacer(QWidget* parent) {
    auto* const widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

} // namespace

MainToolBar::MainToolBar(Workspace* workspace, QAction* search, QAction* exportFigure,
                         QWidget* parent)
    : QToolBar(tr("Main tools"), parent), workspace_(workspace) {
    setObjectName(QStringLiteral("mainToolBar"));
    setMovable(false);
    setFloatable(false);

    addWidget(makeProjections());
    addWidget(makeLayouts());
    addWidget(spacer(this));

    search_ = new QPushButton(this);
    search_->setText(tr("Search actors, agreements, events…      %1")
                         .arg(search->shortcut().toString(QKeySequence::NativeText)));
    search_->setAccessibleName(tr("Search"));
    search_->setToolTip(tr("Find anything by any of its names and fly to it"));
    search_->setMinimumWidth(320);
    connect(search_, &QPushButton::clicked, search, &QAction::trigger);
    addWidget(search_);
    addWidget(spacer(this));

    export_ = new QPushButton(exportFigure->text().remove(QLatin1Char('&')), this);
    export_->setToolTip(tr("Write what is shown as SVG, PDF or PNG, with legend and sources (%1)")
                            .arg(exportFigure->shortcut().toString(QKeySequence::NativeText)));
    connect(export_, &QPushButton::clicked, exportFigure, &QAction::trigger);
    addWidget(export_);

    connect(workspace, &Workspace::networkChanged, this, &MainToolBar::takeWorkspace);
    connect(workspace, &Workspace::layoutStarted, this, &MainToolBar::takeWorkspace);
    connect(workspace, &Workspace::styleChanged, this, &MainToolBar::restyle);
    takeWorkspace();
    restyle();
}

QWidget* MainToolBar::makeProjections() {
    auto* const box = new QWidget(this);
    auto* const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 16, 0);
    row->setSpacing(4);
    auto* const group = new QButtonGroup(box);
    const std::vector<std::tuple<Projection, QString, QString>> choices = {
        {Projection::Alliances, tr("Alliances"),
         tr("Actors, joined by the agreements that they share and by their ties")},
        {Projection::Agreements, tr("Agreements"),
         tr("Agreements, joined by lineage and by shared parties")},
        {Projection::Full, tr("Full"), tr("Actors, agreements and events")}};
    for (const auto& [projection, text, tip] : choices) {
        auto* const button = new QPushButton(text, box);
        button->setCheckable(true);
        button->setToolTip(tip);
        group->addButton(button);
        row->addWidget(button);
        projections_.emplace_back(projection, button);
        connect(button, &QPushButton::clicked, this, [this, wanted = projection] {
            ProjectionOptions options = workspace_->projection();
            options.projection = wanted;
            workspace_->setProjection(options);
        });
    }
    return box;
}

QWidget* MainToolBar::makeLayouts() {
    auto* const box = new QWidget(this);
    auto* const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* const label = new QLabel(tr("&Layout"), box);
    label->setObjectName(QStringLiteral("quiet"));
    layouts_ = new QComboBox(box);
    label->setBuddy(layouts_);
    layouts_->setAccessibleName(tr("Layout"));
    layouts_->setToolTip(tr("How the network is arranged"));
    layouts_->addItem(tr("Force · faithful"), static_cast<int>(LayoutAlgorithm::Stress));
    layouts_->addItem(tr("Force · fast"), static_cast<int>(LayoutAlgorithm::Force));
    layouts_->addItem(tr("Circular"), static_cast<int>(LayoutAlgorithm::Circular));
    layouts_->addItem(tr("Grouped by bloc"), static_cast<int>(LayoutAlgorithm::Grouped));
    connect(layouts_, &QComboBox::activated, this, [this] {
        workspace_->setLayoutAlgorithm(
            static_cast<LayoutAlgorithm>(layouts_->currentData().toInt()));
    });
    row->addWidget(label);
    row->addWidget(layouts_);
    return box;
}

void MainToolBar::takeWorkspace() {
    for (const auto& [projection, button] : projections_) {
        button->setChecked(workspace_->projection().projection == projection);
    }
    layouts_->setCurrentIndex(
        layouts_->findData(static_cast<int>(workspace_->layoutAlgorithm())));
}

void MainToolBar::restyle() {
    const Colours& colours = workspace_->style().colours();
    setStyleSheet(
        QStringLiteral(R"(
QPushButton { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { border-color: %4; }
QPushButton:checked { background: %2; color: %1; border-color: %2; }
QPushButton:focus { border: 1px solid %5; }
QComboBox { background: %1; color: %2; border: 1px solid %3; border-radius: 6px; padding: 5px 10px; }
QComboBox:focus, QComboBox:hover { border-color: %4; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QLabel#quiet { color: %4; }
)")
            .arg(colours.ground.name(), colours.text.name(), colours.line.name(),
                 colours.quietText.name(), colours.accent.name()));
    search_->setStyleSheet(QStringLiteral("QPushButton { color: %1; border-radius: 13px; "
                                          "text-align: left; padding: 5px 16px; }")
                               .arg(colours.quietText.name()));
    export_->setStyleSheet(
        QStringLiteral("QPushButton { color: %1; border-color: transparent; font-weight: 600; }"
                       "QPushButton:focus, QPushButton:hover { border-color: %1; }")
            .arg(colours.accent.name()));
}

} // namespace entente::ui
