#include "ui/window/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace entente::ui::recentFiles {

namespace {

const QString key = QStringLiteral("recentFiles");
constexpr int most = 10;

} // namespace

QStringList list() {
    QStringList files = QSettings().value(key).toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files;
}

void add(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = QSettings().value(key).toStringList();
    files.removeAll(absolute);
    files.prepend(absolute);
    QSettings().setValue(key, files.mid(0, most));
}

void clear() { QSettings().remove(key); }

} // namespace entente::ui::recentFiles
