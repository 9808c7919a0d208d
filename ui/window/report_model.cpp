#include "ui/window/report_model.h"

namespace entente::ui {

namespace {

QString severityText(ReportEntry::Severity severity) {
    switch (severity) {
    case ReportEntry::Severity::Note:
        return ReportModel::tr("Note");
    case ReportEntry::Severity::Repaired:
        return ReportModel::tr("Repaired");
    case ReportEntry::Severity::Refused:
        return ReportModel::tr("Refused");
    }
    return {};
}

} // namespace

ReportModel::ReportModel(std::vector<ReportEntry> entries, QObject* parent)
    : QAbstractTableModel(parent), entries_(std::move(entries)) {}

int ReportModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int ReportModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCount_;
}

QVariant ReportModel::data(const QModelIndex& index, int role) const {
    const ReportEntry& entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == Line) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && index.column() == Message) {
        return QString::fromStdString(entry.message).toHtmlEscaped();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Severity:
        return severityText(entry.severity);
    case File:
        return QString::fromStdString(entry.file);
    case Line:
        return entry.line == 0 ? QVariant() : QVariant(static_cast<qulonglong>(entry.line));
    case Place:
        return QString::fromStdString(entry.column);
    case Message:
        return QString::fromStdString(entry.message);
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Severity:
        return tr("What");
    case File:
        return tr("File");
    case Line:
        return tr("Line");
    case Place:
        return tr("Where");
    case Message:
        return tr("Why, and what was done");
    default:
        return {};
    }
}

} // namespace entente::ui
