#include "ui/views/table_view.h"

#include "ui/scene/widget_palette.h"
#include "ui/views/table_model.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelection>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int rowHeight = 24;
constexpr int leastColumnWidth = 56;
/// Rows that are looked at to find how wide a column should be.
constexpr int rowsMeasured = 100;

} // namespace

TableView::TableView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), model_(new TableModel(workspace, this)),
      tabs_(new QTabBar(this)), all_(new QCheckBox(tr("Also what is filtered out"), this)),
      columns_(new QToolButton(this)), empty_(new QLabel(this)), list_(new QTableView(this)) {
    setObjectName(QStringLiteral("tableView"));
    setAutoFillBackground(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const bar = new QHBoxLayout;
    bar->setContentsMargins(8, 0, 16, 0);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setDocumentMode(true);
    tabs_->setUsesScrollButtons(true);
    tabs_->setAccessibleName(tr("Which elements"));
    for (std::size_t i = 0; i < tableCount; ++i) {
        tabs_->addTab(tableTitle(static_cast<Table>(i)));
    }
    bar->addWidget(tabs_, 1);
    bar->addWidget(all_);
    columns_->setText(tr("Columns"));
    columns_->setToolTip(tr("Which columns are shown; attributes of the file among them"));
    columns_->setAutoRaise(true);
    columns_->setFocusPolicy(Qt::TabFocus);
    bar->addSpacing(8);
    bar->addWidget(columns_);
    connect(columns_, &QToolButton::clicked, this,
            [this] { showColumnsMenu(columns_->mapToGlobal(QPoint(0, columns_->height()))); });
    column->addLayout(bar);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(empty_, 1);
    column->addWidget(list_, 1);
    makeList();

    connect(tabs_, &QTabBar::currentChanged, this, &TableView::showTable);
    connect(all_, &QCheckBox::toggled, this, [this](bool on) {
        model_->setShowAll(on);
        updateCounts();
        takeSelection();
    });
    connect(workspace_, &Workspace::dossierChanged, this, &TableView::takeDossier);
    connect(workspace_, &Workspace::visibilityChanged, this, &TableView::takeFilter);
    connect(workspace_, &Workspace::selectionChanged, this, &TableView::takeSelection);
    connect(workspace_, &Workspace::styleChanged, this, &TableView::takeStyle);
    takeStyle();
    takeDossier();
}

void TableView::makeList() {
    list_->setModel(model_);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setShowGrid(false);
    list_->setWordWrap(false);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setSelectionBehavior(QAbstractItemView::SelectRows);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setTabKeyNavigation(false);
    list_->setCornerButtonEnabled(false);
    list_->setAccessibleName(tr("Elements"));
    list_->verticalHeader()->hide();
    list_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    list_->verticalHeader()->setMinimumSectionSize(rowHeight);
    list_->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* const header = list_->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    list_->setSortingEnabled(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint& at) { showColumnsMenu(header->mapToGlobal(at)); });

    auto* const copy = new QAction(tr("Copy as CSV"), list_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &TableView::copy);
    list_->addAction(copy);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(list_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableView::giveSelection);
    connect(list_, &QTableView::clicked, this, [this](const QModelIndex& at) {
        // A click that adds to a selection must not replace it.
        if (QApplication::keyboardModifiers() == Qt::NoModifier) {
            reveal(at);
        }
    });
    connect(list_, &QTableView::activated, this, &TableView::reveal);
}

void TableView::reveal(const QModelIndex& at) {
    if (at.isValid()) {
        workspace_->reveal(model_->element(at.row()));
    }
}

void TableView::showTable(int tab) {
    const QScopedValueRollback guard(synchronising_, true);
    list_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    model_->setTable(static_cast<Table>(tab));
    fitColumns();
    updateCounts();
    takeSelection();
}

void TableView::fitColumns() {
    const QFontMetrics metrics(list_->font());
    const int icon = 28;
    constexpr int padding = 24;
    for (int column = 0; column < model_->columnCount(); ++column) {
        int width = metrics.horizontalAdvance(
                        model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) +
                    padding + 12;
        for (int row = 0; row < std::min(model_->rowCount(), rowsMeasured); ++row) {
            const QModelIndex at = model_->index(row, column);
            const QVariant decoration = at.data(Qt::DecorationRole);
            const int marks =
                decoration.typeId() == QMetaType::QPixmap
                    ? static_cast<int>(decoration.value<QPixmap>().deviceIndependentSize().width())
                : decoration.isValid() ? icon
                                       : 0;
            width =
                std::max(width, metrics.horizontalAdvance(at.data().toString()) + padding + marks);
        }
        list_->setColumnWidth(column,
                              std::clamp(width, leastColumnWidth, model_->mostWidth(column)));
    }
    hideColumns();
}

