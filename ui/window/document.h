#pragma once

#include "core/formats/registry.h"
#include "core/model/reconcile.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QStringList>

class QWidget;

namespace entente::ui {

class InputFiles;

/// What a user does with the document as a file: open, save, and not lose changes. Asks and
/// reports through dialogs over `window`; whatever fails, the open dossier stays as it was.
class Document : public QObject {
    Q_OBJECT

public:
    Document(Workspace* workspace, QWidget* window);

    void openBuiltIn();
    /// Reads the files as one dossier and puts it in the place of the open one, after asking about
    /// unsaved changes. False where that did not happen.
    bool open(const QStringList& paths);
    bool openWithDialog();
    /// Reads the files, asks for the columns of a table that is not known, has the user decide on
    /// doubtful matches, and brings them into the open dossier, as a change that can be undone.
    /// False, and the dossier is as it was, where that did not happen.
    bool merge(const QStringList& paths);
    bool mergeWithDialog();
    /// Asks for a table and what its columns are, and puts what it holds in the place of the open
    /// dossier.
    bool importTable();
    bool save();
    bool saveAs();
    /// Saves to a native file or, by the extension, exports another format.
    bool saveTo(const QString& path);
    /// True where nothing would be lost: no changes, or the user saved or gave them up.
    bool mayClose();

    /// What the last import left out or changed.
    [[nodiscard]] const ImportReport& report() const { return report_; }
    void showReport();

signals:
    void opened(const QStringList& paths);
    /// The files that were really written.
    void saved(const QStringList& files);
    void recentFilesChanged();

private:
    bool openBy(InputFiles files);
    [[nodiscard]] QStringList chooseFiles(const QString& title);
    bool bringIn(const Dossier& incoming, const std::vector<VertexMatch>& matches);
    void fail(const QString& title, const QString& message);

    Workspace* workspace_;
    QWidget* window_;
    ImportReport report_;
};

} // namespace entente::ui
