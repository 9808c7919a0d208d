#include "ui/window/document.h"

#include "core/formats/input_file.h"
#include "core/formats/mapped_files.h"
#include "core/formats/workbook.h"
#include "core/model/merge.h"
#include "core/store/native_file.h"
#include "ui/window/background_task.h"
#include "ui/window/import_dialog.h"
#include "ui/window/merge_dialog.h"
#include "ui/window/recent_files.h"
#include "ui/window/report_dialog.h"
#include "ui/workspace/built_in_dossier.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <set>

namespace entente::ui {

namespace {

std::filesystem::path toPath(const QString& text) {
    return text.toStdU16String();
}

QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

std::vector<std::filesystem::path> toPaths(const QStringList& texts) {
    std::vector<std::filesystem::path> paths;
    for (const QString& text : texts) {
        paths.push_back(toPath(text));
    }
    return paths;
}

QString pattern(const std::vector<std::string_view>& extensions) {
    QStringList patterns;
    for (const std::string_view extension : extensions) {
        patterns << QStringLiteral("*.%1").arg(
            QString::fromUtf8(extension.data(), static_cast<qsizetype>(extension.size())));
    }
    return patterns.join(QLatin1Char(' '));
}

QString nameOf(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

auto asTheyAre(std::vector<std::filesystem::path> files) {
    return
        [files = std::move(files)](const Progress& progress) { return openFiles(files, progress); };
}

auto mappedBy(Mapping mapping, std::vector<std::filesystem::path> files) {
    return [mapping = std::move(mapping), files = std::move(files)](const Progress& progress) {
        return openMapped(files, std::span(&mapping, 1), UnknownTables::Refuse, progress);
    };
}

} // namespace

Document::Document(Workspace* workspace, QWidget* window)
    : QObject(window), workspace_(workspace), window_(window) {}

void Document::openBuiltIn() {
    if (mayClose()) {
        report_ = {};
        workspace_->setDossier(builtInDossier(), {});
        emit opened({});
    }
}

bool Document::open(const QStringList& paths) {
    if (paths.isEmpty() || !mayClose()) {
        return false;
    }
    return openBy(paths, asTheyAre(toPaths(paths)));
}

bool Document::openBy(const QStringList& paths, const Read& read) {
    OpenedDossier result;
    try {
        runInBackground(window_, tr("Opening %1…").arg(QFileInfo(paths.first()).fileName()),
                        [&](const Progress& progress) {
                            result = read(progress);
                            // Cancelled too late to save work is cancelled all the same.
                            progress.throwIfStopped();
                        });
    } catch (const Cancelled&) {
        return false;
    } catch (const UnknownTable& table) {
        const std::optional<Mapping> mapping = askForColumns(table);
        return mapping && openBy(paths, mappedBy(*mapping, toPaths(paths)));
    } catch (const std::exception& error) {
        fail(tr("The file cannot be opened"), QString::fromUtf8(error.what()));
        return false;
    }
    report_ = std::move(result.report);
    const bool native = result.reader != nullptr && paths.size() == 1 &&
                        QFileInfo(paths.first()).suffix() == QLatin1String(nativeExtension);
    if (result.dossier.cover().title.empty()) {
        Cover cover = result.dossier.cover();
        cover.title = QFileInfo(paths.first()).completeBaseName().toStdString();
        result.dossier.setCover(std::move(cover));
    }
    workspace_->setDossier(std::move(result.dossier),
                           native ? toPath(paths.first()) : std::filesystem::path{});
    for (const QString& path : paths) {
        recentFiles::add(path);
    }
    emit recentFilesChanged();
    emit opened(paths);
    if (!report_.entries.empty()) {
        showReport();
    }
    return true;
}

QStringList Document::chooseFiles(const QString& title) {
    QStringList filters;
    std::set<QString> known;
    for (const Reader* const reader : readers()) {
        filters << QStringLiteral("%1 (%2)").arg(nameOf(reader->name()),
                                                 pattern(reader->extensions()));
        for (const std::string_view extension : reader->extensions()) {
            known.insert(pattern({extension}));
        }
    }
    filters.prepend(tr("All that Entente reads (%1)")
                        .arg(QStringList(known.begin(), known.end()).join(QLatin1Char(' '))));
    filters << tr("All files (*)");
    return QFileDialog::getOpenFileNames(window_, title, {}, filters.join(QStringLiteral(";;")));
}

bool Document::openWithDialog() {
    return open(chooseFiles(tr("Open Dossier or Tables")));
}

bool Document::mergeWithDialog() {
    return merge(chooseFiles(tr("Merge into the Open Dossier")));
}

bool Document::merge(const QStringList& paths) {
    return !paths.isEmpty() && mergeBy(paths, asTheyAre(toPaths(paths)));
}

bool Document::mergeBy(const QStringList& paths, const Read& open) {
    const QString name = QFileInfo(paths.first()).fileName();
    try {
        OpenedDossier read;
        std::vector<VertexMatch> matches;
        runInBackground(window_, tr("Reading %1…").arg(name), [&](const Progress& progress) {
            constexpr double reading = 0.7;
            const auto from = [&progress](double begin, double share) {
                return Progress{[&progress, begin, share](double fraction) {
                                    progress.tell(begin + share * fraction);
                                },
                                progress.stop};
            };
            read = open(from(0, reading));
            matches = reconcile(workspace_->dossier(), read.dossier, from(reading, 1 - reading));
        });
        if (read.dossier.cover().title.empty()) {
            Cover cover = read.dossier.cover();
            cover.title = QFileInfo(paths.first()).completeBaseName().toStdString();
            read.dossier.setCover(std::move(cover));
        }
        MergeDialog dialog(workspace_->dossier(), read.dossier, std::move(matches), name, window_);
        if (dialog.exec() != QDialog::Accepted) {
            return false;
        }
        report_ = std::move(read.report);
        return bringIn(read.dossier, dialog.accepted());
    } catch (const Cancelled&) {
        return false;
    } catch (const UnknownTable& table) {
        const std::optional<Mapping> mapping = askForColumns(table);
        return mapping && mergeBy(paths, mappedBy(*mapping, toPaths(paths)));
    } catch (const std::exception& error) {
        fail(tr("The files cannot be merged"), QString::fromUtf8(error.what()));
        return false;
    }
}

bool Document::bringIn(const Dossier& incoming, const std::vector<VertexMatch>& matches) {
    Dossier merged;
    Merge result;
    runInBackground(window_, tr("Merging…"), [&](const Progress& progress) {
        merged = workspace_->dossier();
        result = entente::merge(merged, incoming, matches, progress);
        apply(merged, result.change);
    });
    report_.note(incoming.cover().title, result.summary());
    for (const std::string& conflict : result.conflicts) {
        report_.note(incoming.cover().title, conflict);
    }
    if (!result.change.steps.empty()) {
        workspace_->adopt(std::move(merged), std::move(result.change));
        if (result.addedVertices > 0) {
            workspace_->continueLayout();
        }
    }
    showReport();
    return true;
}

bool Document::importTable() {
    const QStringList paths = QFileDialog::getOpenFileNames(
        window_, tr("Import Table"), {},
        tr("Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm);;All files (*)"));
    if (paths.isEmpty() || !mayClose()) {
        return false;
    }
    const std::optional<Mapping> mapping = askForColumns(
        toPath(paths.first()), {},
        tr("Say what the columns of %1 are.").arg(QFileInfo(paths.first()).fileName()));
    return mapping && openBy(paths, mappedBy(*mapping, toPaths(paths)));
}

std::optional<Mapping> Document::askForColumns(const UnknownTable& table) {
    return askForColumns(table.file, table.sheet,
                         tr("Entente does not know the columns of %1: say what they are. What "
                            "seems likely is set already.")
                             .arg(toText(table.file.filename())));
}

std::optional<Mapping> Document::askForColumns(const std::filesystem::path& file,
                                               const std::string& sheet, const QString& why) {
    try {
        InputFile input;
        runInBackground(window_, tr("Opening %1…").arg(QFileInfo(toText(file)).fileName()),
                        [&](const Progress&) { input = readInputFile(file); });
        if (const std::string content = describeContent(input.bytes);
            !content.empty() && !looksLikeWorkbook(input.bytes)) {
            throw FileError(file.string() + " is no table. " + content);
        }
        ImportDialog dialog(std::move(input), sheet, why, window_);
        if (dialog.exec() == QDialog::Accepted) {
            return dialog.mapping();
        }
    } catch (const Cancelled&) {
    } catch (const std::exception& error) {
        fail(tr("The file cannot be opened"), QString::fromUtf8(error.what()));
    }
    return std::nullopt;
}

bool Document::save() {
    return workspace_->path().empty() ? saveAs() : saveTo(toText(workspace_->path()));
}

bool Document::saveAs() {
    QStringList filters;
    for (const Writer* const writer : writers()) {
        filters << QStringLiteral("%1 (%2)").arg(nameOf(writer->name()),
                                                 pattern(writer->extensions()));
    }
    QString suggestion = toText(workspace_->path());
    if (suggestion.isEmpty()) {
        suggestion = QString::fromStdString(workspace_->dossier().cover().title) +
                     QLatin1Char('.') + QLatin1String(nativeExtension);
        suggestion.replace(QLatin1Char('/'), QLatin1Char('-'));
    }
    QString path = QFileDialog::getSaveFileName(window_, tr("Save Dossier"), suggestion,
                                                filters.join(QStringLiteral(";;")));
    if (path.isEmpty()) {
        return false;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1Char('.') + QLatin1String(nativeExtension);
    }
    return saveTo(path);
}

bool Document::saveTo(const QString& path) {
    try {
        const Writer& writer = writerFor(toPath(path));
        const bool native = QFileInfo(path).suffix() == QLatin1String(nativeExtension);
        std::vector<std::string> losses;
        if (!native) {
            runInBackground(window_, tr("Saving %1…").arg(QFileInfo(path).fileName()),
                            [&](const Progress& progress) {
                                losses = writer.losses(workspace_->dossier());
                                progress.throwIfStopped();
                            });
        }
        if (!losses.empty()) {
            QStringList lines;
            for (const std::string& loss : losses) {
                lines << QStringLiteral("• ") + QString::fromStdString(loss);
            }
            QMessageBox question(QMessageBox::Warning, tr("Not everything fits"),
                                 tr("This format cannot hold all of the dossier. Write it all the "
                                    "same?"),
                                 QMessageBox::Save | QMessageBox::Cancel, window_);
            question.setInformativeText(lines.join(QLatin1Char('\n')));
            if (question.exec() != QMessageBox::Save) {
                return false;
            }
        }
        runInBackground(window_, tr("Saving %1…").arg(QFileInfo(path).fileName()),
                        [&](const Progress& progress) {
                            writer.write(workspace_->dossier(), toPath(path), progress);
                        });
        if (native) {
            workspace_->markSaved(toPath(path));
        }
        recentFiles::add(path);
        emit recentFilesChanged();
        return true;
    } catch (const Cancelled&) {
        return false;
    } catch (const std::exception& error) {
        fail(tr("The file cannot be saved"), QString::fromUtf8(error.what()));
        return false;
    }
}

bool Document::mayClose() {
    if (!workspace_->history().changedSinceSaved()) {
        return true;
    }
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         tr("“%1” has changes that are not saved.")
                             .arg(QString::fromStdString(workspace_->dossier().cover().title)),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    question.setInformativeText(tr("Save them before it is closed?"));
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

void Document::showReport() {
    auto* const dialog = new ReportDialog(report_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Document::fail(const QString& title, const QString& message) {
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Entente"), title, QMessageBox::Ok,
                    window_);
    box.setInformativeText(message);
    box.exec();
}

} // namespace entente::ui
