#pragma once

#include "core/formats/format.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTableView;

namespace entente::ui {

class ReportFilter;
class ReportModel;

/// What an import took, repaired and refused, entry by entry; filtered by what was done and by
/// file, and copied as the command line prints it.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReportDialog(const ImportReport& report, QWidget* parent = nullptr);

    /// What “Copy” takes: the lines that are selected, or all that are shown.
    [[nodiscard]] QString copiedText() const;

private:
    QWidget* makeFilters(const ImportReport& report);
    void copy();
    void updateShown();

    ReportModel* model_;
    ReportFilter* filter_;
    QTableView* table_;
    QComboBox* severity_ = nullptr;
    QComboBox* file_ = nullptr;
    QLabel* shown_ = nullptr;
};

} // namespace entente::ui
