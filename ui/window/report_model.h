#pragma once

#include "core/formats/format.h"

#include <QAbstractTableModel>

namespace entente::ui {

/// The entries of an import report, one a row.
class ReportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, File, Line, Place, Message, columnCount_ };

    explicit ReportModel(std::vector<ReportEntry> entries, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const std::vector<ReportEntry>& entries() const { return entries_; }

private:
    std::vector<ReportEntry> entries_;
};

} // namespace entente::ui
