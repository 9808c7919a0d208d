#include "ui/window/import_preview.h"

#include "core/formats/table.h"
#include "ui/scene/words.h"

#include <QHeaderView>

#include <fmt/format.h>

#include <algorithm>
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

bool has(const Mapping& mapping, ColumnRole role) {
    return mapping.constants.contains(role) ||
           std::ranges::any_of(mapping.columns,
                               [role](const MappedColumn& each) { return each.role == role; });
}

/// What the mapping makes of values, and no more: "weight 1250.5 · conflictual · energy".
template <typename Elements>
QStringList values(const Dossier& dossier, const Elements& elements, std::uint32_t row,
                   const Mapping& mapping) {
    QStringList values;
    if (elements.polarity(row) != Polarity::Neutral || has(mapping, ColumnRole::Polarity)) {
        values << polarityWord(elements.polarity(row));
    }
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        if ((elements.sectors(row) >> i & 1U) != 0) {
            values << text(dossier.sectors()[i].name).toLower();
        }
    }
    if (elements.confidence(row) != Confidence::Confirmed || has(mapping, ColumnRole::Confidence)) {
        values << confidenceWord(elements.confidence(row));
    }
    return values;
}

QString valuesText(const Dossier& dossier, ElementRef element, const Mapping& mapping) {
    QStringList all;
    StringId note = noString;
    if (element.kind == ElementKind::Edge) {
        const EdgeTable& edges = dossier.edges();
        if (has(mapping, ColumnRole::Weight)) {
            all << QObject::tr("weight %1")
                       .arg(text(fmt::format("{}", edges.weight(element.index))));
        }
        all << values(dossier, edges, element.index, mapping);
        note = edges.note(element.index);
    } else {
        const VertexTable& vertices = dossier.vertices();
        if (const StringId type = vertices.type(element.index); type != noString) {
            all << text(dossier.text(type));
        }
        all << values(dossier, vertices, element.index, mapping);
        if (const auto& place = vertices.details(element.index).location) {
            all << QObject::tr("at %1").arg(
                text(fmt::format("{}, {}", place->latitude, place->longitude)));
        }
        note = vertices.note(element.index);
    }
    for (const Claim& claim : dossier.claims()) {
        if (claim.about == element && claim.source != noIndex) {
            all << QObject::tr("source %1")
                       .arg(text(dossier.text(dossier.sources()[claim.source].title)));
        }
    }
    if (note != noString) {
        all << QStringLiteral("“%1”").arg(text(dossier.text(note)));
    }
    return all.join(QStringLiteral(" · "));
}

/// Of a row that was not taken, only why: what else was done to it is moot.
QString remarksText(const std::vector<const ReportEntry*>& entries, bool taken) {
    QStringList remarks;
    const bool refused = std::ranges::any_of(entries, [](const ReportEntry* entry) {
        return entry->severity == ReportEntry::Severity::Refused;
    });
    for (const ReportEntry* const entry : entries) {
        if (!taken && refused && entry->severity != ReportEntry::Severity::Refused) {
            continue;
        }
        const QString place =
            entry->column.empty() ? QString() : text(entry->column) + QStringLiteral(": ");
        remarks << (taken ? severityText(entry->severity) : QString()) + place +
                       text(entry->message);
    }
    return remarks.join(QStringLiteral("; "));
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
    std::map<std::size_t, std::vector<const ReportEntry*>> remarks; // by line
    for (const ReportEntry& entry : report.entries) {
        remarks[entry.line].push_back(&entry);
    }
    widget.clear();
    const QStringList titles{QObject::tr("Line"), QObject::tr("Becomes"), QObject::tr("When"),
                             QObject::tr("With"), QObject::tr("Remarks")};
    widget.setColumnCount(static_cast<int>(titles.size()));
    widget.setHorizontalHeaderLabels(titles);
    widget.setRowCount(static_cast<int>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int row = static_cast<int>(i);
        const ElementRef element = rows[i].element;
        const bool taken = element.index != noIndex;
        setCell(widget, row, 0, QString::number(rows[i].line));
        setCell(widget, row, 1, taken ? described(dossier, element) : QObject::tr("— not taken —"));
        setCell(widget, row, 2, taken ? text(toEdtf(periodOf(dossier, element))) : QString());
        setCell(widget, row, 3, taken ? valuesText(dossier, element, mapping) : QString());
        setCell(widget, row, 4, remarksText(remarks[rows[i].line], taken));
    }
    widget.resizeColumnsToContents();
    constexpr int widest = 280;
    for (const int column : {1, 3}) {
        widget.setColumnWidth(column, std::min(widget.columnWidth(column), widest));
    }
    widget.horizontalHeader()->setStretchLastSection(true);
}

} // namespace entente::ui
