#include "ui/window/report_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::ui {

ReportDialog::ReportDialog(const ImportReport& report, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Import report"));
    resize(720, 420);

    auto* const summary = new QLabel(tr("%1: %L2 rows read, %L3 repaired, %L4 refused.")
                                         .arg(QString::fromStdString(report.format))
                                         .arg(report.rowsRead)
                                         .arg(report.rowsRepaired)
                                         .arg(report.rowsRefused));
    summary->setWordWrap(true);
    auto* const text = new QPlainTextEdit(QString::fromStdString(report.text()));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(tr("Report, line by line"));

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* const copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(summary);
    column->addWidget(text);
    column->addWidget(buttons);
}

} // namespace entente::ui
