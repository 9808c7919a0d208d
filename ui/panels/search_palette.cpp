#include "ui/panels/search_palette.h"

#include "ui/panels/search_results.h"
#include "ui/scene/widget_palette.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int preferredWidth = 560;
constexpr int margin = 16;
constexpr int mostRowsShown = 9;
constexpr std::size_t mostResults = 50;

} // namespace

SearchPalette::SearchPalette(Workspace* workspace, QWidget* parent)
    : QWidget(parent, Qt::Popup | Qt::FramelessWindowHint), workspace_(workspace),
      query_(new QLineEdit(this)), list_(new QListView(this)), hint_(new QLabel(this)),
      results_(new SearchResults(workspace->dossier(), workspace->style(), this)) {
    setObjectName(QStringLiteral("searchPalette"));
    setAccessibleName(tr("Search"));
    setPalette(widgetPalette(workspace->style().colours()));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);

    query_->setFrame(false);
    query_->setAttribute(Qt::WA_MacShowFocusRect, false);
    query_->setTextMargins(margin, 12, margin, 12);
    query_->setPlaceholderText(tr("Search actors, agreements, events, sources…"));
    query_->setAccessibleName(tr("Search for"));
    query_->installEventFilter(this);
    QFont font = query_->font();
    font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 1.2 : 13);
    query_->setFont(font);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    query_->setPalette(clear);
    column->addWidget(query_);

    list_->setFrameShape(QFrame::NoFrame);
    list_->setPalette(clear);
    list_->setModel(results_);
    list_->setItemDelegate(new SearchResultDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Found"));
    column->addWidget(list_);
    hint_->setContentsMargins(margin, 4, margin, 12);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setFont(smallFont(this->font()));
    hint_->setWordWrap(true);
    column->addWidget(hint_);

    connect(query_, &QLineEdit::textChanged, this, &SearchPalette::find);
    connect(list_, &QListView::clicked, this, &SearchPalette::go);
    connect(workspace_, &Workspace::dossierChanged, this, &QWidget::close);
    find();
}

SearchPalette::~SearchPalette() = default;

void SearchPalette::popUp() {
    const QWidget* const over = parentWidget() != nullptr ? parentWidget()->window() : nullptr;
    const int available = over != nullptr ? over->width() - 2 * margin : preferredWidth;
    resize(std::min(preferredWidth, std::max(available, 240)), 100);
    fit();
    if (over != nullptr) {
        QWidget::move(over->mapToGlobal(
            QPoint((over->width() - width()) / 2, std::min(80, over->height() / 8))));
    }
    show();
    query_->setFocus(Qt::PopupFocusReason);
}

void SearchPalette::find() {
    const QString query = query_->text();
    if (!index_ && !query.trimmed().isEmpty()) {
        index_ = std::make_unique<SearchIndex>(workspace_->dossier());
    }
    results_->setMatches(index_ ? index_->find(query.toStdString(), mostResults)
                                : std::vector<SearchMatch>());
    if (results_->rowCount() > 0) {
        list_->setCurrentIndex(results_->index(0));
    }
    hint_->setText(query.trimmed().isEmpty()
                       ? tr("By any name, in any script; alias, code or type.")
                       : tr("Nothing is called “%1”. Try fewer letters.").arg(query.trimmed()));
    hint_->setVisible(results_->rowCount() == 0);
    list_->setVisible(results_->rowCount() > 0);
    fit();
}

void SearchPalette::fit() {
    const int rows = std::min(results_->rowCount(), mostRowsShown);
    const int rowHeight = rows > 0 ? list_->sizeHintForRow(0) : 0;
    list_->setFixedHeight(rows * rowHeight + (rows > 0 ? 6 : 0));
    layout()->activate(); // else the old height is still the least
    const int hint = rows > 0 ? 0 : hint_->heightForWidth(width() - 2);
    resize(width(), 2 + query_->sizeHint().height() + list_->height() + hint);
}

void SearchPalette::go() {
    const QModelIndex current = list_->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const ElementRef element = results_->matches()[static_cast<std::size_t>(current.row())].element;
    Workspace* const workspace = workspace_;
    close();
    workspace->reveal(element);
}

void SearchPalette::move(int rows) {
    const int count = results_->rowCount();
    if (count > 0) {
        const int row = std::clamp(list_->currentIndex().row() + rows, 0, count - 1);
        list_->setCurrentIndex(results_->index(row));
    }
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != query_ || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-mostRowsShown);
        return true;
    case Qt::Key_PageDown:
        move(mostRowsShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void SearchPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (results_->rowCount() > 0) {
        painter.drawLine(0, list_->y() - 1, width(), list_->y() - 1);
    }
}

} // namespace entente::ui
