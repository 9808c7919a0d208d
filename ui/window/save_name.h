#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace entente::ui {

/// How the name of a file to write is asked for.
struct SaveQuestion {
    QString title;
    QString suggestion;
    QStringList filters; ///< "Mappings (*.json)"
    /// The name with its ending, where it has none that suits; told which filter is chosen.
    std::function<QString(const QString& name, const QString& filter)> withEnding;
    /// The files that are written for that name.
    std::function<QStringList(const QString& name)> files = [](const QString& name) {
        return QStringList{name};
    };
};

/// Asks for a name, and whether files that are there already and would be written may be replaced.
/// Empty where the user gives up.
QString askForSaveName(QWidget* window, const SaveQuestion& question);

} // namespace entente::ui
