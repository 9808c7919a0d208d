#include "ui/window/import_preview.h"

#include "core/formats/table.h"
#include "ui/scene/words.h"

#include <QHeaderView>

#include <map>

namespace entente::ui {

namespace {

constexpr std::size_t rowsShown = 20;

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void setCell(QTableWidget& widget, int row, int column, const QString& value) {
    auto* const item = new QTableWidgetItem(value.simplified());
    item->setToolTip(value.size() > 24 ? value : QString());
    widget.setItem(row, column, item);
}

QString severityText(ReportEntry::Severity severity) {
    switch (severity) {
    case ReportEntry::Severity::Refused:
        return QObject::tr("refused: ");
    case ReportEntry::Severity::Repaired:
        return QObject::tr("repaired: ");
    case ReportEntry::Severity::Note:
        break;
    }
    return {};
}

/// "NATO: Germany, France" for what has parties, else as the dossier describes it.
QString described(const Dossier& dossier, ElementRef element) {
    QString what = text(dossier.describe(element));
    if (element.kind != ElementKind::Vertex) {
        return what;
    }
    what += QStringLiteral(" (%1)").arg(kindWord(dossier.vertices().kind(element.index)));
    QStringList parties;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (dossier.edges().target(i) == element.index) {
            parties << text(dossier.label(dossier.edges().source(i)));
        }
    }
    return parties.isEmpty()
               ? what
               : QStringLiteral("%1: %2").arg(what, parties.join(QStringLiteral(", ")));
}

Period periodOf(const Dossier& dossier, ElementRef element) {
    return element.kind == ElementKind::Edge ? dossier.edges().period(element.index)
                                             : dossier.vertices().period(element.index);
}

} // namespace

QTableWidget* makePreview(const QString& accessibleName, QWidget* parent) {
    auto* const table = new QTableWidget(parent);
    table->setAccessibleName(accessibleName);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void showFirstRows(QTableWidget& widget, const MappedTable& table, std::size_t skip) {
    QStringList titles{QObject::tr("Line")};
    for (const std::string& name : table.names) {
        titles << text(name).simplified();
    }
    widget.clear();
    widget.setColumnCount(static_cast<int>(titles.size()));
    widget.setHorizontalHeaderLabels(titles);
    widget.setRowCount(0);
    DelimitedText rows = table.rows(skip);
    for (std::size_t i = 0; i < rowsShown && rows.next(); ++i) {
        const int row = widget.rowCount();
        widget.setRowCount(row + 1);
        setCell(widget, row, 0, QString::number(rows.line()));
        for (std::size_t j = 0; j < table.names.size(); ++j) {
            setCell(widget, row, static_cast<int>(j) + 1, text(fieldAt(rows.fields(), j)));
        }
    }
    widget.resizeColumnsToContents();
    constexpr int widest = 200;
    for (int i = 0; i < widget.columnCount(); ++i) {
        widget.setColumnWidth(i, std::min(widget.columnWidth(i), widest));
    }
}

void showFirstResults(QTableWidget& widget, const MappedTable& table, const Mapping& mapping) {
    Dossier dossier;
    ImportReport report;
    std::vector<MappedRow> rows;
    readMapped(table, mapping, dossier, report, {}, [&rows](const MappedRow& row) {
        rows.push_back(row);
        return rows.size() < rowsShown;
    });
    std::map<std::size_t, QStringList> remarks;
    for (const ReportEntry& entry : report.entries) {
        const QString place =
            entry.column.empty() ? QString() : text(entry.column) + QStringLiteral(": ");
        remarks[entry.line] << severityText(entry.severity) + place + text(entry.message);
    }
    widget.clear();
    widget.setColumnCount(4);
    widget.setHorizontalHeaderLabels(
        {QObject::tr("Line"), QObject::tr("Becomes"), QObject::tr("When"), QObject::tr("Remarks")});
    widget.setRowCount(static_cast<int>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool taken = rows[i].element.index != noIndex;
        setCell(widget, row, 0, QString::number(rows[i].line));
        setCell(widget, row, 1,
                taken ? described(dossier, rows[i].element) : QObject::tr("— not taken —"));
        setCell(widget, row, 2,
                taken ? text(toEdtf(periodOf(dossier, rows[i].element))) : QString());
        setCell(widget, row, 3, remarks[rows[i].line].join(QStringLiteral("; ")));
    }
    widget.resizeColumnsToContents();
    constexpr int widest = 320;
    widget.setColumnWidth(1, std::min(widget.columnWidth(1), widest));
    widget.horizontalHeader()->setStretchLastSection(true);
}

} // namespace entente::ui
