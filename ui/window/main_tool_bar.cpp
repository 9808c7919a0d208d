#include "ui/window/main_tool_bar.h"

#include "ui/panels/layout_choices.h"
#include "ui/scene/samples.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>

namespace entente::ui {

namespace {

/// Three sliders.
QIcon optionsIcon(const QColor& ink, const QColor& ground) {
    return drawnIcon([&](QPainter& painter, const QRectF& area) {
        constexpr std::array<qreal, 3> handles = {10.5, 4.5, 8.5};
        for (std::size_t i = 0; i < handles.size(); ++i) {
            const qreal y = area.top() + 3.5 + 4.5 * static_cast<qreal>(i);
            painter.setPen(QPen(ink, 1.2, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(area.left() + 1, y), QPointF(area.right() - 1, y));
            painter.setBrush(ground);
            painter.drawEllipse(QPointF(area.left() + handles[i], y), 1.7, 1.7);
        }
    });
}

/// Three marks: one filled, one larger, one of another colour.
QIcon styleIcon(const QColor& ink, const QColor& accent) {
    return drawnIcon([&](QPainter& painter, const QRectF& area) {
        painter.setPen(QPen(ink, 1.2));
        painter.setBrush(accent);
        painter.drawEllipse(area.topLeft() + QPointF(10, 5.5), 4.2, 4.2);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(area.topLeft() + QPointF(4, 10.5), 2.8, 2.8);
        painter.setBrush(ink);
        painter.drawEllipse(area.topLeft() + QPointF(11, 13), 1.6, 1.6);
    });
}

QWidget* spacer(QWidget* parent) {
    auto* const widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

} // namespace

MainToolBar::MainToolBar(Workspace* workspace, QAction* layoutOptions, QAction* style,
                         QAction* search, QAction* exportFigure, QWidget* parent)
    : QToolBar(tr("Main tools"), parent), workspace_(workspace) {
    setObjectName(QStringLiteral("mainToolBar"));
    setMovable(false);
    setFloatable(false);

    addWidget(makeProjections());
    addWidget(makeLayouts(layoutOptions));
    addStyle(style);
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
    connect(workspace, &Workspace::layoutOptionsChanged, this, &MainToolBar::takeWorkspace);
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

QWidget* MainToolBar::makeLayouts(QAction* options) {
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
    for (const LayoutChoice& choice : layoutChoices()) {
        layouts_->addItem(choice.name, static_cast<int>(choice.algorithm));
        layouts_->setItemData(layouts_->count() - 1, choice.description, Qt::ToolTipRole);
    }
    connect(layouts_, &QComboBox::activated, this, [this] {
        workspace_->setLayoutAlgorithm(
            static_cast<LayoutAlgorithm>(layouts_->currentData().toInt()));
    });
    layoutOptions_ = new QPushButton(box);
    layoutOptions_->setObjectName(QStringLiteral("layoutOptions"));
    layoutOptions_->setCheckable(true);
    layoutOptions_->setAccessibleName(tr("Layout options"));
    layoutOptions_->setToolTip(tr("Quality, spread and more of the layout (%1)")
                                   .arg(options->shortcut().toString(QKeySequence::NativeText)));
    connect(layoutOptions_, &QPushButton::clicked, options, &QAction::trigger);
    connect(options, &QAction::toggled, layoutOptions_, &QPushButton::setChecked);
    row->addWidget(label);
    row->addWidget(layouts_);
    row->addWidget(layoutOptions_);
    return box;
}

void MainToolBar::addStyle(QAction* style) {
    auto* const box = new QWidget(this);
    auto* const row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 0, 0);
    style_ = new QPushButton(box);
    style_->setObjectName(QStringLiteral("style"));
    style_->setCheckable(true);
    style_->setAccessibleName(tr("Style"));
    style_->setToolTip(tr("What marks and edges are coloured and sized by (%1)")
                           .arg(style->shortcut().toString(QKeySequence::NativeText)));
    connect(style_, &QPushButton::clicked, style, &QAction::trigger);
    connect(style, &QAction::toggled, style_, &QPushButton::setChecked);
    row->addWidget(style_);
    addWidget(box);
}

const QWidget& MainToolBar::layoutBox() const {
    return *layouts_;
}

const QWidget& MainToolBar::styleButton() const {
    return *style_;
}

/// Layouts that cannot be had are off, and say why.
void MainToolBar::takeAvailable() {
    auto* const model = qobject_cast<QStandardItemModel*>(layouts_->model());
    const std::vector<LayoutChoice> choices = layoutChoices();
    for (int i = 0; i < layouts_->count(); ++i) {
        const LayoutChoice& choice = choices[static_cast<std::size_t>(i)];
        const QString why = whyUnavailable(choice.algorithm, *workspace_);
        model->item(i)->setEnabled(why.isEmpty());
        model->item(i)->setToolTip(why.isEmpty() ? choice.description : why);
    }
}

void MainToolBar::takeWorkspace() {
    for (const auto& [projection, button] : projections_) {
        button->setChecked(workspace_->projection().projection == projection);
    }
    layouts_->setCurrentIndex(layouts_->findData(static_cast<int>(workspace_->layoutAlgorithm())));
    takeAvailable();
}

void MainToolBar::restyle() {
    const Colours& colours = workspace_->style().colours();
    setStyleSheet(QStringLiteral(R"(
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
    for (QPushButton* const button : {layoutOptions_, style_}) {
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 5px 7px; }"
                                             "QPushButton:checked { background: %1; }")
                                  .arg(colours.line.name()));
    }
    layoutOptions_->setIcon(optionsIcon(colours.text, colours.ground));
    style_->setIcon(styleIcon(colours.text, colours.accent));
    search_->setStyleSheet(QStringLiteral("QPushButton { color: %1; border-radius: 13px; "
                                          "text-align: left; padding: 5px 16px; }")
                               .arg(colours.quietText.name()));
    export_->setStyleSheet(
        QStringLiteral("QPushButton { color: %1; border-color: transparent; font-weight: 600; }"
                       "QPushButton:focus, QPushButton:hover { border-color: %1; }")
            .arg(colours.accent.name()));
}

} // namespace entente::ui
