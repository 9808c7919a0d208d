#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace entente::ui {

inline std::filesystem::path toPath(const QString& text) {
    return text.toStdU16String();
}

inline QString toText(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

inline QStringList toTexts(const std::vector<std::filesystem::path>& paths) {
    QStringList texts;
    for (const std::filesystem::path& path : paths) {
        texts << toText(path);
    }
    return texts;
}

} // namespace entente::ui
