#pragma once

#include "ui/scene/style.h"

#include <QObject>
#include <QString>
#include <QVariant>

class QApplication;

namespace entente::ui {

/// Which theme the user wants.
enum class ThemeChoice : std::uint8_t { System, Light, Dark };

/// Gives the whole application the palette, the style sheet and the font of a theme.
void applyTheme(QApplication& application, Theme theme);

/// The theme of the desktop: from its palette at first, then from the desktop portal's setting
/// (org.freedesktop.appearance color-scheme), whose changes it follows while the program runs.
class SystemTheme : public QObject {
    Q_OBJECT

public:
    explicit SystemTheme(QObject* parent = nullptr);
    [[nodiscard]] Theme theme() const { return theme_; }

signals:
    void changed(entente::ui::Theme theme);

private slots:
    void settingChanged(const QString& group, const QString& key, const QVariant& value);

private:
    void take(const QVariant& colourScheme);

    Theme theme_;
};

} // namespace entente::ui
