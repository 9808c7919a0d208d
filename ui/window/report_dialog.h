#pragma once

#include "core/formats/format.h"

#include <QDialog>

namespace entente::ui {

/// What an import took, repaired and refused, line by line; the text can be copied.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ReportDialog(const ImportReport& report, QWidget* parent = nullptr);
};

} // namespace entente::ui
