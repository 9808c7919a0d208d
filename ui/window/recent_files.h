#pragma once

#include <QStringList>

namespace entente::ui {

/// The files opened or saved last, the latest first; kept in the user's settings.
namespace recentFiles {

QStringList list();
void add(const QString& path);
void clear();

} // namespace recentFiles
} // namespace entente::ui
