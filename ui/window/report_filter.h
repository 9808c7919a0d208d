#pragma once

#include "core/formats/format.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace entente::ui {

/// The entries of one severity, of one file, or of all.
class ReportFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setSeverity(std::optional<ReportEntry::Severity> severity);
    /// Empty: of all files.
    void setFile(const QString& file);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<ReportEntry::Severity> severity_;
    std::string fileName_;
};

} // namespace entente::ui
