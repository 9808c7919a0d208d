#include "ui/window/merge_dialog.h"

#include "ui/scene/counted.h"
#include "ui/scene/widget_palette.h"
#include "ui/window/window_size.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace entente::ui {

MergeDialog::MergeDialog(const Dossier& existing, const Dossier& incoming,
                         std::vector<VertexMatch> matches, const QString& fileName, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Merge"));

    const auto firstSure =
        std::stable_partition(matches.begin(), matches.end(), [](const VertexMatch& match) {
            return match.certainty == Certainty::Doubtful;
        });
    sure_.assign(firstSure, matches.end());
    matches.erase(firstSure, matches.end());
    std::set<VertexIndex> inDoubt;
    for (const VertexMatch& match : matches) {
        inDoubt.insert(match.incoming);
    }
    const std::size_t total = incoming.vertices().count();
    const auto repeated =
        static_cast<std::size_t>(std::ranges::count(sure_, noIndex, &VertexMatch::existing));
    const std::size_t fresh = total - sure_.size() - inDoubt.size();
    const QString otherNames =
        repeated == 0 ? QString()
                      : counted(repeated, tr(", 1 another name of a state that comes in"),
                                tr(", %L1 other names of states that come in"));
    doubtful_ = new DoubtfulMatches(existing, incoming, std::move(matches), this);

    auto* const title = new QLabel(
        tr("Merge “%1” into “%2”").arg(fileName, QString::fromStdString(existing.cover().title)));
    QFont strong = title->font();
    strong.setBold(true);
    title->setFont(strong);
    title->setWordWrap(true);
    auto* const summary = new QLabel(
        tr("%1: %L2 surely in the dossier already, %L3 new%4, %L5 in doubt. What is the same "
           "becomes one; undo takes all of it back.")
            .arg(counted(total, tr("1 actor, agreement or event comes in"),
                         tr("%L1 actors, agreements and events come in")))
            .arg(sure_.size() - repeated)
            .arg(fresh)
            .arg(otherNames)
            .arg(inDoubt.size()));
    summary->setWordWrap(true);

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* const merge = buttons->addButton(tr("&Merge"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(8);
    rows->addWidget(title);
    rows->addWidget(summary);
    rows->addSpacing(8);
    rows->addWidget(doubtful_->rowCount() > 0 ? makeDecisions() : makeEmptyState(), 1);
    rows->addSpacing(8);
    rows->addWidget(buttons);
    // Only now that it has a dialog above it is it that dialog's default.
    merge->setDefault(true);
    if (table_ != nullptr) {
        resizeWithinScreen(*this, {1000, 560});
        table_->setFocus();
    } else {
        resizeWithinScreen(*this, {640, 300});
        merge->setFocus();
    }
}

QWidget* MergeDialog::makeDecisions() {
    auto* const box = new QWidget(this);
    table_ = new QTableView(box);
    table_->setModel(doubtful_);
    table_->setAccessibleName(tr("Doubtful matches"));
    table_->setAccessibleDescription(
        tr("Space decides whether what comes in and what is in the dossier are the same"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setWordWrap(true);
    table_->setItemDelegateForColumn(DoubtfulMatches::Decision, new DecisionDelegate(table_));
    auto* const twoLines = new TwoLineDelegate(table_);
    table_->setItemDelegateForColumn(DoubtfulMatches::Incoming, twoLines);
    table_->setItemDelegateForColumn(DoubtfulMatches::Existing, twoLines);
    table_->verticalHeader()->hide();
    // All rows are two lines high: thousands need not be measured one by one.
    const int height =
        twoLines->sizeHint({}, doubtful_->index(0, DoubtfulMatches::Incoming)).height();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(height);
    QHeaderView* const header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->resizeSection(DoubtfulMatches::Decision, fontMetrics().averageCharWidth() * 16);
    for (const int column : {DoubtfulMatches::Incoming, DoubtfulMatches::Existing}) {
        header->resizeSection(column, fontMetrics().averageCharWidth() * 38);
    }
    table_->setCurrentIndex(doubtful_->index(0, DoubtfulMatches::Decision));
    table_->installEventFilter(this);

    tally_ = new QLabel(box);
    tally_->setAccessibleName(tr("Decisions"));
    auto* const all = new QPushButton(tr("All the &Same"), box);
    all->setToolTip(tr("Where several come into question, the first of them"));
    auto* const none = new QPushButton(tr("All &Different"), box);
    for (QPushButton* const button : {all, none}) {
        button->setAutoDefault(false);
    }
    connect(all, &QPushButton::clicked, doubtful_, [this] { doubtful_->setAll(true); });
    connect(none, &QPushButton::clicked, doubtful_, [this] { doubtful_->setAll(false); });
    connect(doubtful_, &DoubtfulMatches::decisionsChanged, this, &MergeDialog::updateTally);
    updateTally();

    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(tally_, 1);
    row->addWidget(all);
    row->addWidget(none);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(table_, 1);
    column->addLayout(row);
    return box;
}

QWidget* MergeDialog::makeEmptyState() {
    auto* const box = new QWidget(this);
    auto* const title = new QLabel(tr("No doubtful matches"), box);
    auto* const text =
        new QLabel(tr("Nothing is left to decide: all that comes in is surely in the "
                      "dossier already or new to it."),
                   box);
    text->setFont(smallFont(text->font()));
    text->setWordWrap(true);
    auto* const column = new QVBoxLayout(box);
    column->addStretch(1);
    for (QLabel* const label : {title, text}) {
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    column->addStretch(1);
    return box;
}

void MergeDialog::updateTally() {
    tally_->setText(tr("%L1 of %2 will be united")
                        .arg(doubtful_->accepted().size())
                        .arg(counted(static_cast<std::size_t>(doubtful_->rowCount()),
                                     tr("1 doubtful match"), tr("%L1 doubtful matches"))));
}

std::vector<VertexMatch> MergeDialog::accepted() const {
    std::vector<VertexMatch> all = sure_;
    const std::vector<VertexMatch> decided = doubtful_->accepted();
    all.insert(all.end(), decided.begin(), decided.end());
    return all;
}

bool MergeDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        const QModelIndexList selected =
            table_->selectionModel()->selectedRows(DoubtfulMatches::Decision);
        const bool same = !selected.isEmpty() && !doubtful_->same(selected.first().row());
        for (const QModelIndex& index : selected) {
            doubtful_->setSame(index.row(), same);
        }
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace entente::ui
