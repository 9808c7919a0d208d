#include "ui/window/save_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace entente::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("entente::ui::SaveName", text);
}

bool mayReplace(QWidget* window, const QStringList& files) {
    QStringList there;
    for (const QString& file : files) {
        if (QFileInfo::exists(file)) {
            there << QDir::toNativeSeparators(file);
        }
    }
    if (there.isEmpty()) {
        return true;
    }
    QMessageBox box(QMessageBox::Warning, tr("Replace what is there?"),
                    there.size() == 1 ? tr("This file is there already. Replace it?")
                                      : tr("These files are there already. Replace them?"),
                    QMessageBox::Cancel, window);
    box.setInformativeText(there.join(QLatin1Char('\n')));
    QPushButton* const replace = box.addButton(tr("&Replace"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

} // namespace

QString askForSaveName(QWidget* window, const SaveQuestion& question) {
    QString name = question.suggestion;
    QString filter = question.filters.front();
    for (;;) {
        // What is asked about is what is really written, which may have other names.
        name = QFileDialog::getSaveFileName(window, question.title, name,
                                            question.filters.join(QStringLiteral(";;")), &filter,
                                            QFileDialog::DontConfirmOverwrite);
        if (name.isEmpty()) {
            return {};
        }
        name = question.withEnding(name, filter);
        if (mayReplace(window, question.files(name))) {
            return name;
        }
    }
}

} // namespace entente::ui
