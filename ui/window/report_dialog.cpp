#include "ui/window/report_dialog.h"

#include "ui/scene/counted.h"
#include "ui/window/report_filter.h"
#include "ui/window/report_model.h"
#include "ui/window/window_size.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace entente::ui {

ReportDialog::ReportDialog(const ImportReport& report, QWidget* parent)
    : QDialog(parent), model_(new ReportModel(report.entries, this)),
      filter_(new ReportFilter(this)), table_(new QTableView(this)) {
    setWindowTitle(tr("Import report"));
    resizeWithinScreen(*this, {960, 520});
    filter_->setSourceModel(model_);

    const QString summary = report.format.empty()
                                ? tr("Nothing was imported since the program began.")
                                : tr("%1: %2 read, %L3 repaired, %L4 refused.")
                                      .arg(QString::fromStdString(report.format),
                                           counted(report.rowsRead, tr("1 row"), tr("%L1 rows")))
                                      .arg(report.rowsRepaired)
                                      .arg(report.rowsRefused);
    auto* const head = new QLabel(summary, this);
    head->setWordWrap(true);
    head->setTextInteractionFlags(Qt::TextSelectableByMouse);

    table_->setModel(filter_);
    table_->setAccessibleName(tr("Entries of the report"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    QHeaderView* const header = table_->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    // Measured by what is seen first: there may be thousands of rows.
    header->setResizeContentsPrecision(0);
    table_->resizeColumnsToContents();
    constexpr int widestPlace = 220;
    for (const int column : {ReportModel::File, ReportModel::Place}) {
        table_->setColumnWidth(column, std::min(table_->columnWidth(column), widestPlace));
    }
    auto* const detail = new QLabel(this);
    detail->setWordWrap(true);
    detail->setTextFormat(Qt::PlainText);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail->setAccessibleName(tr("The entry that is selected, in full"));
    detail->setMinimumHeight(2 * detail->fontMetrics().lineSpacing());
    detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, detail,
            [detail](const QModelIndex& current) {
                detail->setText(current.siblingAtColumn(ReportModel::Message).data().toString());
            });

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* const copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setToolTip(tr("Copy the lines that are selected, or all that are shown (Ctrl+C)"));
    connect(copyButton, &QPushButton::clicked, this, &ReportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const shortcut = new QShortcut(QKeySequence::Copy, this);
    connect(shortcut, &QShortcut::activated, this, &ReportDialog::copy);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(head);
    column->addWidget(makeFilters(report));
    column->addWidget(table_, 1);
    column->addWidget(detail);
    column->addWidget(buttons);
    table_->setFocus();
    if (filter_->rowCount() > 0) {
        table_->setCurrentIndex(filter_->index(0, 0));
        table_->clearSelection();
    }
    updateShown();
}

QWidget* ReportDialog::makeFilters(const ImportReport& report) {
    auto* const box = new QWidget(this);
    auto* const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    using Severity = ReportEntry::Severity;
    severity_ = new QComboBox(box);
    severity_->addItem(tr("everything"), -1);
    for (const auto& [name, severity] :
         std::vector<std::pair<QString, Severity>>{{tr("refused"), Severity::Refused},
                                                   {tr("repaired"), Severity::Repaired},
                                                   {tr("notes"), Severity::Note}}) {
        const auto count = std::ranges::count(report.entries, severity, &ReportEntry::severity);
        severity_->addItem(tr("%1 (%L2)").arg(name).arg(count), static_cast<int>(severity));
    }
    severity_->setAccessibleName(tr("Which entries are shown"));
    file_ = new QComboBox(box);
    file_->setAccessibleName(tr("Of which file entries are shown"));
    file_->addItem(tr("all files"), QString());
    std::set<std::string> files;
    for (const ReportEntry& entry : report.entries) {
        files.insert(entry.file);
    }
    for (const std::string& file : files) {
        file_->addItem(QString::fromStdString(file), QString::fromStdString(file));
    }
    file_->setVisible(files.size() > 1);
    auto* const label = new QLabel(tr("&Show"), box);
    label->setBuddy(severity_);
    shown_ = new QLabel(box);
    shown_->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label);
    row->addWidget(severity_);
    row->addWidget(file_);
    row->addStretch(1);
    row->addWidget(shown_);
    connect(severity_, &QComboBox::currentIndexChanged, this, [this] {
        const int severity = severity_->currentData().toInt();
        filter_->setSeverity(severity < 0 ? std::nullopt
                                          : std::optional(static_cast<Severity>(severity)));
        updateShown();
    });
    connect(file_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->setFile(file_->currentData().toString());
        updateShown();
    });
    return box;
}

void ReportDialog::updateShown() {
    const QString all =
        counted(static_cast<std::size_t>(model_->rowCount()), tr("1 entry"), tr("%L1 entries"));
    shown_->setText(filter_->rowCount() == model_->rowCount()
                        ? all
                        : tr("%L1 of %2").arg(filter_->rowCount()).arg(all));
}

QString ReportDialog::copiedText() const {
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    if (rows.isEmpty()) {
        for (int row = 0; row < filter_->rowCount(); ++row) {
            rows << filter_->index(row, 0);
        }
    }
    QString text;
    for (const QModelIndex& row : rows) {
        const int entry = filter_->mapToSource(row).row();
        text +=
            QString::fromStdString(entryText(model_->entries()[static_cast<std::size_t>(entry)]));
        text += QLatin1Char('\n');
    }
    return text;
}

void ReportDialog::copy() {
    QGuiApplication::clipboard()->setText(copiedText());
}

} // namespace entente::ui