std::vector<int> TableView::shownColumns() const {
    std::vector<int> columns;
    for (int column = 0; column < model_->columnCount(); ++column) {
        if (!list_->isColumnHidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

void TableView::hideColumns() {
    const QSet<QString>& hidden = hidden_[model_->table()];
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QString title =
            model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        list_->setColumnHidden(column, hidden.contains(title));
    }
}

void TableView::setColumnShown(int column, bool shown) {
    QSet<QString>& hidden = hidden_[model_->table()];
    const QString title = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (shown) {
        hidden.remove(title);
    } else {
        hidden.insert(title);
    }
    hideColumns();
}

void TableView::showColumnsMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    bool attributes = false;
    // The first column says what a row is.
    for (int column = 1; column < model_->columnCount(); ++column) {
        if (model_->isAttribute(column) && !attributes) {
            attributes = true;
            menu->addSection(tr("Attributes"));
        }
        QString title = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* const action =
            menu->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(!list_->isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool on) { setColumnShown(column, on); });
    }
    if (attributes) {
        menu->addSeparator();
        const auto setAll = [this](bool shown) {
            for (int column = 1; column < model_->columnCount(); ++column) {
                if (model_->isAttribute(column)) {
                    setColumnShown(column, shown);
                }
            }
        };
        menu->addAction(tr("Show all attributes"), this, [setAll] { setAll(true); });
        menu->addAction(tr("Hide all attributes"), this, [setAll] { setAll(false); });
    }
    menu->popup(position);
}

void TableView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    switch (std::exchange(stale_, Stale::Nothing)) {
    case Stale::Nothing:
        break;
    case Stale::Selection:
        takeSelection();
        break;
    case Stale::Filter:
        takeFilter();
        break;
    case Stale::Dossier:
        takeDossier();
        break;
    }
}

/// Rows that nobody sees are not gone through.
bool TableView::isPostponed(Stale what) {
    if (!isVisible()) {
        stale_ = std::max(stale_, what);
    }
    return !isVisible();
}

void TableView::takeDossier() {
    if (isPostponed(Stale::Dossier)) {
        return;
    }
    {
        const QScopedValueRollback guard(synchronising_, true);
        model_->takeDossier();
    }
    fitColumns();
    updateCounts();
    takeSelection();
}

void TableView::takeFilter() {
    if (isPostponed(Stale::Filter)) {
        return;
    }
    {
        const QScopedValueRollback guard(synchronising_, true);
        model_->takeFilter();
    }
    updateCounts();
    takeSelection();
}

void TableView::updateCounts() {
    const bool none = model_->rowCount() == 0;
    empty_->setText(
        model_->showAll()
            ? tr("The dossier has no %1.").arg(tableTitle(model_->table()).toLower())
            : tr("The filter lets no %1 through.").arg(tableTitle(model_->table()).toLower()));
    empty_->setVisible(none);
    list_->setVisible(!none);
    for (int tab = 0; tab < tabs_->count(); ++tab) {
        const QString title = tableTitle(static_cast<Table>(tab));
        tabs_->setTabText(
            tab, tab == tabs_->currentIndex()
                     ? QStringLiteral("%1  %2").arg(title, locale().toString(model_->rowCount()))
                     : title);
    }
}

void TableView::takeStyle() {
    setPalette(widgetPalette(workspace_->style().colours()));
    all_->setPalette(inputPalette(workspace_->style().colours()));
    columns_->setPalette(inputPalette(workspace_->style().colours()));
    const Colours& colours = workspace_->style().colours();
    list_->setStyleSheet(
        QStringLiteral("QTableView { background: %1; color: %2; selection-color: %2;"
                       " selection-background-color: %5; outline: 0; }"
                       "QTableView::item { padding: 0 8px; border: 0; }"
                       "QHeaderView::section { background: %1; color: %3; border: 0;"
                       " border-bottom: 1px solid %4; padding: 4px 11px; }"
                       "QHeaderView::section:hover { color: %2; }")
            .arg(colours.ground.name(), colours.text.name(), colours.quietText.name(),
                 colours.line.name(),
                 QColor::fromRgbF(0.82F * colours.ground.redF() + 0.18F * colours.accent.redF(),
                                  0.82F * colours.ground.greenF() + 0.18F * colours.accent.greenF(),
                                  0.82F * colours.ground.blueF() + 0.18F * colours.accent.blueF())
                     .name()));
    model_->takeStyle();
}

void TableView::takeSelection() {
    if (list_->selectionModel() == nullptr || isPostponed(Stale::Selection)) {
        return;
    }
    const QScopedValueRollback guard(synchronising_, true);
    const std::set<ElementRef>& selection = workspace_->selection();
    QItemSelection rows;
    std::optional<int> current;
    for (const int row : model_->rowsOf(selection)) {
        rows.select(model_->index(row, 0), model_->index(row, model_->columnCount() - 1));
        if (!current || workspace_->current() == model_->element(row)) {
            current = row;
        }
    }
    list_->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current) {
        const QModelIndex at = model_->index(*current, 0);
        list_->selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        list_->scrollTo(at);
    }
}

void TableView::giveSelection() {
    if (synchronising_) {
        return;
    }
    const QScopedValueRollback guard(synchronising_, true);
    std::set<ElementRef> elements;
    for (const QItemSelectionRange& range : list_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            elements.insert(model_->element(row));
        }
    }
    workspace_->select(std::move(elements));
}

void TableView::copy() {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : list_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    QApplication::clipboard()->setText(model_->csv(std::move(rows), shownColumns()));
}

} // namespace entente::ui
