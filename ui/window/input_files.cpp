#include "ui/window/input_files.h"

#include "core/formats/input_file.h"
#include "core/formats/mapped_files.h"
#include "core/formats/workbook.h"
#include "ui/window/background_task.h"
#include "ui/window/file_paths.h"
#include "ui/window/import_dialog.h"

#include <QFileInfo>

#include <optional>

namespace entente::ui {

InputFiles::InputFiles(QStringList paths, QWidget* window, Ask ask)
    : paths_(std::move(paths)), window_(window), ask_(ask) {}

void InputFiles::run(const QString& title, const std::function<void(const Progress&)>& work) {
    if (ask_ == Ask::First) {
        ask_ = Ask::WhereUnknown;
        ask(toPath(first()), {},
            tr("Say what the columns of %1 are.").arg(QFileInfo(first()).fileName()));
    }
    for (;;) {
        std::optional<UnknownTable> unknown;
        try {
            runInBackground(window_, title, work);
            return;
        } catch (const UnknownTable& table) {
            unknown = table;
        }
        ask(unknown->file, unknown->sheet,
            tr("Entente does not know the columns of %1: say what they are. What "
               "seems likely is set already.")
                .arg(toText(unknown->file.filename())));
    }
}

OpenedDossier InputFiles::read(const Progress& progress) const {
    std::vector<std::filesystem::path> paths;
    for (const QString& path : paths_) {
        paths.push_back(toPath(path));
    }
    OpenedDossier opened = mappings_.empty()
                               ? openFiles(paths, progress)
                               : openMapped(paths, mappings_, UnknownTables::Refuse, progress);
    for (const std::filesystem::path& path : leftOut_) {
        opened.report.add({ReportEntry::Severity::Refused, path.filename().string(), 0, "",
                           tr("The file was left out: its columns are not known.").toStdString()});
    }
    return opened;
}

void InputFiles::ask(const std::filesystem::path& file, const std::string& sheet,
                     const QString& why) {
    InputFile input;
    runInBackground(window_, tr("Opening %1…").arg(toText(file.filename())),
                    [&](const Progress&) { input = readInputFile(file); });
    if (const std::string content = describeContent(input.bytes);
        !content.empty() && !looksLikeWorkbook(input.bytes)) {
        throw FileError(file.string() + " is no table. " + content);
    }
    ImportDialog dialog(std::move(input), sheet, why, window_);
    if (paths_.size() > 1) {
        dialog.offerToLeaveOut();
    }
    switch (dialog.exec()) {
    case QDialog::Accepted:
        mappings_.push_back(dialog.mapping());
        return;
    case ImportDialog::leftOut:
        leaveOut(file);
        return;
    default:
        throw Cancelled();
    }
}

void InputFiles::leaveOut(const std::filesystem::path& file) {
    paths_.removeIf([&file](const QString& path) { return toPath(path) == file; });
    leftOut_.push_back(file);
    if (paths_.isEmpty()) {
        throw Cancelled();
    }
}

} // namespace entente::ui
