#pragma once

#include "core/formats/mapping.h"
#include "core/formats/registry.h"
#include "core/formats/tables.h"

#include <QCoreApplication>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace entente::ui {

/// Files that are read together, and what the user says of tables among them that are not known.
/// Asks over `window`.
class InputFiles {
    Q_DECLARE_TR_FUNCTIONS(entente::ui::InputFiles)

public:
    /// Whether the columns of the first file are asked for although they may be known.
    enum class Ask : std::uint8_t { WhereUnknown, First };

    InputFiles(QStringList paths, QWidget* window, Ask ask = Ask::WhereUnknown);

    /// The path of the first, which gives the dossier its name.
    [[nodiscard]] const QString& first() const { return paths_.front(); }
    /// Without those that the user left out.
    [[nodiscard]] const QStringList& paths() const { return paths_; }
    /// Does work that reads the files, on another thread, and does it again after each table whose
    /// columns were asked for. Throws `Cancelled` where the user gives up, and what the work
    /// throws.
    void run(const QString& title, const std::function<void(const Progress&)>& work);
    /// For the work. What the user left out is in the report.
    [[nodiscard]] OpenedDossier read(const Progress& progress) const;

private:
    void ask(const std::filesystem::path& file, const std::string& sheet, const QString& why);
    void leaveOut(const std::filesystem::path& file);

    QStringList paths_;
    QWidget* window_;
    Ask ask_;
    std::vector<Mapping> mappings_;
    std::vector<std::filesystem::path> leftOut_;
};

} // namespace entente::ui
