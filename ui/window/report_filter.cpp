#include "ui/window/report_filter.h"

#include "ui/window/report_model.h"

namespace entente::ui {

void ReportFilter::setSeverity(std::optional<ReportEntry::Severity> severity) {
    severity_ = severity;
    invalidateFilter();
}

void ReportFilter::setFile(const QString& file) {
    fileName_ = file.toStdString();
    invalidateFilter();
}

bool ReportFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto* const model = qobject_cast<const ReportModel*>(sourceModel());
    const ReportEntry& entry = model->entries()[static_cast<std::size_t>(row)];
    return (!severity_ || entry.severity == *severity_) &&
           (fileName_.empty() || entry.file == fileName_);
}

} // namespace entente::ui
