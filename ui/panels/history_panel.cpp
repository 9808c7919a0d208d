#include "ui/panels/history_panel.h"

#include "ui/scene/samples.h"
#include "ui/scene/widget_palette.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace entente::ui {

namespace {

/// A filled dot where the dossier stands, a ring for what is in force, nothing for what was undone.
QIcon stateIcon(const Colours& colours, bool current, bool undone) {
    return drawnIcon([&](QPainter& painter, const QRectF& area) {
        if (current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.accent);
            painter.drawEllipse(area.center(), 4, 4);
        } else {
            painter.setPen(QPen(undone ? colours.line : colours.quietText, 1.25));
            painter.drawEllipse(area.center(), 3, 3);
        }
    });
}

} // namespace

HistoryModel::HistoryModel(const Workspace* workspace, QObject* parent)
    : QAbstractListModel(parent), workspace_(workspace) {}

void HistoryModel::takeHistory() {
    beginResetModel();
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(workspace_->history().changes().size()) + 1;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const History& history = workspace_->history();
    const auto row = static_cast<std::size_t>(index.row());
    const bool current = row == history.done();
    const bool undone = row > history.done();
    const Colours& colours = workspace_->style().colours();
    const QString text =
        row == 0 ? tr("Opened") : QString::fromStdString(history.changes()[row - 1].description);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return current ? tr("%1, here").arg(text) : undone ? tr("%1, undone").arg(text) : text;
    case Qt::ForegroundRole:
        return undone ? colours.quietText : colours.text;
    case Qt::DecorationRole:
        return stateIcon(colours, current, undone);
    case Qt::FontRole: {
        QFont font;
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        font.setItalic(undone);
        return font;
    }
    default:
        return {};
    }
}

HistoryPanel::HistoryPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), model_(new HistoryModel(workspace, this)),
      list_(new QListView(this)) {
    setObjectName(QStringLiteral("historyPanel"));
    setAutoFillBackground(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(list_);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setModel(model_);
    list_->setSpacing(1);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("History of changes"));
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& at) { goTo(at.row()); });
    connect(list_, &QListView::activated, this, [this](const QModelIndex& at) { goTo(at.row()); });
    connect(workspace_, &Workspace::historyChanged, this, &HistoryPanel::takeHistory);
    connect(workspace_, &Workspace::styleChanged, this, &HistoryPanel::takeStyle);
    takeStyle();
    takeHistory();
}

void HistoryPanel::goTo(int row) {
    const auto wanted = static_cast<std::size_t>(row);
    while (workspace_->history().done() > wanted) {
        workspace_->undo();
    }
    while (workspace_->history().done() < wanted) {
        workspace_->redo();
    }
}

void HistoryPanel::takeHistory() {
    model_->takeHistory();
    const QModelIndex here = model_->index(static_cast<int>(workspace_->history().done()));
    list_->setCurrentIndex(here);
    list_->scrollTo(here);
}

void HistoryPanel::takeStyle() {
    QPalette palette = widgetPalette(workspace_->style().colours());
    palette.setColor(QPalette::Highlight, palette.color(QPalette::AlternateBase));
    palette.setColor(QPalette::HighlightedText, palette.color(QPalette::Text));
    setPalette(palette);
    takeHistory();
}

} // namespace entente::ui
