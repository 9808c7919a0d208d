#include "ui/window/document.h"

#include "core/model/merge.h"
#include "core/store/native_file.h"
#include "ui/window/background_task.h"
#include "ui/window/file_paths.h"
#include "ui/window/input_files.h"
#include "ui/window/merge_dialog.h"
#include "ui/window/recent_files.h"
#include "ui/window/report_dialog.h"
#include "ui/window/save_name.h"
#include "ui/workspace/built_in_dossier.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <set>

namespace entente::ui {

namespace {

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

/// Where it has no title of its own.
void nameAfter(const QString& path, Dossier& dossier) {
    if (dossier.cover().title.empty()) {
        Cover cover = dossier.cover();
        cover.title = QFileInfo(path).completeBaseName().toStdString();
        dossier.setCover(std::move(cover));
    }
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
    return !paths.isEmpty() && mayClose() && openBy(InputFiles(paths, window_));
}

bool Document::openBy(InputFiles files) {
    OpenedDossier result;
    try {
        files.run(tr("Opening %1…").arg(QFileInfo(files.first()).fileName()),
                  [&](const Progress& progress) {
                      result = files.read(progress);
                      // Cancelled too late to save work is cancelled all the same.
                      progress.throwIfStopped();
                  });
    } catch (const Cancelled&) {
        return false;
    } catch (const std::exception& error) {
        fail(tr("The file cannot be opened"), QString::fromUtf8(error.what()));
        return false;
    }
    report_ = std::move(result.report);
    const QString& path = files.first();
    const bool native = result.reader != nullptr && files.paths().size() == 1 &&
                        QFileInfo(path).suffix() == QLatin1String(nativeExtension);
    nameAfter(path, result.dossier);
    workspace_->setDossier(std::move(result.dossier),
                           native ? toPath(path) : std::filesystem::path{});
    const QStringList leftOut = toTexts(result.leftOut);
    for (const QString& each : files.paths()) {
        if (!leftOut.contains(each)) {
            recentFiles::add(each);
        }
    }
    emit recentFilesChanged();
    emit opened(files.paths());
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
    if (paths.isEmpty()) {
        return false;
    }
    InputFiles files(paths, window_);
    const QString name = QFileInfo(paths.first()).fileName();
    try {
        OpenedDossier read;
        std::vector<VertexMatch> matches;
        files.run(tr("Reading %1…").arg(name), [&](const Progress& progress) {
            constexpr double reading = 0.7;
            const auto from = [&progress](double begin, double share) {
                return Progress{[&progress, begin, share](double fraction) {
                                    progress.tell(begin + share * fraction);
                                },
                                progress.stop};
            };
            read = files.read(from(0, reading));
            matches = reconcile(workspace_->dossier(), read.dossier, from(reading, 1 - reading));
        });
        nameAfter(files.first(), read.dossier);
        MergeDialog dialog(workspace_->dossier(), read.dossier, std::move(matches), name, window_);
        if (dialog.exec() != QDialog::Accepted) {
            return false;
        }
        report_ = std::move(read.report);
        return bringIn(read.dossier, dialog.accepted());
    } catch (const Cancelled&) {
        return false;
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
    return !paths.isEmpty() && mayClose() &&
           openBy(InputFiles(paths, window_, InputFiles::Ask::First));
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
    const auto withEnding = [&filters](const QString& name, const QString& filter) {
        if (!QFileInfo(name).suffix().isEmpty()) {
            return name;
        }
        const auto chosen =
            static_cast<std::size_t>(std::max<qsizetype>(filters.indexOf(filter), 0));
        return name + QLatin1Char('.') + nameOf(writers()[chosen]->extensions().front());
    };
    const auto files = [](const QString& name) -> QStringList {
        try {
            return toTexts(writerFor(toPath(name)).files(toPath(name)));
        } catch (const FileError&) {
            return {}; // saving will say what is wrong with it
        }
    };
    const QString path =
        askForSaveName(window_, {tr("Save Dossier"), suggestion, filters, withEnding, files});
    return !path.isEmpty() && saveTo(path);
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
        QStringList files;
        runInBackground(window_, tr("Saving %1…").arg(QFileInfo(path).fileName()),
                        [&](const Progress& progress) {
                            files = toTexts(
                                writer.write(workspace_->dossier(), toPath(path), progress));
                        });
        if (native) {
            workspace_->markSaved(toPath(path));
        }
        for (const QString& file : files) {
            recentFiles::add(file);
        }
        emit recentFilesChanged();
        emit saved(files);
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
